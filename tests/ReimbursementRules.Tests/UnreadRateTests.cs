using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A first share that an item states of its own is told where the catalogue takes another, and never left out in silence.</summary>
public sealed class UnreadRateTests
{
    [Theory]
    [InlineData("A", "30%", "0%")]
    [InlineData("A", "0%", null)]
    [InlineData("B", "30%", null)]
    [InlineData("C", "100%", null)]
    [InlineData("C", "30%", "out of scope")]
    public void Rate_OfAnItem_IsTakenOrTold(string ofClass, string rate, string? taken)
    {
        var told =
            $"1 item states 'first_self_pay' otherwise than the catalogue, such as item 1: {rate}, where the catalogue says {taken}.";
        var found = Found($"{{ class: {ofClass}, amount: 1_000, first_self_pay: {rate} }}");
        found.Select(finding => finding.Message.En.Split(" The catalogue's")[0]).ShouldBe(taken is null ? [] : [told]);
        found.ShouldAllBe(finding => finding.Id == "not_asked" && finding.Verdict == Verdict.Flag && finding.Item == 0);
    }

    [Fact]
    public void Rates_OfSeveralItems_AreToldOnce() =>
        Found("{ class: A, amount: 1 }", "{ class: A, amount: 1, first_self_pay: 5% }", "{ class: A, amount: 1, first_self_pay: 6% }")
            .Single()
            .Message.Zh.ShouldBe("2 条明细写明的“first_self_pay”与目录不同，如第 2 条：5%，而目录为0%。按目录结算。");

    private static ImmutableArray<Finding> Found(params string[] items)
    {
        using var town = new RulebookFolder();
        var claim = Claim.Parse($"discharged: 2020-10-08\nsetting: inpatient\nitems: [ {string.Join(", ", items)} ]\n");
        return town.Load().Settle(claim).Findings;
    }
}
