using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The order of the lines of a bill decides nothing.</summary>
public sealed class ItemOrderTests
{
    [Property]
    public void Settle_ItemsTurnedRound_SettlesAlike(Trial trial) => Reordered(trial, items => [.. items.Reverse()]);

    [Property]
    public void Settle_ItemsSortedByAmount_SettlesAlike(Trial trial) =>
        Reordered(trial, items => [.. items.OrderBy(item => item.Amount).ThenBy(ClaimText.Of, StringComparer.Ordinal)]);

    [Property]
    public void Settle_ItemsHalvesExchanged_SettlesAlike(Trial trial) =>
        Reordered(trial, items => [.. items[(items.Length / 2)..], .. items[..(items.Length / 2)]]);

    private static void Reordered(Trial trial, Func<ImmutableArray<FeeItem>, ImmutableArray<FeeItem>> order)
    {
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var settlement = trial.Rulebook.Settle(claim, history);
            var reordered = trial.Rulebook.Settle(claim with { Items = order(claim.Items) }, history);
            SettlementText.WithoutOrder(reordered).ShouldBe(SettlementText.WithoutOrder(settlement));
            history = settlement.History;
        }
    }
}
