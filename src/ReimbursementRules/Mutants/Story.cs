using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Claims of one member, one after another, and what was used before them.</summary>
internal sealed record Story(History Before, ImmutableArray<Claim> Claims)
{
    /// <summary>Whether the claims can be settled one after another: those of several members cannot.</summary>
    public bool IsOfOneMember => Claims.All(claim => claim.Member.Id == Claims[0].Member.Id);

    /// <summary>What comes of each claim.</summary>
    public FoldedClaim[] SettledBy(Rulebook rulebook) => MemberFold.Settle(rulebook, Before, Claims);
}

/// <summary>How much two rulebooks differ about the same claims; more is plainer.</summary>
internal enum Telling
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>In what is used up after the claims.</summary>
    History,

    /// <summary>In the names under which the patient bears something.</summary>
    Parts,

    /// <summary>In who pays, in what was found, or in whether the claim is valid.</summary>
    Payment,
}

/// <summary>Holds what came of the same claims by two rulebooks against each other, as far as cases can expect it.</summary>
internal static class Tellings
{
    public static Telling Of(FoldedClaim[] one, FoldedClaim[] other)
    {
        var telling = Telling.Nothing;
        for (var i = 0; i < one.Length && telling < Telling.Payment; i++)
            telling = (Telling)Math.Max((int)telling, (int)Of(one[i], other[i]));
        return telling;
    }

    /// <param name="one">What the first says of a claim.</param>
    /// <param name="other">What the other says of it. What it uses up under a name that the first does not know tells nothing: no case of
    /// the first can expect it.</param>
    public static Telling Of(FoldedClaim one, FoldedClaim other)
    {
        if (one.Settlement is not { } a || other.Settlement is not { } b)
            return Codes(one) == Codes(other) ? Telling.Nothing : Telling.Payment;
        if (
            a.Patient != b.Patient
            || a.Account != b.Account
            || a.Hospital != b.Hospital
            || a.Status != b.Status
            || Payers(a) is var payers && !payers.SequenceEqual(Payers(b))
            || Findings(a) != Findings(b)
        )
            return Telling.Payment;
        if (!Parts(a).SequenceEqual(Parts(b)))
            return Telling.Parts;
        return Used(a).SequenceEqual(Used(b).Where(used => a.Legend.Slots.Any(slot => slot.What == used.Name)))
            ? Telling.Nothing
            : Telling.History;
    }

    /// <summary>The codes of the problems of a claim that is not valid; null for one that is.</summary>
    public static string? Codes(FoldedClaim claim) =>
        claim.Problems is { } problems ? string.Join(", ", problems.Problems.Select(problem => problem.Code)) : null;

    public static string Findings(Settlement settlement) => string.Join(", ", settlement.Findings.Select(finding => finding.Id));

    /// <summary>What each fund pays, in the order of the rulebook.</summary>
    public static IEnumerable<(string Name, Money Amount)> Payers(Settlement settlement) =>
        settlement.Payers.Select(payer => (payer.Payer, payer.Amount));

    /// <summary>What the patient bears under each name, by name.</summary>
    public static IEnumerable<(string Name, Money Amount)> Parts(Settlement settlement) =>
        settlement
            .Parts.Where(part => part.Patient != Money.Zero)
            .Select(part => (part.Name, part.Patient))
            .OrderBy(part => part.Name, StringComparer.Ordinal);

    /// <summary>What is used up, by name: the sum of amounts, and the number of uses.</summary>
    public static IEnumerable<(string Name, Money Amount, int Times)> Used(Settlement settlement) =>
        settlement
            .History.Entries.GroupBy(entry => entry.What, StringComparer.Ordinal)
            .Select(same => (same.Key, same.Sum(entry => entry.Amount), same.Sum(entry => entry.Times)))
            .OrderBy(used => used.Key, StringComparer.Ordinal);
}
