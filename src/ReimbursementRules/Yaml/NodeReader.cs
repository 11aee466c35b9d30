using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Reads a file or a text into nodes. Whatever the file holds, the worst that comes of it is a problem with its line.</summary>
internal static class NodeReader
{
    /// <summary>The largest file read, in bytes, included. A policy file of this size has some 100,000 rows.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    private const int LongestShown = 200;

    private static readonly SearchValues<char> Control = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(one => char.IsControl(one) && one is not ('\t' or '\n' or '\r')),
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Reads a YAML file, or a JSON file where the name ends in <c>.json</c>; null after a problem.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <param name="name">The file's name in messages; the name without its folder where left out.</param>
    /// <param name="told">Is told the text, once it is known to be one.</param>
    public static Node? ReadFile(string path, ProblemLog problems, string? name = null, Action<string>? told = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = name is null ? NameOf(path) : Shown(name);
        try
        {
            if (Directory.Exists(path))
                return Fail(
                    problems,
                    new(file, 0, 0),
                    "file.directory",
                    $"'{Shown(path)}' is a folder. Name a file in it.",
                    $"“{Shown(path)}”是文件夹。请给出其中的文件。"
                );
            if (!File.Exists(path))
                return Fail(
                    problems,
                    new(file, 0, 0),
                    "file.missing",
                    $"the file '{Shown(path)}' does not exist.",
                    $"文件“{Shown(path)}”不存在。"
                );
            if (FileOnDisk.HasNoEnd(path))
                return Fail(
                    problems,
                    new(file, 0, 0),
                    "file.special",
                    $"'{Shown(path)}' is a pipe, a device or the like, which may never end. Save what it gives to a file, and name that.",
                    $"“{Shown(path)}”是管道、设备等，可能没有结尾。请将其内容保存为文件，再给出该文件。"
                );
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(file, stream, problems, told);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = FileTrouble.Of(e);
            return Fail(
                problems,
                new(file, 0, 0),
                "file.unreadable",
                $"the file '{Shown(path)}' cannot be read: {why.En}",
                $"无法读取文件“{Shown(path)}”：{why.Zh}"
            );
        }
    }

    /// <summary>Whether a file is a table of cases, in CSV.</summary>
    public static bool IsSheet(string file) => file.EndsWith(".cases.csv", StringComparison.Ordinal);

    /// <summary>Reads a text; it is JSON where the file name ends in <c>.json</c>, and CSV where it is a table of cases.</summary>
    public static Node? ReadText(string file, string text, ProblemLog problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LargestFile)
            return TooLarge(file, problems);
        if (text.AsSpan().IndexOfAny(Control) is >= 0 and var at)
            return Fail(
                problems,
                At(file, text, at),
                "file.control",
                $"a control character (U+{(int)text[at]:X4}) stands here. Remove it, or save the file as plain UTF-8 text.",
                $"此处有控制字符（U+{(int)text[at]:X4}）。请删除，或将文件另存为纯 UTF-8 文本。"
            );
        var isJson = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (!IsSheet(file))
            problems.Reads(file, text, isJson);
        var nodes =
            isJson ? JsonNodes.Read(file, text, problems)
            : IsSheet(file) ? CsvNodes.Read(file, text, problems)
            : YamlNodes.Read(file, text, problems);
        if (nodes is null && !problems.Any(p => p.Place.File == file))
            Fail(problems, new(file, 0, 0), "file.empty", "the file is empty, or has nothing but comments.", "文件为空，或只有注释。");
        return nodes;
    }

    private static Node? Read(string file, FileStream stream, ProblemLog problems, Action<string>? told)
    {
        if (stream.CanSeek && stream.Length > LargestFile)
            return TooLarge(file, problems);
        var bytes = new byte[stream.CanSeek ? Math.Max(stream.Length, 4096) + 1 : LargestFile + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (length == bytes.Length && length <= LargestFile)
        {
            Array.Resize(ref bytes, Math.Min(length * 2, LargestFile + 1));
            length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
        }

        return length > LargestFile ? TooLarge(file, problems) : Decoded(file, bytes.AsSpan(0, length), problems, told);
    }

    private static Node? Decoded(string file, ReadOnlySpan<byte> bytes, ProblemLog problems, Action<string>? told)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        if (Utf8.IsValid(bytes))
        {
            var all = Encoding.UTF8.GetString(bytes);
            told?.Invoke(all);
            return ReadText(file, all, problems);
        }

        var text = new char[bytes.Length];
        Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false);
        var valid = new string(text, 0, length);
        told?.Invoke(valid);
        return Fail(
            problems,
            At(file, valid, length),
            "file.encoding",
            "the text is not valid UTF-8 here. Save the file as UTF-8.",
            "此处不是有效的 UTF-8 文本。请将文件另存为 UTF-8。"
        );
    }

    /// <summary>The place of a character of a text.</summary>
    private static FilePlace At(string file, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static Node? TooLarge(string file, ProblemLog problems) =>
        Fail(problems, new(file, 0, 0), "file.size", "the file is larger than 8 MiB. Split it.", "文件超过 8 MiB，请拆分。");

    private static Node? Fail(ProblemLog problems, FilePlace place, string code, string en, string zh)
    {
        problems.Add(place, code, en, zh);
        return null;
    }

    private static string NameOf(string path) => path.Split('/', '\\') is [.., { Length: > 0 } name] ? Shown(name) : Shown(path);

    /// <summary>A path as messages show it: a long one by its beginning.</summary>
    public static string Shown(string path) => path.Length <= LongestShown ? path : path[..LongestShown] + "…";
}
