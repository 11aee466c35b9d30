using System.Globalization;
using System.Numerics;
using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of curves.</summary>
internal static class CurveWords
{
    public static readonly BilingualText From = new("From", "自");
    public static readonly BilingualText To = new("To", "至");
    public static readonly BilingualText Of = new("of each yuan", "每元");
    public static readonly BilingualText Segments = new("Who bears what, and how much of each further yuan", "各方负担及每增加一元的分担");
    public static readonly BilingualText Breaks = new("Where it bends or jumps", "转折与跳跃");
    public static readonly BilingualText Cliffs = new(
        "Where a cent more costs the patient more than a cent, or loses a payment",
        "多一分费用而患者多付超过一分，或某方支付减少之处"
    );
    public static readonly BilingualText Caps = new("Where ceilings begin to cut", "封顶线起作用之处");
    public static readonly BilingualText Nowhere = new("Nowhere.", "无。");
    private const int Decimals = 4;

    /// <summary>Whose curve it is, and what grows.</summary>
    public static string Head(Curve curve, Language language) =>
        curve.Rulebook.Title.In(language) + Words.Colon.In(language) + Title(curve).In(language);

    private static BilingualText Title(Curve curve) =>
        curve.What.Item is { } item
            ? new($"Item {item + 1} from {Range(curve, "to")}", $"第 {item + 1} 项金额自 {Range(curve, "至")} 元")
            : new($"The bill from {Range(curve, "to")}, its items in proportion", $"费用总额自 {Range(curve, "至")} 元，各项目按比例变化");

    /// <summary>How exact a curve is.</summary>
    public static BilingualText Exactness(Curve curve)
    {
        var proved = curve.Segments.Where(segment => segment.IsProved).ToList();
        var rounding = Show(proved.SelectMany(segment => segment.Lines).Select(line => line.Rounding).Append(Ratio.Zero).Max());
        var chords = curve.Segments.Length - proved.Count;
        return chords == 0
            ? new(
                "All lines follow from the steps, exactly, before half a cent is rounded at each: the settlement is nowhere more than "
                    + $"{rounding} cents from them.",
                $"各直线均由各步骤精确得出（每步四舍五入到分之前）：结算结果与其相差不超过 {rounding} 分。"
            )
            : new(
                $"{chords} of {curve.Segments.Length} segments are not straight, because something is divided in proportions that change: "
                    + "their lines are chords between two settlements, held against 7 settlements between them. The others follow from the "
                    + $"steps, exactly, and the settlement is nowhere more than {rounding} cents from them.",
                $"{curve.Segments.Length} 段中有 {chords} 段不是直线，因其按变化的比例分摊：所列为两次结算之间的弦，并与其间 7 次结算核对。"
                    + $"其余各段由各步骤精确得出，结算结果与其相差不超过 {rounding} 分。"
            );
    }

    /// <summary>What makes a break.</summary>
    public static BilingualText Say(CurveBreak one, Curve curve)
    {
        var jumps = one.Jumps.Zip(curve.Bearers).Where(pair => pair.First != Ratio.Zero).ToList();
        var cause = Cause(one.Cause);
        return jumps.Count == 0
            ? cause
            : new(
                $"{cause.En} {string.Join(", ", jumps.Select(jump => $"{jump.Second.Title.En} {Signed(jump.First)}"))}.",
                $"{cause.Zh}{string.Join("，", jumps.Select(jump => $"{jump.Second.Title.Zh} {Signed(jump.First)} 元"))}。"
            );
    }

    /// <summary>A marginal share as a percentage, with at most four decimals; rounded where it has more.</summary>
    public static string Percent(Ratio slope) => $"{Show(slope * new Ratio(100, 1))}%";

    /// <summary>Cents before they are rounded, as an amount.</summary>
    public static string Amount(Ratio cents) => Money.FromCents((long)cents.Round()).ToReadable();

    private static BilingualText Cause(CurveCause? cause) =>
        cause switch
        {
            null => new("No single row decides it.", "非单一行所致。"),
            { Kind: null, Layer: CurveCause.Gates } => At(cause, "the gate", "关口"),
            { Kind: null } => new("An item is cut otherwise.", "项目的划分改变。"),
            { Kind: StepKind.Deductible } => At(cause, "the deductible", "起付线"),
            { Kind: StepKind.Band } => At(cause, "a rate or band", "比例或分段"),
            { Kind: StepKind.CapOnPayment } => At(cause, "the ceiling on payments", "支付额封顶线"),
            { Kind: StepKind.CapOnCost } => At(cause, "the ceiling on the cost that counts", "计入费用封顶线"),
            { Kind: StepKind.QuotaShare or StepKind.QuotaExcess or StepKind.QuotaSaving } => At(cause, "the payment standard", "付费标准"),
            { Kind: StepKind.Account } => At(cause, "the account's balance", "个人账户余额"),
            { Kind: StepKind.TopUp } => At(cause, "the share to which payments are raised", "补足比例"),
            { Kind: StepKind.RateChange } => At(cause, "a change of a rate", "比例调整"),
            _ => At(cause, "the step", "步骤"),
        };

    private static BilingualText At(CurveCause cause, string en, string zh)
    {
        var step = cause.Step.Length == 0 ? cause.Layer : $"{cause.Layer}.{cause.Step}";
        return new($"{char.ToUpperInvariant(en[0])}{en[1..]} ({step}).", $"{zh}（{step}）。");
    }

    private static string Range(Curve curve, string to) => $"{curve.What.From.ToReadable()} {to} {curve.What.To.ToReadable()}";

    private static string Signed(Ratio cents) => (cents > Ratio.Zero ? "+" : "") + Amount(cents);

    private static string Show(Ratio number)
    {
        var scaled = (number * new Ratio(BigInteger.Pow(10, Decimals), 1)).Round();
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return (scaled.Sign < 0 ? "-" : "") + $"{digits[..^Decimals]}.{digits[^Decimals..]}".TrimEnd('0').TrimEnd('.');
    }
}
