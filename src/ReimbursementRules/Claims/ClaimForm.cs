using System.Text.Json.Nodes;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>The form of a claim in files of YAML: every field with its title. Keys and words in Chinese may stand there as well.</summary>
internal static class ClaimForm
{
    /// <summary>The form of a claim.</summary>
    public static JsonObject Of(SchemaDraft draft) =>
        draft.Shared(
            "claim",
            () =>
                Mapping(
                    [
                        .. ClaimFields.All.Select(field => (field.Key, Of(field.Key, field.Schema(), draft))),
                        ("items", ValueForms.List(Item)(draft)),
                        ("attributes", Own(draft, isOfItem: false)),
                    ],
                    ""
                )
        );

    /// <summary>The form of a mapping that states some fields of a claim beside keys of its own; facts of the region may stand there
    /// too.</summary>
    /// <param name="keys">The keys of its own.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="draft">The schema that is made.</param>
    public static JsonObject Beside(KeyTable keys, IEnumerable<Field<Claim>> fields, SchemaDraft draft)
    {
        var mapping = Mapping(
            [.. fields.Select(field => (field.Key, Of(field.Key, field.Schema(), draft))), ("attributes", Own(draft, isOfItem: false))],
            ""
        );
        foreach (var key in keys.Keys)
            mapping["properties"]![key.Name] = SchemaDraft.Described(key.Form(draft), key.Says);
        var needed = keys.Keys.Where(key => key.IsNeeded).Select(key => (JsonNode)key.Name).ToArray();
        if (needed.Length > 0)
            mapping["required"] = new JsonArray(needed);
        return mapping;
    }

    /// <summary>The form of an item.</summary>
    public static JsonObject Item(SchemaDraft draft) =>
        draft.Shared(
            "item",
            () =>
                Mapping(
                    [
                        .. ItemFields.All.Select(field => (field.Key, Of($"item.{field.Key}", field.Schema(), draft))),
                        ("attributes", Own(draft, isOfItem: true)),
                    ],
                    "item."
                )
        );

    private static JsonObject Mapping(IEnumerable<(string Key, JsonObject Form)> fields, string prefix)
    {
        var properties = new JsonObject();
        foreach (var (key, form) in fields)
            properties[key] = SchemaDraft.Described(form, Terms.OfFact(prefix + key));
        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject { [ValueForms.Chinese] = new JsonObject() },
            ["additionalProperties"] = false,
        };
    }

    /// <summary>The form in YAML of what JSON states in another way.</summary>
    private static JsonObject Of(string fact, JsonNode json, SchemaDraft draft) =>
        json["enum"] is JsonArray words ? Words(fact, [.. words.Select(word => word!.ToString())])
        : json["anyOf"] is not null
            ? ValueForms.OrChinese(ValueForms.AnyOf(ValueForms.Number(draft), ValueForms.ByName(ValueForms.Number)(draft)))
        : json["format"] is not null ? ValueForms.OrChinese(ValueForms.Day(draft))
        : json["pattern"]?.ToString().EndsWith("%$", StringComparison.Ordinal) is true ? ValueForms.OrChinese(ValueForms.Rate(draft))
        : json["pattern"] is not null ? ValueForms.OrChinese(ValueForms.Number(draft))
        : json["type"]?.ToString() == "integer"
            ? ValueForms.OrChinese(ValueForms.Whole((long)json["minimum"]!, (long)json["maximum"]!)(draft))
        : ValueForms.Text(draft);

    private static JsonObject Words(string fact, IReadOnlyList<string> words) =>
        ValueForms.OrChinese(
            ValueForms.Choice([
                .. words.Where(word => word is not ("true" or "false")).Select(word => KeyValuePair.Create(word, Terms.OfWord(fact, word))),
            ])
        );

    /// <summary>The facts of the region that a claim or an item carries: their words are offered; whether another stands there is known
    /// once the claim is settled, and a case may expect it to be refused.</summary>
    private static JsonObject Own(SchemaDraft draft, bool isOfItem)
    {
        var known = KnownFacts.All.Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal);
        var properties = new JsonObject();
        foreach (var fact in draft.Facts.Where(fact => !known.Contains(fact.Name)))
            if (fact.Name.StartsWith("item.", StringComparison.Ordinal) == isOfItem)
                properties[isOfItem ? fact.Name["item.".Length..] : fact.Name] = SchemaDraft.Described(
                    fact.Words.Count == 0
                        ? ValueForms.Text(draft)
                        : ValueForms.AnyOf(ValueForms.Choice(fact.Words), ValueForms.Text(draft)),
                    fact.Title
                );
        return new() { ["type"] = "object", ["properties"] = properties };
    }
}
