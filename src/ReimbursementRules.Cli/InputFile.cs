using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>Opens a file that a command reads line by line, or says why that cannot be.</summary>
internal static class InputFile
{
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named it, for messages.</param>
    /// <param name="wayOut">What to write instead.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path, string option, BilingualText wayOut) =>
        Open(path, new BilingualText(option, option), wayOut);

    /// <param name="path">The file.</param>
    /// <param name="named">The option or argument that named it, for messages.</param>
    /// <param name="wayOut">What to write instead.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path, BilingualText named, BilingualText wayOut)
    {
        try
        {
            if (Directory.Exists(path))
                throw new InputFileException(
                    new($"{named.En}: '{path}' is a folder. {wayOut.En}", $"{named.Zh}：“{path}”是文件夹。{wayOut.Zh}")
                );
            if (!File.Exists(path))
                throw new InputFileException(
                    new($"{named.En}: the file '{path}' does not exist. {wayOut.En}", $"{named.Zh}：文件“{path}”不存在。{wayOut.Zh}")
                );
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = FileTrouble.Of(e);
            throw new InputFileException(
                new($"{named.En}: the file '{path}' cannot be read: {why.En}", $"{named.Zh}：无法读取文件“{path}”：{why.Zh}")
            );
        }
    }
}

/// <summary>A file cannot be read.</summary>
internal sealed class InputFileException(BilingualText words) : CommandException(words);
