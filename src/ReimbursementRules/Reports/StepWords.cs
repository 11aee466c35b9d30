using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Each step of the trace as a sum that a reader can follow with a pocket calculator. A reversal is told in the same amounts, as
/// taken back.</summary>
internal static class StepWords
{
    private static readonly BilingualText PatientBears = new(" The patient bears it.", "由患者承担。");

    /// <summary>What the step says.</summary>
    /// <param name="step">The step.</param>
    /// <param name="share">The rate of the quota that a saving belongs to; null elsewhere.</param>
    public static BilingualText Say(TraceStep step, Rate? share)
    {
        var said = step.Kind switch
        {
            StepKind.Deductible => Deductible(step),
            StepKind.Band => Band(step),
            StepKind.CapOnPayment => Cap(step, new("The payment", "支付额"), new("payments", "支付额")),
            StepKind.CapOnCost => Cap(step, new("The cost", "费用"), new("the cost that counts", "计入费用")),
            StepKind.QuotaShare => Share(step),
            StepKind.QuotaSaving => Saving(step, share),
            StepKind.QuotaExcess => Excess(step),
            StepKind.Account => Account(step),
            StepKind.OverCeiling => OverCeiling(step),
            StepKind.RateChange => RateChange(step),
            StepKind.BedDays => new(
                $"Payment standard: {Counted.Of(step.Days, "day")} of {Show(step.Base)} = {Show(step.Amount)}.",
                $"付费标准：{step.Days} 日 × {Show(step.Base)} = {Show(step.Amount)} 元。"
            ),
            StepKind.Tolerance => Join(new("The payment standard is raised: ", "付费标准上浮："), Product(step, step.Rate ?? Rate.None)),
            StepKind.AmountTimes or StepKind.AmountGrowth or StepKind.AmountRounding or StepKind.AmountBound => ComputedWords.Say(step),
            StepKind.TopUp => TopUp(step),
            StepKind.Refusal => Refusal(step),
            StepKind.Weighted => Weighted(step),
            StepKind.Stated => Stated(step),
            StepKind.AmountChange or StepKind.AmountShare or StepKind.DeductibleCeiling => AmountWords.Say(step),
            _ => throw UnknownKind.Of(step.Kind),
        };
        return IsTakenBack(step) ? Join(Words.TakenBack, said) : said;
    }

    /// <summary>A move of money that a step made.</summary>
    public static BilingualText Say(TraceMove move, StepKind kind, PartWords words)
    {
        var amount = Show(move.Amount);
        var part = words.Part(move.Part);
        var to = move.IsKept ? words.Part(move.To) : words.Payer(move.To);
        if (move.IsKept)
            return new($"{part.En}: the patient keeps {amount} as {to.En}", $"{part.Zh}：患者承担 {amount} 元，记为{to.Zh}");
        return kind switch
        {
            StepKind.QuotaSaving => new(
                $"{to.En} pays {amount} beyond the bill, and the hospital keeps it",
                $"{to.Zh}在费用之外支付 {amount} 元，由医疗机构留用"
            ),
            StepKind.QuotaExcess or StepKind.OverCeiling => new(
                $"{part.En}: the hospital bears {amount}",
                $"{part.Zh}：医疗机构承担 {amount} 元"
            ),
            StepKind.Stated => new($"{part.En}: {to.En} has paid {amount}", $"{part.Zh}：{to.Zh}已支付 {amount} 元"),
            StepKind.Band or StepKind.QuotaShare or StepKind.Account or StepKind.TopUp or StepKind.Refusal or StepKind.CapOnPayment => new(
                $"{part.En}: {to.En} pays {amount}",
                $"{part.Zh}：{to.Zh}支付 {amount} 元"
            ),
            _ => throw UnknownKind.Of(kind),
        };
    }

    /// <summary>What the change costs is told where it is kept under a name of its own.</summary>
    private static BilingualText RateChange(TraceStep step)
    {
        var lost = Show(step.Due ?? step.Amount);
        var cost =
            step.Amount == Money.Zero && step.Due is null
                ? new BilingualText("", "")
                : Join(new($", which costs {lost} of {Show(step.Base)}", $"，{Show(step.Base)} 元中因此少付 {lost} 元"), OfWhichLeft(step));
        return new(
            $"The rate of {step.RateBefore} becomes {step.Rate}{cost.En}.",
            $"比例由 {step.RateBefore} 调整为 {step.Rate}{cost.Zh}。"
        );
    }

    private static BilingualText Deductible(TraceStep step)
    {
        var (kept, of, limit) = (Show(step.Due ?? step.Amount), Show(step.Base), Show(step.Limit));
        if (step.Per == Period.Item)
            return new(
                $"The patient keeps {kept} of {of}: deductible {limit} for each item.",
                $"{of} 元中患者先承担 {kept} 元：每项起付线 {limit} 元。"
            );
        var per = Words.Every(step.Per);
        var left =
            step.Before == Money.Zero
                ? new BilingualText("", "")
                : new BilingualText($", {Show(Left(step))} left", $"，尚余 {Show(Left(step))} 元");
        return new(
            $"The patient keeps {kept} of {of}{OfWhichLeft(step).En}: deductible {limit}{per.En}, {Show(step.Before)} used "
                + $"before{left.En}.",
            $"{of} 元中患者先承担 {kept} 元{OfWhichLeft(step).Zh}：{per.Zh}起付线 {limit} 元，此前已用 {Show(step.Before)} 元{left.Zh}。"
        );
    }

