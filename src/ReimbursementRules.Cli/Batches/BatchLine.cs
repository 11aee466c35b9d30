using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReimbursementRules.Batches;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A result as one line of JSON Lines, with the line end.</summary>
/// <param name="Number">The claim's place in the input, from 1.</param>
/// <param name="IsBroken">True where it holds problems and belongs in the side file.</param>
/// <param name="Json">The line.</param>
internal sealed record BatchLine(long Number, bool IsBroken, ReadOnlyMemory<byte> Json)
{
    /// <summary>The sums of the settlement; null where there is none.</summary>
    public BatchSums? Sums { get; private init; }

    /// <summary>The bill in cents of a claim that was not settled; null where it could not be read.</summary>
    public decimal? Bill { get; private init; }

    /// <summary>Whether the claim names no member, so that it was settled alone.</summary>
    public bool IsOfNobody { get; private init; }

    /// <summary>The code of the first problem, with its line; empty where there is none.</summary>
    public (string Code, int Line) Problem { get; private init; }

    /// <summary>Quotes stay legible: a line is read by programs, never put into a web page.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="result">The result.</param>
    /// <param name="full">Whether every step is written, and not the sums alone.</param>
    /// <param name="rooms">Where the worker writes.</param>
    public static BatchLine Of(BatchResult<ClaimText> result, bool full, LineRooms rooms)
    {
        var room = result.Settlement is null ? rooms.Broken : rooms.Settled;
        room.Begin();
        if (result.Settlement is { } sums && !full)
            Put(room, result.Index + 1, result.Source.Line, sums);
        else
            Whole(room, result);
        room.Write("\n"u8);
        return new(result.Index + 1, result.Settlement is null, room.End())
        {
            Sums = result.Settlement is { } settled ? BatchSums.Of(settled) : null,
            Bill = result.Settlement is null ? result.Claim?.Items.Sum(item => (decimal)item.Amount.Cents) : null,
            IsOfNobody = result.Claim is { Member.Id.Length: 0 },
            Problem = result.Problems is [var first, ..] ? (first.Code, result.Source.At(first.Place).Line) : ("", 0),
        };
    }

    private static void Put(LineRoom room, long number, int line, Settlement settlement)
    {
        room.Write("{\"number\":"u8);
        Put(room, number);
        room.Write(",\"line\":"u8);
        Put(room, line);
        room.Write(","u8);
        JsonReport.WriteSums(room, settlement);
        room.Write("}"u8);
    }

    private static void Put(LineRoom room, long number)
    {
        number.TryFormat(room.GetSpan(32), out var written, default, CultureInfo.InvariantCulture);
        room.Advance(written);
    }

    private static void Whole(LineRoom room, BatchResult<ClaimText> result)
    {
        using var json = new Utf8JsonWriter(room, Options);
        json.WriteStartObject();
        json.WriteNumber("number", result.Index + 1);
        json.WriteNumber("line", result.Source.Line);
        if (result.Settlement is { } settlement)
            JsonReport.WriteAll(json, settlement);
        else
            Problems(json, result);
        json.WriteEndObject();
    }

    private static void Problems(Utf8JsonWriter json, BatchResult<ClaimText> result)
    {
        if (result.Claim is { } claim)
        {
            json.WriteString("id", claim.Id);
            json.WriteString("member", claim.Member.Id);
        }

        json.WriteStartArray("problems");
        foreach (var problem in result.Problems)
        {
            var place = result.Source.At(problem.Place);
            json.WriteStartObject();
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteString("code", problem.Code);
            json.WriteStartObject("message");
            json.WriteString("en", problem.Text.En);
            json.WriteString("zh", problem.Text.Zh);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
