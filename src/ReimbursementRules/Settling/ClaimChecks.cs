using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>What must hold of a claim before anything of it is settled. Each problem names the field or fact and what asks for
/// it.</summary>
internal static class ClaimChecks
{
    /// <summary>The most items of one claim, included.</summary>
    public const int MostItems = 100_000;

    /// <summary>Notes the problems; false where the claim cannot even be asked for its facts.</summary>
    public static bool Check(Claim claim, CompiledRulebook book, ProblemLog problems)
    {
        var at = MissingFact.Of(claim);
        if (claim.TextsNeedChecks && claim.Place is null)
            CheckTexts(claim, at, problems);
        if (claim.Packed.Length == 0)
            problems.Wrong(
                at.Of("items"),
                "claim.items",
                "the claim has no fee items. Add at least one.",
                "单据没有费用明细。请至少添加一项。"
            );
        else if (claim.Packed.Length > MostItems)
            problems.Wrong(
                at.Of("items"),
                "claim.items",
                $"the claim has {claim.Items.Length} fee items, at most {MostItems} are settled. Split it.",
                $"单据有 {claim.Items.Length} 条明细，最多结算 {MostItems} 条。请拆分。"
            );
        var isOfADay = DayBounds.Check(claim, at, problems);
        if (isOfADay)
            CheckDays(claim, book, at, problems);
        if (claim.Member is { Age: not null, Born: not null })
            problems.Wrong(
                at.Of("age"),
                "claim.age",
                "the claim states both 'age' and 'born'. State one of them.",
                $"单据同时写了{ClaimNames.Quoted("age")}和{ClaimNames.Quoted("born")}。请只写其一。"
            );
        if (claim.Member.Age is < 0 or > 150)
            problems.Wrong(
                at.Of("age"),
                "claim.age",
                $"the age {claim.Member.Age} is out of range, from 0 to 150.",
                $"年龄 {claim.Member.Age} 超出 0 至 150 的范围。"
            );
        if (claim.Admission is < 1 or > KnownFacts.MostAdmissions)
            problems.Wrong(
                at.Of("admission"),
                "claim.admission",
                $"the admission number {claim.Admission} is out of range, from 1 to {KnownFacts.MostAdmissions}.",
                $"住院次数 {claim.Admission} 超出 1 至 {KnownFacts.MostAdmissions} 的范围。"
            );
        if (claim.AccountBalance is not null || !claim.AccountBalances.IsEmpty)
            BalanceChecks.Check(claim, book.Legend, at, problems);
        if (claim.LiableShare is { IsOfFiles: false })
            problems.Wrong(
                at.Of("liable_share"),
                "claim.liable_share",
                $"the liable share of {claim.LiableShare} has more than four decimals. Round it.",
                $"责任方比例 {claim.LiableShare} 多于四位小数。请取整。"
            );
        CheckLinks(claim, at, problems);
        AttributeChecks.Check(claim.Attributes, "", book.Index, at, problems);
        if (claim.ItemsNeedChecks)
            CheckItems(claim, book, isOfADay, problems);
        if (claim.Bill > Money.Largest.Cents)
            problems.Wrong(
                at.Of("items"),
                "claim.bill",
                $"the bill is above {Money.Largest.ToReadable()}, the largest that is settled.",
                $"费用总额超过可结算的最大值 {Money.Largest.ToReadable()}。"
            );
        return claim.Packed.Length is > 0 and <= MostItems && claim.Bill >= 0 && claim.Bill <= Money.Largest.Cents;
    }

    /// <summary>A class B item needs its own first share where the catalogue takes it.</summary>
    public static Problem MissingRate(Claim claim, int item) =>
        new(
            MissingFact.Of(claim, item).Place,
            "item.first_self_pay",
            new(
                $"{MissingFact.Item(item).En}: 'first_self_pay' is needed, because the catalogue takes the item's own rate. "
                    + "Write a percentage, such as 10%.",
                $"{MissingFact.Item(item).Zh}：需要{ClaimNames.QuotedOfItem("first_self_pay")}，因为目录采用项目自身的比例。请写百分数，如 10%。"
            )
        )
        {
            Path = MissingFact.Of(claim, item).Of("first_self_pay").Path,
        };

    /// <summary>What the reader of files refuses, of a claim that was built in code.</summary>
    private static void CheckTexts(Claim claim, Spot at, ProblemLog problems)
    {
        ReadOnlySpan<(string Field, string? Text)> texts =
        [
            ("id", claim.Id),
            ("member.id", claim.Member.Id),
            ("provider.id", claim.Provider.Id),
            ("disease", claim.Disease),
            ("department", claim.Department),
        ];
        foreach (var (field, id) in texts[..3])
            if (PlainWord.IsDamaged(id!))
                problems.Wrong(at.Of(field), "id.damaged", PlainWord.Damage(id!).En, PlainWord.Damage(id!).Zh);
        foreach (var (field, text) in texts)
            if (text is not null && PlainWord.Control(text) is { } sign)
                problems.Wrong(at.Of(field), "text.control", PlainWord.Controlled(sign).En, PlainWord.Controlled(sign).Zh);
    }

