using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Reads a file or a text into nodes. Whatever the file holds, the worst that comes of it is a problem with its line.</summary>
internal static class NodeReader
{
    /// <summary>The largest file read, in bytes, included. A policy file of this size has some 100,000 rows.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a YAML file, or a JSON file where the name ends in <c>.json</c>; null after a problem.</summary>
    public static Node? ReadFile(string path, List<Problem> problems)
    {
        var file = NameOf(path);
        try
        {
            if (Directory.Exists(path))
                return Fail(problems, new(file, 0, 0), "file.directory", $"'{path}' is a folder, expected a file.", $"“{path}”是文件夹，应为文件。");
            if (!File.Exists(path))
                return Fail(problems, new(file, 0, 0), "file.missing", $"the file '{path}' does not exist.", $"文件“{path}”不存在。");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(file, stream, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fail(problems, new(file, 0, 0), "file.unreadable", $"the file '{path}' cannot be read: {e.Message}", $"无法读取文件“{path}”：{e.Message}");
        }
    }

    /// <summary>Reads a text; it is JSON where the file name ends in <c>.json</c>.</summary>
    public static Node? ReadText(string file, string text, List<Problem> problems)
    {
        if (text.Length > LargestFile)
            return TooLarge(file, problems);
        var nodes = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonNodes.Read(file, text, problems) : YamlNodes.Read(file, text, problems);
        if (nodes is null && !problems.Exists(p => p.Place.File == file))
            Fail(problems, new(file, 0, 0), "file.empty", "the file is empty.", "文件为空。");
        return nodes;
    }

    private static Node? Read(string file, FileStream stream, List<Problem> problems)
    {
        if (stream.CanSeek && stream.Length > LargestFile)
            return TooLarge(file, problems);
        var bytes = new byte[LargestFile + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestFile)
            return TooLarge(file, problems);
        try
        {
            var start = bytes.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            return ReadText(file, Utf8.GetString(bytes, start, length - start), problems);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes.AsSpan(0, Math.Clamp(e.Index, 0, length));
            var place = new Place(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
            return Fail(problems, place, "file.encoding", "the text is not valid UTF-8 here. Save the file as UTF-8.", "此处不是有效的 UTF-8 文本。请将文件另存为 UTF-8。");
        }
    }

    private static Node? TooLarge(string file, List<Problem> problems) =>
        Fail(problems, new(file, 0, 0), "file.size", "the file is larger than 8 MiB. Split it.", "文件超过 8 MiB，请拆分。");

    private static Node? Fail(List<Problem> problems, Place place, string code, string en, string zh)
    {
        problems.Add(new(place, code, new(en, zh)));
        return null;
    }

    private static string NameOf(string path) => path.Split('/', '\\') is [.., { Length: > 0 } name] ? name : path;
}
