using System.Collections.Immutable;
using ReimbursementRules.Cases;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Whether the cases of a folder would notice what could be wrong in its files.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Rulebook">The rulebook; null where its files have problems.</param>
public sealed partial record MutantReport(string Folder, Rulebook? Rulebook)
{
    /// <inheritdoc cref="MutantReport" path="/param[@name='Folder']/node()"/>
    public string Folder
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Folder);

    /// <summary>What is wrong in the policy or case files; no mutant is looked at then.</summary>
    public ImmutableArray<Problem> Problems
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>The cases that fail as it is; no mutant is looked at then, since they would fail with each.</summary>
    public ImmutableArray<CaseResult> FailedCases
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>How many cases the mutants were run against; those that are unsigned are not among them.</summary>
    public int Cases { get; init; }

    /// <summary>How many cases are unsigned.</summary>
    public int UnsignedCases { get; init; }

    /// <summary>How many mutants there are; those that were looked at may be a sample.</summary>
    public int Mutants { get; init; }

    /// <summary>What came of each policy file, in the order of their names; files without a mutant are left out.</summary>
    public ImmutableArray<MutantScore> Files
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>The mutants that no case noticed, by file and place; those that are proved equal to the rulebook are among them.</summary>
    public ImmutableArray<Survivor> Survivors
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>What came of all files together.</summary>
    public MutantScore Total => Files.Aggregate(new MutantScore("", 0, 0, 0, 0), (sum, file) => sum.Plus(file));
}

/// <summary>What came of the mutants of a file.</summary>
/// <param name="File">The name of the file; empty for all files together.</param>
/// <param name="Killed">How many were killed: a case failed.</param>
/// <param name="Survived">How many were noticed by no case, and are not proved equal.</param>
/// <param name="Equal">How many are proved equal to the rulebook: every claim settles as before.</param>
/// <param name="Refused">How many the loader refuses, so that they can do no harm.</param>
public sealed partial record MutantScore(string File, int Killed, int Survived, int Equal, int Refused)
{
    /// <inheritdoc cref="MutantScore" path="/param[@name='File']/node()"/>
    public string File
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(File);

    /// <summary>The share of those killed among all that load and are not proved equal, cut to 0.01%; null where there is
    /// none.</summary>
    public Rate? Score =>
        (long)Killed + Survived is > 0 and var all ? Rate.Percent(decimal.Floor((decimal)Killed * 10_000 / all) / 100) : null;

    /// <summary>Whether the exact share is at least a percentage; so it is where there is nothing to score.</summary>
    /// <param name="percent">The percentage, from 0 to 100, with any decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is below 0 or above 100.</exception>
    public bool IsAtLeast(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return Killed * 100m >= percent * ((long)Killed + Survived);
    }

    internal MutantScore Plus(MutantScore other) =>
        new(File, Killed + other.Killed, Survived + other.Survived, Equal + other.Equal, Refused + other.Refused);
}

/// <summary>A mutant that no case noticed.</summary>
/// <param name="Place">Where something was changed.</param>
/// <param name="Change">What was changed, in words.</param>
public sealed partial record Survivor(FilePlace Place, BilingualText Change)
{
    /// <inheritdoc cref="Survivor" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="Survivor" path="/param[@name='Change']/node()"/>
    public BilingualText Change
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Change);

    /// <summary>True where it is proved that every claim settles as before.</summary>
    public bool IsEqual { get; init; }

    /// <summary>The smallest claim that was found to tell the two apart, as a case of a case file, marked <c>unsigned: true</c>; it passes
    /// with the rulebook and fails with the mutant. Survivors in one place may have the same, which then names each. Null where none was
    /// found.</summary>
    public string? Case { get; init; }

    /// <summary>How many claims were tried.</summary>
    public int Tried { get; init; }
}
