using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Checklists;

/// <summary>Who applies, such as an institution that asks for an agreement, with the answers to what a checklist asks.</summary>
public sealed partial record Applicant
{
    /// <summary>The day of the application.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The answers by name: words, or numbers written as in policy files, such as <c>99.99</c> or <c>200_000</c>.</summary>
    public ImmutableDictionary<string, string> Answers
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, string>.Empty;

    internal FilePlace? Place { get; init; }

    /// <summary>The form of an applicant.</summary>
    internal static JsonObject Form(SchemaDraft draft) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [ChecklistReader.Day] = SchemaDraft.Described(ValueForms.Day(draft), new("the day of the application", "申请日")),
            },
            ["required"] = new JsonArray(ChecklistReader.Day),
            ["additionalProperties"] = ValueForms.Text(draft),
        };

    /// <summary>Reads the mapping of an applicant: the key <c>on</c> has the day, all others are answers.</summary>
    internal static Applicant Read(Node node) =>
        new()
        {
            Place = node.Place,
            On = node["on"].Date(),
            Answers = node
                .Pairs.Where(pair => pair.Key.Raw != "on")
                .DistinctBy(pair => pair.Key.Raw)
                .ToImmutableDictionary(pair => pair.Key.Raw, pair => pair.Value.Plain(), StringComparer.Ordinal),
        };
}
