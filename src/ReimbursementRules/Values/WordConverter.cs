using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReimbursementRules.Values;

/// <summary>Writes a word of the policy language as JSON and reads it back: <c>OutOfCity</c> is <c>"out_of_city"</c>, and a class stays
/// <c>"A"</c>, <c>"B"</c> or <c>"C"</c>. A number, or another word, is refused.</summary>
/// <typeparam name="T">The words.</typeparam>
public sealed class WordConverter<T> : JsonConverter<T>, IHasSchema
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Words = Enum.GetValues<T>()
        .ToFrozenDictionary(value => EnumWords.Of(value), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Of(reader.GetString()!) : throw Refused($"a {reader.TokenType}");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Known(value));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Known(value));
    }

    /// <inheritdoc/>
    JsonNode IHasSchema.Schema() => SchemaNodes.Words(EnumWords.All<T>());

    /// <summary>The word of a value.</summary>
    internal static string Known(T value) =>
        Words.Values.Contains(value) ? EnumWords.Of(value) : throw new JsonException($"{value} is no {typeof(T).Name} and has no word.");

    private static T Of(string word) => Words.TryGetValue(word, out var value) ? value : throw Refused($"'{word}'");

    private static JsonException Refused(string found) =>
        new($"{found} cannot stand here.{Spelling.Known([.. Words.Keys.Order(StringComparer.Ordinal)]).En}");
}
