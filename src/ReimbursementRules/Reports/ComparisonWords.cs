using System.Globalization;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of a comparison that are not a policy's own.</summary>
internal static class ComparisonWords
{
    public static readonly Text Comparison = new("Comparison", "比较");
    public static readonly Text Before = new("Before", "原");
    public static readonly Text After = new("After", "新");
    public static readonly Text From = new("Compared from", "比较起始日");
    public static readonly Text Changes = new("What changed", "变更内容");
    public static readonly Text NoChanges = new("Both say the same.", "两者内容相同。");
    public static readonly Text When = new("for", "适用于");
    public static readonly Text EveryCase = new("every case", "所有情形");
    public static readonly Text Cases = new("Which cases are affected", "受影响的情形");
    public static readonly Text Table = new("Table", "表");
    public static readonly Text Case = new("Cases", "情形");
    public static readonly Text Nothing = new("–", "–");
    public static readonly Text TooLarge = new(
        "These tables tell more than 100,000 cases apart and were not compared:", "以下各表区分的情形超过 100,000 种，未作比较：");

    public static readonly Text Patients = new("What patients win and lose", "患者得失");
    public static readonly Text Claims = new("Claims", "件数");
    public static readonly Text Sum = new("Sum", "合计");
    public static readonly Text Winners = new("pay less", "少付");
    public static readonly Text Losers = new("pay more", "多付");
    public static readonly Text Unchanged = new("pay the same", "不变");
    public static readonly Text Distribution = new("How much less or more patients pay", "患者少付或多付的分布");
    public static readonly Text Bearers = new("Who bears what of all claims", "全部申请的各方承担");
    public static readonly Text Bill = new("Bills", "费用总额");
    public static readonly Text Change = new("Change", "增减");
    public static readonly Text MostWon = new("Who wins most", "少付最多");
    public static readonly Text MostLost = new("Who loses most", "多付最多");
    public static readonly Text Claim = new("Claim", "申请");
    public static readonly Text Gain = new("Less to pay", "少付");
    public static readonly Text Loss = new("More to pay", "多付");
    public static readonly Text Unsettled = new("Claims that not both can settle, in no sum", "未能由双方结算的申请（不计入合计）");
    public static readonly Text CannotBefore = new("not before", "原规则不能结算");
    public static readonly Text CannotAfter = new("not after", "新规则不能结算");
    public static readonly Text CannotBoth = new("by neither", "双方均不能结算");

    public static Text Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => new("added", "新增"),
        ChangeKind.Removed => new("removed", "删除"),
        ChangeKind.Changed => new("changed", "变更"),
        _ => throw UnknownKind.Of(kind),
    };

    /// <summary>What stands beyond the end of a list.</summary>
    public static Text More(int count) => new($"… and {Show(count)} more", $"……另有 {Show(count)} 条");

    /// <summary>Amounts above one and up to another.</summary>
    public static Text Between(Money above, Money upTo, bool isGain)
    {
        var (least, most) = ((above + Money.FromCents(1)).ToReadable(), upTo.ToReadable());
        return isGain ? new($"{least} to {most} less", $"少付 {least} 至 {most}") : new($"{least} to {most} more", $"多付 {least} 至 {most}");
    }

    public static string Show(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount with its sign, where it is not zero.</summary>
    public static string Signed(Money amount) => (amount > Money.Zero ? "+" : "") + amount.ToReadable();
}
