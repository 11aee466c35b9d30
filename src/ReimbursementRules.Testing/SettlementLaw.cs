using System.Runtime.CompilerServices;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Laws;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Something that holds of every settlement, whatever the policy says; or, where it is optional, of those of a policy that claims
/// it.</summary>
public sealed class SettlementLaw
{
    private static readonly ConditionalWeakTable<Rulebook, TriedRulebook> AllTried = [];

    private readonly Func<MemberYear, LawBreach?> _try;

    private SettlementLaw(string id, BilingualText sentence, bool isOptional, Func<SettlementLaw, MemberYear, LawBreach?> holds)
    {
        (Id, Sentence, IsOptional) = (id, sentence, isOptional);
        _try = year => holds(this, year);
    }

    /// <summary>Its name, such as <c>item_order</c>.</summary>
    public string Id { get; }

    /// <summary>What it says.</summary>
    public BilingualText Sentence { get; }

    /// <summary>Whether it holds only of policies that claim it.</summary>
    public bool IsOptional { get; }

    /// <summary>Tries the law on a claim of a member who has used nothing.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="claim">The claim.</param>
    /// <returns>What broke; null where the law holds, or says nothing of such a claim.</returns>
    /// <exception cref="InputException">The claim is not valid.</exception>
    public LawBreach? Try(Rulebook rulebook, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Try(new(rulebook, [claim]));
    }

    /// <summary>Tries the law on the claims of a member, each with the history before it.</summary>
    /// <param name="year">The claims.</param>
    /// <returns>What broke first; null where the law holds, or says nothing of such claims.</returns>
    /// <exception cref="InputException">A claim is not valid.</exception>
    public LawBreach? Try(MemberYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return _try(year);
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Id;

    /// <summary>A law of the library.</summary>
    internal static SettlementLaw Of(Law law) =>
        new(
            law.Id,
            law.Sentence,
            law.IsOptional,
            (self, year) => Tried(year.Rulebook).Try(law, year.Claims).Broken is { } one ? new(self, one.Claim, one.What) : null
        );

    /// <summary>A law of each claim.</summary>
    internal static SettlementLaw OfEach(string id, string en, string zh, Func<Settlement, BilingualText?> broken) =>
        new(
            id,
            new(en, zh),
            false,
            (law, year) =>
                year
                    .Settled.Select(settlement => (settlement.Claim, What: broken(settlement)))
                    .Where(one => one.What is not null)
                    .Select(one => new LawBreach(law, one.Claim, one.What!))
                    .FirstOrDefault()
        );

    private static TriedRulebook Tried(Rulebook rulebook) =>
        AllTried.GetValue(rulebook, one => new(one, new GridEngine(), new NRulesEngine()));
}
