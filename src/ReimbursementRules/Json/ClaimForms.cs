using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Checklists;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

[JsonConverter(typeof(JsonFormConverter<Claim>))]
public sealed partial record Claim : IJsonForm<Claim>
{
    static JsonForm<Claim> IJsonForm<Claim>.Form => ClaimForms.OfClaim;
}

[JsonConverter(typeof(JsonFormConverter<FeeItem>))]
public sealed partial record FeeItem : IJsonForm<FeeItem>
{
    static JsonForm<FeeItem> IJsonForm<FeeItem>.Form => ClaimForms.OfItem;
}

[JsonConverter(typeof(JsonFormConverter<Member>))]
public sealed partial record Member : IJsonForm<Member>
{
    static JsonForm<Member> IJsonForm<Member>.Form => ClaimForms.OfMember;
}

[JsonConverter(typeof(JsonFormConverter<Provider>))]
public sealed partial record Provider : IJsonForm<Provider>
{
    static JsonForm<Provider> IJsonForm<Provider>.Form => ClaimForms.OfProvider;
}

/// <summary>The forms of claims and their parts: the keys of claim files, which the lists of fields say.</summary>
internal static class ClaimForms
{
    public static readonly JsonForm<Claim> OfClaim = new NodeForm<Claim>(
        "claim.json",
        ClaimReader.Read,
        (json, claim) => Within(json, () => JsonClaim.Whole(json, ClaimLinks.Stated(claim))),
        Same,
        () => Schema(ClaimFields.All, ["discharged", "items"], ("items", SchemaNodes.List(ItemSchema())))
    );

    public static readonly JsonForm<FeeItem> OfItem = new NodeForm<FeeItem>(
        "item.json",
        ClaimReader.Item,
        (json, item) => JsonClaim.Item(json, ClaimLinks.Stated(item)),
        Same,
        ItemSchema
    );

    public static readonly JsonForm<Member> OfMember = new NodeForm<Member>(
        "member.json",
        node => Facts(node, ClaimFields.OfMember).Member,
        (json, member) => Within(json, () => JsonClaim.Fields(json, ClaimFields.OfMember, Of(member, new()))),
        (a, b) => Same(ClaimFields.OfMember, Of(a, new()), Of(b, new())),
        () => Schema(ClaimFields.OfMember, [])
    );

    public static readonly JsonForm<Provider> OfProvider = new NodeForm<Provider>(
        "provider.json",
        node => Facts(node, ClaimFields.OfProvider).Provider,
        (json, provider) => Within(json, () => JsonClaim.Fields(json, ClaimFields.OfProvider, Of(new(), provider))),
        (a, b) => Same(ClaimFields.OfProvider, Of(new(), a), Of(new(), b)),
        () => Schema(ClaimFields.OfProvider, [])
    );

    public static readonly JsonForm<Applicant> OfApplicant = new NodeForm<Applicant>(
        "applicant.json",
        Applicant.Read,
        (json, applicant) =>
            Within(
                json,
                () =>
                {
                    json.WriteString("on", IsoDay.Show(applicant.On));
                    foreach (var (name, answer) in applicant.Answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                        json.WriteString(name, JsonValues.Valid(answer));
                }
            ),
        (a, b) => a.On == b.On && Same(a.Answers, b.Answers),
        () =>
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["on"] = SchemaNodes.Day() },
                ["required"] = new JsonArray("on"),
                ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null") },
            }
    );

    /// <summary>Whether two claims state the same; what the claims before gave them, they do not state.</summary>
    public static bool Same(Claim a, Claim b) => AreSame(ClaimLinks.Stated(a), ClaimLinks.Stated(b));

    private static bool AreSame(Claim a, Claim b) =>
        Same(ClaimFields.All, a, b)
        && Same(a.Attributes, b.Attributes)
        && a.Items.Length == b.Items.Length
        && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second));

    public static bool Same(FeeItem a, FeeItem b) =>
        Same(ItemFields.All, ClaimLinks.Stated(a), ClaimLinks.Stated(b)) && Same(a.Attributes, b.Attributes);

    public static bool Same<T>(ImmutableArray<Field<T>> fields, T a, T b) => fields.All(field => field.Compare(a, b) == 0);

    public static bool Same<T>(ImmutableDictionary<string, T> a, ImmutableDictionary<string, T> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && Equals(pair.Value, value));

    /// <summary>Writes an object.</summary>
    public static void Within(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    /// <summary>A claim of nothing but a member and a provider.</summary>
    public static Claim Of(Member member, Provider provider) =>
        new()
        {
            Discharged = default,
            Member = member,
            Provider = provider,
        };

    public static JsonNode ItemSchema() => Schema(ItemFields.All, ["amount"]);

    /// <summary>The schema of an object with the keys of fields, the region's own facts, and more keys.</summary>
    public static JsonNode Schema<T>(ImmutableArray<Field<T>> fields, string[] needed, params (string Key, JsonNode Schema)[] more)
    {
        var properties = Properties(fields, needed);
        if (needed.Length > 0)
            properties["attributes"] = Words();
        foreach (var (key, schema) in more)
            properties[key] = schema;
        return SchemaNodes.Object(properties, needed);
    }

    /// <summary>The schema of each field; one that is not needed may be <c>null</c>.</summary>
    public static JsonObject Properties<T>(ImmutableArray<Field<T>> fields, string[] needed)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
            properties[field.Key] = needed.Contains(field.Key) ? field.Schema() : SchemaNodes.OrNull(field.Schema());
        return properties;
    }

    /// <summary>The schema of the facts that a rulebook itself declares.</summary>
    public static JsonNode Words() =>
        SchemaNodes.OrNull(SchemaNodes.Named(new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null") }));

    private static Claim Facts(Yaml.Node node, ImmutableArray<Field<Claim>> fields)
    {
        node.OnlyKeys(ClaimNames.OfClaim, [.. fields.Select(field => field.Key)]);
        return ClaimReader.ReadFacts(node, default);
    }
}
