using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>Bands by item are counted over the items of each row, so that a row cut in two, or two made one, moves money: comparisons tell
/// it.</summary>
public sealed class SplitRowTests
{
    private const string Bands = "value: [ { above: 0, rate: 50% }, { above: 1_000, rate: 80% } ]";

    private const string Said = "[{ above: 0, rate: 50% }, { above: 1000, rate: 80% }]";

    private static readonly string Together = $"{{ when: {{ item.kind: [drug, bed] }}, {Bands} }}, {{ otherwise: true, value: 10% }}";

    private static readonly string Apart =
        $"{{ when: {{ item.kind: drug }}, {Bands} }}, {{ when: {{ item.kind: bed }}, {Bands} }}, {{ otherwise: true, value: 10% }}";

    /// <summary>2,000 for drugs and 2,000 for the bed: together 1,000 × 50% + 3,000 × 80% = 2,900; apart 1,300 each.</summary>
    [Fact]
    public void Row_CutInTwo_MovesMoneyAndIsTold()
    {
        var (together, apart) = (Of(Together), Of(Apart));
        var claim = TestClaim.Stay(TestClaim.A(2_000) with { Kind = ItemKind.Drug }, TestClaim.A(2_000) with { Kind = ItemKind.Bed });
        (together.Settle(claim).Fund(), apart.Settle(claim).Fund()).ShouldBe((2_900m, 2_600m));
        RulebookComparison
            .Of(together, apart)
            .CaseLines()
            .ShouldBe([
                $"basic.share.table {{item.kind: drug}}: {Said}, items: {{ item.kind: [drug, bed] }} → {Said}, items: "
                    + "{ item.kind: drug }",
                $"basic.share.table {{item.kind: bed}}: {Said}, items: {{ item.kind: [drug, bed] }} → {Said}, items: {{ item.kind: bed }}",
            ]);
    }

    [Fact]
    public void Rows_MadeOne_AreToldTheOtherWayRound()
    {
        var there = RulebookComparison.Of(Of(Together), Of(Apart)).Changes;
        var back = RulebookComparison.Of(Of(Apart), Of(Together)).Changes;
        back.Select(change => (change.Before?.Says, change.After?.Says))
            .ShouldBe(there.Select(change => (change.After?.Says, change.Before?.Says)));
    }

    /// <summary>Rows in another order, with other words for the same, or cut by a fact of the claim, count the same items
    /// together.</summary>
    [Fact]
    public void Rows_ThatCountTheSameItems_AreNoChange()
    {
        var byClaim =
            $"{{ when: {{ item.kind: [bed, drug], emergency: yes }}, {Bands} }}, "
            + $"{{ when: {{ item.kind: [drug, bed], emergency: no }}, {Bands} }}, {{ otherwise: true, value: 10% }}";
        RulebookComparison.Of(Of(Together), Of(byClaim)).Changes.ShouldBeEmpty();
        RulebookComparison
            .Of(Of(Together), Of($"{{ otherwise: true, value: 10% }}, {{ when: {{ item.kind: [bed, drug] }}, {Bands} }}"))
            .Changes.ShouldBeEmpty();
    }

    /// <summary>A row for every item of which some are taken out: for an emergency alone.</summary>
    [Fact]
    public void Row_CutForSomeClaims_IsToldForThem()
    {
        var rows =
            $"{{ when: {{ item.kind: drug, emergency: yes }}, {Bands} }}, "
            + $"{{ when: {{ item.kind: {{ not: drug }}, emergency: yes }}, {Bands} }}, {{ when: {{ emergency: no }}, {Bands} }}";
        RulebookComparison
            .Of(Of(null), Of(rows))
            .CaseLines()
            .ShouldBe(
                [
                    $"basic.share.table {{item.kind: drug; emergency: yes}}: {Said}, items: all → {Said}, items: {{ item.kind: drug }}",
                    $"basic.share.table {{item.kind: {{ not: drug }}; emergency: yes}}: {Said}, items: all → {Said}, items: "
                        + "{ item.kind: { not: drug } }",
                ],
                ignoreOrder: true
            );
    }

    /// <summary>A change of the rate that is split cuts the bands too: 500 for drugs and 1,500 for the bed at 50%, and 80% above
    /// 1,000.</summary>
    [Fact]
    public void RowOfAChange_CutInTwo_IsTold()
    {
        var (one, two) = (
            Changed("{ otherwise: true, add: 5% }"),
            Changed("{ when: { item.kind: drug }, add: 5% }, { otherwise: true, add: 5% }")
        );
        var claim = TestClaim.Stay(TestClaim.A(500) with { Kind = ItemKind.Drug }, TestClaim.A(1_500) with { Kind = ItemKind.Bed });
        (one.Settle(claim).Fund(), two.Settle(claim).Fund()).ShouldBe((550m + 850m, 275m + 550m + 425m));
        RulebookComparison
            .Of(one, two)
            .CaseLines()
            .ShouldBe(
                [
                    "basic.share.adjust.1 {item.kind: drug}: add: 5%, items: all → add: 5%, items: { item.kind: drug }",
                    "basic.share.adjust.1 {item.kind: { not: drug }}: add: 5%, items: all → add: 5%, items: { item.kind: { not: drug } }",
                ],
                ignoreOrder: true
            );
    }

    /// <summary>Where the day of service decides, a value that is stated again from a later day is counted apart from then on.</summary>
    [Fact]
    public void Value_StatedAgainByService_IsTold()
    {
        var (once, again) = (ByService(""), ByService($", 2020-06-01: {{ {Bands}, reference: Town order 2 }}"));
        var claim = TestClaim.Stay(TestClaim.A(1_000) with { Date = new(2020, 5, 31) }, TestClaim.A(1_000) with { Date = new(2020, 6, 1) });
        (once.Settle(claim).Fund(), again.Settle(claim).Fund()).ShouldBe((1_300m, 1_000m));
        RulebookComparison.Of(once, again).Changes.ShouldNotBeEmpty();
    }

    /// <summary>A deductible of each item is of it alone, whatever its row: rows cut in two are no change.</summary>
    [Fact]
    public void RowOfADeductible_CutInTwo_IsNoChange() =>
        RulebookComparison
            .Of(
                Deductible("{ when: { item.kind: [drug, bed] }, value: 10 }, { otherwise: true, value: 20 }"),
                Deductible(
                    "{ when: { item.kind: drug }, value: 10 }, { when: { item.kind: bed }, value: 10 }, { otherwise: true, value: 20 }"
                )
            )
            .Changes.ShouldBeEmpty();

    private static Rulebook Of(string? rows) => Town.Of(Town.Basic(StepText.TiersOf(rows is null ? Bands : $"rows: [ {rows} ]")));

    private static Rulebook Changed(string rows) =>
        Town.Of(
            Town.Basic(
                $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated(Bands)}, adjust: [ "
                    + $"{StepText.Dated($"rows: [ {rows} ]")} ] }}"
            )
        );

    private static Rulebook ByService(string later) =>
        Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "decided_by: service",
                $"{{ id: share, kind: tiers, edges: after_deductible, table: {{ 2020-01-01: {{ {Bands}, reference: "
                    + $"Town order }}{later} }} }}"
            )
        );

    private static Rulebook Deductible(string rows) =>
        Town.Of(Town.Basic(StepText.DeductibleOf("item", $"rows: [ {rows} ]"), StepText.Tiers("50%")));
}
