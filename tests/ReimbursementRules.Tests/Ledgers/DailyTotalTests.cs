using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>The totals of a day. Clerk Li settles A of 3,000 (fund 1,000, aid 100), clerk Wu B of 100 (fund 50, aid 5); aid alone is stated
/// right.</summary>
public sealed class DailyTotalTests
{
    private static readonly MemberLedger Ledger = LedgerTown
        .Empty.Settle(
            LedgerTown.Stay("A", "2020-03-01", 3_000) with
            {
                Member = new() { Scheme = Scheme.Resident },
            },
            Day.Of("2020-03-02"),
            "Li"
        )
        .Settle(LedgerTown.Stay("B", "2020-03-02", 100) with { Member = new() { Scheme = Scheme.Employee } }, Day.Of("2020-03-02"), "Wu");

    private static readonly DailyTotal Aid = Total("aid", 105);

    [Fact]
    public void Of_TheLines_AddsUpByClerkSchemeAndPayer() =>
        DailyTotals
            .Of(Ledger.Lines)
            .Select(total => (total.Clerk, total.Scheme, total.Payer, total.Amount.InYuan))
            .ShouldBe([
                ("Li", Scheme.Resident, "fund", 1_000m),
                ("Li", Scheme.Resident, "aid", 100m),
                ("Li", Scheme.Resident, "cash", 1_900m),
                ("Li", Scheme.Resident, "hospital", 0m),
                ("Wu", Scheme.Employee, "fund", 50m),
                ("Wu", Scheme.Employee, "aid", 5m),
                ("Wu", Scheme.Employee, "cash", 45m),
                ("Wu", Scheme.Employee, "hospital", 0m),
            ]);

    [Fact]
    public void Compare_TheSum_Agrees() => Told(Aid, Total("fund", 1_050)).ShouldBeEmpty();

    [Fact]
    public void Compare_TheSumsOfClerks_Agree() =>
        Told(Aid, Total("fund", 1_000) with { Clerk = "Li" }, Total("fund", 50) with { Clerk = "Wu" }).ShouldBeEmpty();

    [Fact]
    public void Compare_TheSumsOfSchemes_Agree() =>
        Told(Aid, Total("fund", 1_000) with { Scheme = Scheme.Resident }, Total("fund", 50) with { Scheme = Scheme.Employee })
            .ShouldBeEmpty();

    [Fact]
    public void Compare_ACentMore_NamesTheDifference() =>
        Told(Aid, Total("fund", 1_050.01m))
            .ShouldBe(["2020-03-02, total, fund: 1,050.00 stands here, 1,050.01 is stated, a difference of -0.01."]);

    [Fact]
    public void Compare_AClerkWithoutATotal_NamesWhatIsLeft() =>
        Told(Aid, Total("fund", 1_000) with { Clerk = "Li" }).ShouldBe(["2020-03-02, total, fund: 50.00 stands here, nothing is stated."]);

    [Fact]
    public void Compare_ATotalOfAClerk_NamesTheClerkAndScheme() =>
        Told(Aid, Total("fund", 1_001) with { Clerk = "Li", Scheme = Scheme.Resident }, Total("fund", 50) with { Clerk = "Wu" })
            .ShouldBe(["2020-03-02, total, clerk 'Li', resident, fund: 1,000.00 stands here, 1,001.00 is stated, a difference of -1.00."]);

    [Fact]
    public void Compare_ATotalTwice_IsADuplicate() =>
        Told(Aid, Aid, Total("fund", 1_050)).ShouldBe(["2020-03-02, total, aid: it stands more than once: 105.00 here, 210.00 stated."]);

    [Fact]
    public void Compare_ATotalOfAnotherDay_IsMissing() =>
        Told(Aid, Total("fund", 1_050), Total("fund", 9) with { Day = Day.Of("2020-03-01") })
            .ShouldBe(["2020-03-01, total, fund: 9.00 is stated, nothing stands here."]);

    [Fact]
    public void Of_AHeldClaim_CountsNothing() =>
        DailyTotals
            .Of(
                LedgerTown
                    .Empty.Settle(LedgerTown.Stay("A", "2020-03-01", 50_000) with { Channel = ClaimChannel.Manual }, Day.Of("2020-03-01"))
                    .Lines
            )
            .ShouldBeEmpty();

    private static IEnumerable<string> Told(params DailyTotal[] stated) =>
        DailyTotals.Compare(Ledger.Lines, stated).Select(mismatch => mismatch.Message.En);

    private static DailyTotal Total(string payer, decimal amount) => new(Day.Of("2020-03-02"), null, null, payer, Money.Yuan(amount));
}
