using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>How the catalogue cuts the items of a claim, as sums that a reader can follow with a pocket calculator.</summary>
internal static class ItemWords
{
    /// <summary>The cut of each item, and what of several is in scope together; nothing where a single item is in scope as a
    /// whole.</summary>
    /// <param name="rulebook">The rulebook that settled the claim.</param>
    /// <param name="settlement">The settlement.</param>
    public static IEnumerable<BilingualText> Say(Rulebook rulebook, Settlement settlement)
    {
        if (settlement.Items is [var only] && only.InScope == only.Fee)
            yield break;
        var words = new PartWords(settlement);
        var shares = new FirstShares(rulebook, settlement);
        foreach (var (i, item) in settlement.Items.Index())
            yield return Say(i + 1, item, shares.Of(i), words);
        if (settlement.Items.Length < 2)
            yield break;
        var together = settlement.Items.Sum(item => item.InScope).ToReadable();
        yield return new($"In scope together: {together}.", $"政策范围内合计 {together}。");
    }

    private static BilingualText Say(int number, ItemSettlement item, BilingualText? share, PartWords words)
    {
        List<BilingualText> parts =
        [
            .. Part("out_of_scope", item.OutOfScope),
            .. Part("over_ceiling", item.OverCeiling),
            .. item.FirstSelfPay == Money.Zero ? [] : new[] { Share() },
            .. Part("in_scope", item.InScope),
            .. Part("refused", item.Refused),
        ];
        var fee = item.Fee.ToReadable();
        return new(
            $"Item {number}: {fee} = {string.Join(" + ", parts.Select(part => part.En))}.",
            $"项目 {number}：{fee} = {string.Join(" + ", parts.Select(part => part.Zh))}。"
        );

        IEnumerable<BilingualText> Part(string name, Money amount) =>
            amount == Money.Zero
                ? []
                :
                [
                    new(
                        $"{amount.ToReadable()} {words.Part(name).En.ToLowerInvariant()}",
                        $"{amount.ToReadable()}（{words.Part(name).Zh}）"
                    ),
                ];

        BilingualText Share()
        {
            var (amount, name) = (item.FirstSelfPay.ToReadable(), words.Part("first_self_pay"));
            return new(
                $"{amount} {name.En.ToLowerInvariant()}{(share is null ? "" : $" ({share.En})")}",
                $"{amount}（{name.Zh}{(share is null ? "" : $"，{share.Zh}")}）"
            );
        }
    }
}
