using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts;

/// <summary>Reads a provider's year: its facts, its monthly totals and what was denied.</summary>
internal static class ProviderYearReader
{
    private static readonly ImmutableArray<string> OfProvider = [.. ClaimFields.OfProvider.Select(field => field.Key), "attributes"];

    private static readonly KeyTable TotalKeys = new(
        Need("month", ValueForms.Whole(1, 12), "月份：1 至 12", "the month of the calendar, from 1 to 12"),
        Need("cases", Count, "病例数", "how many cases"),
        May("persons", Count, "人数：就诊人数，每人一次", "how many persons"),
        May("bed_days", Count, "床日", "how many bed-days"),
        Need("actual", ValueForms.Money, "基金支付：这些病例基金付了多少", "what the settlements pay"),
        May("bill", ValueForms.Money, "费用总额", "what was billed"),
        May("items", ValueForms.List(ClaimForm.Item), "费用明细", "the items")
    );

    private static readonly KeyTable DeniedKeys = new(
        May("claim", ValueForms.Text, "单据：哪一张", "the claim"),
        Need("amount", ValueForms.Money, "金额", "the amount"),
        Need("reason", ValueForms.Text, "理由", "the reason")
    );

    private static readonly KeyTable YearKeys = new(
        Need("starts", ValueForms.Day, "开始：年度的第一天", "the first day of the year"),
        May("heads", Count, "人头：参保人头数", "how many heads"),
        May("persons", Count, "人数", "how many persons"),
        May("totals", ValueForms.List(Total), "月度合计：按月合计的单据", "what was used, month by month"),
        May("denied", ValueForms.List(DeniedKeys.Schema), "核减了的：这一年核减了哪些", "what was denied")
    );

    /// <summary>The form of a year.</summary>
    public static JsonObject Form(SchemaDraft draft) => ClaimForm.Beside(YearKeys, ClaimFields.OfProvider, draft);

    /// <summary>The form of a year beside which claims stand.</summary>
    public static JsonObject WithClaims(SchemaDraft draft) =>
        ClaimForm.Beside(
            new([.. YearKeys.Keys, May("claims", ValueForms.List(ClaimForm.Of), "单据：先结算的", "claims that are settled first")]),
            ClaimFields.OfProvider,
            draft
        );

    private static JsonObject Count(SchemaDraft draft) => ValueForms.Whole(0, long.MaxValue)(draft);

    private static JsonObject Total(SchemaDraft draft) =>
        ClaimForm.Beside(TotalKeys, ClaimFields.All.Where(field => field.Key != "discharged"), draft);

    public static ProviderYear ReadFile(string path)
    {
        var problems = new ProblemLog();
        var year = NodeReader.ReadFile(path, problems) is { } node ? Read(node) : null;
        problems.ThrowForInput();
        return year!;
    }

    /// <summary>Reads a year.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="beside">Keys of the mapping that another reader takes.</param>
    public static ProviderYear Read(Node node, params ReadOnlySpan<string> beside)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys(YearKeys, [.. OfProvider, .. beside]);
        var starts = node["starts"].Date();
        var facts = ClaimReader.ReadFacts(node, starts);
        return new()
        {
            Place = node.Place,
            Starts = starts,
            Provider = facts.Provider,
            Attributes = facts.Attributes,
            Heads = node.Optional("heads")?.Whole(),
            Persons = node.Optional("persons")?.Whole(),
            Lines = [.. (node.Optional("totals")?.Items() ?? []).Select(total => Total(total, starts))],
            Denied = [.. (node.Optional("denied")?.Items() ?? []).Select(Denied)],
        };
    }

    private static ProviderLine Total(Node node, DateOnly starts)
    {
        ChineseClaim.Read(node);
        node.OnlyKeys(ClaimNames.OfClaim, [.. TotalKeys.Names, .. ClaimReader.FactKeys]);
        return new()
        {
            Facts = ClaimReader.ReadFacts(node, Day(starts, node["month"].Whole(1, 12))) with
            {
                Items = [.. (node.Optional("items")?.Items() ?? []).Select(ClaimReader.Item)],
            },
            Cases = node["cases"].Whole(),
            Persons = node.Optional("persons")?.Whole(),
            BedDays = node.Optional("bed_days")?.Whole(),
            Actual = node["actual"].Money(),
            Bill = node.Optional("bill")?.Money(),
        };
    }

    /// <summary>The first day of the year's month that begins in a month of the calendar.</summary>
    private static DateOnly Day(DateOnly starts, int month) =>
        starts > DateOnly.MaxValue.AddYears(-1) ? starts : starts.AddMonths((month - starts.Month + 12) % 12);

    private static Denial Denied(Node node)
    {
        node.OnlyKeys(DeniedKeys);
        return new(node["amount"].Money(), node["reason"].Text()) { Claim = node.Optional("claim")?.PlainId() ?? "", Place = node.Place };
    }
}
