using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A history knows whose it is and up to where it goes, and a policy that changes does not block those who once used
/// it.</summary>
public sealed class HistoryOriginTests
{
    private const string Capped = """
          - id: cap
            kind: cap
            of: payment
            per: year
            amount:
              2020-01-01: { value: 5_000, reference: "Town order 4" }

        """;

    [Fact]
    public void History_OfTheClaimBefore_IsTaken()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var first = rulebook.Settle(Of("A", "M", "2020-10-08"));
        rulebook.Settle(Of("B", "M", "2020-10-08"), first.History).History.Origin.Claim.ShouldBe("B");
        rulebook.Settle(Of("B", "M", "2020-10-09"), first.History).History.Origin.Through.ShouldBe(new(2020, 10, 9));
    }

    [Theory]
    [InlineData("B", "N", "2020-10-09", "history.member")]
    [InlineData("A", "M", "2020-10-08", "history.own")]
    [InlineData("B", "M", "2020-10-07", "history.later")]
    public void History_ThatIsNotTheMembersBeforeTheClaim_IsRefused(string id, string member, string day, string code)
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var history = rulebook.Settle(Of("A", "M", "2020-10-08")).History;
        Should
            .Throw<InputException>(() => rulebook.Settle(Of(id, member, day), history))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe(code);
    }

    [Fact]
    public void History_OfAnotherRulebook_IsRefused()
    {
        using var folder = new RulebookFolder();
        var history = folder.Load().Settle(Of("A", "M", "2020-10-08")).History;
        var village = folder.Replace("index.yaml", "id: town", "id: village").Load();
        Should
            .Throw<InputException>(() => village.Settle(Of("B", "M", "2020-10-09"), history))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("history.rulebook");
    }

    /// <summary>What is not stated is not held against a claim: histories from before, and claims without a number.</summary>
    [Fact]
    public void History_ThatDoesNotSayWhoseItIs_IsTaken()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var history = rulebook.Settle(Of("A", "M", "2020-10-08")).History;
        var anonymous = History.Of(history.Entries);
        Should.NotThrow(() => rulebook.Settle(Of("A", "N", "2020-01-07"), anonymous));
        Should.NotThrow(() => rulebook.Settle(Of("", "", "2020-10-08"), history)).History.Origin.Member.ShouldBe("M");
    }

    /// <summary>A claim that is taken back may be settled again, corrected.</summary>
    [Fact]
    public void History_AfterAReversal_EndsWhereItEndedBefore()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var first = rulebook.Settle(Of("A", "M", "2020-10-08"));
        var second = rulebook.Settle(Of("B", "M", "2020-10-09"), first.History);
        second.Reverse().History.Origin.ShouldBe(first.History.Origin);
        second.Reverse(second.History).History.Origin.ShouldBe(first.History.Origin);
        Should.NotThrow(() => rulebook.Settle(Of("B", "M", "2020-10-09"), second.Reverse().History));
        first.Reverse(second.History).History.Origin.Claim.ShouldBe("B");
        first.Reverse().History.Origin.ShouldBe(HistoryOrigin.None);
    }

    [Fact]
    public void Reverse_WithTheHistoryOfAnother_IsRefused()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var other = rulebook.Settle(Of("B", "N", "2020-10-09")).History;
        Should
            .Throw<InputException>(() => rulebook.Settle(Of("A", "M", "2020-10-08")).Reverse(other))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("history.member");
    }

    /// <summary>The cap is gone from the policy: on the last day of the year it is told, on the first of the next it is nothing any
    /// more.</summary>
    [Fact]
    public void History_OfAStepThatIsGone_BlocksNobodyAfterItsYear()
    {
        using var folder = new RulebookFolder();
        var history = folder.With("2-basic.yaml", RulebookFolder.Basic + Capped).Load().Settle(Of("A", "M", "2020-10-08")).History;
        var without = folder.With("2-basic.yaml", RulebookFolder.Basic).Load();
        var told = without.Settle(Of("B", "M", "2020-12-31"), history);
        var finding = told.Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Verdict).ShouldBe(("history_changed", Verdict.Flag));
        finding.Message.En.ShouldBe(
            "The history has 'basic.cap' since 2020-01-01, which town does not keep any more: the rulebook has changed since. "
                + "It counts for nothing."
        );
        without.Settle(Of("B", "M", "2021-01-01"), history).Findings.ShouldBeEmpty();
        told.History.Entries.ShouldContain(entry => entry.What == "basic.cap");
    }

    /// <summary>A history that nobody says another text made: a name that counts and is not known is a mistake.</summary>
    [Fact]
    public void History_OfAnUnknownSum_IsRefusedAsLongAsItCounts()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var history = History.Of([new("basic.cap", null, Period.Year, new(2020, 1, 1), Money.Yuan(5), 0)]);
        Should
            .Throw<InputException>(() => rulebook.Settle(Of("A", "M", "2020-12-31"), history))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("history.unknown");
        rulebook.Settle(Of("A", "M", "2021-01-01"), history).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void History_OfASettlementsJson_KeepsItsOrigin()
    {
        using var folder = new RulebookFolder();
        var settled = folder.Load().Settle(Of("A", "M", "2020-10-08"));
        folder.With("settled.json", JsonReport.Write(settled));
        History.Load(Path.Combine(folder.Path, "settled.json")).Origin.ShouldBe(settled.History.Origin);
    }

    private static Claim Of(string id, string member, string day) =>
        TestClaim.Stay(1_600) with
        {
            Id = id,
            Member = new() { Id = member },
            Discharged = Day.Of(day),
        };
}
