using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>The keys that stand in many mappings and mean the same there.</summary>
internal static class SharedKeys
{
    public static KeyForm Id { get; } = Need("id", ValueForms.Id, "名称：小写英文，给程序用", "its name: small letters, for programs");

    public static KeyForm Title { get; } =
        Need("title", ValueForms.Bilingual, "标题：中英文，给人看", "what people call it, in both languages");

    public static KeyForm TitleIfAny { get; } = Title with { IsNeeded = false };

    public static KeyForm Note { get; } = May("note", ValueForms.OneOrBoth, "说明：会进报告", "a note for the reader, which reports show");

    public static KeyForm Reference { get; } =
        Need("reference", ValueForms.OneOrBoth, "依据：文件、文号、条款", "where it is laid down: document, number, article");

    public static KeyForm ReferenceIfAny { get; } = Reference with { IsNeeded = false };

    public static KeyForm Href { get; } = May("href", ValueForms.Text, "网址：依据的网址", "the address of the reference");

    public static KeyForm Status { get; } =
        May("status", Standing, "状态：正式规定还是示例", "whether the numbers are enacted or an example");

    /// <summary>Where a value is laid down, with what belongs to it.</summary>
    public static ImmutableArray<KeyForm> Source { get; } = [Reference, Href, Note, Status];

    public static KeyForm From { get; } = May("from", ValueForms.Day, "起：第一天，含", "the first day, included");

    public static KeyForm Until { get; } =
        May("until", ValueForms.Day, "止：不再适用的第一天", "the first day on which it no longer holds");

    public static KeyForm DecidedBy { get; } =
        May("decided_by", DecidingDay, "判断日：按哪一天选用值", "the day of a claim that chooses the values in force");

    /// <summary>Whether numbers are enacted.</summary>
    public static JsonObject Standing(SchemaDraft draft) =>
        ValueForms.Words(("enacted", "正式规定", "enacted"), ("example", "示例", "example"))(draft);

    /// <summary>The day that chooses a dated value.</summary>
    public static JsonObject DecidingDay(SchemaDraft draft) =>
        ValueForms.Words(
            ("discharge", "出院日", "day of discharge"),
            ("admission", "入院日", "day of admission"),
            ("filing", "申报日", "day of filing"),
            ("service", "服务日：每条费用看自己的日子", "day of each item")
        )(draft);
}
