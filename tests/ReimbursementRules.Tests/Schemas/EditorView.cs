using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReimbursementRules.Tests.Schemas;

/// <summary>What an editor sees of a file: its YAML by the core schema of YAML 1.2, held against a JSON Schema.</summary>
internal static partial class EditorView
{
    /// <summary>The places that a schema does not take, with why; null for a text that is no YAML at all.</summary>
    public static List<string>? Wrong(JsonSchema schema, string text)
    {
        JsonNode? file;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            file = stream.Documents.Count == 0 ? null : Of(stream.Documents[0].RootNode);
        }
        catch (Exception e) when (e is YamlException or ArgumentException)
        {
            return null;
        }

        var seen = schema.Evaluate(file, new() { OutputFormat = OutputFormat.List });
        return seen.IsValid
            ? []
            :
            [
                .. seen
                    .Details.Where(one => one.HasErrors)
                    .SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {error.Value}")),
                "refused",
            ];
    }

    private static JsonNode? Of(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(
                mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Of(pair.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } => Plain(text ?? ""),
            YamlScalarNode { Value: var text } => JsonValue.Create(text),
            _ => throw new ArgumentException($"{node.NodeType}", nameof(node)),
        };

    private static JsonValue? Plain(string text) =>
        text is "" or "~" or "null" or "Null" or "NULL" ? null
        : text is "true" or "True" or "TRUE" ? JsonValue.Create(true)
        : text is "false" or "False" or "FALSE" ? JsonValue.Create(false)
        : Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
        : JsonValue.Create(text);

    [GeneratedRegex(@"\A[-+]?[0-9]+(\.[0-9]*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
