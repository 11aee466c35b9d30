using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What a cap cuts off payments for items is borne of the items for which it was paid, to the cent.</summary>
public sealed class CapByItemTests
{
    /// <summary>Half of three times 0.02 is 0.01 for each. Of the one cent that is left the first item has it by its code; so the hospital
    /// bears one of each of the others.</summary>
    [Fact]
    public void Cap_OnEqualItems_CutsThoseOfWhichNothingIsPaidAnyMore() =>
        Borne(Rows("50%", "0%"), OfHospital("0.01"), Item("a", 0.02m), Item("b", 0.02m), Item("c", 0.02m))
            .ShouldBe("a 0.01 0.00, b 0.00 0.01, c 0.00 0.01");

    /// <summary>1,000 and 3,000 at 80%, and 1,000 at 20%: half of 3,400 is cut, which is half of each.</summary>
    [Fact]
    public void Cap_OnItemsOfARow_CutsEachByWhatIsPaidForIt() =>
        Borne(Rows("80%", "20%"), OfHospital("1_700"), Item("a", 1_000), Item("b", 3_000), Item("c", 1_000, essential: false))
            .ShouldBe("a 400.00 400.00, b 1200.00 1200.00, c 100.00 100.00");

    /// <summary>1.00 is paid for each, and one cent is too much: the row of the item that comes first by its code loses it, wherever the
    /// row stands.</summary>
    [Theory]
    [Example("{ when: { item.essential: yes }, value: 100% }", "{ when: { item.essential: no }, value: 100% }")]
    [Example("{ when: { item.essential: no }, value: 100% }", "{ when: { item.essential: yes }, value: 100% }")]
    public void Cap_OnRowsThatArePaidAlike_BeginsWithTheFirstItem(string row, string other)
    {
        var rows = StepText.TiersOf($"rows: [ {row}, {other} ]");
        Borne(rows, OfHospital("1.99"), Item("b", 1), Item("a", 1, essential: false)).ShouldBe("b 1.00 0.00, a 0.99 0.01");
        Borne(rows, OfHospital("1.99"), Item("a", 1), Item("b", 1, essential: false)).ShouldBe("a 0.99 0.01, b 1.00 0.00");
    }

    /// <summary>1.00 is paid for the first row's two items and 1.00 for the other's: the row that has the first of all by its code loses
    /// the cent, wherever that stands in the bill, and its later item at that.</summary>
    [Fact]
    public void Cap_OnARowOfSeveralItems_IsInItsTurnByTheFirstOfThem()
    {
        var rows = Rows("100%", "100%");
        var (a, c, b) = (Item("a", 0.5m), Item("c", 0.5m), Item("b", 1, essential: false));
        Borne(rows, OfHospital("1.99"), a, c, b).ShouldBe("a 0.50 0.00, c 0.49 0.01, b 1.00 0.00");
        Borne(rows, OfHospital("1.99"), c, a, b).ShouldBe("c 0.49 0.01, a 0.50 0.00, b 1.00 0.00");
        Borne(rows, OfHospital("1.99"), b, c, a).ShouldBe("b 1.00 0.00, c 0.49 0.01, a 0.50 0.00");
    }

    /// <summary>2,000 at 50% up to 1,000 and 90% above pay 1,400, and 2,000 at 50% pay 1,000; half of each is cut. 700 of the one come off
    /// its upper band, where they paid for 777.78; 500 of the other paid for 1,000.</summary>
    [Fact]
    public void Cap_ThatCutsTheCost_LeavesItWithTheItemsForWhichItWasPaid() =>
        PaidFor("[ { above: 0, rate: 50% }, { above: 1_000, rate: 90% } ]", "1_200", Item("a", 2_000), Item("b", 2_000, essential: false))
            .ShouldBe("a 700.00 777.78, b 500.00 1000.00");

    /// <summary>So it is of amounts whose products leave 64 bits.</summary>
    [Fact]
    public void Cap_ThatCutsTheCostOfLargeAmounts_LeavesItWithTheItems() =>
        PaidFor("50%", "1_000_000_000", Item("a", 2_000_000_000), Item("b", 2_000_000_000, essential: false))
            .ShouldBe("a 500000000.00 1000000000.00, b 500000000.00 1000000000.00");

