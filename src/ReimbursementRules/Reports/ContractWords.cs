using System.Globalization;
using ReimbursementRules.Contracts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of the sheet of a provider's year.</summary>
internal static class ContractWords
{
    public static readonly BilingualText Title = new("Provider's year", "医疗机构年度清算单");
    public static readonly BilingualText Contract = new("Contract", "合同");
    public static readonly BilingualText Fund = new("Fund", "基金");
    public static readonly BilingualText Year = new("Year", "年度");
    public static readonly BilingualText From = new("From", "起始");
    public static readonly BilingualText FundPays = new("Fund pays", "基金支付");
    public static readonly BilingualText Sums = new("What comes of the year", "年度清算结果");
    public static readonly BilingualText Actual = new("Fund's part of the realised claims", "实际发生的基金支付");
    public static readonly BilingualText Borne = new("− borne by the provider", "− 医疗机构承担");
    public static readonly BilingualText Kept = new("− borne by the provider (saving kept)", "− 医疗机构承担（结余留用）");
    public static readonly BilingualText Paid = new("= paid by the fund", "= 基金支付");
    public static readonly BilingualText PassedOn = new("− handed on to another provider", "− 转付其他医疗机构");
    public static readonly BilingualText Due = new("= due to the provider", "= 应付医疗机构");
    public static readonly BilingualText Advances = new("− paid ahead", "− 已预付");
    public static readonly BilingualText Final = new("= still to be paid", "= 尚应支付");
    public static readonly BilingualText Returned = new("= to be returned by the provider", "= 医疗机构应退回");
    public static readonly BilingualText Retained = new("Held back during the year", "年内预留考核金");
    public static readonly BilingualText Released = new("Released of it by the assessment", "其中考核后返还");

    /// <summary>What a line says, as a sum that can be done again.</summary>
    public static BilingualText Says(ContractLine line) => Join(Sentence(line), NotTaken(line));

    private static BilingualText Sentence(ContractLine line) =>
        line.Kind switch
        {
            ContractLineKind.Standard => Standard(line),
            ContractLineKind.AsSettled => new(
                $"Paid as the claims were settled: {Counted.Of(Count(line), "case")}.",
                $"按单据结算结果支付：{Count(line)} 例。"
            ),
            ContractLineKind.Within => new(
                $"Of {Show(line.Base)} used, {Show(line.Amount)} is within the standard of {Show(line.Limit)}.",
                $"实际发生 {Show(line.Base)} 元，其中 {Show(line.Amount)} 元在标准 {Show(line.Limit)} 元以内。"
            ),
            ContractLineKind.Saving => new(
                $"{Show(line.Base)} is left of the standard: {line.Rate} of it, {Show(line.Amount)}, is the provider's.",
                $"标准结余 {Show(line.Base)} 元：其 {line.Rate} 即 {Show(line.Amount)} 元归医疗机构。"
            ),
            ContractLineKind.Shared => new(
                $"{Show(line.Base)} is above the standard: the fund bears {line.Rate} of it, {Show(line.Amount)}.",
                $"超标准 {Show(line.Base)} 元：基金分担 {line.Rate}，即 {Show(line.Amount)} 元。"
            ),
            ContractLineKind.NotShared when line.Limit is not null => new(
                $"{Show(line.Base)} is above the standard and not shared, because the limits are {Counted.Of(Count(line), "case")} and "
                    + $"{Show(line.Limit)} for each: the provider bears it.",
                $"超标准 {Show(line.Base)} 元不予分担（可分担限 {Count(line)} 例、例均 {Show(line.Limit)} 元），由医疗机构承担。"
            ),
            ContractLineKind.NotShared => new(
                $"{Show(line.Base)} is above the standard and not shared: the provider bears it.",
                $"超标准 {Show(line.Base)} 元不予分担，由医疗机构承担。"
            ),
            ContractLineKind.Average => Average(line),
            ContractLineKind.Price => new(
                $"{Claim(line).En}{Show(line.Base)} − {Count(line)} × {Show(line.Limit)} = {Show(Wanted(line))} is taken back.",
                $"{Claim(line).Zh}{Show(line.Base)} − {Count(line)} × {Show(line.Limit)} = {Show(Wanted(line))} 元，予以追回。"
            ),
            ContractLineKind.Denied => new(
                $"Denied: {line.About}, {Show(Wanted(line))}.",
                $"拒付：{line.About}，{Show(Wanted(line))} 元。"
            ),
            ContractLineKind.Total => line.Amount == Money.Zero
                ? new(
                    $"{Show(line.Base)} is within the total of {Show(line.Limit)}.",
                    $"{Show(line.Base)} 元在总额 {Show(line.Limit)} 元以内。"
                )
                : new(
                    $"{Show(line.Base)} − {Show(line.Limit)} = {Show(line.Amount)} is above the total: the provider bears it.",
                    $"{Show(line.Base)} − {Show(line.Limit)} = {Show(line.Amount)} 元超出总额，由医疗机构承担。"
                ),
            ContractLineKind.Factor => new(
                $"{line.Rate} of {Show(line.Base)} is paid: {Show(line.Amount)} is taken off.",
                $"按 {Show(line.Base)} 元的 {line.Rate} 支付：扣减 {Show(line.Amount)} 元。"
            ),
            ContractLineKind.Retained => new(
                $"{line.Rate} of {Show(line.Base)} is held back: {Show(line.Amount)}.",
                $"{Show(line.Base)} 元的 {line.Rate} 作为考核金预留：{Show(line.Amount)} 元。"
            ),
            ContractLineKind.Released => new(
                $"{line.Rate} of the {Show(line.Base)} held back is released: {Show(line.Amount)}; {Show(Lost(line))} is lost.",
                $"预留 {Show(line.Base)} 元返还 {line.Rate}：{Show(line.Amount)} 元；扣减 {Show(Lost(line))} 元。"
            ),
            ContractLineKind.Advance => new(
                $"{line.Rate} of {Show(line.Base)} is paid ahead: {Show(line.Amount)}.",
                $"预付 {Show(line.Base)} 元的 {line.Rate}：{Show(line.Amount)} 元。"
            ),
            ContractLineKind.PassedOn => new(
                $"{line.Rate} of the fees of {Show(line.Base)} is kept, {Show(line.Amount)} is handed on.",
                $"费用 {Show(line.Base)} 元留取 {line.Rate}，转付 {Show(line.Amount)} 元。"
            ),
            _ => throw UnknownKind.Of(line.Kind),
        };