    private static BilingualText Band(TraceStep step)
    {
        var (lower, upper) = (Show(step.Limit), step.Upper is { } edge ? Show(edge) : "");
        var band = (step.Limit == Money.Zero, step.Upper is null) switch
        {
            (true, true) => new BilingualText("", ""),
            (true, false) => new BilingualText($"Up to {upper}: ", $"{upper} 元及以下："),
            (false, true) => new BilingualText($"Above {lower}: ", $"{lower} 元以上："),
            _ => new BilingualText($"Above {lower}, up to {upper}: ", $"{lower} 元以上至 {upper} 元："),
        };
        var after =
            step.Before == Money.Zero
                ? new BilingualText("", "")
                : new BilingualText(
                    $" The bands go on after {Show(step.Before)} counted before.",
                    $"此前已计入 {Show(step.Before)} 元，分段接续计算。"
                );
        return Join(Join(band, Product(step, step.Rate ?? Rate.None)), Join(Paid(step), after));
    }

    private static BilingualText Cap(TraceStep step, BilingualText what, BilingualText on)
    {
        var (worked, limit, before, left, cut) = (
            Show(step.Base),
            Show(step.Limit),
            Show(step.Before),
            Show(Left(step)),
            Show(step.Amount)
        );
        var per = Words.Every(step.Per);
        return step.Amount == Money.Zero
            ? new(
                $"{what.En} of {worked} is within the ceiling of {limit}{per.En}, {before} used before: nothing is cut off.",
                $"{what.Zh} {worked} 元未超过{per.Zh}封顶线 {limit} 元（此前已用 {before} 元），不截减。"
            )
            : new(
                $"Ceiling of {limit}{per.En} on {on.En}, {before} used before: {left} is left. {worked} − {left} = {cut} is "
                    + $"cut off.{WholeCost(step).En}",
                $"{on.Zh}{per.Zh}封顶线 {limit} 元，此前已用 {before} 元，尚余 {left} 元。{worked} − {left} = {cut} 元被截减。"
                    + $"{WholeCost(step).Zh}"
            );
    }

    /// <summary>A cap that cuts the cost leaves the patient's share of it too.</summary>
    private static BilingualText WholeCost(TraceStep step)
    {
        var kept = Size(step.Moves.Where(move => move.IsKept).Sum(move => move.Amount));
        return kept <= Size(step.Amount)
            ? new("", "")
            : new(
                $" With the patient's own share of it, {Show(kept)} of the cost is left whole.",
                $"连同相应自付段，共 {Show(kept)} 元费用留待后续支付。"
            );
    }

    private static BilingualText Share(TraceStep step) =>
        Join(
            new($"Payment standard {Show(step.Limit)}: ", $"付费标准 {Show(step.Limit)} 元："),
            Join(Product(step, step.Rate ?? Rate.None), Paid(step))
        );

    private static BilingualText Saving(TraceStep step, Rate? share)
    {
        var (bill, below, limit) = (Show(step.Limit - Size(step.Base)), Show(step.Base), Show(step.Limit));
        var sum =
            share is { } rate && step.Amount != step.Base ? Product(step, rate) : new($"{Show(step.Amount)}.", $"{Show(step.Amount)} 元。");
        return Join(
            Join(
                new(
                    $"The bill of {bill} is {below} below the payment standard of {limit}; paid beyond the bill and kept by the hospital: ",
                    $"费用 {bill} 元，比付费标准 {limit} 元低 {below} 元；费用之外支付并由医疗机构留用："
                ),
                sum
            ),
            Paid(step)
        );
    }

    private static BilingualText Excess(TraceStep step)
    {
        var (bill, above, limit) = (Show(step.Limit + Size(step.Base)), Show(step.Base), Show(step.Limit));
        return Join(
            new(
                $"The bill of {bill} is {above} above the payment standard of {limit}. The hospital bears ",
                $"费用 {bill} 元，比付费标准 {limit} 元高 {above} 元。医疗机构承担 "
            ),
            Join(Product(step, step.Rate ?? Rate.None), Rest(step))
        );
    }

    /// <summary>What is left of the excess stays with the patient.</summary>
    private static BilingualText Rest(TraceStep step)
    {
        var (other, kept) = (step.Base - step.Amount, step.Rest ?? Money.Zero);
        return other == kept
            ? other == Money.Zero
                ? new("", "")
                : new($" The patient keeps the other {Show(other)}.", $"其余 {Show(other)} 元由患者承担。")
            : new(
                $" Of the other {Show(other)}, {Show(kept)} is left, which the patient keeps.",
                $"其余 {Show(other)} 元中尚余 {Show(kept)} 元，由患者承担。"
            );
    }

