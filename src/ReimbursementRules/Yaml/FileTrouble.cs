using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Why a file cannot be read or written, in both languages: the platform says it in English.</summary>
internal static class FileTrouble
{
    /// <summary>What systems say of a file, by the number of the error: of Linux, of macOS where it has another, and of Windows.</summary>
    private static readonly Dictionary<int, string> Chinese = new()
    {
        [11] = "文件正被其他程序使用。",
        [35] = "文件正被其他程序使用。",
        [unchecked((int)0x80070020)] = "文件正被其他程序使用。",
        [unchecked((int)0x80070021)] = "文件正被其他程序使用。",
        [20] = "路径中有一段不是文件夹。",
        [21] = "这是文件夹，不是文件。",
        [27] = "文件过大。",
        [28] = "磁盘空间不足。",
        [unchecked((int)0x80070070)] = "磁盘空间不足。",
        [unchecked((int)0x80070027)] = "磁盘空间不足。",
        [30] = "文件系统为只读。",
        [32] = "接收方已关闭管道。",
        [unchecked((int)0x8007006D)] = "接收方已关闭管道。",
        [40] = "链接循环。",
        [62] = "链接循环。",
        [122] = "磁盘配额已用完。",
    };

    /// <summary>Why: as the platform says it, and in Chinese where it is a usual reason.</summary>
    public static BilingualText Of(Exception trouble) =>
        new(
            trouble.Message,
            trouble switch
            {
                UnauthorizedAccessException => "没有访问权限。",
                FileNotFoundException => "文件不存在。",
                DirectoryNotFoundException => "文件夹不存在。",
                PathTooLongException => "路径过长。",
                ArgumentException or NotSupportedException => "路径无效。",
                _ => Chinese.GetValueOrDefault(trouble.HResult) ?? $"系统提示：{trouble.Message}",
            }
        );
}
