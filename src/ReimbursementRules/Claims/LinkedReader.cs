using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads what the claims before gave a settled claim: the key <c>linked</c> beside <c>claim</c> in a settlement's JSON.</summary>
internal static class LinkedReader
{
    /// <summary>The key beside the claim.</summary>
    public const string Key = "linked";

    /// <summary>The claim as it was settled: with what the claims before gave it, told apart from what it states.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="claim">The claim as it stands there.</param>
    public static Claim Read(Node settlement, Claim claim)
    {
        if (settlement.Optional(Key) is not { } node)
            return claim;
        node.OnlyKeys([.. ClaimFields.Linked.Select(field => field.Key), "items"]);
        var given = new Claim { Discharged = default };
        foreach (var field in ClaimFields.Linked)
            if (node.Optional(field.Key) is { } value)
                if (field.Stated(claim) is not null)
                    StatedToo(value, field.Key);
                else
                    field.Read(given, value);
        var items = claim.Items.ToArray();
        foreach (var entry in node.Optional("items")?.Items() ?? [])
            Item(entry, items);
        return claim with
        {
            DaysSinceDischarge = claim.DaysSinceDischarge ?? given.DaysSinceDischarge,
            ProvidersToday = claim.ProvidersToday ?? given.ProvidersToday,
            VisitsThisMonth = claim.VisitsThisMonth ?? given.VisitsThisMonth,
            Linked = LinkedFacts.Of(given.DaysSinceDischarge, given.ProvidersToday, given.VisitsThisMonth),
            Items = [.. items],
        };
    }

    private static void Item(Node node, FeeItem[] items)
    {
        node.OnlyKeys("item", ItemFields.DaysSinceSame.Key);
        var given = new FeeItem { Amount = default };
        ItemFields.DaysSinceSame.Read(given, node[ItemFields.DaysSinceSame.Key]);
        var number = node["item"];
        var place = number.Whole(1, int.MaxValue);
        if (given.DaysSinceSame is not { } days || place < 1)
            return;
        if (place > items.Length)
            number.Wrong(
                "settlement.linked",
                $"there is no item {place}: the claim has {items.Length}. The text was changed after it was written.",
                $"没有第 {place} 项：单据共 {items.Length} 项。该文本在写出后被改动。"
            );
        else if (items[place - 1].DaysSinceSame is not null)
            StatedToo(node, ItemFields.DaysSinceSame.Key);
        else
            items[place - 1] = items[place - 1] with { DaysSinceSame = days, LinkedDays = days };
    }

    private static void StatedToo(Node node, string key) =>
        node.Wrong(
            "settlement.linked",
            $"'{key}' stands under 'claim' too, so that nothing gave it. Leave out one of the two.",
            $"{ChineseName.Quoted(key, ClaimNames.OfItem(key))}已在“claim”中写明，不会由之前的单据得出。请删去其中一处。"
        );
}
