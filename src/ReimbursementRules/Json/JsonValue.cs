using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>How a value stands in a record's JSON.</summary>
/// <param name="Read">Reads it, and notes what is wrong.</param>
/// <param name="Write">Writes it; throws where it could not be read back the same.</param>
/// <param name="Schema">Its JSON Schema, made anew.</param>
internal sealed record JsonValue<T>(Func<Node, T> Read, Action<Utf8JsonWriter, T> Write, Func<JsonNode> Schema);

/// <summary>The values of which records are made.</summary>
internal static class JsonValueForms
{
    /// <summary>Any text, an empty one too.</summary>
    public static readonly JsonValue<string> Text = new(
        node => node.IsScalar ? node.Raw : node.Text(),
        (json, text) => json.WriteStringValue(Whole(text)),
        SchemaNodes.Text
    );

    /// <summary>The number of a claim, a member or a provider, in the one spelling in which claims have it; an empty one too.</summary>
    public static readonly JsonValue<string> Id = new(
        node => node.IsEmptyText ? "" : node.PlainId(),
        (json, id) => json.WriteStringValue(PlainWord.OfId(Whole(id)) == id ? id : throw NotPlain(id)),
        SchemaNodes.Text
    );

    public static readonly JsonValue<Money> Money = new(MoneyForm.Of, MoneyForm.Put, () => SchemaNodes.Money());

    public static readonly JsonValue<Rate> Rate = new(
        node => node.Rate(),
        (json, rate) => json.WriteStringValue(rate.ToString()),
        SchemaNodes.Rate
    );

    /// <summary>A rate that a settlement has computed, with all its decimals.</summary>
    public static readonly JsonValue<Rate> ComputedRate = Rate with
    {
        Read = node => node.ComputedRate(),
        Schema = SchemaNodes.ComputedRate,
    };

    public static readonly JsonValue<DateOnly> Day = new(
        node => node.Date(),
        (json, day) => json.WriteStringValue(IsoDay.Show(day)),
        SchemaNodes.Day
    );

    public static readonly JsonValue<bool> YesNo = new(node => node.YesNo(), (json, yes) => json.WriteBooleanValue(yes), SchemaNodes.YesNo);

    public static readonly JsonValue<int> Int = new(
        node => node.SignedWhole(),
        (json, number) => json.WriteNumberValue(number),
        () => SchemaNodes.Whole()
    );

    /// <summary>The word of an enum.</summary>
    public static JsonValue<T> Word<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        string[] words = [.. values.Select(WordConverter<T>.Known)];
        return new(
            node => values[Math.Max(0, Array.IndexOf(words, node.OneOf(words)))],
            (json, value) => json.WriteStringValue(WordConverter<T>.Known(value)),
            () => SchemaNodes.Words(words)
        );
    }

    /// <summary>A list of values.</summary>
    public static JsonValue<ImmutableArray<T>> List<T>(JsonValue<T> of) =>
        new(
            node => [.. node.Items().Select(of.Read)],
            (json, values) =>
            {
                json.WriteStartArray();
                foreach (var value in values)
                    of.Write(json, value);
                json.WriteEndArray();
            },
            () => SchemaNodes.List(of.Schema())
        );

    /// <summary>Values by name, in the order of the names.</summary>
    public static JsonValue<ImmutableDictionary<string, T>> Named<T>(JsonValue<T> of) =>
        new(
            node =>
                node.Entries()
                    .DistinctBy(entry => entry.Key.Raw)
                    .ToImmutableDictionary(entry => entry.Key.Raw, entry => of.Read(entry.Value), StringComparer.Ordinal),
            (json, values) =>
            {
                json.WriteStartObject();
                foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(Whole(name));
                    of.Write(json, value);
                }

                json.WriteEndObject();
            },
            () => SchemaNodes.Named(of.Schema())
        );

    /// <summary>The list under a key; empty where it is missing.</summary>
    public static ImmutableArray<TValue> ListIn<T, TValue>(JsonKey<T, ImmutableArray<TValue>> key, Node node) =>
        key.In(node) is { IsDefault: false } list ? list : [];

    /// <summary>A form with a reader of its own, as the value of a key.</summary>
    public static JsonValue<T> AsValue<T>(this JsonForm<T> form, Func<Node, T> read) => new(read, form.Write, form.Schema);

    /// <summary>Writes values by name under a key, which is left out where there are none.</summary>
    public static void WriteAs<T>(
        this JsonValue<ImmutableDictionary<string, T>> named,
        Utf8JsonWriter json,
        string key,
        ImmutableDictionary<string, T> values
    )
    {
        if (values.IsEmpty)
            return;
        json.WritePropertyName(key);
        named.Write(json, values);
    }

    /// <summary>A text that JSON can hold.</summary>
    private static JsonException NotPlain(string id) =>
        JsonProblems.Of(
            "json",
            "json.text",
            $"the number '{id}' would be read back as '{PlainWord.OfId(id)}'. Write it so.",
            $"编号“{id}”读回时为“{PlainWord.OfId(id)}”。请照此填写。"
        );

    private static string Whole(string text) =>
        text is not null && JsonValues.Valid(text) == text
            ? text
            : throw JsonProblems.Of(
                "json",
                "json.text",
                "a text has half a character, or is null. Mend it before it is written.",
                "文本中有半个字符，或为 null。请先更正再写出。"
            );
}
