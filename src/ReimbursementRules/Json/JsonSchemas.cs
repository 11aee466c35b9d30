using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Json;

/// <summary>The JSON Schemas (draft 2020-12) of the types of this library, for OpenAPI and for whoever writes claims in another
/// language.</summary>
public static class JsonSchemas
{
    /// <summary>The schema of a type, made anew, such as that of <see cref="Claims.Claim"/>: every key of a claim file.</summary>
    /// <typeparam name="T">A type of this library.</typeparam>
    /// <exception cref="NotSupportedException">The type does not stand in JSON; the message says what to use instead.</exception>
    public static JsonNode Of<T>()
        where T : IJsonForm<T> => T.Form.Schema();

    /// <summary>Puts the schemas of this library's types in the place of those that the exporter cannot know, since it does not look into
    /// converters: hand it to <see cref="JsonSchemaExporterOptions.TransformSchemaNode"/>.</summary>
    /// <param name="context">The type that is described.</param>
    /// <param name="schema">What the exporter says of it.</param>
    /// <returns>The library's own schema of a type of this library; else <paramref name="schema"/>.</returns>
    public static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema) =>
        context.TypeInfo is { } type ? Of(type.Converter) ?? schema : schema;

    /// <summary>The schema of the values that a converter of this library reads and writes; null for another converter.</summary>
    /// <param name="converter">A converter, such as <c>JsonTypeInfo.Converter</c>.</param>
    public static JsonNode? Of(JsonConverter converter) => (converter as IHasSchema)?.Schema();
}
