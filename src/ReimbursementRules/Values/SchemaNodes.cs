using System.Text.Json.Nodes;

namespace ReimbursementRules.Values;

/// <summary>Who can say the JSON Schema of its values.</summary>
internal interface IHasSchema
{
    /// <summary>The schema, made anew.</summary>
    JsonNode Schema();
}

/// <summary>The JSON Schemas of single values, and how they are put together. Each is made anew: a node stands in one place.</summary>
internal static class SchemaNodes
{
    public static JsonNode Text() => new JsonObject { ["type"] = "string" };

    public static JsonNode Day() => new JsonObject { ["type"] = "string", ["format"] = "date" };

    public static JsonNode YesNo() => new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) };

    /// <summary>A number, or a text for programs whose numbers are binary fractions.</summary>
    public static JsonNode Money(bool negative = true) =>
        new JsonObject
        {
            ["type"] = new JsonArray("number", "string"),
            ["pattern"] = negative ? "^-?[0-9]+(\\.[0-9]{1,2})?$" : "^[0-9]+(\\.[0-9]{1,2})?$",
            ["description"] = "Yuan without a unit, at most two decimals.",
        };

    public static JsonNode Rate() => Rate("4");

    /// <summary>A rate that a settlement has computed, with all its decimals.</summary>
    public static JsonNode ComputedRate() => Rate("16");

    private static JsonObject Rate(string mostDecimals) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = $"^[0-9]+(\\.[0-9]{{1,{mostDecimals}}})?%$",
            ["description"] = "A percentage from 0% to 100%, such as 85%.",
        };

    public static JsonNode Quantity() =>
        new JsonObject { ["type"] = new JsonArray("number", "string"), ["pattern"] = "^[0-9]+(\\.[0-9]+)?$" };

    /// <summary>A whole number, in a range where one is given; both ends are included.</summary>
    public static JsonNode Whole(long? least = null, long? most = null)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (least is { } from)
            schema["minimum"] = from;
        if (most is { } to)
            schema["maximum"] = to;
        return schema;
    }

    public static JsonNode Words(IEnumerable<string> words) =>
        new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    public static JsonNode List(JsonNode of) => new JsonObject { ["type"] = "array", ["items"] = of };

    /// <summary>Values by names that are not known beforehand.</summary>
    public static JsonNode Named(JsonNode of) => new JsonObject { ["type"] = "object", ["additionalProperties"] = of };

    public static JsonNode Object(JsonObject properties, IEnumerable<string> needed) =>
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. needed.Select(name => (JsonNode)name)]),
            ["additionalProperties"] = false,
        };

    /// <summary>The same, or <c>null</c>, which states nothing.</summary>
    public static JsonNode OrNull(JsonNode schema)
    {
        if (schema["type"] is JsonValue type)
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        else
            (schema["type"] as JsonArray)?.Add((JsonNode)"null");
        (schema["enum"] as JsonArray)?.Add(null);
        (schema["anyOf"] as JsonArray)?.Add((JsonNode)new JsonObject { ["type"] = "null" });
        return schema;
    }
}
