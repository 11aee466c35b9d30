using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>What must hold of an item that another settlement has settled before.</summary>
internal static class StatedChecks
{
    /// <summary>Notes a name that the rulebook does not have, and what the item states beside it.</summary>
    public static void Check(Claim claim, int index, Legend legend, ProblemLog problems)
    {
        var (item, at) = (claim.Items[index], MissingFact.Of(claim, index));
        if (item.Settled is not { } stated)
            return;
        var (en, zh) = (MissingFact.Item(index).En, MissingFact.Item(index).Zh);
        if (legend.Stated.All(name => name.Name != stated))
        {
            var hint = Spelling.Hint(stated, legend.Stated.Select(name => name.Name));
            problems.Wrong(
                at.Of("settled"),
                "item.settled",
                $"{en}: '{stated}' is nothing that can be settled before. Write a fund that has paid the amount, such as 'fund', "
                    + "the layer whose payer has, such as 'basic.paid', or the part under which a layer has left it, such as "
                    + $"'basic.share'.{hint.En}",
                $"{zh}：“{stated}”不能作已结算部分。请写已支付该金额的基金（如 fund）、由其支付方已支付的待遇层（如 basic.paid），"
                    + $"或待遇层留给患者时的部分名称（如 basic.share）。{hint.Zh}"
            );
        }

        var beside =
            item.Class is not null ? "class"
            : item.FirstSelfPay is not null ? "first_self_pay"
            : item.CeilingPrice is not null ? "ceiling_price"
            : null;
        if (beside is not null)
            problems.Wrong(
                at.Of(beside),
                "item.settled",
                $"{en}: the item states 'settled' and '{beside}'. What was settled before is not cut by the catalogue again: leave "
                    + $"'{beside}' out, or 'settled'.",
                $"{zh}：明细同时写了{ClaimNames.QuotedOfItem("settled")}和{ClaimNames.QuotedOfItem(beside)}。已结算部分不再按目录划分：请删去其一。"
            );
    }
}