    /// <summary>1,500 at 80% up to 1,000 and nothing above pay 800, and 1,000 at 50% pay 500; half of each is cut. The 500 in the band of
    /// nothing lie beyond with the 500 for which 400 were paid, and belong to that item alone.</summary>
    [Fact]
    public void Cap_ThatCutsTheCost_LeavesABandOfNothingWithItsItem() =>
        PaidFor("[ { above: 0, rate: 80% }, { above: 1_000, rate: 0% } ]", "650", Item("a", 1_500), Item("b", 1_000, essential: false))
            .ShouldBe("a 400.00 1000.00, b 250.00 500.00");

    /// <summary>Nothing up to 1,000 and 80% above: of 1,500 the fund would pay 400. 200 of them are cut off, which pay for 250; the first
    /// 1,000 are the patient's share.</summary>
    [Fact]
    public void Cap_ThatCutsTheCost_LeavesABandOfNothingBelowIt()
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("[ { above: 0, rate: 0% }, { above: 1_000, rate: 80% } ]"), CuttingCost("200")))
            .Settle(TestClaim.Stay(1_500));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((200, 250, 1_050));
    }

    /// <summary>3,000 as they were at first, of which the patient holds 1,200: 80% of 1,000 are 800, of which 400 are cut off with 2,500 of
    /// the cost. All that is left lies beyond.</summary>
    [Fact]
    public void Cap_ThatCutsMoreOfTheCostThanIsHeld_LeavesWhatIsHeld()
    {
        var settlement = Town.Of(
                Town.Layer("first", "aid", "in_scope", "rest: unchanged", StepText.Tiers("60%")),
                Town.Layer(
                    "basic",
                    "fund",
                    "{ parts: [in_scope], as: original }",
                    "items: { item.essential: yes }",
                    StepText.Tiers("[ { above: 0, rate: 80% }, { above: 1_000, rate: 0% } ]"),
                    CuttingCost("400")
                )
            )
            .Settle(TestClaim.Stay(Item("a", 3_000)));
        (settlement.Aid(), settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((1_800, 400, 800, 0));
    }

    private static string Rows(string essential, string other) =>
        StepText.TiersOf(
            $"rows: [ {{ when: {{ item.essential: yes }}, value: {essential} }}, {{ when: {{ item.essential: no }}, value: {other} }} ]"
        );

    private static string OfHospital(string limit) =>
        $"{{ id: cap, kind: cap, of: payment, beyond: hospital, per: claim, amount: {StepText.Dated($"value: {limit}")} }}";

    private static string CuttingCost(string limit) =>
        $"{{ id: cap, kind: cap, of: payment, cuts: cost, per: claim, amount: {StepText.Dated($"value: {limit}")} }}";

    private static FeeItem Item(string code, decimal amount, bool essential = true) =>
        TestClaim.A(amount) with
        {
            Code = code,
            Essential = essential,
        };

    /// <summary>What the fund pays of each item, and what the hospital bears.</summary>
    private static string Borne(string tiers, string cap, params ReadOnlySpan<FeeItem> items) =>
        OfEach(Town.Of(Town.Basic(tiers, cap)).Settle(TestClaim.Stay(items)), item => $"{item.Payers[0].Amount} {item.Hospital}");

    /// <summary>What the fund pays of each item, and what another pays of the cost beyond its cap.</summary>
    private static string PaidFor(string essential, string limit, params ReadOnlySpan<FeeItem> items) =>
        OfEach(
            Town.Of(
                    Town.Basic(Rows(essential, "50%"), CuttingCost(limit)),
                    Town.Layer("large", "aid", "basic.cap", "", StepText.Tiers("100%"))
                )
                .Settle(TestClaim.Stay(items)),
            item => $"{item.Payers[0].Amount} {item.Payers[1].Amount}"
        );

    private static string OfEach(Settlement settlement, Func<ItemSettlement, string> says) =>
        string.Join(", ", settlement.Items.Select(item => $"{item.Item.Code} {says(item)}"));
}
