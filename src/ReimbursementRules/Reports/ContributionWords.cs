using ReimbursementRules.Contributions;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of a contribution's sheet, and each line of its trace as a sum that a reader can follow.</summary>
internal static class ContributionWords
{
    public static readonly BilingualText Contribution = new("Contribution", "缴费单");
    public static readonly BilingualText Period = new("Period", "缴费期");
    public static readonly BilingualText Paid = new("Paid on", "缴费日");
    public static readonly BilingualText Heads = new("Heads", "人数");
    public static readonly BilingualText Member = new("Member", "个人");
    public static readonly BilingualText OfItAccount = new("of it: account of the family", "其中：家庭成员个人账户");
    public static readonly BilingualText PerHead = new("For each head", "人均");
    public static readonly BilingualText Parts = new("The parts of the contribution", "缴费各部分");
    public static readonly BilingualText Credits = new("Credited to personal accounts", "划入个人账户");
    public static readonly BilingualText Steps = new("The calculation, for each head", "逐步计算（每人）");

    public static BilingualText From(Period per, DateOnly from) =>
        per == Values.Period.Month
            ? new($"the month from {Words.Day(from)}", $"自 {Words.Day(from)} 起一个月")
            : new($"the year from {Words.Day(from)}", $"自 {Words.Day(from)} 起一年");

    public static BilingualText Say(ContributionStep step) =>
        step.Kind switch
        {
            ContributionStepKind.Owed when step is { Rate: null, Factor: null } => new(
                $"{step.PayerTitle.En} owes {Show(step.Amount)}.",
                $"{step.PayerTitle.Zh}应缴 {Show(step.Amount)} 元。"
            ),
            ContributionStepKind.Owed => Product(step),
            ContributionStepKind.TakenOver => new(
                $"{step.PayerTitle.En} takes over {step.Rate} of {Show(step.Base)} = {Show(step.Amount)}.",
                $"{step.PayerTitle.Zh}代缴 {Show(step.Base)} 元的 {step.Rate} = {Show(step.Amount)} 元。"
            ),
            ContributionStepKind.Account => new(
                $"The account of a family member pays {Show(step.Amount)} of {Show(step.Base)}.",
                $"家庭成员个人账户支付 {Show(step.Base)} 元中的 {Show(step.Amount)} 元。"
            ),
            ContributionStepKind.Credited when step.Rate is { } rate => new(
                $"{step.PayerTitle.En} is credited {rate} of {Show(step.Base)}{(step.BaseName is { } en ? $" ({en})" : "")} "
                    + $"= {Show(step.Amount)}.",
                $"{step.PayerTitle.Zh}划入 {Show(step.Base)} 元{(step.BaseName is { } zh ? $"（{zh}）" : "")}的 {rate} "
                    + $"= {Show(step.Amount)} 元。"
            ),
            ContributionStepKind.Credited => new(
                $"{step.PayerTitle.En} is credited {Show(step.Amount)}.",
                $"{step.PayerTitle.Zh}划入 {Show(step.Amount)} 元。"
            ),
            _ => throw UnknownKind.Of(step.Kind),
        };

    private static BilingualText Product(ContributionStep step)
    {
        var name = step.BaseName is { } stated ? $" ({stated})" : "";
        var zh = name;
        if (step.Stated is { } moved)
        {
            var isFloor = step.Base > moved;
            name = $" ({step.BaseName}: {Show(moved)} stated, {(isFloor ? "at least" : "at most")} {Show(step.Base)})";
            zh = $"（{step.BaseName}：申报 {Show(moved)} 元，{(isFloor ? "不低于" : "不高于")} {Show(step.Base)} 元）";
        }

        var factors = string.Concat(new[] { step.Rate, step.Factor }.OfType<Rate>().Select(rate => $" × {rate}"));
        return new(
            $"{step.PayerTitle.En} owes {Show(step.Base)}{name}{factors} = {Show(step.Amount)}.",
            $"{step.PayerTitle.Zh}应缴 {Show(step.Base)} 元{zh}{factors} = {Show(step.Amount)} 元。"
        );
    }

    private static string Show(Money amount) => amount.ToReadable();
}
