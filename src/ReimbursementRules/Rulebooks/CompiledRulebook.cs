using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>A rulebook ready to settle claims: checked, its names bound, its tables indexed. Immutable.</summary>
internal sealed class CompiledRulebook(
    Policy policy,
    Legend legend,
    IReadOnlyList<AskedFact> asked,
    IRuleMatcher ofClaim,
    IRuleMatcher ofItem,
    int claimTables,
    int itemTables,
    IReadOnlyList<Gate> gates,
    Catalogue catalogue,
    IReadOnlyList<Layer> layers,
    int admissionsSlot)
{
    public Policy Policy => policy;
    public Legend Legend => legend;
    public IReadOnlyList<AskedFact> Asked => asked;
    public BenefitYear Year => policy.Index.Year;
    public DecidingDay DecidedBy => policy.Index.DecidedBy;
    public RoundingUnit RoundEach => policy.Index.RoundEach;
    public int ItemTables => itemTables;

    /// <summary>Settles a claim.</summary>
    /// <exception cref="ClaimException">The claim or the history is not valid; nothing was settled.</exception>
    public Settlement Settle(Claim claim, History history)
    {
        var problems = new List<Problem>();
        var used = UsedBefore.From(history, legend, problems);
        ClaimChecks.Check(claim, this, problems);
        if (problems.Count > 0)
            throw new ClaimException(problems);

        var settling = Matched(claim, used, problems);
        if (problems.Count > 0)
            throw new ClaimException(problems);
        var cuts = Cutting.Cut(settling, gates, catalogue, legend, policy.Index.Calendar);
        settling.Ledger = new(legend, claim.Items, cuts.Items);
        Cutting.PassToLiable(settling, cuts);
        var skipped = cuts.RefusedBy >= 0
            ? [.. layers.Select(layer => (layer.Index, SkipReason.Refused))]
            : RunLayers(settling);
        if (claim.Setting == Setting.Inpatient && cuts.RefusedBy < 0)
            settling.Use(admissionsSlot, 1);
        return new(claim, settling.Ledger, new(cuts.Status, [.. settling.Findings], skipped, history, settling.Used));
    }

    /// <summary>Asks the claim and its items for every fact, and lets the engine choose the rows.</summary>
    private Settling Matched(Claim claim, UsedBefore used, List<Problem> problems)
    {
        var claimRows = new int[claimTables];
        var itemRows = new int[claim.Items.Length * itemTables];
        var settling = new Settling(this, claim, used, claimRows, itemRows);
        var yearStart = Year.Start(Period.Year, settling.Day(DecidedBy));
        var admissionsBefore = (int)settling.Before(admissionsSlot);
        Span<int> codes = stackalloc int[asked.Count];
        Ask(new(claim, null, admissionsBefore, yearStart), ofItems: false, codes, problems);
        for (var item = 0; item < claim.Items.Length; item++)
            Ask(new(claim, claim.Items[item], admissionsBefore, yearStart), ofItems: true, codes, problems);
        if (problems.Count > 0)
            return settling;
        ofClaim.Match(new(codes), claimRows);
        for (var item = 0; item < claim.Items.Length && itemTables > 0; item++)
        {
            Ask(new(claim, claim.Items[item], admissionsBefore, yearStart), ofItems: true, codes, problems);
            ofItem.Match(new(codes), itemRows.AsSpan(item * itemTables, itemTables));
        }

        ClaimChecks.CheckRates(claim, settling, catalogue, problems);
        return settling;
    }

    private void Ask(in Asked question, bool ofItems, Span<int> codes, List<Problem> problems)
    {
        foreach (var fact in asked)
            if (fact.Fact.IsOfItem == ofItems && (codes[fact.Index] = fact.CodeOf(question)) < 0)
                problems.Add(ClaimChecks.Missing(question, fact, codes[fact.Index]));
    }

    private List<(int, SkipReason)> RunLayers(Settling settling)
    {
        var why = new SkipReason?[layers.Count];
        foreach (var layer in layers)
            why[layer.Index] = layer.WhyNot(settling);
        foreach (var layer in layers)
            if (layer.InsteadOf is { } replaced && why[layer.Index] is null)
                why[replaced] ??= SkipReason.Replaced;
        var skipped = new List<(int, SkipReason)>();
        foreach (var layer in layers)
            if (why[layer.Index] is { } reason)
                skipped.Add((layer.Index, reason));
            else
                layer.Run(settling);
        return skipped;
    }
}

/// <summary>A gate, compiled.</summary>
internal sealed record Gate(GateVerdict Then, int? Liable, int? DueWorkingDays, Table<bool> Hits);

/// <summary>The catalogue, compiled.</summary>
internal sealed record Catalogue(CeilingRule Ceiling, Table<CatalogueRow> Rows);

/// <summary>What the catalogue says of an item: outside the scope, or a first share, which may be the item's own.</summary>
internal readonly record struct CatalogueRow(bool IsOutside, bool IsOwn, Rate FirstSelfPay)
{
    public static CatalogueRow Outside { get; } = new(true, false, Rate.None);
    public static CatalogueRow Own { get; } = new(false, true, Rate.None);
}
