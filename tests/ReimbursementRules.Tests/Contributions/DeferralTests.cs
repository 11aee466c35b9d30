using System.Collections.Immutable;
using ReimbursementRules.Contributions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contributions;

/// <summary>A payment may wait for some months after a day that is stated once it has come.</summary>
public sealed class DeferralTests
{
    private static readonly ContributionPlan Plan = ContributionTown.PlanWith(
        "per: month",
        """
        { who: employer, base: full, rate: { 2020-01-01: { value: 100%, reference: x } }, due: { 2020-01-01: { value: none, reference: x }, 2020-02-01: { value: { after: outbreak_end, months: 3 }, reference: x }, 2020-06-01: { value: none, reference: x } } }
        """
    );

    [Theory]
    [Example("2020-01-31", "", "")]
    [Example("2020-02-01", "2020-09-30", "deferred")]
    [Example("2020-05-31", "2020-09-30", "deferred")]
    [Example("2020-06-01", "", "")]
    public void Due_OfAMonth_IsThatOfItsFirstDay(string on, string due, string found)
    {
        var contribution = Plan.Of(Of(on, "2020-06-30", null));
        (Show(contribution), contribution.Found()).ShouldBe((due, found));
    }

    /// <summary>Three months after 30 November is the last day of February.</summary>
    [Theory]
    [Example("2020-06-30", "2020-09-30")]
    [Example("2020-11-30", "2021-02-28")]
    [Example("2023-11-30", "2024-02-29")]
    public void Due_SomeMonthsAfter_IsTheSameDayOrTheLastOfTheMonth(string after, string due) =>
        Show(Plan.Of(Of("2020-03-01", after, null))).ShouldBe(due);

    [Theory]
    [Example("2020-09-30", "deferred")]
    [Example("2020-10-01", "late")]
    public void Payment_ByTheLastDay_IsNotLate(string paid, string found) =>
        Plan.Of(Of("2020-03-01", "2020-06-30", paid)).Found().ShouldBe(found);

    [Fact]
    public void Payment_WhereTheDayHasNotCome_IsNeverLate()
    {
        var contribution = Plan.Of(Of("2020-03-01", null, "2021-12-31"));
        (Show(contribution), contribution.Findings[0].Message.En).ShouldBe(
            ("", "May be paid until 3 months after 'outbreak_end', a day that is not known yet, without a late fee. The cover goes on.")
        );
    }

    private static string Show(Contribution contribution) =>
        contribution.Parts[0].Due is { } due ? due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";

    private static Contributor Of(string on, string? after, string? paid) =>
        new()
        {
            On = Day.Of(on),
            Paid = paid is null ? null : Day.Of(paid),
            Amounts = ImmutableDictionary<string, Money>.Empty.Add("full", Money.Yuan(100_000)),
            Days = after is null
                ? ImmutableDictionary<string, DateOnly>.Empty
                : ImmutableDictionary<string, DateOnly>.Empty.Add("outbreak_end", Day.Of(after)),
        };
}
