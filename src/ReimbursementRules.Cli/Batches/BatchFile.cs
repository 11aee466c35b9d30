namespace ReimbursementRules.Cli.Batches;

/// <summary>A file that a batch writes aside and moves into its place at the end, so that an earlier result stays until there is a whole
/// new one.</summary>
/// <remarks>What a stop or a crash leaves lies aside, and <c>--resume</c> goes on with it. Where nothing lies aside, it goes on with the
/// file itself.</remarks>
internal sealed class BatchFile : IDisposable
{
    private readonly string _path;
    private readonly string _written;
    private readonly FileStream _stream;

    private BatchFile(string path, string written, FileMode mode)
    {
        (_path, _written) = (path, written);
        _stream = new(written, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    public FileStream Stream => _stream;

    /// <summary>Whether it is written aside, and not in its place.</summary>
    public bool IsAside => _written != _path;

    /// <summary>Where a file is written until it is whole.</summary>
    public static string Aside(string path) => $"{path}.part";

    public static BatchFile Open(string path, bool resume)
    {
        var real = CommandFiles.Real(path);
        if (File.Exists(real) && (IsNothingToKeep(real) || (resume && !File.Exists(Aside(real)))))
            return new(real, real, resume ? FileMode.OpenOrCreate : FileMode.Create);
        if (!resume)
            File.Delete(Aside(real));
        // A file that is emptied, and not new, is written to the disk before it can be closed.
        return new(real, Aside(real), resume ? FileMode.OpenOrCreate : FileMode.CreateNew);
    }

    /// <summary>Moves the file into its place: it is whole.</summary>
    public void Keep()
    {
        _stream.Dispose();
        if (IsAside)
            File.Move(_written, _path, overwrite: true);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Whether the file is empty, and no earlier run left anything aside.</summary>
    private static bool IsNothingToKeep(string path) => new FileInfo(path).Length == 0 && !File.Exists(Aside(path));
}
