using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Analyst;

/// <summary>Writes a result to a file: all of it or nothing, so that an old result is never left half overwritten.</summary>
internal static class OutputFile
{
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var temporary = "";
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                throw new OutputFileException(new($"--out: '{path}' is a folder. Name a file.", $"--out：“{path}”是文件夹，请写文件名。"));
            temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetRandomFileName()}");
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Remove(temporary);
            throw new OutputFileException(new($"--out: cannot write '{path}': {e.Message}", $"--out：无法写入“{path}”：{e.Message}"));
        }
    }

    private static void Remove(string temporary)
    {
        if (File.Exists(temporary))
            File.Delete(temporary);
    }
}

/// <summary>A result could not be written.</summary>
internal sealed class OutputFileException(Text words) : Exception(words.En)
{
    public Text Words => words;
}
