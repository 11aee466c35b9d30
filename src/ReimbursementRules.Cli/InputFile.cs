using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Opens a file that a command reads line by line, or says why that cannot be.</summary>
internal static class InputFile
{
    /// <param name="path">The file.</param>
    /// <param name="named">The option or argument that named it, for messages.</param>
    /// <param name="wayOut">What to write instead.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path, string named, BilingualText wayOut)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputFileException(new($"{named}: '{path}' is a folder. {wayOut.En}", $"{named}：“{path}”是文件夹。{wayOut.Zh}"));
            if (!File.Exists(path))
                throw new InputFileException(
                    new($"{named}: the file '{path}' does not exist. {wayOut.En}", $"{named}：文件“{path}”不存在。{wayOut.Zh}")
                );
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputFileException(
                new($"{named}: the file '{path}' cannot be read: {e.Message}", $"{named}：无法读取文件“{path}”：{e.Message}")
            );
        }
    }
}

/// <summary>A file cannot be read.</summary>
internal sealed class InputFileException(BilingualText words) : CommandException(words);
