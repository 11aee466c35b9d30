using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Reports;

/// <summary>Writes a settlement as JSON for programs. Keys and words are those of the policy files and the same in every
/// language.</summary>
public static class JsonReport
{
    /// <summary>How many bytes a settlement usually takes.</summary>
    private const int Usual = 16 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The settlement as JSON. Amounts are numbers with exactly two decimals; titles and sentences come in both languages, as
    /// <c>en</c> and
    /// <c>zh</c>; <c>history</c> and <c>history_before</c> are what <see cref="History.Load"/> reads, and <c>claim</c> a claim that
    /// <see cref="Claims.Claim.Parse(string)"/> reads. The same settlement always gives the same bytes.</summary>
    /// <param name="settlement">The settlement.</param>
    public static string Write(Settlement settlement)
    {
        var buffer = new ArrayBufferWriter<byte>(Usual);
        Write(buffer, settlement);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>As <see cref="Write(Settlement)"/>, in UTF-8.</summary>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="settlement">The settlement.</param>
    public static void Write(IBufferWriter<byte> output, Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settlement);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteAll(json, settlement);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Writes the sums of a settlement into the JSON object that a program has open, among members of its own, such as one line of
    /// JSON Lines:
    /// the members of <see cref="Write(Settlement)"/> without <c>title</c>, <c>items</c>, <c>steps</c> and <c>skipped</c>, and <c>claim</c>
    /// without its
    /// items.</summary>
    public static void WriteSums(Utf8JsonWriter json, Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(settlement);
        Text(json, settlement);
        Claim(json, settlement, whole: false);
        Sums(json, settlement);
        json.WriteList("findings", settlement.Findings, finding => Finding(json, finding));
        json.WritePropertyName("history");
        JsonHistory.Write(json, settlement.History);
    }

    /// <summary>As <see cref="WriteSums(Utf8JsonWriter, Settlement)"/>, in UTF-8 without blanks, and faster: the members alone, from the
    /// first key to the last value, which a program sets between braces, behind members of its own and a comma. What JSON need not escape
    /// is written as it is, quotes within HTML among it: this is for files that programs read, not for web pages.</summary>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="settlement">The settlement.</param>
    public static void WriteSums(IBufferWriter<byte> output, Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settlement);
        JsonSums.Write(output, settlement);
    }

    /// <summary>Writes all members of a settlement into the JSON object that a program has open, among members of its own.</summary>
    public static void WriteAll(Utf8JsonWriter json, Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(settlement);
        Text(json, settlement);
        json.WriteText("title", settlement.Title);
        PayerTitles(json, settlement.Legend);
        JsonTitles.Write(json, settlement);
        Claim(json, settlement, whole: true);
        Sums(json, settlement);
        json.WriteList("items", settlement.Items, item => Item(json, item));
        JsonSteps.Write(json, settlement);
        json.WriteList("findings", settlement.Findings, finding => Finding(json, finding));
        json.WriteList("skipped", settlement.Skipped, layer => Skipped(json, layer));
        if (settlement.Reviewed is { } passed)
            json.WriteText("review", passed ? "passed" : "failed");
        if (settlement.IsReversal)
        {
            json.WritePropertyName("settled_from");
            JsonHistory.Write(json, settlement.SettledFrom);
        }

        json.WritePropertyName("history_before");
        JsonHistory.Write(json, settlement.HistoryBefore);
        json.WritePropertyName("history");
        JsonHistory.Write(json, settlement.History);
    }

    /// <summary>Which text settled the claim.</summary>
    private static void Text(Utf8JsonWriter json, Settlement settlement)
    {
        json.WriteText("rulebook", settlement.Rulebook);
        json.WriteText("version", settlement.Version);
        json.WriteText("fingerprint", settlement.Fingerprint);
        if (settlement.AsOn is { } day)
            json.WriteText("as_on", Words.Day(day));
    }

    /// <summary>The titles of the payers, and which of them are personal accounts.</summary>
    private static void PayerTitles(Utf8JsonWriter json, Legend legend)
    {
        json.WriteStartObject("payer_titles");
        foreach (var payer in legend.Payers.Skip(1))
            json.WriteText(payer.Id, payer.Title);
        json.WriteEndObject();
        if (legend.HasSeveralAccounts)
            json.WriteList("account_payers", legend.Accounts, account => json.WriteStringValue(account.Id));
        else if (legend.HasAccount)
            json.WriteText("account_payer", legend.Payers[^1].Id);
    }

    private static void Sums(Utf8JsonWriter json, Settlement settlement)
    {
        json.WriteWord("status", settlement.Status);
        json.WriteBoolean("reversal", settlement.IsReversal);
        json.WriteMoney("bill", settlement.Bill);
        json.WritePatient(settlement.Patient, settlement.Account, settlement.Cash);
        json.WriteMoney("hospital", settlement.Hospital);
        json.WritePayers(settlement.Payers);
        if (settlement.Legend.HasSeveralAccounts)
            json.WritePayers(settlement.Accounts, "accounts");
        json.WriteStartObject("parts");
        foreach (var part in settlement.Parts)
            Part(json, part);
        json.WriteEndObject();
    }

    /// <summary>What the claim states, and beside it what the claims before gave it.</summary>
    private static void Claim(Utf8JsonWriter json, Settlement settlement, bool whole)
    {
        var stated = ClaimLinks.Stated(settlement.Claim);
        json.WriteStartObject("claim");
        if (whole)
            JsonClaim.Whole(json, stated);
        else
            JsonClaim.Facts(json, stated);
        json.WriteEndObject();
        JsonLinked.Write(json, settlement.Claim, stated, whole);
    }

    private static void Part(Utf8JsonWriter json, PartAmount part)
    {
        json.WriteStartObject(part.Name);
        json.WriteMoney("at_first", part.AtFirst);
        json.WriteMoney("amount", part.Amount);
        json.WritePatient(part.Patient, part.Account, part.Cash);
        json.WriteMoney("hospital", part.Hospital);
        json.WritePayers(part.Payers);
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, ItemSettlement item)
    {
        json.WriteStartObject();
        json.WriteText("code", item.Item.Code);
        json.WriteText("name", item.Item.Name);
        json.WriteText("class", item.Item.Class?.ToString() ?? "");
        json.WriteMoney("fee", item.Fee);
        json.WriteMoney("out_of_scope", item.OutOfScope);
        json.WriteMoney("over_ceiling", item.OverCeiling);
        json.WriteMoney("first_self_pay", item.FirstSelfPay);
        json.WriteMoney("in_scope", item.InScope);
        json.WriteMoney("refused", item.Refused);
        json.WritePatient(item.Patient, item.Account, item.Cash);
        json.WriteMoney("hospital", item.Hospital);
        json.WritePayers(item.Payers);
        json.WriteSource(item.Source);
        json.WriteEndObject();
    }

    internal static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteText("id", finding.Id);
        json.WriteWord("verdict", finding.Verdict);
        if (finding.Item is { } item)
            json.WriteNumber("item", item + 1);
        json.WriteText("due", finding.Due is { } due ? Words.Day(due) : "");
        json.WriteText("message", finding.Message);
        json.WriteSource(finding.Source);
        json.WriteEndObject();
    }

    private static void Skipped(Utf8JsonWriter json, SkippedLayer layer)
    {
        json.WriteStartObject();
        json.WriteText("layer", layer.Layer);
        json.WriteText("title", layer.Title);
        json.WriteWord("reason", layer.Reason);
        json.WriteText("conditions", layer.Conditions);
        if (layer.Unmet is { } unmet)
            json.WriteText("unmet", unmet);
        json.WriteEndObject();
    }
}
