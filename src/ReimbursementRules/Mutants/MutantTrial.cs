using ReimbursementRules.Cases;
using ReimbursementRules.Targets;

namespace ReimbursementRules.Mutants;

/// <summary>What came of a mutant.</summary>
/// <param name="Counted">As a score of one.</param>
/// <param name="Survivor">What is told of it; null where it was noticed.</param>
internal sealed record MutantOutcome(MutantScore Counted, Survivor? Survivor)
{
    /// <summary>How the change was made.</summary>
    public MutantWay? Way { get; init; }

    /// <summary>The smallest claims that were found to tell it from the rulebook; null where none were.</summary>
    public Story? Story { get; init; }
}

/// <summary>Looks at one mutant after the other. For one thread.</summary>
internal sealed class MutantTrial
{
    private readonly MutantFolder _folder;
    private readonly int _tries;
    private readonly IReadOnlyList<Case> _cases;
    private TellingClaims? _claims;

    public MutantTrial(MutantFolder folder, int tries)
    {
        (_folder, _tries) = (folder, tries);
        _cases = [.. folder.Cases(new()).Where(one => !one.IsUnsigned)];
    }

    public MutantOutcome Of(Mutant mutant)
    {
        foreach (var way in mutant.Ways)
            if (_folder.Load(way) is { } changed)
                return Of(mutant, way, changed);
        return new(new("", 0, 0, 0, 1), null);
    }

    private MutantOutcome Of(Mutant mutant, MutantWay way, Rulebook changed)
    {
        if (IsNoticed(mutant, changed))
            return new(new("", 1, 0, 0, 0), null);
        var survivor = new Survivor(mutant.Place, way.Change);
        if (EqualRulebooks.AreProved(_folder.Original, changed, mutant))
            return new(new("", 0, 0, 1, 0), survivor with { IsEqual = true });
        if (_tries == 0 || !IsOfClaims(mutant.Place.File))
            return new(new("", 0, 1, 0, 0), survivor);
        _claims ??= new(_folder.Original, _cases);
        var (found, tried) = _claims.Find(changed, mutant, _tries);
        return new(new("", 0, 1, 0, 0), survivor with { Tried = tried })
        {
            Way = way,
            Story = found is null ? null : new SmallestStory(_folder.Original, changed).Of(found),
        };
    }

    /// <summary>Whether claims are settled by what a file says; other files are of contracts, contributions and the like.</summary>
    private static bool IsOfClaims(string file) => file is "index.yaml" or "providers.yaml" or "members.yaml" || char.IsAsciiDigit(file[0]);

    /// <summary>The cases of the file that is changed come first: they are likeliest to fail.</summary>
    private bool IsNoticed(Mutant mutant, Rulebook changed)
    {
        string[] own = [Path.ChangeExtension(mutant.Place.File, ".cases.yaml"), Path.ChangeExtension(mutant.Place.File, ".cases.csv")];
        IReadOnlyList<TargetResult>? targets = null;
        foreach (var isOwn in (bool[])[true, false])
        foreach (var one in _cases)
            if (own.Contains(one.Place.File) == isOwn && !MutantFolder.Run(changed, one, ref targets).Passed)
                return true;
        return false;
    }
}
