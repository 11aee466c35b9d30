using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Something that holds of every settlement, whatever the policy says; or, where it is optional, of those of a policy that claims
/// it.</summary>
public sealed class SettlementLaw
{
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

    /// <summary>A law of each claim.</summary>
    internal static SettlementLaw OfEach(string id, string en, string zh, Func<LawTrial, BilingualText?> broken, bool isOptional = false) =>
        new(
            id,
            new(en, zh),
            isOptional,
            (law, year) =>
                year
                    .Settled.Select(settlement => (settlement.Claim, What: broken(new(year.Rulebook, settlement))))
                    .Where(one => one.What is not null)
                    .Select((one, _) => new LawBreach(law, one.Claim, one.What!))
                    .FirstOrDefault()
        );

    /// <summary>A law of all claims of a member together.</summary>
    internal static SettlementLaw OfYear(string id, string en, string zh, Func<MemberYear, (Claim Claim, BilingualText What)?> broken) =>
        new(id, new(en, zh), false, (law, year) => broken(year) is { } one ? new(law, one.Claim, one.What) : null);
}