    private static BilingualText Standard(ContractLine line) =>
        (line.Count, line.Months) switch
        {
            (not null, 0) => new(
                $"Standard: {Count(line)} × {Show(line.Limit)} = {Show(line.Amount)}.",
                $"标准：{Count(line)} × {Show(line.Limit)} = {Show(line.Amount)} 元。"
            ),
            (not null, _) => new(
                $"Standard: {Count(line)} × {Show(line.Limit)} = {Show(line.Base)} a year, {line.Months} of 12 months: "
                    + $"{Show(line.Amount)}.",
                $"标准：{Count(line)} × {Show(line.Limit)} = 全年 {Show(line.Base)} 元，12 个月中的 {line.Months} 个月："
                    + $"{Show(line.Amount)} 元。"
            ),
            (null, 1) when line.Base == line.Amount => new(
                $"The month's standard is {Show(line.Amount)}.",
                $"当月标准为 {Show(line.Amount)} 元。"
            ),
            _ => new(
                $"Standard: {Show(line.Base)} a year, {line.Months} of 12 months: {Show(line.Amount)}.",
                $"标准：全年 {Show(line.Base)} 元，12 个月中的 {line.Months} 个月：{Show(line.Amount)} 元。"
            ),
        };

    private static BilingualText Average(ContractLine line) =>
        line.Amount == Money.Zero && line.NotTaken == Money.Zero
            ? new(
                $"{Show(line.Base)} for {Counted.Of(Count(line), "case")}: the average is within the tolerance of {line.Rate}.",
                $"{Count(line)} 例共 {Show(line.Base)} 元：次均在 {line.Rate} 的允许范围内。"
            )
            : new(
                $"{Show(line.Base)} − {Count(line)} × {Show(line.Limit)}{WithTolerance(line)} = {Show(Wanted(line))} is taken off.",
                $"{Show(line.Base)} − {Count(line)} × {Show(line.Limit)}{WithTolerance(line)} = {Show(Wanted(line))} 元，予以扣减。"
            );

    private static string WithTolerance(ContractLine line) =>
        line.Rate is { Millionths: > 0 } rate
            ? string.Create(CultureInfo.InvariantCulture, $" × {100 + (new decimal(rate.Millionths) / 10_000):0.####}%")
            : "";

    private static BilingualText NotTaken(ContractLine line) =>
        line.NotTaken == Money.Zero
            ? new("", "")
            : new($" Only {Show(-line.Paid)} of it: the fund pays no more.", $" 实际扣减 {Show(-line.Paid)} 元：基金支付仅此数额。");

    private static BilingualText Claim(ContractLine line) =>
        line.About.Length == 0 ? new("", "") : new($"Claim {line.About}: ", $"单据 {line.About}：");

    private static Money Lost(ContractLine line) => line.NotTaken - line.Paid;

    private static Money Wanted(ContractLine line) => line.Amount + line.NotTaken;

    private static string Count(ContractLine line) =>
        line.Count is { } count ? count.ToString("#,##0.####", CultureInfo.InvariantCulture) : "";

    private static string Show(Money? amount) => (amount ?? Money.Zero).ToReadable();

    private static BilingualText Join(BilingualText first, BilingualText second) => new(first.En + second.En, first.Zh + second.Zh);
}
