using System.Buffers;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Builds nodes from JSON: the same nodes that YAML makes, so that a claim can be written either way.</summary>
internal sealed class JsonNodes(string file, byte[] json, List<Problem> problems)
{
    private int _counted;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Reads a text; null after a problem, or where there is nothing to read.</summary>
    public static Node? Read(string file, string text, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return new JsonNodes(file, Encoding.UTF8.GetBytes(text), problems).Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var place = e is JsonException json ? new Place(file, (int)(json.LineNumber ?? 0) + 1, (int)(json.BytePositionInLine ?? 0) + 1) : new Place(file, 1, 1);
            problems.Add(new(place, "json.form", new($"this is not valid JSON: {e.Message}", $"不是有效的 JSON：{e.Message}")));
            return null;
        }
    }

    private Node? Read()
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = YamlNodes.Deepest, CommentHandling = JsonCommentHandling.Skip });
        var open = new Stack<Node>();
        Node? root = null;
        Node? key = null;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            var node = New(ref reader);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (open.Peek().Optional(node.Raw) is not null)
                    node.Wrong("key.twice", $"the key '{node.Raw}' stands here a second time.", $"键“{node.Raw}”重复。");
                key = node;
                continue;
            }

            if (!open.TryPeek(out var parent))
                root = node;
            else if (parent.IsMapping)
                parent.Pairs.Add(new(key!, node));
            else
                parent.Elements.Add(node);
            if (!node.IsScalar)
                open.Push(node);
        }

        return root;
    }

    private Node New(ref Utf8JsonReader reader)
    {
        var place = At((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(NodeKind.Mapping, place, problems),
            JsonTokenType.StartArray => new(NodeKind.Sequence, place, problems),
            JsonTokenType.String or JsonTokenType.PropertyName => new(NodeKind.Scalar, place, problems, Limited(reader.GetString()!, place), quoted: true),
            JsonTokenType.True => new(NodeKind.Scalar, place, problems, "yes"),
            JsonTokenType.False => new(NodeKind.Scalar, place, problems, "no"),
            JsonTokenType.Null => new(NodeKind.Scalar, place, problems, "null"),
            _ => new(NodeKind.Scalar, place, problems, Limited(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), place)),
        };
    }

    private string Limited(string text, Place place)
    {
        if (text.Length <= YamlNodes.LongestText)
            return text;
        problems.Add(new(place, "yaml.length", new($"a value of {text.Length} characters begins here. At most {YamlNodes.LongestText} are read.", $"此处的值有 {text.Length} 个字符，最多可读 {YamlNodes.LongestText} 个。")));
        return "";
    }

    private Place At(int index)
    {
        for (; _counted < index; _counted++)
            if (json[_counted] == '\n')
            {
                _line++;
                _lineStart = _counted + 1;
            }

        return new(file, _line, index - _lineStart + 1);
    }
}
