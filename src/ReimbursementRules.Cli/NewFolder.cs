using System.Text;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>Writes the files of a new folder: all of them or none, and over nothing.</summary>
internal static class NewFolder
{
    /// <summary>Says why there can be no new folder; null where there can.</summary>
    public static BilingualText? Refusal(string folder)
    {
        if (folder.Length == 0)
            return new("the folder has no name. Name one that is not there yet.", "文件夹名称为空。请给出尚不存在的文件夹。");
        if (File.Exists(folder))
            return new($"'{folder}' is a file. Name a folder that is not there yet.", $"“{folder}”是文件。请给出尚不存在的文件夹。");
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            ? new(
                $"'{folder}' is there already and is not empty; nothing is overwritten. Name another folder.",
                $"“{folder}”已存在且不为空；不会覆盖任何文件。请换一个文件夹。"
            )
            : null;
    }

    /// <summary>Writes the files beside, and moves them into place once all of them are there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The texts by file name, which may begin with a folder of its own.</param>
    /// <exception cref="NewFolderException">They cannot be written, or something came to lie there.</exception>
    public static void Write(string folder, IEnumerable<KeyValuePair<string, string>> files)
    {
        var beside = "";
        try
        {
            var full = Path.TrimEndingDirectorySeparator(CommandFiles.Real(folder));
            var above = Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full).FullName;
            beside = Path.Combine(above, $".{Path.GetRandomFileName()}");
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(beside, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            if (Directory.Exists(full))
                Directory.Delete(full);
            Directory.Move(beside, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
            var why = FileTrouble.Of(e);
            throw new NewFolderException(new($"the folder '{folder}' cannot be written: {why.En}", $"无法写入文件夹“{folder}”：{why.Zh}"));
        }
    }
}

/// <summary>A new folder could not be written.</summary>
internal sealed class NewFolderException(BilingualText words) : CommandException(words);
