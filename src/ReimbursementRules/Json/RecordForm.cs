using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Json;

/// <summary>The form of a record that the library hands out: an object with a key for each of its members.</summary>
/// <param name="name">The name of such a record in messages.</param>
/// <param name="keys">Its keys in their order.</param>
/// <param name="make">Makes the record of an object whose keys are known.</param>
internal sealed class RecordForm<T>(string name, JsonKey<T>[] keys, Func<Node, T> make) : JsonForm<T>
{
    private readonly string[] _names = [.. keys.Select(key => key.Name)];

    public override T Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var problems = new ProblemLog();
        var value = NodeReader.ReadText($"{name}.json", document.RootElement.GetRawText(), problems) is { } node ? Of(node) : default;
        JsonProblems.Throw(problems);
        return value!;
    }

    /// <summary>The record at a node; nothing after a problem, where it cannot be made of what was read.</summary>
    public T Of(Node node)
    {
        node.OnlyKeys(_names);
        try
        {
            return make(node);
        }
        catch (ArgumentException) when (!node.Problems.IsEmpty)
        {
            return default!;
        }
    }

    public override void Write(Utf8JsonWriter json, T value)
    {
        json.WriteStartObject();
        foreach (var key in keys)
            key.Write(json, value);
        json.WriteEndObject();
    }

    public override JsonNode Schema()
    {
        var properties = new JsonObject();
        foreach (var key in keys)
            properties[key.Name] = key.Schema();
        return SchemaNodes.Object(properties, [.. keys.Where(key => !key.IsOptional).Select(key => key.Name)]);
    }

    /// <summary>The record as the value of a key.</summary>
    public JsonValue<T> AsValue => new(Of, Write, Schema);
}

/// <summary>A key of a record.</summary>
internal abstract class JsonKey<T>(string name)
{
    public string Name => name;

    /// <summary>Whether the key may be left out, where it has nothing to say.</summary>
    public abstract bool IsOptional { get; }

    public abstract void Write(Utf8JsonWriter json, T owner);

    public abstract JsonNode Schema();
}

/// <summary>A key that always stands.</summary>
internal sealed class JsonKey<T, TValue>(string name, JsonValue<TValue> value, Func<T, TValue> of) : JsonKey<T>(name)
{
    public override bool IsOptional => false;

    public override void Write(Utf8JsonWriter json, T owner)
    {
        json.WritePropertyName(Name);
        value.Write(json, of(owner));
    }

    public override JsonNode Schema() => value.Schema();

    /// <summary>The value of the key in an object.</summary>
    public TValue In(Node node) => node[Name] is { IsMissing: false } stated ? value.Read(stated) : default!;
}

/// <summary>A key that is left out where there is no value.</summary>
internal sealed class OptionalKey<T, TValue>(string name, JsonValue<TValue> value, Func<T, TValue?> of) : JsonKey<T>(name)
    where TValue : struct
{
    public override bool IsOptional => true;

    public override void Write(Utf8JsonWriter json, T owner)
    {
        if (of(owner) is not { } stated)
            return;
        json.WritePropertyName(Name);
        value.Write(json, stated);
    }

    public override JsonNode Schema() => SchemaNodes.OrNull(value.Schema());

    public TValue? In(Node node) => node.Optional(Name) is { } stated ? value.Read(stated) : null;
}

/// <summary>As <see cref="OptionalKey{T,TValue}"/>, for texts and records.</summary>
internal sealed class OptionalRecordKey<T, TValue>(string name, JsonValue<TValue> value, Func<T, TValue?> of) : JsonKey<T>(name)
    where TValue : class
{
    public override bool IsOptional => true;

    public override void Write(Utf8JsonWriter json, T owner)
    {
        if (of(owner) is not { } stated)
            return;
        json.WritePropertyName(Name);
        value.Write(json, stated);
    }

    public override JsonNode Schema() => SchemaNodes.OrNull(value.Schema());

    public TValue? In(Node node) => node.Optional(Name) is { } stated ? value.Read(stated) : null;
}
