using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReimbursementRules.Batches;
using ReimbursementRules.Reports;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A result as one line of JSON Lines, with the line end.</summary>
/// <param name="Number">The claim's place in the input, from 1.</param>
/// <param name="IsBroken">True where it holds problems and belongs in the side file.</param>
/// <param name="Json">The line.</param>
internal sealed record BatchLine(long Number, bool IsBroken, ReadOnlyMemory<byte> Json)
{
    /// <summary>Quotes stay legible: a line is read by programs, never put into a web page.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static BatchLine Of(BatchResult<ClaimText> result, bool full)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("number", result.Index + 1);
            json.WriteNumber("line", result.Source.Line);
            if (result.Settlement is not { } settlement)
                Problems(json, result);
            else if (full)
                JsonReport.WriteAll(json, settlement);
            else
                JsonReport.WriteSums(json, settlement);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return new(result.Index + 1, result.Settlement is null, buffer.WrittenMemory);
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
            json.WriteString("en", problem.Message.En);
            json.WriteString("zh", problem.Message.Zh);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
