using System.Buffers;

namespace ReimbursementRules.Yaml;

/// <content>Words, texts in quotes, and what stands in braces and brackets.</content>
internal sealed partial class PlainYaml
{
    /// <summary>Where a word may end: on a line of its own, and in braces.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(":#*\n\r");

    private static readonly SearchValues<char> FlowEnds = SearchValues.Create(":#*,[]{}?\n\r");

    /// <summary>Reads a key or a value on this line; the place is behind it then.</summary>
    private bool Scalar(bool isFlow, out string text, out bool quoted)
    {
        quoted = Now is '"' or '\'';
        text = "";
        return quoted ? Quote(out text) : Plain(isFlow, out text);
    }

    private bool Quote(out string text)
    {
        var quote = Now;
        var from = ++_at;
        var length = _text.AsSpan(from, _end - from).IndexOf(quote);
        text = "";
        if (length < 0 || length > YamlNodes.LongestText)
            return false;
        var inside = _text.AsSpan(from, length);
        _at = from + length + 1;
        if (Now == quote || inside.Contains('\\'))
            return false;
        text = _file.Shared(inside);
        return true;
    }

    private bool Plain(bool isFlow, out string text)
    {
        text = "";
        if (!IsFirstOfWord())
            return false;
        var from = _at;
        while (true)
        {
            var length = _text.AsSpan(_at, _end - _at).IndexOfAny(isFlow ? FlowEnds : Ends);
            _at = length < 0 ? _end : _at + length;
            if (_at == _end)
                break;
            if (Now == ':' && Then is ' ' or '\n')
                break;
            if (Now == '#' && _text[_at - 1] == ' ')
                break;
            if (Now == '*' && _text[_at - 1] == ' ')
                return false;
            if (isFlow && Now is ',' or ']' or '}')
                break;
            if (isFlow && (Now is '[' or '{' or '?' || (Now == ':' && Then is ',' or '[' or ']' or '{' or '}')))
                return false;
            _at++;
        }

        var word = _text.AsSpan(from, _at - from).TrimEnd(' ');
        _at = from + word.Length;
        if (word.Length > YamlNodes.LongestText)
            return false;
        text = _file.Shared(word);
        return !LooseQuotes.Has(text);
    }

    /// <summary>Whether a sign begins a word for certain; some that would are left to the full parser.</summary>
    private bool IsFirstOfWord() =>
        Now is '_' or '/' or '(' or '+' or '~' or >= '\u00A0'
        || char.IsAsciiLetterOrDigit(Now)
        || (Now == '-' && char.IsAsciiDigit(Then))
        || (Now == '.' && Column > 1);

    /// <summary>Reads braces or brackets; the place is behind them then.</summary>
    /// <param name="column">The column of the block mapping or list that they stand in: what they hold stands to the right of it.</param>
    private bool Flow(int column)
    {
        var isMapping = Now == '{';
        var end = isMapping ? '}' : ']';
        if (!Open(isMapping ? NodeKind.Mapping : NodeKind.Sequence))
            return false;
        _at++;
        while (true)
        {
            if (!Ahead(column))
                return false;
            if (Now == end)
                break;
            if (isMapping && !(Key(isFlow: true) && Ahead(column)))
                return false;
            var isWord = Now is not ('{' or '[' or '"' or '\'');
            var from = _at;
            if (!(Now is '{' or '[' ? Flow(column) : Word(isFlow: true)))
                return false;
            if (!isMapping && isWord && _text.AsSpan(from, _at - from).ContainsAny(WideSigns.Commas))
                return false;
            if (!Ahead(column))
                return false;
            if (Now == end)
                break;
            if (Now != ',')
                return false;
            _at++;
        }

        _at++;
        _nodes.Close();
        return true;
    }

    /// <summary>Goes to the next sign within braces or brackets, on this line or on one below that stands further to the right.</summary>
    private bool Ahead(int column)
    {
        var from = _at;
        SkipSpaces();
        if (_at < _end && (Now != '#' || _at == from))
            return Now != '#';
        return NextLine() && !IsAtEnd && Column > column;
    }

    /// <summary>Reads a text of several lines that <c>&gt;</c> or <c>|</c> begins, where they all stand in one column.</summary>
    /// <param name="column">The column of the mapping that has it.</param>
    private bool Block(int column)
    {
        var (isFolded, isStripped, line, at) = (Now == '>', Then == '-', _line, Column);
        _at += isStripped ? 2 : 1;
        if (_at != _end || !NextLine(isText: true) || IsAtEnd || Column <= column)
            return false;
        var inside = Column;
        var lines = new List<string>();
        while (!IsAtEnd && Column > column)
        {
            lines.Add(_text[_at.._end]);
            if (Column != inside || _line != line + lines.Count || lines[^1][^1] == ' ' || !NextLine(isText: true))
                return false;
        }

        var text = string.Join(isFolded ? ' ' : '\n', lines) + (isStripped ? "" : "\n");
        return (isStripped || _text[^1] == '\n')
            && text.Length <= YamlNodes.LongestText
            && Add(_nodes.New(NodeKind.Scalar, line, at, text))
            && (IsAtEnd || Now != '#' || NextLine())
            && (IsAtEnd || Column <= column);
    }
}
