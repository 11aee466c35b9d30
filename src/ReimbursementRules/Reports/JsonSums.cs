using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes the sums of a settlement straight from its moves, for the lines of batches: the same bytes as
/// <see cref="JsonReport.WriteSums(Utf8JsonWriter, Settlement)"/>, without anything made in between.</summary>
internal static class JsonSums
{
    /// <summary>The most amounts that are worked out on the stack.</summary>
    private const int OnStack = 512;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly ImmutableArray<byte[]> Keys = [.. ClaimFields.All.Select(field => Encoding.UTF8.GetBytes($"\"{field.Key}\":"))];

    public static void Write(IBufferWriter<byte> output, Settlement settlement)
    {
        var json = new CompactJson(output);
        var names = LegendJson.Of(settlement.Legend);
        json.Raw(names.Named);
        Claim(ref json, settlement);
        Sums(ref json, settlement, names);
        if (settlement.Findings.IsEmpty)
            json.Key("\"findings\":[]"u8);
        else
            Members(ref json, other => other.WriteList("findings", settlement.Findings, finding => JsonReport.Finding(other, finding)));
        History(ref json, settlement.History, names);
        json.End();
    }

    private static void Claim(ref CompactJson json, Settlement settlement)
    {
        var stated = ClaimLinks.Stated(settlement.Claim);
        json.Key("\"claim\":"u8);
        json.Open((byte)'{');
        var fields = ClaimFields.All.AsSpan();
        for (var i = 0; i < fields.Length; i++)
            if (fields[i].Stated(stated) is { } text)
            {
                json.Key(Keys[i]);
                if (fields[i].IsNumber)
                    json.Raw(Encoding.UTF8.GetBytes(text));
                else
                    json.Text(text);
            }

        if (stated.Attributes.Count > 0)
            Members(ref json, other => JsonClaim.Attributes(other, stated.Attributes));
        json.Close((byte)'}');
        if (!ReferenceEquals(stated, settlement.Claim))
            Members(ref json, other => JsonLinked.Write(other, settlement.Claim, stated, whole: false));
    }

    private static void Sums(ref CompactJson json, Settlement settlement, LegendJson names)
    {
        json.Text("\"status\":"u8, EnumWords.Of(settlement.Status));
        json.Key(settlement.IsReversal ? "\"reversal\":true"u8 : "\"reversal\":false"u8);
        var room = PartSums.RoomOf(settlement.Legend);
        Span<long> places = room <= OnStack ? stackalloc long[room] : new long[room];
        var sums = settlement.SumsOfParts(places);
        var payers = settlement.Legend.Payers.Count;
        Span<long> paid = payers <= OnStack ? stackalloc long[payers] : new long[payers];
        paid.Clear();
        for (var part = 0; part < sums.Parts; part++)
            if (sums.Has(part))
                Add(sums.PaidOf(part), paid);
        json.Money("\"bill\":"u8, settlement.Bill);
        Shares(ref json, settlement, names, settlement.Account, settlement.Cash, paid);
        if (settlement.Legend.HasSeveralAccounts)
            Members(ref json, other => other.WritePayers(settlement.Accounts, "accounts"));
        json.Key("\"parts\":"u8);
        json.Open((byte)'{');
        for (var part = 0; part < sums.Parts; part++)
            if (sums.Has(part))
                Part(ref json, settlement, names, sums, part);
        json.Close((byte)'}');
    }

    private static void Add(ReadOnlySpan<long> more, Span<long> sums)
    {
        for (var i = 0; i < more.Length; i++)
            sums[i] += more[i];
    }

    private static void Part(ref CompactJson json, Settlement settlement, LegendJson names, scoped PartSums sums, int part)
    {
        var paid = sums.PaidOf(part);
        var (account, cash) = (settlement.Signed(sums.Account(part)), settlement.Signed(sums.Held(part)));
        var amount = account + cash + settlement.Signed(paid[Legend.Hospital]);
        for (var payer = 1; payer < settlement.Legend.FundsEnd; payer++)
            amount += settlement.Signed(paid[payer]);
        json.Money(names.Parts[part], settlement.Signed(sums.AtFirst(part)));
        json.Money("\"amount\":"u8, amount);
        Shares(ref json, settlement, names, account, cash, paid);
        json.Close((byte)'}');
    }

    /// <summary>Who bears how much.</summary>
    private static void Shares(
        ref CompactJson json,
        Settlement settlement,
        LegendJson names,
        Money account,
        Money cash,
        scoped ReadOnlySpan<long> paid
    )
    {
        json.Money("\"patient\":"u8, account + cash);
        json.Money("\"account\":"u8, account);
        json.Money("\"cash\":"u8, cash);
        json.Money("\"hospital\":"u8, settlement.Signed(paid[Legend.Hospital]));
        var funds = paid[1..settlement.Legend.FundsEnd];
        if (!funds.ContainsAnyExcept(0L))
        {
            json.Key(names.NoPayer);
            return;
        }

        json.Key("\"payers\":{"u8);
        for (var i = 0; i < funds.Length; i++)
        {
            json.Raw(names.Payers[i]);
            json.Money(settlement.Signed(funds[i]));
        }

        json.Close((byte)'}');
    }

    private static void History(ref CompactJson json, History history, LegendJson names)
    {
        var origin = history.Origin;
        json.Key("\"history\":"u8);
        json.Open((byte)'{');
        json.Text("\"member\":"u8, origin.Member);
        if (names.Names(origin))
            json.Key(names.History);
        else
        {
            json.Text("\"rulebook\":"u8, origin.Rulebook);
            json.Text("\"version\":"u8, origin.Version);
            json.Text("\"fingerprint\":"u8, origin.Fingerprint);
        }

        json.Text("\"claim\":"u8, origin.Claim);
        if (origin.Through is { } day)
            json.Day("\"through\":"u8, day);
        json.Key("\"entries\":"u8);
        json.Open((byte)'[');
        foreach (var entry in history.Entries)
            Entry(ref json, entry);
        json.Close((byte)']');
        json.Close((byte)'}');
    }

    private static void Entry(ref CompactJson json, HistoryEntry entry)
    {
        json.Next();
        json.Open((byte)'{');
        json.Text("\"what\":"u8, entry.What);
        json.Text("\"each\":"u8, entry.Each ?? "");
        json.Text("\"per\":"u8, EnumWords.Of(entry.Per));
        json.Day("\"since\":"u8, entry.Since);
        if (entry.Times != 0)
            json.Number("\"times\":"u8, entry.Times);
        else
            json.Money("\"amount\":"u8, entry.Amount);
        json.Close((byte)'}');
    }

    /// <summary>Members that are seldom there, as the platform writes them.</summary>
    private static void Members(ref CompactJson json, Action<Utf8JsonWriter> write)
    {
        var aside = new ArrayBufferWriter<byte>();
        using (var other = new Utf8JsonWriter(aside, Options))
        {
            other.WriteStartObject();
            write(other);
            other.WriteEndObject();
        }

        if (aside.WrittenCount > 2)
            json.Key(aside.WrittenSpan[1..^1]);
    }
}
