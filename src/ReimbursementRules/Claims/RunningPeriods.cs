using System.Collections.Immutable;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>The periods over which something adds up from claim to claim, as files write them.</summary>
internal static class RunningPeriods
{
    private static readonly (string Word, Period Period)[] Words =
    [
        ("day", Period.Day),
        ("stay", Period.Stay),
        ("month", Period.Month),
        ("quarter", Period.Quarter),
        ("year", Period.Year),
    ];

    private static readonly (string Word, string Zh, string En)[] Said =
    [
        ("day", "每日", "a day"),
        ("stay", "一次住院：各次结算、转院前后合并", "a stay, over the claims and hospitals of which it is made up"),
        ("month", "每月", "a month"),
        ("quarter", "每季度：自然季度", "a quarter of the calendar"),
        ("year", "每年：待遇年度", "a benefit year"),
    ];

    /// <summary>Their words.</summary>
    public static ImmutableArray<string> All { get; } = [.. Words.Select(word => word.Word)];

    /// <summary>The form of such a period.</summary>
    public static ValueForm Form { get; } = ValueForms.Words(Said);

    /// <summary>The form of a period after which a sum begins anew, or which is one claim or item.</summary>
    public static ValueForm FormOfStep { get; } =
        ValueForms.Words([
            ("item", "每条费用", "each item"),
            ("claim", "每次：每张单据", "each claim"),
            ("visit", "每次就诊：与 claim 同义", "each visit, the same as a claim"),
            ("admission", "每次住院：与 claim 同义", "each admission, the same as a claim"),
            .. Said,
        ]);

    /// <summary>Reads such a period.</summary>
    public static Period Read(Node node) => node.OneOf(Words);

    /// <summary>Reads the period of a step; the words for one claim differ with the setting and mean the same.</summary>
    public static Period ReadOfStep(Node node) =>
        node.OneOf([("item", Period.Item), ("claim", Period.Claim), ("visit", Period.Claim), ("admission", Period.Claim), .. Words]);

    /// <summary>Whether something adds up from claim to claim over a period.</summary>
    public static bool RunsOn(Period period) => period is not (Period.Claim or Period.Item);
}
