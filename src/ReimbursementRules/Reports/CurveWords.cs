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
        var (proved, chords) = (Rounding(curve, isProved: true), Rounding(curve, isProved: false));
        var (of, all) = (curve.Segments.Count(segment => !segment.IsProved), curve.Segments.Length);
        return of == 0
            ? new(
                "All lines follow from the steps, exactly, before half a cent is rounded at each: the settlement is nowhere more than "
                    + $"{Counted.Of(proved, "cent")} from them.",
                $"各直线均由各步骤精确得出（每步四舍五入到分之前）：结算结果与其相差不超过 {proved} 分。"
            )
            : new(
                $"Not straight: {of} of {Counted.Of(all, "segment")}, because something is divided in proportions that change. A line "
                    + $"there is a chord between two settlements, and the settlement is at most {Counted.Of(chords, "cent")} from it, by "
                    + "every cent of a short one, and by roundings and half as much again as the bend found of a long one. The others "
                    + $"follow from the steps, exactly, and the settlement is nowhere more than {Counted.Of(proved, "cent")} from them.",
                $"{all} 段中有 {of} 段不是直线，因其按变化的比例分摊：所列为两次结算之间的弦，结算结果与其相差不超过 {chords} 分"
                    + "（短段逐分核对，长段按各步舍入与所见弯曲的一倍半计）。"
                    + $"其余各段由各步骤精确得出，结算结果与其相差不超过 {proved} 分。"
            );
    }

    /// <summary>How far settlements may be from the lines that are proved, or that are not, in cents.</summary>
    private static string Rounding(Curve curve, bool isProved) =>
        Show(
            curve
                .Segments.Where(segment => segment.IsProved == isProved)
                .SelectMany(segment => segment.Lines)
                .Select(line => line.Rounding)
                .Append(Ratio.Zero)
                .Max()
        );

    /// <summary>A bearer, as beside the others: of what the patient bears, how it is paid.</summary>
    public static BilingualText Name(CurveBearer bearer) =>
        bearer.Id switch
        {
            "account" => Words.OfItAccount(bearer.Title),
            "cash" => Words.OfItCash,
            _ => bearer.Title,
        };

    /// <summary>Whether a bearer bears anything, and of cash, whether the account does: else it is what the patient bears.</summary>
    public static bool IsAny(Curve curve, CurveBearer bearer)
    {
        var at = curve.Bearers.Select(one => one.Id).ToList().IndexOf(bearer.Id == "cash" ? "account" : bearer.Id);
        return curve.Segments.Any(segment => segment.Lines[at] is var line && (line.Start != Ratio.Zero || line.Slope != Ratio.Zero));
    }

    /// <summary>What makes a break.</summary>
    public static BilingualText Say(CurveBreak one, Curve curve)
    {
        var jumps = one.Jumps.Zip(curve.Bearers).Where(pair => pair.First != Ratio.Zero && IsAny(curve, pair.Second)).ToList();
        var cause = Cause(one.Cause);
        return jumps.Count == 0
            ? cause
            : new(
                $"{cause.En} {string.Join(", ", jumps.Select(jump => $"{Name(jump.Second).En} {Signed(jump.First)}"))}.",
                $"{cause.Zh}{string.Join("，", jumps.Select(jump => $"{Name(jump.Second).Zh} {Signed(jump.First)} 元"))}。"
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
            { Kind: StepKind.AmountBound } => At(cause, "the bound of a computed amount", "金额上下限"),
            { Kind: StepKind.RateChange } => At(cause, "a change of a rate", "比例调整"),
            { Kind: StepKind.AmountChange or StepKind.AmountShare } => At(cause, "a change of an amount", "金额调整"),
            { Kind: StepKind.DeductibleCeiling } => At(cause, "the ceiling of deductibles", "起付线累计上限"),
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
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(scaled), BigInteger.Pow(10, Decimals));
        var decimals = rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0');
        return (scaled.Sign < 0 ? "-" : "") + $"{whole.ToString("N0", CultureInfo.InvariantCulture)}.{decimals}".TrimEnd('0').TrimEnd('.');
    }
}
