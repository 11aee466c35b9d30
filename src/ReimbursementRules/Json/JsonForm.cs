using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Json;

/// <summary>A type of this library that says how it stands in JSON; System.Text.Json asks it through
/// <see cref="JsonFormConverter{T}"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonForm<TSelf>
    where TSelf : IJsonForm<TSelf>
{
    /// <summary>How it is read and written, or why it is not.</summary>
    internal static abstract JsonForm<TSelf> Form { get; }
}

/// <summary>Reads and writes a type of this library with System.Text.Json, whatever the options: exactly, or not at all.</summary>
/// <remarks>It needs no reflection. What is read is checked as a file is: JSON with an unknown member, or with a wrong value, throws
/// <see cref="JsonException"/> whose message has every problem and whose inner exception is an <see cref="InputException"/>. What could not
/// be read back the same is not written.</remarks>
/// <typeparam name="T">The type.</typeparam>
public sealed class JsonFormConverter<T> : JsonConverter<T>, IHasSchema
    where T : IJsonForm<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Form.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        T.Form.Write(writer, value);
    }

    /// <inheritdoc/>
    JsonNode IHasSchema.Schema() => T.Form.Schema();
}

/// <summary>How values of a type stand in JSON.</summary>
internal abstract class JsonForm<T>
{
    /// <summary>Reads the value at which the reader stands, to its end.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <exception cref="JsonException">The value could not be read back the same.</exception>
    public abstract void Write(Utf8JsonWriter json, T value);

    /// <summary>The JSON Schema of the values, made anew.</summary>
    public abstract JsonNode Schema();
}

/// <summary>A type that does not stand in JSON.</summary>
/// <param name="instead">What to do instead.</param>
internal sealed class NoJson<T>(string instead) : JsonForm<T>
{
    public override T Read(ref Utf8JsonReader reader) => throw Refused();

    public override void Write(Utf8JsonWriter json, T value) => throw Refused();

    public override JsonNode Schema() => throw Refused();

    private NotSupportedException Refused() => new($"{typeof(T).Name} does not stand in JSON. {instead}");
}