    private static void CheckLinks(Claim claim, Spot at, ProblemLog problems)
    {
        if (claim.DaysSinceDischarge is < 0 or > KnownFacts.Never)
            problems.Wrong(
                at.Of("days_since_discharge"),
                "claim.links",
                $"{claim.DaysSinceDischarge} days since the last discharge are out of range, from 0 to {KnownFacts.Never}.",
                $"距上次出院 {claim.DaysSinceDischarge} 日，超出 0 至 {KnownFacts.Never} 的范围。"
            );
        if (claim.ProvidersToday is < 1 or > 1000)
            problems.Wrong(
                at.Of("providers_today"),
                "claim.links",
                $"{claim.ProvidersToday} providers today are out of range, from 1 to 1000.",
                $"当日就医机构 {claim.ProvidersToday} 家，超出 1 至 1000 的范围。"
            );
        if (claim.VisitsThisMonth is < 1 or > 1000)
            problems.Wrong(
                at.Of("visits_this_month"),
                "claim.links",
                $"{claim.VisitsThisMonth} visits this month are out of range, from 1 to 1000.",
                $"当月就医 {claim.VisitsThisMonth} 次，超出 1 至 1000 的范围。"
            );
    }

    private static void CheckDays(Claim claim, CompiledRulebook book, Spot at, ProblemLog problems)
    {
        var index = book.Index;
        if (claim.Admitted > claim.Discharged)
            problems.Wrong(
                at.Of("admitted"),
                "claim.days",
                $"the admission on {IsoDay.Show(claim.Admitted.Value)} is after the discharge on {IsoDay.Show(claim.Discharged)}.",
                $"入院日 {IsoDay.Show(claim.Admitted.Value)} 晚于出院日 {IsoDay.Show(claim.Discharged)}。"
            );
        if (claim.Filed < claim.Discharged)
            problems.Wrong(
                at.Of("filed"),
                "claim.days",
                $"the claim was filed on {IsoDay.Show(claim.Filed.Value)}, before the discharge on " + $"{IsoDay.Show(claim.Discharged)}.",
                $"申报日 {IsoDay.Show(claim.Filed.Value)} 早于出院日 {IsoDay.Show(claim.Discharged)}。"
            );
        if ((claim.Filed ?? claim.Discharged) > DecidingDays.Last || claim.Discharged > DecidingDays.Last)
            problems.Wrong(
                at.Of(claim.Discharged > DecidingDays.Last ? "discharged" : "filed"),
                "claim.days",
                $"a day of the claim is after {IsoDay.Show(DecidingDays.Last)}, the last that is settled.",
                $"单据中有日期晚于可结算的最后一日 {IsoDay.Show(DecidingDays.Last)}。"
            );
        if (claim.Member.Born > claim.Discharged)
            problems.Wrong(
                at.Of("born"),
                "claim.age",
                $"the birth on {IsoDay.Show(claim.Member.Born.Value)} is after the discharge on {IsoDay.Show(claim.Discharged)}.",
                $"出生日 {IsoDay.Show(claim.Member.Born.Value)} 晚于出院日 {IsoDay.Show(claim.Discharged)}。"
            );
        if (
            claim.Discharged >= index.From
            && (claim.Admitted ?? claim.Discharged) >= index.From
            && (claim.Filed ?? claim.Discharged) >= index.From
            && !claim.ItemsNeedChecks
        )
            return;
        foreach (var fact in book.Asked)
            if (fact is { IsDay: true, Fact.IsOfItem: false })
                Early(fact, new(claim, -1, 0, default), index, at, problems);
            else if (fact.IsDay)
                for (var i = 0; i < claim.Items.Length; i++)
                    Early(fact, new(claim, i, 0, default), index, MissingFact.Of(claim, i), problems);
    }

    /// <summary>No value is in force before the rulebook begins, whichever day chooses it.</summary>
    private static void Early(AskedFact fact, in Asked question, IndexPolicy index, Spot at, ProblemLog problems)
    {
        var day = DateOnly.FromDayNumber((int)fact.Fact.NumberOf!(question)!.Value);
        if (day < index.From)
            problems.Wrong(
                at.Of(FieldOf(fact)),
                "claim.early",
                $"the {fact.Fact.Name.Replace("item.", "", StringComparison.Ordinal)}, {IsoDay.Show(day)}, is before "
                    + $"{index.Id} begins on {IsoDay.Show(index.From)}. Settle it by the rulebook in force on that day.",
                $"{ClaimNames.OfItem(FieldOf(fact))} {IsoDay.Show(day)} 早于 {index.Id} 的生效日 {IsoDay.Show(index.From)}。请用当日有效的规则册结算。"
            );
    }

