using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

[JsonConverter(typeof(JsonFormConverter<History>))]
public sealed partial class History : IJsonForm<History>
{
    static JsonForm<History> IJsonForm<History>.Form => HistoryForms.OfHistory;
}

[JsonConverter(typeof(JsonFormConverter<HistoryEntry>))]
public sealed partial record HistoryEntry : IJsonForm<HistoryEntry>
{
    static JsonForm<HistoryEntry> IJsonForm<HistoryEntry>.Form => HistoryForms.OfEntry;
}

[JsonConverter(typeof(JsonFormConverter<HistoryOrigin>))]
public sealed partial record HistoryOrigin : IJsonForm<HistoryOrigin>
{
    static JsonForm<HistoryOrigin> IJsonForm<HistoryOrigin>.Form { get; } = new NoJson<HistoryOrigin>("Write the history that states it.");
}

/// <summary>The forms of what a member has used: as settlements write it and history files state it.</summary>
internal static class HistoryForms
{
    public static readonly JsonForm<History> OfHistory = new NodeForm<History>(
        "history.json",
        node => HistoryReader.Read(node, mayBeNegative: true),
        JsonHistory.Write,
        (a, b) =>
            a.Origin == b.Origin
            && a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(pair => Same(pair.First, pair.Second)),
        HistorySchema
    );

    public static readonly JsonForm<HistoryEntry> OfEntry = new NodeForm<HistoryEntry>(
        "entry.json",
        node => HistoryReader.Entry(node, mayBeNegative: true),
        JsonHistory.Entry,
        Same,
        EntrySchema
    );

    public static JsonNode HistorySchema() =>
        SchemaNodes.Object(
            new JsonObject
            {
                ["member"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["rulebook"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["version"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["fingerprint"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["claim"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["through"] = SchemaNodes.OrNull(SchemaNodes.Day()),
                ["entries"] = SchemaNodes.List(EntrySchema()),
            },
            ["entries"]
        );

    private static bool Same(HistoryEntry a, HistoryEntry b) => a with { Place = null } == b with { Place = null };

    private static JsonNode EntrySchema() =>
        SchemaNodes.Object(
            new JsonObject
            {
                ["what"] = SchemaNodes.Text(),
                ["each"] = SchemaNodes.OrNull(SchemaNodes.Text()),
                ["per"] = SchemaNodes.Words([.. RunningPeriods.All]),
                ["since"] = SchemaNodes.Day(),
                ["amount"] = SchemaNodes.OrNull(SchemaNodes.Money()),
                ["times"] = SchemaNodes.OrNull(SchemaNodes.Whole()),
            },
            ["what", "per", "since"]
        );
}
