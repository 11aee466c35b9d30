using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>How far mutants are looked at. Results depend on neither <see cref="Workers"/> nor <see cref="Progress"/>.</summary>
public sealed partial record MutantOptions
{
    /// <summary>How many mutants are looked at, at least 1; each so-and-so-many-th of all, so always the same. Null for all of
    /// them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Sample
    {
        get;
        init =>
            field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Look at one at least.");
    }

    /// <summary>How many claims are tried at most to tell a survivor from the rulebook, from 0 (none is looked for); 3,000 where left
    /// out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0.</exception>
    public int Tries
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Try none, or some.");
    } = 3_000;

    /// <summary>How many mutants are looked at at the same time, at least 1; 1 where left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Workers
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one must work.");
    } = 1;

    /// <summary>The language of the name and of the sums of the cases that are told; English where left out.</summary>
    public Language Language
    {
        get;
        init => field = Given.Word(value);
    } = Language.English;

    /// <summary>Is told how many mutants are looked at, and of how many; from any worker. Null for nobody.</summary>
    public IProgress<MutantProgress>? Progress { get; init; }
}

/// <summary>How far the work is.</summary>
/// <param name="Done">How many mutants are looked at.</param>
/// <param name="Of">Of how many.</param>
public sealed partial record MutantProgress(int Done, int Of);