    private static BilingualText Account(TraceStep step)
    {
        var before =
            step.Before == Money.Zero
                ? new BilingualText("", "")
                : new(
                    $", {Show(step.Before)} of it paid before in this claim, {Show(Left(step))} left",
                    $"，本次此前已付 {Show(step.Before)} 元，尚余 {Show(Left(step))} 元"
                );
        return Join(
            new(
                $"The account pays {Show(step.Due ?? step.Amount)} of {Show(step.Base)}{OfWhichLeft(step).En}: balance "
                    + $"{Show(step.Limit)}{before.En}.",
                $"{Show(step.Base)} 元中个人账户支付 {Show(step.Due ?? step.Amount)} 元{OfWhichLeft(step).Zh}：余额 "
                    + $"{Show(step.Limit)} 元{before.Zh}。"
            ),
            Paid(step)
        );
    }

    private static BilingualText OverCeiling(TraceStep step) =>
        Join(
            new(
                $"{Show(step.Amount)} of {Show(step.Base)} is above the ceiling prices.",
                $"{Show(step.Base)} 元中有 {Show(step.Amount)} 元超过最高限价。"
            ),
            step.Moves.IsEmpty ? PatientBears : new("", "")
        );

    private static BilingualText TopUp(TraceStep step)
    {
        var (of, target, before, due) = (Show(step.Base), Show(step.Limit), Show(step.Before), step.Due ?? step.Amount);
        var sum = new BilingualText(
            $"Raised to {step.Rate} of {of} = {target}; {before} of the bill was paid before",
            $"补足至 {of} × {step.Rate} = {target} 元；此前已支付费用 {before} 元"
        );
        return Join(
            Join(
                sum,
                due == Money.Zero
                    ? new(": nothing is added.", "，无需补足。")
                    : new($": {Show(due)} is added{OfWhichLeft(step).En}.", $"，补足 {Show(due)} 元{OfWhichLeft(step).Zh}。")
            ),
            Paid(step)
        );
    }

    private static BilingualText Weighted(TraceStep step)
    {
        var part = Terms.OfResult(step.Part ?? "");
        return Join(new($"Of '{part.En}' a share counts: ", $"“{part.Zh}”按比例计入："), Product(step, step.Rate ?? Rate.None));
    }

    private static BilingualText Stated(TraceStep step) =>
        step.Step == Legend.Paid
            ? new(
                $"As stated on the claim, {Show(step.Amount)} has been paid before: {step.LayerTitle.En}.",
                $"按单据所载，此前已支付 {Show(step.Amount)} 元：{step.LayerTitle.Zh}。"
            )
            : new(
                $"As stated on the claim, {Show(step.Amount)} has been left with the patient before: {step.LayerTitle.En}.",
                $"按单据所载，此前已由患者负担 {Show(step.Amount)} 元：{step.LayerTitle.Zh}。"
            );

    private static BilingualText Refusal(TraceStep step) =>
        Join(
            new($"{Show(step.Amount)} is refused: {step.LayerTitle.En}", $"拒付 {Show(step.Amount)} 元：{step.LayerTitle.Zh}"),
            step.Moves.IsEmpty ? PatientBears : new("", "")
        );

    /// <summary>A rate of an amount, and whether the policy rounds it elsewhere than here.</summary>
    private static BilingualText Product(TraceStep step, Rate rate)
    {
        var due = step.Due ?? step.Amount;
        var rounded =
            step.Base.Portion(rate) == due
                ? new BilingualText("", "")
                : new BilingualText(" (rounded as the policy says)", "（按政策规定取整）");
        return new(
            $"{rate} of {Show(step.Base)} = {Show(due)}{rounded.En}{OfWhichLeft(step).En}.",
            $"{Show(step.Base)} × {rate} = {Show(due)} 元{rounded.Zh}{OfWhichLeft(step).Zh}。"
        );
    }

    /// <summary>Where less is left than what should come of a step.</summary>
    private static BilingualText OfWhichLeft(TraceStep step) =>
        step.Due is null ? new("", "") : new($", of which {Show(step.Amount)} is left", $"，其中尚余 {Show(step.Amount)} 元");

    /// <summary>A later ceiling may leave less to pay than the rate gives.</summary>
    private static BilingualText Paid(TraceStep step)
    {
        var paid = step.Moves.Where(move => !move.IsKept).Sum(move => move.Amount);
        return paid == step.Amount
            ? new("", "")
            : new($" {Show(paid)} of it is paid: a ceiling allows no more.", $"其中实付 {Show(paid)} 元：受封顶线所限。");
    }

    private static bool IsTakenBack(TraceStep step) => step.Base < Money.Zero || step.Amount < Money.Zero;

    private static Money Left(TraceStep step) => step.Limit > step.Before ? step.Limit - step.Before : Money.Zero;

    private static Money Size(Money amount) => amount < Money.Zero ? -amount : amount;

    private static string Show(Money amount) => Size(amount).ToReadable();

    private static BilingualText Join(BilingualText first, BilingualText second) => new(first.En + second.En, first.Zh + second.Zh);
}
