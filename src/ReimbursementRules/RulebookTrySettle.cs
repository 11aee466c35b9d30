using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules;

/// <content>Settling that answers instead of throwing, and what claims must state for it.</content>
public sealed partial class Rulebook
{
    /// <summary>The facts that its tables ask of claims and items, with who asks them: what gates and the catalogue ask first.</summary>
    public ImmutableArray<PolicyFact> Facts => FactUses.Of(_compiled);

    /// <summary>As <see cref="Settle(Claim, History)"/>, with the problems as an answer in place of an exception.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member has used before.</param>
    /// <param name="settlement">The settlement; null where the claim or the history is not valid.</param>
    /// <param name="problems">What is wrong, as <see cref="ProblemException.Problems"/> would have it; empty where it is settled.</param>
    /// <returns>Whether the claim is settled.</returns>
    /// <remarks>Only what <see cref="Settle(Claim, History)"/> throws as an <see cref="InputException"/> becomes an answer; what an
    /// observer throws does not.</remarks>
    /// <exception cref="ArgumentNullException">The claim or the history is null.</exception>
    public bool TrySettle(
        Claim claim,
        History history,
        [NotNullWhen(true)] out Settlement? settlement,
        out ImmutableArray<Problem> problems
    )
    {
        try
        {
            (settlement, problems) = (Settle(claim, history), []);
            return true;
        }
        catch (InputException e)
        {
            (settlement, problems) = (null, [.. e.Problems]);
            return false;
        }
    }

    /// <summary>What <see cref="Settle(Claim, History)"/> would say of a claim and a history; empty where it would settle them.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member has used before.</param>
    /// <remarks>Nothing comes of it: no settlement, and the observer of <see cref="Observed"/> is told nothing. Rules of
    /// <see cref="WithRules"/> are asked, since they may fail.</remarks>
    /// <exception cref="ArgumentNullException">The claim or the history is null.</exception>
    public ImmutableArray<Problem> Validate(Claim claim, History history)
    {
        var unobserved = _observer is null ? this : new(_policy, _parts, Contracts, Contributions, _engine, _own, null);
        unobserved.TrySettle(claim, history, out _, out var problems);
        return problems;
    }
}
