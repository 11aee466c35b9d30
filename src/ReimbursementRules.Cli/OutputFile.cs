using System.Text;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>Writes a result to a file: all of it or nothing, so that an old result is never left half overwritten.</summary>
internal static class OutputFile
{
    /// <param name="path">The file.</param>
    /// <param name="text">The result.</param>
    /// <param name="option">The option that named the file, for messages.</param>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static void Write(string path, string text, string option = "--out")
    {
        var temporary = "";
        try
        {
            if (path.Length == 0 || Directory.Exists(path))
                throw new OutputFileException(
                    new($"{option}: '{path}' is not a file. Name a file.", $"{option}：“{path}”不是文件，请写文件名。")
                );
            var full = CommandFiles.Real(path);
            temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetRandomFileName()}");
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Remove(temporary);
            throw Unwritten(path, option, Named(FileTrouble.Of(e), temporary, path));
        }
    }

    /// <summary>Says that a file cannot be written.</summary>
    public static OutputFileException Unwritten(string path, string option, BilingualText why) =>
        new(new($"{option}: cannot write '{path}': {why.En}", $"{option}：无法写入“{path}”：{why.Zh}"));

    /// <summary>The name that was stated, in place of the name of a file aside.</summary>
    private static BilingualText Named(BilingualText why, string temporary, string path) =>
        temporary.Length == 0
            ? why
            : new(why.En.Replace(temporary, path, StringComparison.Ordinal), why.Zh.Replace(temporary, path, StringComparison.Ordinal));

    private static void Remove(string temporary)
    {
        if (File.Exists(temporary))
            File.Delete(temporary);
    }
}

/// <summary>A result could not be written.</summary>
internal sealed class OutputFileException(BilingualText words) : CommandException(words);
