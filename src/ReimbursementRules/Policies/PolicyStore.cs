using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Where the files of a rulebook are. Paths are joined with the names that <see cref="Names"/> gives.</summary>
internal abstract class PolicyStore
{
    /// <summary>The files on the disk, read anew each time.</summary>
    public static PolicyStore Disk { get; } = new OnDisk();

    /// <summary>Whether there is such a folder.</summary>
    public abstract bool HasFolder(string folder);

    /// <summary>Whether there is such a file.</summary>
    public abstract bool HasFile(string path);

    /// <summary>The names of all that is in a folder, as <see cref="FileNames.Of"/>.</summary>
    /// <param name="folder">The folder, which is there.</param>
    /// <param name="isBuiltOn">Whether a rulebook builds on it.</param>
    public abstract List<string> Names(string folder, bool isBuiltOn);

    /// <summary>Reads a file; null after a problem.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <param name="told">Is told the text.</param>
    public abstract Node? Read(string path, string name, ProblemLog problems, Action<string>? told = null);

    private sealed class OnDisk : PolicyStore
    {
        public override bool HasFolder(string folder) => Directory.Exists(folder);

        public override bool HasFile(string path) => File.Exists(path);

        public override List<string> Names(string folder, bool isBuiltOn) => FileNames.Of(folder, isBuiltOn);

        public override Node? Read(string path, string name, ProblemLog problems, Action<string>? told = null) =>
            NodeReader.ReadFile(path, problems, name, told);
    }
}

/// <summary>The files of another store, each read once, some of them with another text. Safe to share between threads.</summary>
internal sealed class KeptStore : PolicyStore
{
    private readonly PolicyStore _behind;
    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<(string, bool), List<string>> _names;
    private readonly IReadOnlyDictionary<string, string> _changed;

    public KeptStore(PolicyStore behind)
        : this(behind, new(StringComparer.Ordinal), [], new Dictionary<string, string>()) { }

    private KeptStore(
        PolicyStore behind,
        Dictionary<string, string> texts,
        Dictionary<(string, bool), List<string>> names,
        IReadOnlyDictionary<string, string> changed
    ) => (_behind, _texts, _names, _changed) = (behind, texts, names, changed);

    /// <summary>The same files, where some have another text.</summary>
    /// <param name="changed">The texts by the full path of their file.</param>
    public KeptStore With(IReadOnlyDictionary<string, string> changed) => new(_behind, _texts, _names, changed);

    public override bool HasFolder(string folder) => _behind.HasFolder(folder);

    public override bool HasFile(string path) => _behind.HasFile(path);

    public override List<string> Names(string folder, bool isBuiltOn)
    {
        lock (_names)
        {
            if (!_names.TryGetValue((folder, isBuiltOn), out var names))
                _names.Add((folder, isBuiltOn), names = _behind.Names(folder, isBuiltOn));
            return [.. names];
        }
    }

    public override Node? Read(string path, string name, ProblemLog problems, Action<string>? told = null)
    {
        var full = Path.GetFullPath(path);
        if (_changed.GetValueOrDefault(full) is { } changed)
            return OfText(name, changed, problems, told);
        lock (_texts)
            if (_texts.TryGetValue(full, out var kept))
                return OfText(name, kept, problems, told);
        return _behind.Read(
            path,
            name,
            problems,
            text =>
            {
                lock (_texts)
                    _texts[full] = text;
                told?.Invoke(text);
            }
        );
    }

    private static Node? OfText(string name, string text, ProblemLog problems, Action<string>? told)
    {
        told?.Invoke(text);
        return NodeReader.ReadText(name, text, problems);
    }
}
