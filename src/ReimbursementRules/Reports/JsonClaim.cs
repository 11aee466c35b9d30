using System.Collections.Immutable;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Reports;

/// <summary>Writes what a claim states, in the keys of claim files, so that it can be read back.</summary>
internal static class JsonClaim
{
    /// <summary>The facts of the claim.</summary>
    public static void Facts(Utf8JsonWriter json, Claim claim)
    {
        Fields(json, ClaimFields.All, claim);
        Attributes(json, claim.Attributes);
    }

    /// <summary>The facts of the claim and its fee items: all that it states.</summary>
    public static void Whole(Utf8JsonWriter json, Claim claim)
    {
        Facts(json, claim);
        json.WriteList("items", claim.Items, item => Item(json, item));
    }

    /// <summary>A fee item.</summary>
    public static void Item(Utf8JsonWriter json, FeeItem item)
    {
        json.WriteStartObject();
        Fields(json, ItemFields.All, item);
        Attributes(json, item.Attributes);
        json.WriteEndObject();
    }

    /// <summary>What is stated under some fields.</summary>
    public static void Fields<T>(Utf8JsonWriter json, ImmutableArray<Field<T>> fields, T owner)
    {
        foreach (var field in fields)
            if (field.Stated(owner) is { } text)
                if (field.IsNumber)
                {
                    json.WritePropertyName(field.Key);
                    json.WriteRawValue(text, skipInputValidation: true);
                }
                else
                    json.WriteString(field.Key, JsonValues.Valid(text));
    }

    /// <summary>The facts that a rulebook itself declares.</summary>
    public static void Attributes(Utf8JsonWriter json, ImmutableDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
            return;
        json.WriteStartObject("attributes");
        foreach (var (name, word) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteText(name, word);
        json.WriteEndObject();
    }
}
