using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>The form of what a case expects: the names of payers, parts and sums are offered, and the runner knows all others.</summary>
internal static class ExpectForm
{
    /// <summary>The form.</summary>
    public static JsonObject Of(SchemaDraft draft) => draft.Shared("expect", () => Offered(draft));

    private static BilingualText Says(string key) =>
        Terms.OfResult(key) is var says && says.Zh != key ? says : CaseTerms.OfExpected.Of(key)!.Text;

    private static JsonObject Offered(SchemaDraft draft)
    {
        var properties = new JsonObject();
        foreach (
            var (name, says) in draft
                .Names(NameKind.Payer)
                .Concat(draft.Names(NameKind.Part))
                .Concat(IndexReader.SettlementKeys.Append("solved").Select(key => KeyValuePair.Create(key, Says(key))))
        )
            properties[name] = SchemaDraft.Described([], says);
        return new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["properties"] = properties,
        };
    }
}
