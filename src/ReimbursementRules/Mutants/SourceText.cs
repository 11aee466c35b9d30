using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>A change of a text: what stands from a place on is replaced.</summary>
/// <param name="At">The place in the text, from 0.</param>
/// <param name="Length">How many characters go.</param>
/// <param name="Now">What comes in their place.</param>
internal readonly record struct TextEdit(int At, int Length, string Now);

/// <summary>The text of a policy file with the places of its nodes in it. What cannot be changed without doubt is answered with
/// null.</summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    public SourceText(string text)
    {
        _text = text;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            _lines.Add(at + 1);
    }

    /// <summary>The text with a change.</summary>
    public string With(IEnumerable<TextEdit> edits)
    {
        var text = _text;
        foreach (var edit in edits.OrderByDescending(edit => edit.At))
            text = string.Concat(text.AsSpan(0, edit.At), edit.Now, text.AsSpan(edit.At + edit.Length));
        return text;
    }

    /// <summary>A single value on one line, replaced.</summary>
    public TextEdit[]? Replaced(Node scalar, string now) => End(scalar) is { } end ? [new(Start(scalar), end - Start(scalar), now)] : null;

    /// <summary>A mapping of single values, replaced as a whole by one in brackets.</summary>
    public TextEdit[]? ReplacedMapping(Node mapping, string now)
    {
        var (start, end) = IsFlow(mapping) ? (Start(mapping), End(mapping)) : (Start(mapping.Pairs[0].Key), End(mapping.Pairs[^1].Value));
        return end is { } after ? [new(start, after - start, now)] : null;
    }

    /// <summary>What stands at one node, written also at another.</summary>
    public TextEdit[]? Copied(Node from, Node to, Node? toKey = null, Node? fromKey = null)
    {
        var (start, begins) = (Start(toKey ?? to), Start(fromKey ?? from));
        return End(from) is { } end && End(to) is { } toEnd ? [new(start, toEnd - start, _text[begins..end])] : null;
    }

    /// <summary>A list without one of its elements, of which another is left.</summary>
    public TextEdit[]? Without(Node list, int index) => Without(list, [.. list.Elements.Select(one => (one, one))], index);

    /// <summary>A mapping without one of its keys, of which another is left.</summary>
    public TextEdit[]? WithoutKey(Node mapping, int index) =>
        Without(mapping, [.. mapping.Pairs.Select(pair => (pair.Key, pair.Value))], index);

    /// <summary>A list of which an element stands after the next one.</summary>
    public TextEdit[]? Swapped(Node list, int index)
    {
        var (one, other) = (list.Elements[index], list.Elements[index + 1]);
        if (IsFlow(list))
            return End(one) is { } end && End(other) is { } last
                ?
                [
                    new(Start(one), end - Start(one), _text[Start(other)..last]),
                    new(Start(other), last - Start(other), _text[Start(one)..end]),
                ]
                : null;
        if (Dash(one) is not { } first || Dash(other) is not { } second)
            return null;
        var after = BlockEnd(second);
        var (a, b) = (_text[first..second], _text[second..after]);
        if (!b.EndsWith('\n'))
            b += "\n";
        return [new(first, after - first, b + a)];
    }

    private TextEdit[]? Without(Node whole, List<(Node Begins, Node Ends)> parts, int index)
    {
        if (parts.Count < 2)
            return null;
        var isLast = index == parts.Count - 1;
        var start = Start(parts[index].Begins);
        if (!isLast && (IsFlow(whole) || whole.IsMapping))
            return [new(start, Start(parts[index + 1].Begins) - start, "")];
        if (IsFlow(whole))
            return End(parts[index - 1].Ends) is { } from && End(parts[index].Ends) is { } to ? [new(from, to - from, "")] : null;
        var begins = whole.IsSequence ? Dash(parts[index].Begins) : OwnLine(start);
        return begins is { } line ? [new(line, BlockEnd(line) - line, "")] : null;
    }

    private bool IsFlow(Node node) => Start(node) is var at && at < _text.Length && _text[at] is '{' or '[';

    private int Start(Node node) => _lines[node.Place.Line - 1] + node.Place.Column - 1;

    /// <summary>Where a value ends that is written on one line, or in brackets; null for any other.</summary>
    private int? End(Node node)
    {
        var start = Start(node);
        if (start >= _text.Length)
            return null;
        if (_text[start] is '{' or '[')
            return AfterBrackets(start);
        if (!node.IsScalar)
            return null;
        if (_text[start] is '"' or '\'')
            return AfterQuotes(start);
        return _text.AsSpan(start).StartsWith(node.Raw, StringComparison.Ordinal) && node.Raw.Length > 0 ? start + node.Raw.Length : null;
    }

    private int? AfterBrackets(int start)
    {
        var depth = 0;
        for (var at = start; at < _text.Length; at++)
            switch (_text[at])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0)
                        return at + 1;
                    break;
                case '"' or '\'' when _text[at - 1] is ' ' or '{' or '[' or ',' or '\n':
                    if (AfterQuotes(at) is not { } after)
                        return null;
                    at = after - 1;
                    break;
                case '#' when _text[at - 1] is ' ' or '\n':
                    at = _text.IndexOf('\n', at);
                    if (at < 0)
                        return null;
                    break;
                default:
                    break;
            }
        return null;
    }

    private int? AfterQuotes(int start)
    {
        var quote = _text[start];
        for (var at = start + 1; at < _text.Length; at++)
            if (_text[at] == '\\' && quote == '"')
                at++;
            else if (_text[at] == quote)
            {
                if (quote == '"' || at + 1 >= _text.Length || _text[at + 1] != quote)
                    return at + 1;
                at++;
            }

        return null;
    }

    /// <summary>Where the line begins on which an element of a list of dashes has its dash; null where more stands before it.</summary>
    private int? Dash(Node element)
    {
        var (start, line) = (Start(element), _lines[element.Place.Line - 1]);
        var before = _text.AsSpan(line, start - line);
        return before.Trim() is "-" ? line : null;
    }

    private int? OwnLine(int start)
    {
        var line = _text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        return _text.AsSpan(line, start - line).IsWhiteSpace() ? line : null;
    }

    /// <summary>Where the block ends that begins on a line: after its last line. Comments and blank lines after that are of what
    /// follows.</summary>
    private int BlockEnd(int line)
    {
        var indent = Indent(line);
        var isElement = _text[line + indent] == '-';
        var (next, end) = (Next(line), Next(line));
        for (; next < _text.Length; next = Next(next))
            if (IsWithin(next, indent, isElement))
                end = Next(next);
            else if (!IsSilent(next))
                break;
        return end;
    }

    /// <summary>A list may stand below its key in the same column.</summary>
    private bool IsWithin(int line, int indent, bool isElement)
    {
        var spaces = Indent(line);
        return !IsSilent(line) && (spaces > indent || (spaces == indent && !isElement && _text[line + spaces] == '-'));
    }

    private bool IsSilent(int line) => line + Indent(line) is var at && (at >= _text.Length || _text[at] is '\n' or '\r' or '#');

    private int Indent(int line)
    {
        var at = line;
        while (at < _text.Length && _text[at] == ' ')
            at++;
        return at - line;
    }

    private int Next(int line) => _text.IndexOf('\n', line) is >= 0 and var end ? end + 1 : _text.Length;
}
