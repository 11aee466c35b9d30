using ReimbursementRules.Cases;
using ReimbursementRules.Checks;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>A rulebook's folder, whose files are read once, and which is compiled with one change after the other.</summary>
internal sealed class MutantFolder
{
    private readonly string _folder;
    private readonly KeptStore _store = new(PolicyStore.Disk);
    private readonly Dictionary<string, (string Text, SourceText Source)> _files = new(StringComparer.Ordinal);

    /// <exception cref="PolicyException">The files are not a rulebook.</exception>
    public MutantFolder(string folder)
    {
        _folder = folder;
        Original = Rulebook.Load(folder, new GridEngine(), _store);
        var mutants = new List<Mutant>();
        foreach (var name in _store.Names(folder, isBuiltOn: false))
        {
            var text = "";
            if (_store.Read(Path.Combine(folder, name), name, new(), read => text = read) is not { } root)
                continue;
            var source = new SourceText(text);
            _files.Add(name, (text, source));
            if (name == FolderReader.TargetsFile)
                continue;
            mutants.AddRange(MutantFinder.Of(name, root, source, Original));
        }

        mutants.AddRange(Layers());
        Mutants =
        [
            .. mutants
                .OrderBy(mutant => mutant.Place.File, StringComparer.Ordinal)
                .ThenBy(mutant => mutant.Place.Line)
                .ThenBy(mutant => mutant.Place.Column),
        ];
    }

    /// <summary>The rulebook as it is.</summary>
    public Rulebook Original { get; }

    /// <summary>All changes, by file and place. Targets are no part of them: they are what the other files are held against.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>The names of the policy files.</summary>
    public IEnumerable<string> Files => _files.Keys;

    /// <summary>The cases of the folder, read anew: what is noted of one while it runs is no other thread's.</summary>
    public IReadOnlyList<Case> Cases(ProblemLog problems) =>
        [.. FolderReader.CaseFiles(_folder).SelectMany(path => CaseKinds.ReadFile(path, problems))];

    /// <summary>The rulebook with a change; null where the loader refuses it.</summary>
    public Rulebook? Load(MutantWay way)
    {
        var changed = TextsOf(way).ToDictionary(file => FullPath(file.Name), file => file.Text, StringComparer.Ordinal);
        try
        {
            return Rulebook.Load(_folder, new GridEngine(), _store.With(changed));
        }
        catch (PolicyException)
        {
            return null;
        }
    }

    /// <summary>The files that a change writes anew.</summary>
    public IEnumerable<(string Name, string Text)> TextsOf(MutantWay way) =>
        way.Swapped is var (one, other)
            ? [(one, _files[other].Text), (other, _files[one].Text)]
            : way.Edits.Select(file => (file.File, _files[file.File].Source.With(file.Edits)));

    /// <summary>Runs a case with a rulebook, whose tables are held against its targets once a case asks for it.</summary>
    public static CaseResult Run(Rulebook rulebook, Case one, ref IReadOnlyList<TargetResult>? targets)
    {
        if (one is TargetCase)
            targets ??= rulebook.Measure();
        return CaseKinds.Run(rulebook, one, targets ?? []);
    }

    /// <summary>Layers that follow one another, in each other's turn.</summary>
    private IEnumerable<Mutant> Layers()
    {
        List<string> layers = [.. _files.Keys.Where(name => Turn(name) >= 2).OrderBy(Turn)];
        return layers
            .Zip(layers.Skip(1))
            .Select(pair => new Mutant(
                new(pair.First, 1, 1),
                MutantContext.None,
                [new(MutantWords.LayersSwapped(pair.First, pair.Second), []) { Swapped = pair }]
            ));
    }

    private string FullPath(string name) => Path.GetFullPath(Path.Combine(_folder, name));

    private static int Turn(string name) =>
        name.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 3 and var dash && Digits.TryParseWhole(name[..dash], out var turn)
            ? (int)turn
            : -1;
}
