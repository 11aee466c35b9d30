namespace ReimbursementRules.Yaml;

/// <summary>What lies at a path, told before it is opened.</summary>
internal static class FileOnDisk
{
    /// <summary>What Unix systems say of an attempt to write where nothing can be written.</summary>
    private const int ReadOnlyFileSystem = 30;

    /// <summary>Whether a path leads to a pipe, a device or the like: to open or read it may wait without end.</summary>
    /// <remarks>Such things have no length, and no place in them can be sought. Opened for writing too, a pipe does not wait. What is
    /// empty and cannot be written is read like any file, unless it cannot be told from a pipe. What a shell hands in as
    /// <c>/dev/fd/N</c> is a link whose target has a name, and no place, on the disk.</remarks>
    public static bool HasNoEnd(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var isOnDisk = File.Exists(target);
        if (isOnDisk && new FileInfo(target).Length > 0)
            return false;
        var real = isOnDisk ? target : path;
        try
        {
            using var probe = new FileStream(real, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            return !probe.CanSeek || (probe.Length == 0 && IsDevice(real));
        }
        catch (IOException e)
        {
            return e.HResult != ReadOnlyFileSystem;
        }
        catch (UnauthorizedAccessException)
        {
            return File.GetUnixFileMode(real) is var mode && !IsReadOnly(mode);
        }
    }

    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static bool IsReadOnly(UnixFileMode mode) =>
        (mode & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == UnixFileMode.None;
}
