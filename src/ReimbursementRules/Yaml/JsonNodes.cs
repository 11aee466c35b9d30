using System.Buffers;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Builds nodes from JSON: the same nodes that YAML makes, so that a claim can be written either way.</summary>
internal sealed class JsonNodes
{
    private readonly byte[] _json;
    private readonly ProblemLog _problems;
    private readonly NodeFile _file;
    private readonly NodeBuilder _nodes;
    private Node? _key;
    private int _count;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    private JsonNodes(string file, byte[] json, ProblemLog problems)
    {
        _json = json;
        _problems = problems;
        _file = new(file, problems);
        _nodes = new(_file);
    }

    /// <summary>Reads a text; null after a problem, or where there is nothing to read.</summary>
    public static Node? Read(string file, string text, ProblemLog problems) =>
        string.IsNullOrWhiteSpace(text) ? null : new JsonNodes(file, Encoding.UTF8.GetBytes(text), problems).Read();

    private Node? Read()
    {
        var options = new JsonReaderOptions { MaxDepth = YamlNodes.Deepest + 1, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(_json, options);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    _nodes.Close();
                else if (!Take(ref reader))
                    return null;
            return _nodes.Root;
        }
        catch (JsonException e)
        {
            var place = Place(e);
            _problems.Add(new(place, "json.form", JsonWords.Of(e.Message, Sign(), Row(), place.Column - 1)));
        }
        catch (InvalidOperationException)
        {
            _problems.Add(
                At((int)reader.TokenStartIndex),
                "json.form",
                "this is not valid JSON: an escape such as \\ud800 in this text is half a character.",
                "不是有效的 JSON：此文本中的转义（如 \\ud800）只是半个字符。"
            );
        }

        return null;
    }

    /// <summary>Takes one token; false after a problem that ends the reading.</summary>
    private bool Take(ref Utf8JsonReader reader)
    {
        var node = New(ref reader);
        if (++_count > YamlNodes.MostNodes)
            return YamlNodes.Size(node.Place, _problems) is not null;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!_nodes.IsFirst(node.Raw))
                node.Wrong(
                    "key.twice",
                    $"the key '{node.Raw}' stands here a second time. Keep one of them.",
                    $"键“{node.Raw}”重复。请只保留一个。"
                );
            _key = node;
            return true;
        }

        if (_nodes.IsInMapping && reader.TokenType == JsonTokenType.Null)
            _nodes.AddUnstated(_key!);
        else
        {
            if (_nodes.IsInMapping)
                _nodes.Add(_key!);
            _nodes.Add(node);
        }

        if (node.IsScalar)
            return true;
        _nodes.Open(node);
        if (_nodes.Depth <= YamlNodes.Deepest)
            return true;
        YamlNodes.Depth(node.Place, _problems);
        return false;
    }

    private Node New(ref Utf8JsonReader reader)
    {
        var place = At((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => New(NodeKind.Mapping, place),
            JsonTokenType.StartArray => New(NodeKind.Sequence, place),
            JsonTokenType.String or JsonTokenType.PropertyName => New(
                NodeKind.Scalar,
                place,
                Limited(reader.GetString()!, place),
                quoted: true
            ),
            JsonTokenType.True => New(NodeKind.Scalar, place, "yes"),
            JsonTokenType.False => New(NodeKind.Scalar, place, "no"),
            JsonTokenType.Null => New(NodeKind.Scalar, place, "null"),
            _ => New(
                NodeKind.Scalar,
                place,
                Limited(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan), place)
            ),
        };
    }

    private Node New(NodeKind kind, FilePlace place, string? text = null, bool quoted = false) =>
        _nodes.New(kind, place.Line, place.Column, text is null ? null : _file.Shared(text), quoted);

    private string Limited(string text, FilePlace place)
    {
        if (text.Length <= YamlNodes.LongestText)
            return text;
        _problems.Add(
            place,
            "yaml.length",
            $"a value of {text.Length} characters begins here. At most {YamlNodes.LongestText} are read.",
            $"此处的值有 {text.Length} 个字符，最多可读 {YamlNodes.LongestText} 个。"
        );
        return "";
    }

    /// <summary>The sign at the place that was counted last; empty at the end and where a line ends.</summary>
    private string Sign() =>
        Rune.DecodeFromUtf8(_json.AsSpan(_counted), out var rune, out _) == OperationStatus.Done && !Rune.IsControl(rune)
            ? rune.ToString()
            : "";

    /// <summary>The line of the place that was counted last.</summary>
    private string Row()
    {
        var from = Array.LastIndexOf(_json, (byte)'\n', Math.Max(0, _counted - 1), Math.Max(0, _counted)) + 1;
        var until = Array.IndexOf(_json, (byte)'\n', _counted);
        return Encoding.UTF8.GetString(_json.AsSpan(from..(until < 0 ? _json.Length : until))).TrimEnd('\r');
    }

    /// <summary>The place of a byte, in lines and characters. The tokens come in order, so that every line is counted once.</summary>
    private FilePlace At(int index)
    {
        for (; _counted < index; _counted++)
            if (_json[_counted] == '\n')
                (_line, _column) = (_line + 1, 1);
            else
                _column += Units(_json[_counted]);
        return new(_file.Name, _line, _column);
    }

    /// <summary>How many characters, as editors count columns, the byte begins.</summary>
    private static int Units(byte one) =>
        one < 0x80 || one is >= 0xC0 and < 0xF0 ? 1
        : one < 0xC0 ? 0
        : 2;

    private FilePlace Place(JsonException e)
    {
        var start = 0;
        for (var line = 0L; line < e.LineNumber; line++)
            start = Array.IndexOf(_json, (byte)'\n', start) + 1;
        _counted = 0;
        (_line, _column) = (1, 1);
        return At(Math.Min(_json.Length, start + (int)(e.BytePositionInLine ?? 0)));
    }
}
