using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Reports;

/// <summary>Writes what the claims before gave a settled claim, so that it is not taken for what the claim states.</summary>
internal static class JsonLinked
{
    /// <summary>What was given, under a key of its own; nothing where nothing was.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="settled">The claim as it was settled.</param>
    /// <param name="stated">The claim as it states itself.</param>
    /// <param name="whole">Whether the items are told too.</param>
    public static void Write(Utf8JsonWriter json, Claim settled, Claim stated, bool whole)
    {
        if (ReferenceEquals(settled, stated))
            return;
        var items = whole ? Items(settled, stated) : [];
        var fields = ClaimFields.Linked.Where(field => field.Stated(stated) is null && field.Stated(settled) is not null).ToArray();
        if (fields.Length == 0 && items.Length == 0)
            return;
        json.WriteStartObject(LinkedReader.Key);
        JsonClaim.Fields(json, [.. fields], settled);
        if (items.Length > 0)
            json.WriteList(
                "items",
                items,
                at =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("item", at + 1);
                    JsonClaim.Fields(json, [ItemFields.DaysSinceSame], settled.Items[at]);
                    json.WriteEndObject();
                }
            );
        json.WriteEndObject();
    }

    private static int[] Items(Claim settled, Claim stated) =>
        [
            .. Enumerable
                .Range(0, settled.Items.Length)
                .Where(at => stated.Items[at].DaysSinceSame is null && settled.Items[at].DaysSinceSame is not null),
        ];
}
