using System.Globalization;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of a comparison that are not a policy's own.</summary>
internal static class ComparisonWords
{
    public static readonly BilingualText Comparison = new("Comparison", "比较");
    public static readonly BilingualText Before = new("Before", "原");
    public static readonly BilingualText After = new("After", "新");
    public static readonly BilingualText From = new("Compared from", "比较起始日");
    public static readonly BilingualText Changes = new("What changed", "变更内容");
    public static readonly BilingualText NoChanges = new("Both say the same.", "两者内容相同。");
    public static readonly BilingualText When = new("for", "适用于");
    public static readonly BilingualText EveryCase = new("every case", "所有情形");
    public static readonly BilingualText Cases = new("Which cases are affected", "受影响的情形");
    public static readonly BilingualText Table = new("Table", "表");
    public static readonly BilingualText Case = new("Cases", "情形");
    public static readonly BilingualText Nothing = new("–", "–");
    public static readonly BilingualText TooLarge = new(
        "These tables tell more than 100,000 cases apart and were not compared:",
        "以下各表区分的情形超过 100,000 种，未作比较："
    );

    public static readonly BilingualText Patients = new("What patients win and lose", "患者得失");
    public static readonly BilingualText Claims = new("Claims", "张数");
    public static readonly BilingualText Sum = new("Sum", "合计");
    public static readonly BilingualText Winners = new("pay less", "少付");
    public static readonly BilingualText Losers = new("pay more", "多付");
    public static readonly BilingualText Unchanged = new("pay the same", "不变");
    public static readonly BilingualText Distribution = new("How much less or more patients pay", "患者少付或多付的分布");
    public static readonly BilingualText Bearers = new("Who bears what of all claims", "全部单据的各方承担");
    public static readonly BilingualText Bill = new("Bills", "费用总额");
    public static readonly BilingualText Change = new("Change", "增减");
    public static readonly BilingualText ChangePercent = new("In percent", "增减幅度");
    public static readonly BilingualText Groups = new("What patients of each group pay", "各类人群的个人负担");
    public static readonly BilingualText Group = new("Group", "人群");
    public static readonly BilingualText MostWon = new("Who wins most", "少付最多");
    public static readonly BilingualText MostLost = new("Who loses most", "多付最多");
    public static readonly BilingualText Claim = new("Claim", "单据");
    public static readonly BilingualText Gain = new("Less to pay", "少付");
    public static readonly BilingualText Loss = new("More to pay", "多付");
    public static readonly BilingualText Unsettled = new(
        "Claims that not both can settle, in no sum",
        "未能由双方结算的单据（不计入合计）"
    );
    public static readonly BilingualText CannotBefore = new("not before", "原规则不能结算");
    public static readonly BilingualText CannotAfter = new("not after", "新规则不能结算");
    public static readonly BilingualText CannotBoth = new("by neither", "双方均不能结算");

    public static readonly BilingualText Traces = new("How the listed claims are calculated", "所列单据的计算过程");

    public static readonly BilingualText NotCompared = new("Not compared", "未比较");

    /// <summary>That a rulebook is looked at as it stands on a day.</summary>
    public static BilingualText AsOn(DateOnly day) => new($"as on {IsoDay.Show(day)}", $"{IsoDay.Show(day)} 当日");

    /// <summary>What a comparison leaves out.</summary>
    public static BilingualText Of(NotCompared left)
    {
        var bill = (left.Bill / 100).ToString("#,##0.00", CultureInfo.InvariantCulture);
        var (unread, unreadZh) =
            left.Unread == 0
                ? ("", "")
                : ($", without {Show(left.Unread)} that cannot be read", $"（不含无法读取的 {Show(left.Unread)} 张）");
        return new(
            $"{Show(left.Claims)} of {Counted.Of(Show(left.Of), "claim")}, bills {bill}{unread}: "
                + string.Join(
                    ", ",
                    left.Kinds.Select(kind => $"{Show(kind.Count)} × {Words.OfProblem(kind.Code).En} from #{kind.First} on")
                ),
            $"{Show(left.Of)} 张单据中的 {Show(left.Claims)} 张，费用 {bill}{unreadZh}："
                + string.Join("；", left.Kinds.Select(kind => $"{Show(kind.Count)} × {Words.OfProblem(kind.Code).Zh}，首见 #{kind.First}"))
        );
    }

    public static BilingualText Of(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Added => new("added", "新增"),
            ChangeKind.Removed => new("removed", "删除"),
            ChangeKind.Changed => new("changed", "变更"),
            _ => throw UnknownKind.Of(kind),
        };

    /// <summary>What stands beyond the end of a list.</summary>
    public static BilingualText More(int count) => new($"… and {Show(count)} more", $"……另有 {Show(count)} 条");

    /// <summary>Amounts above one and up to another.</summary>
    public static BilingualText Between(Money above, Money upTo, bool isGain)
    {
        var (least, most) = ((above + Money.FromCents(1)).ToReadable(), upTo.ToReadable());
        return isGain
            ? new($"{least} to {most} less", $"少付 {least} 至 {most}")
            : new($"{least} to {most} more", $"多付 {least} 至 {most}");
    }

    /// <summary>The sentence with which a comparison over claims begins.</summary>
    public static BilingualText Lead(ClaimsComparison claims)
    {
        var all = claims.Claims.Length + claims.Unsettled.Length;
        var (count, patient) = (claims.Claims.Length, claims.Patient);
        var left = claims.Unsettled.Length;
        var (en, zh) =
            left == 0
                ? ($"Both settle all {Show(all)} claims", $"两者均可结算全部 {Show(all)} 张单据")
                : (
                    $"{Show(left)} of {Show(all)} claims are not settled by both and count in no sum; of the other {Show(count)}",
                    $"{Show(all)} 张单据中有 {Show(left)} 张未能由双方结算，不计入合计；其余 {Show(count)} 张"
                );
        var (share, change) = (SheetNumbers.Percent(patient.Change, patient.Before), Signed(patient.Change));
        var (percent, percentZh) =
            share.Length == 0 ? ("", "") : ($" ({Plus(patient.Change)}{share})", $"（{Plus(patient.Change)}{share}）");
        return new(
            $"{en}: patients pay {change} yuan{percent}; {Share(claims.Winners.Count, count)} of the claims pay less, "
                + $"{Share(claims.Losers.Count, count)} more, {Share(claims.Unchanged, count)} the same.",
            $"{zh}：个人负担增减 {change} 元{percentZh}；少付 {Share(claims.Winners.Count, count)}，"
                + $"多付 {Share(claims.Losers.Count, count)}，不变 {Share(claims.Unchanged, count)}。"
        );
    }

    /// <summary>By how much a bearer's amount changes in percent; a dash where it bore nothing before.</summary>
    public static string Percent(BearerEffect bearer) =>
        SheetNumbers.Percent(bearer.Change, bearer.Before) is { Length: > 0 } share ? $"{Plus(bearer.Change)}{share}" : "–";

    private static string Plus(Money amount) => amount > Money.Zero ? "+" : "";

    private static string Share(int of, int all) => all == 0 ? "0.00%" : SheetNumbers.Percent(Money.FromCents(of), Money.FromCents(all));

    public static string Show(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount with its sign, where it is not zero.</summary>
    public static string Signed(Money amount) => (amount > Money.Zero ? "+" : "") + amount.ToReadable();
}
