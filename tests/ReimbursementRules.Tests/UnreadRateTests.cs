using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A first share that an item states of its own is told where the catalogue takes another, never left out in silence.</summary>
public sealed class UnreadRateTests
{
    [Theory]
    [InlineData("A", "30%", true)]
    [InlineData("A", "0%", false)]
    [InlineData("B", "30%", false)]
    [InlineData("C", "100%", false)]
    [InlineData("C", "30%", true)]
    public void Rate_OfAnItem_IsTakenOrTold(string ofClass, string rate, bool isTold)
    {
        var found = Found("{ class: A, amount: 1 }", $"{{ class: {ofClass}, amount: 1_000, first_self_pay: {rate} }}");
        found
            .Select(finding => (finding.Id, finding.Verdict, finding.Message.En))
            .ShouldBe(
                isTold
                    ?
                    [
                        (
                            "not_asked",
                            Verdict.Flag,
                            "Items state 'first_self_pay' otherwise than the catalogue has it for them. The catalogue's is taken."
                        ),
                    ]
                    : []
            );
    }

    private static ImmutableArray<Finding> Found(params string[] items)
    {
        using var town = new RulebookFolder();
        var claim = Claim.Parse($"discharged: 2020-10-08\nsetting: inpatient\nitems: [ {string.Join(", ", items)} ]\n");
        return town.Load().Settle(claim).Findings;
    }
}
