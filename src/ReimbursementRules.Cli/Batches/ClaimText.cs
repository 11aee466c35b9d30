using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>One claim of the input, not yet understood.</summary>
/// <param name="Line">The line of the input on which it begins, from 1.</param>
internal abstract record ClaimText(int Line)
{
    /// <summary>The lines of the input on which it stands; none where it is a file of its own.</summary>
    public virtual IReadOnlyList<InputLine> Raw => [];

    /// <exception cref="InputException">It is not a claim.</exception>
    public abstract Claim Read();

    /// <summary>Where in the input a problem of the claim stands.</summary>
    public abstract FilePlace At(FilePlace place);
}

/// <summary>The input cannot be settled at all.</summary>
internal sealed class BatchInputException(BilingualText words) : CommandException(words);