    /// <summary>The field that states a day which chooses the values in force.</summary>
    private static string FieldOf(AskedFact day) =>
        day.Fact.Name switch
        {
            "day of admission" => "admitted",
            "day of filing" => "filed",
            "item.day of service" => "date",
            _ => "discharged",
        };

    private static void CheckItems(Claim claim, CompiledRulebook book, bool isOfADay, ProblemLog problems)
    {
        for (var i = 0; i < claim.Packed.Length; i++)
        {
            ref readonly var packed = ref claim.Packed[i];
            if (!packed.NeedsChecks)
                continue;
            var item = claim.Items[i];
            var at = MissingFact.Of(claim, i);
            if (item.HiddenSign is { } sign)
                problems.Wrong(
                    at.Of(PlainWord.Control(item.Code) is null ? "name" : "code"),
                    "text.control",
                    PlainWord.Controlled(sign).En,
                    PlainWord.Controlled(sign).Zh
                );
            if (item.Amount < Money.Zero)
                problems.Wrong(
                    at.Of("amount"),
                    "item.amount",
                    $"{MissingFact.Item(i).En}: the amount {item.Amount} is below zero. Take a settlement back with a reversal.",
                    $"{MissingFact.Item(i).Zh}：金额 {item.Amount} 为负。请用冲正撤回结算。"
                );
            if (item.FirstSelfPay is { IsOfFiles: false })
                problems.Wrong(
                    at.Of("first_self_pay"),
                    "item.first_self_pay",
                    $"{MissingFact.Item(i).En}: the first share of {item.FirstSelfPay} has more than four decimals. Round it.",
                    $"{MissingFact.Item(i).Zh}：先行自付比例 {item.FirstSelfPay} 多于四位小数。请取整。"
                );
            if (item.Quantity is < 0 or > FeeItem.LargestQuantity)
                problems.Wrong(
                    at.Of("quantity"),
                    "item.quantity",
                    $"{MissingFact.Item(i).En}: the quantity {item.Quantity} is out of range, from 0 to "
                        + $"{FeeItem.LargestQuantity:#,##0}.",
                    $"{MissingFact.Item(i).Zh}：数量 {item.Quantity} 超出 0 至 {FeeItem.LargestQuantity:#,##0} 的范围。"
                );
            if (item.CeilingPrice < Money.Zero || item.CeilingPrice > Money.Largest)
                problems.Wrong(
                    at.Of("ceiling_price"),
                    "item.ceiling_price",
                    $"{MissingFact.Item(i).En}: the ceiling price {item.CeilingPrice} is out of range, from 0 to {Money.Largest}.",
                    $"{MissingFact.Item(i).Zh}：最高限价 {item.CeilingPrice} 超出 0 至 {Money.Largest} 的范围。"
                );
            if (item.DaysOfSupply is < 0 or > FeeItem.MostDaysOfSupply)
                problems.Wrong(
                    at.Of("days_of_supply"),
                    "item.days_of_supply",
                    $"{MissingFact.Item(i).En}: the days of supply, {item.DaysOfSupply}, are out of range, from 0 to 10000.",
                    $"{MissingFact.Item(i).Zh}：用药天数 {item.DaysOfSupply} 超出 0 至 10000 的范围。"
                );
            if (item.PurchasePrice < Money.Zero || item.PurchasePrice > Money.Largest)
                problems.Wrong(
                    at.Of("purchase_price"),
                    "item.purchase_price",
                    $"{MissingFact.Item(i).En}: the purchase price {item.PurchasePrice} is out of range, from 0 to " + $"{Money.Largest}.",
                    $"{MissingFact.Item(i).Zh}：进价 {item.PurchasePrice} 超出 0 至 {Money.Largest} 的范围。"
                );
            if (item.DaysSinceSame is < 0 or > KnownFacts.Never)
                problems.Wrong(
                    at.Of("days_since_same"),
                    "item.days_since_same",
                    $"{MissingFact.Item(i).En}: {item.DaysSinceSame} days since the same code are out of range, from "
                        + $"0 to {KnownFacts.Never}.",
                    $"{MissingFact.Item(i).Zh}：距上次同码项目 {item.DaysSinceSame} 日，超出 0 至 {KnownFacts.Never} 的范围。"
                );
            if (item.Date is { } day && isOfADay)
                DayBounds.CheckService(day, claim, i, at, problems);
            if (item.Date > claim.Discharged && item.MovedFrom is null && isOfADay)
                problems.Wrong(
                    at.Of("date"),
                    "item.date",
                    $"{MissingFact.Item(i).En}: the service on {IsoDay.Show(item.Date.Value)} is after the discharge "
                        + $"on {IsoDay.Show(claim.Discharged)}.",
                    $"{MissingFact.Item(i).Zh}：服务日 {IsoDay.Show(item.Date.Value)} 晚于出院日 {IsoDay.Show(claim.Discharged)}。"
                );
            StatedChecks.Check(claim, i, book.Legend, problems);
            AttributeChecks.Check(item.Attributes, "item.", book.Index, at, problems);
        }
    }
}
