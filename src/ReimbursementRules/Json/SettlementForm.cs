using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Settlements;

[JsonConverter(typeof(JsonFormConverter<Settlement>))]
public sealed partial class Settlement : IJsonForm<Settlement>
{
    static JsonForm<Settlement> IJsonForm<Settlement>.Form => SettlementForm.Form;

    /// <summary>Reads a settlement back from its JSON in full, as <see cref="JsonReport.Write(Settlement)"/>, <see
    /// cref="JsonReport.WriteAll"/> or
    /// System.Text.Json writes it. All that it says is as it was: it can be reported, reversed and put into a ledger's lines.</summary>
    /// <param name="json">The settlement.</param>
    /// <exception cref="InputException">The text is no settlement in full, or was changed after it was written, so that its sums do not
    /// follow from its moves any more; every problem is listed.</exception>
    public static Settlement Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var problems = new ProblemLog();
        var settlement = SettlementForm.Read(json, problems);
        problems.ThrowForInput();
        return settlement!;
    }
}

/// <summary>The form of a settlement: what <see cref="JsonReport"/> writes in full.</summary>
internal sealed class SettlementForm : JsonForm<Settlement>
{
    private const string File = "settlement.json";

    public static readonly SettlementForm Form = new();

    /// <summary>A settlement as the value of a key.</summary>
    public static JsonValue<Settlement> AsValue { get; } = new(node => Of(node)!, WriteObject, SettlementSchema.Of);

    public override Settlement Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var problems = new ProblemLog();
        var settlement = Read(document.RootElement.GetRawText(), problems);
        JsonProblems.Throw(problems);
        return settlement!;
    }

    public override void Write(Utf8JsonWriter json, Settlement value) => WriteObject(json, value);

    public override JsonNode Schema() => SettlementSchema.Of();

    /// <summary>The settlement of a text; null after a problem.</summary>
    public static Settlement? Read(string json, ProblemLog problems) =>
        NodeReader.ReadText(File, json, problems) is { } node && problems.IsEmpty ? Of(node) : null;

    /// <summary>The settlement at a node; null after a problem. What follows from its moves must be what it says.</summary>
    public static Settlement? Of(Node node)
    {
        var before = node.Problems.Count;
        var settlement = SettlementReader.Read(node);
        if (node.Problems.Count > before)
            return null;
        if (Written(settlement) is { } written && NodeReader.ReadText(File, written, new()) is { } again)
            foreach (var difference in new JsonDifferences(Skips).Between(node, again).Take(20))
                node.Problems.Add(
                    node.Place with
                    {
                        Line = difference.Line,
                        Column = difference.Column,
                    },
                    "settlement.changed",
                    $"'{difference.Path}' says '{difference.Was}', and '{difference.Now}' follows from the moves and the claim. "
                        + "The text was changed after it was written.",
                    $"“{difference.Path}”写的是“{difference.Was}”，而按各步与单据应为“{difference.Now}”。该文本在写出后被改动。"
                );
        else
            node.Wrong(
                "settlement.moves",
                "the moves of this settlement cannot be made: they move more than there is. The text was changed after it was written.",
                "此结算的各项划转无法作出：划转超过所余。该文本在写出后被改动。"
            );
        return settlement;
    }

    private static void WriteObject(Utf8JsonWriter json, Settlement settlement)
    {
        using (var aside = new Utf8JsonWriter(new ArrayBufferWriter<byte>()))
            ClaimForms.OfClaim.Write(aside, settlement.Claim);
        json.WriteStartObject();
        JsonReport.WriteAll(json, settlement);
        json.WriteEndObject();
    }

    /// <summary>The settlement in JSON; null where its moves make no sense, as after a change by hand.</summary>
    private static string? Written(Settlement settlement)
    {
        try
        {
            return JsonReport.Write(settlement);
        }
        catch (Exception e) when (e is ArithmeticException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>What a batch adds to a line, and the sentences, which are words of the program.</summary>
    private static bool Skips(string path, string key) => key is "says" || (path.Length == 0 && key is "number" or "line");
}
