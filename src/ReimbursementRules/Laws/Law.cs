using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>Something that holds of every settlement, whatever the policy says; or, where it is optional, of those of a policy that claims
/// it. It is tried by <see cref="TriedRulebook.Try"/>.</summary>
public sealed partial class Law
{
    private readonly Func<LawYear, LawOutcome> _try;

    private Law(string id, BilingualText sentence, bool isOptional, Func<LawYear, LawOutcome> tried) =>
        (Id, Sentence, IsOptional, _try) = (id, sentence, isOptional, tried);

    /// <summary>Its name, such as <c>item_order</c>.</summary>
    public string Id { get; }

    /// <summary>What it says.</summary>
    public BilingualText Sentence { get; }

    /// <summary>Whether it holds only of policies that claim it.</summary>
    public bool IsOptional { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Id;

    internal LawOutcome Tried(LawYear year) => _try(year);

    /// <summary>A law of each claim.</summary>
    private static Law OfEach(string id, string en, string zh, Func<LawTrial, LawFinding> broken, bool isOptional = false) =>
        new(id, new(en, zh), isOptional, year => Each(year, broken));

    /// <summary>The first breach, or where breaches have an amount the largest.</summary>
    private static LawOutcome Each(LawYear year, Func<LawTrial, LawFinding> broken)
    {
        var (claims, found) = (0, (BrokenLaw?)null);
        foreach (var settlement in year.Settled())
        {
            var finding = broken(new(year.Tried, settlement));
            claims += finding.IsAsked ? 1 : 0;
            if (finding.What is { } what && (found is null || finding.By > found.By))
                found = new(settlement.Claim, what, finding.By);
        }

        return new(claims, found);
    }

    /// <summary>A law of all claims of a member together.</summary>
    private static Law OfYear(string id, string en, string zh, Func<LawYear, LawOutcome> broken) => new(id, new(en, zh), false, broken);
}

/// <summary>What a law finds of one settlement.</summary>
/// <param name="IsAsked">Whether the law says something of it.</param>
/// <param name="What">What broke; null where nothing did.</param>
/// <param name="By">By how much; null where that has no amount.</param>
internal readonly record struct LawFinding(bool IsAsked, BilingualText? What, Money? By = null)
{
    /// <summary>The law says nothing of the settlement.</summary>
    public static LawFinding NotAsked => default;

    /// <summary>The law was tried, and this broke; null for nothing.</summary>
    public static implicit operator LawFinding(BilingualText? what) => new(true, what);
}
