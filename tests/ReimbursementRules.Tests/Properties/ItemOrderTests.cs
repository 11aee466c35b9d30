using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The order of the lines of a bill decides nothing.</summary>
public sealed class ItemOrderTests
{
    [Fact]
    public void Settle_ItemsTurnedRound_SettlesAlike() => Reordered(items => [.. items.Reverse()]);

    [Fact]
    public void Settle_ItemsSortedByAmount_SettlesAlike() => Reordered(items => [.. items.OrderBy(item => item.Amount).ThenBy(ClaimText.Of, StringComparer.Ordinal)]);

    [Fact]
    public void Settle_ItemsHalvesExchanged_SettlesAlike() => Reordered(items => [.. items[(items.Length / 2)..], .. items[..(items.Length / 2)]]);

    private static void Reordered(Func<ImmutableArray<FeeItem>, ImmutableArray<FeeItem>> order) => Always.Holds(Trial.Any, trial =>
    {
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var settlement = trial.Rulebook.Settle(claim, history);
            var reordered = trial.Rulebook.Settle(claim with { Items = order(claim.Items) }, history);
            SettlementText.WithoutOrder(reordered).ShouldBe(SettlementText.WithoutOrder(settlement));
            history = settlement.History;
        }
    });
}
