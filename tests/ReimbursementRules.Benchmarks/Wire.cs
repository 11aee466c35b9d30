using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Benchmarks;

/// <summary>What it takes to read a claim from bytes and to write a settlement, each against the platform's own reader and writer over the
/// same bytes, pair by pair in one run.</summary>
public static class Wire
{
    private static readonly FilePlace Begins = new("claims.jsonl", 1, 1);

    /// <param name="rulebook">The rulebook.</param>
    /// <param name="jobs">The claims.</param>
    /// <param name="output">Takes the table.</param>
    public static void Print(Rulebook rulebook, Job[] jobs, TextWriter output)
    {
        var claims = Array.ConvertAll(jobs, job => JsonSerializer.SerializeToUtf8Bytes(job.Claim));
        var settled = Array.ConvertAll(jobs, job => rulebook.Settle(job.Claim, job.History));
        var tokens = Array.ConvertAll(settled, settlement => Token.Of(Encoding.UTF8.GetBytes(JsonReport.Write(settlement))));
        foreach (var (settlement, same) in settled.Zip(tokens))
            if (Token.Write(new(), same) != Written(settlement))
                throw new InvalidOperationException("The twin does not write what the report writes.");
        output.WriteLine($"{"way", -46} {"a second", 12} {"times", 7} {"bytes", 12}");
        Row("JSON bytes → claim, of Utf8JsonReader", claims, Scan, json => Claim.Parse(json, Begins), output);
        var buffer = new ArrayBufferWriter<byte>();
        Row(
            "settlement → full JSON, of Utf8JsonWriter",
            settled.Zip(tokens).ToArray(),
            pair => Token.Write(buffer, pair.Second),
            pair =>
            {
                buffer.ResetWrittenCount();
                JsonReport.Write(buffer, Fresh(rulebook, pair.First));
                return buffer;
            },
            output
        );
    }

    /// <summary>A settlement of which nothing is worked out yet; settling it again is a part of what is measured.</summary>
    private static Settlement Fresh(Rulebook rulebook, Settlement settlement) =>
        rulebook.Settle(settlement.Claim, settlement.HistoryBefore);

    private static string Written(Settlement settlement) => JsonReport.Write(settlement).TrimEnd('\n');

    private static object Scan(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read()) { }
        return json;
    }

    private static void Row<T>(string name, T[] inputs, Func<T, object> platform, Func<T, object> ours, TextWriter output)
    {
        Ratio.WarmUp(inputs, platform, ours);
        var (speed, ratio) = Ratio.Pair(platform, ours, inputs);
        var bytes = Ratio.Bytes(ours, inputs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -46} {speed, 12:N0} {1 / ratio, 7:0.0} {bytes, 12:N0}"));
    }

    /// <summary>One token of a text, ready to be written.</summary>
    private readonly record struct Token(JsonTokenType Type, string? Name, string Text)
    {
        private static readonly JsonWriterOptions Options = new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        };

        public static Token[] Of(byte[] json)
        {
            var tokens = new List<Token>();
            var reader = new Utf8JsonReader(json);
            string? name = null;
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName)
                    name = reader.GetString();
                else
                {
                    var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
                    tokens.Add(new(reader.TokenType, name, text));
                    name = null;
                }

            return [.. tokens];
        }

        /// <summary>Writes the text; returns it where the buffer is new.</summary>
        public static string Write(ArrayBufferWriter<byte> buffer, Token[] tokens)
        {
            var isNew = buffer.WrittenCount == 0 && buffer.Capacity == 0;
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, Options))
                foreach (var (type, name, text) in tokens)
                {
                    if (name is not null)
                        json.WritePropertyName(name);
                    switch (type)
                    {
                        case JsonTokenType.StartObject:
                            json.WriteStartObject();
                            break;
                        case JsonTokenType.EndObject:
                            json.WriteEndObject();
                            break;
                        case JsonTokenType.StartArray:
                            json.WriteStartArray();
                            break;
                        case JsonTokenType.EndArray:
                            json.WriteEndArray();
                            break;
                        case JsonTokenType.String:
                            json.WriteStringValue(text);
                            break;
                        default:
                            json.WriteRawValue(text, skipInputValidation: true);
                            break;
                    }
                }

            return isNew ? Encoding.UTF8.GetString(buffer.WrittenSpan) : "";
        }
    }
}
