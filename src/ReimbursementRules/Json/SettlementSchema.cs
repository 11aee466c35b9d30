using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>The JSON Schema of a settlement in full.</summary>
internal static class SettlementSchema
{
    public static JsonNode Of() =>
        SchemaNodes.Object(
            new JsonObject
            {
                ["rulebook"] = SchemaNodes.Text(),
                ["version"] = SchemaNodes.Text(),
                ["fingerprint"] = SchemaNodes.Text(),
                ["as_on"] = SchemaNodes.Day(),
                ["title"] = Both(),
                ["payer_titles"] = SchemaNodes.Named(Both()),
                ["account_payer"] = SchemaNodes.Text(),
                ["account_payers"] = SchemaNodes.List(SchemaNodes.Text()),
                ["fact_titles"] = SchemaNodes.Named(FactTitle()),
                ["step_titles"] = SchemaNodes.Named(Both()),
                ["claim"] = JsonSchemas.Of<Claim>(),
                [LinkedReader.Key] = Linked(),
                ["status"] = Words<SettlementStatus>(),
                ["reversal"] = new JsonObject { ["type"] = "boolean" },
                ["bill"] = SchemaNodes.Money(),
                ["patient"] = SchemaNodes.Money(),
                ["account"] = SchemaNodes.Money(),
                ["cash"] = SchemaNodes.Money(),
                ["hospital"] = SchemaNodes.Money(),
                ["payers"] = SchemaNodes.Named(SchemaNodes.Money()),
                ["accounts"] = SchemaNodes.Named(SchemaNodes.Money()),
                ["parts"] = SchemaNodes.Named(Part()),
                ["items"] = SchemaNodes.List(Item()),
                ["steps"] = SchemaNodes.List(Step()),
                ["findings"] = SchemaNodes.List(Finding()),
                ["skipped"] = SchemaNodes.List(Skipped()),
                ["review"] = SchemaNodes.Words(["passed", "failed"]),
                ["settled_from"] = HistoryForms.HistorySchema(),
                ["history_before"] = HistoryForms.HistorySchema(),
                ["history"] = HistoryForms.HistorySchema(),
            },
            [
                "rulebook",
                "title",
                "payer_titles",
                "claim",
                "status",
                "reversal",
                "bill",
                "patient",
                "account",
                "cash",
                "hospital",
                "payers",
                "parts",
                "items",
                "steps",
                "findings",
                "skipped",
                "history_before",
                "history",
            ]
        );

    private static JsonNode FactTitle() =>
        SchemaNodes.Object(new JsonObject { ["title"] = Both(), ["words"] = SchemaNodes.Named(Both()) }, []);

    private static JsonNode Both() => JsonSchemas.Of<BilingualText>();

    private static JsonNode Words<T>()
        where T : struct, Enum => SchemaNodes.Words(EnumWords.All<T>());

    private static JsonNode Amounts(string[] names, JsonObject more)
    {
        foreach (var name in names)
            more[name] = SchemaNodes.Money();
        return SchemaNodes.Object(more, names);
    }

    /// <summary>What the claims before gave the claim and its items.</summary>
    private static JsonNode Linked()
    {
        var properties = ClaimForms.Properties(ClaimFields.Linked, [.. ClaimFields.Linked.Select(field => field.Key)]);
        properties["items"] = SchemaNodes.List(
            SchemaNodes.Object(
                new JsonObject { ["item"] = SchemaNodes.Whole(), [ItemFields.DaysSinceSame.Key] = ItemFields.DaysSinceSame.Schema() },
                ["item", ItemFields.DaysSinceSame.Key]
            )
        );
        return SchemaNodes.Object(properties, []);
    }

    private static JsonNode Part() =>
        Amounts(
            ["at_first", "amount", "patient", "account", "cash", "hospital"],
            new JsonObject { ["payers"] = SchemaNodes.Named(SchemaNodes.Money()) }
        );

    private static JsonNode Item() =>
        Amounts(
            ["fee", "out_of_scope", "over_ceiling", "first_self_pay", "in_scope", "refused", "patient", "account", "cash", "hospital"],
            new JsonObject
            {
                ["code"] = SchemaNodes.Text(),
                ["name"] = SchemaNodes.Text(),
                ["class"] = SchemaNodes.Text(),
                ["payers"] = SchemaNodes.Named(SchemaNodes.Money()),
                ["source"] = JsonSchemas.Of<PolicySource>(),
            }
        );

    private static JsonNode Step() =>
        Amounts(
            ["base", "amount", "limit", "before"],
            new JsonObject
            {
                ["layer"] = SchemaNodes.Text(),
                ["title"] = Both(),
                ["step"] = SchemaNodes.Text(),
                ["kind"] = Words<StepKind>(),
                ["rate"] = SchemaNodes.ComputedRate(),
                ["rate_before"] = SchemaNodes.ComputedRate(),
                ["days"] = SchemaNodes.Whole(0),
                ["due"] = SchemaNodes.Money(),
                ["rest"] = SchemaNodes.Money(),
                ["upper"] = SchemaNodes.Money(),
                ["per"] = Words<Period>(),
                ["says"] = Both(),
                ["moves"] = SchemaNodes.List(Move()),
                ["source"] = JsonSchemas.Of<PolicySource>(),
                ["standard"] = JsonSchemas.Of<PolicySource>(),
            }
        );

    private static JsonNode Move() =>
        Amounts(
            ["amount"],
            new JsonObject
            {
                ["part"] = SchemaNodes.Text(),
                ["payer"] = SchemaNodes.Text(),
                ["kept_as"] = SchemaNodes.Text(),
                ["turn"] = SchemaNodes.Whole(1),
                ["items"] = SchemaNodes.List(SchemaNodes.Money()),
            }
        );

    private static JsonNode Finding() =>
        SchemaNodes.Object(
            new JsonObject
            {
                ["id"] = SchemaNodes.Text(),
                ["verdict"] = Words<Verdict>(),
                ["item"] = SchemaNodes.Whole(1),
                ["due"] = SchemaNodes.Day(),
                ["message"] = Both(),
                ["source"] = JsonSchemas.Of<PolicySource>(),
            },
            ["id", "verdict", "message", "source"]
        );

    private static JsonNode Skipped() =>
        SchemaNodes.Object(
            new JsonObject
            {
                ["layer"] = SchemaNodes.Text(),
                ["title"] = Both(),
                ["reason"] = Words<SkipReason>(),
                ["conditions"] = SchemaNodes.Text(),
                ["unmet"] = Both(),
            },
            ["layer", "title", "reason"]
        );
}
