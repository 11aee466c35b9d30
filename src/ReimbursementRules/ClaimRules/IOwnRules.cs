using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.ClaimRules;

/// <summary>Rules of a program's own. A seam, so that a program without such rules can be trimmed of NRules.</summary>
internal interface IOwnRules
{
    /// <summary>Begins with a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="earlier">The member's claims before it.</param>
    /// <exception cref="InputException">A rule failed.</exception>
    IOwnRulesAtWork Begin(Claim claim, IReadOnlyCollection<Claim> earlier);
}

/// <summary>Rules at work on one claim.</summary>
internal interface IOwnRulesAtWork
{
    /// <summary>What they find before money moves, in the order in which it stands in the settlement.</summary>
    /// <exception cref="InputException">A rule failed.</exception>
    IReadOnlyList<RuleFinding> Before();

    /// <summary>What else they find once the claim is settled: flags.</summary>
    /// <exception cref="InputException">A rule failed, or refuses or holds a claim that is settled already.</exception>
    IReadOnlyList<RuleFinding> After(Settlement settlement);
}
