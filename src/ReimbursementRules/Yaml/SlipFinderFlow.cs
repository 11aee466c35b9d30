namespace ReimbursementRules.Yaml;

/// <content>Texts in quotes, and what stands in braces and brackets.</content>
internal sealed partial class SlipFinder
{
    /// <summary>Whether a key comes next in the innermost braces.</summary>
    private bool _awaitsKey;

    /// <summary>Where a parenthesis stands that is to be the brace that closes; below 0 for none.</summary>
    private int _roundEnd = -1;

    /// <summary>The last row on which something within braces stood.</summary>
    private int _lastRow;

    /// <summary>Takes what stands in braces and brackets on this line.</summary>
    private void Flow(int at)
    {
        _lastRow = _row;
        while ((at = SkipBlanks(at)) < _text.Length && !IsComment(at))
        {
            var sign = _text[at];
            if ((_roundEnd >= 0 && _open.Count == 0 ? '{' : WideSigns.Opening(sign)) is { } opening)
                Open(opening, at++);
            else if ((at == _roundEnd ? '}' : WideSigns.Closing(sign)) is { } closing)
            {
                CloseOne(closing, at++);
                if (_open.Count == 0)
                    return;
            }
            else if (sign == ',' || WideSigns.IsComma(sign))
            {
                if (sign != ',')
                    Comma(at, isSure: true);
                _awaitsKey = _open[^1].Sign == '{';
                at++;
            }
            else if (sign is '"' or '\'')
                at = Quote(at) + 1;
            else if (sign is ':' or '：')
            {
                if (sign == '：')
                    FlowColon(at);
                _awaitsKey = false;
                at++;
            }
            else
                at = Plain(at);
        }
    }

    /// <summary>Whether a full-width parenthesis stands in the place of a brace: around keys of the policy language.</summary>
    private bool IsRound(int at)
    {
        if (_text[at] != '（' || End(at) is var end && _text[end - 1] is not ('）' or ')'))
            return false;
        var key = SkipBlanks(at + 1);
        return key < _text.Length && KeyLength(key) is { } length && SkipBlanks(key + length) is var colon && _text[colon] is ':' or '：';
    }

    /// <summary>Takes what stands in parentheses that are to be braces.</summary>
    private void Round(int at)
    {
        _roundEnd = End(at) - 1;
        Flow(at);
        _roundEnd = -1;
    }

    private void Open(char opening, int at)
    {
        if (_text[at] != opening)
            Add(SlipKind.WideBracket, at, 1, opening.ToString());
        _open.Add((opening, _row, at));
        _awaitsKey = opening == '{';
    }

    private void CloseOne(char closing, int at)
    {
        var expected = _open[^1].Sign == '{' ? '}' : ']';
        if (closing != expected && IsForgotten(closing, at))
        {
            var end = End(at, _text);
            _slips.Add(
                new(SlipKind.OpenBracket, _row, end, 0, expected.ToString())
                {
                    Stands = (_open[^1].Row, _open[^1].At),
                    Sign = _open[^1].Sign.ToString(),
                }
            );
            _open.RemoveAt(_open.Count - 1);
            expected = closing;
        }

        if (closing != expected)
            Add(SlipKind.CrossedBracket, at, 1, expected.ToString());
        else if (_text[at] != closing)
            Add(SlipKind.WideBracket, at, 1, closing.ToString());
        _open.RemoveAt(_open.Count - 1);
        _awaitsKey = false;
    }

    /// <summary>Whether what is innermost was not closed: a sign closes what is around it, and nothing is left to do so instead.</summary>
    private bool IsForgotten(char closing, int at) =>
        _open.Count > 1
        && (_open[^2].Sign == '{') == (closing == '}')
        && _text.AsSpan(at + 1).ToArray().Count(sign => WideSigns.Closing(sign) is not null) < _open.Count - 1;

    /// <summary>Where a text ends that stands before a place, without the blanks.</summary>
    private static int End(int at, string text)
    {
        while (at > 0 && WideSigns.IsBlank(text[at - 1]))
            at--;
        return at;
    }

    private void Comma(int at, bool isSure) =>
        Add(SlipKind.WideComma, at, 1, at + 1 < _text.Length && _text[at + 1] == ' ' ? "," : ", ", isSure: isSure);

    private void FlowColon(int at) => Add(SlipKind.WideColon, at, 1, at + 1 < _text.Length && _text[at + 1] == ' ' ? ":" : ": ");

    /// <summary>Takes a word without quotes in braces or brackets; gives the place behind it.</summary>
    private int Plain(int from)
    {
        if (Cited(from) is { } cited)
            return cited;
        var isCited = WideSigns.IsQuote(_text[from]);
        var hasOpening = false;
        for (var at = from; at < _text.Length; at++)
        {
            var sign = _text[at];
            if (IsComment(at))
                return isCited ? at : Commented(from, at);
            if (sign is ',' or '{' or '}' or '[' or ']')
                return at;
            hasOpening |= WideSigns.Opening(sign) is not null;
            if (at == _roundEnd || (WideSigns.Closing(sign) is not null && !hasOpening))
                return at;
            if (sign == ':' && (at + 1 == _text.Length || _text[at + 1] is ' ' or ',' or '}' or ']'))
                return at;
            if (sign is ':' or '：' && _awaitsKey && IsKey(from, at))
                if (sign == '：')
                    return at;
                else if (!_text.AsSpan(at + 1).StartsWith("//"))
                {
                    Add(SlipKind.TightColon, at, 1, ": ", ":", isSure: WideSigns.IsBlank(_text[at + 1]) is false);
                    _awaitsKey = false;
                    return at + 1;
                }

            if (WideSigns.IsComma(sign) && !isCited)
                if (_open[^1].Sign == '{' && IsKeyAhead(at + 1))
                    return at;
                else if (_open[^1].Sign == '[')
                    Comma(at, isSure: false);
        }

        return _text.Length;
    }

    /// <summary>Takes a value without quotes in which a number sign begins a comment that would hide the closing braces; gives the place
    /// behind it, or that of the comment where it is one.</summary>
    private int Commented(int from, int comment)
    {
        var rest = _text.AsSpan(comment);
        var isHidden =
            _open[0].Row == _row
            && !_awaitsKey
            && rest[^(rest.Length - rest.TrimEnd().Length + 1)] is '}' or ']'
            && !rest.ContainsAny('{', '[')
            && rest.Count('}') + rest.Count(']') == _open.Count;
        if (!isHidden)
            return comment;
        var end = comment;
        while (_text[end] is not ('}' or ']') && !(_text[end] == ',' && (_open[^1].Sign == '[' || IsKeyAhead(end + 1))))
            end++;
        var last = End(end, _text);
        Add(SlipKind.Comment, from, last - from, InQuotes(_text[from..last]), "#", comment);
        return end;
    }

    /// <summary>Takes a text in quotation marks that YAML does not know, where it has signs that end a word; null for any other.</summary>
    private int? Cited(int from)
    {
        if (!WideSigns.IsQuote(_text[from]))
            return null;
        var length = 1;
        while (from + length < _text.Length && !WideSigns.IsQuote(_text[from + length]))
            length++;
        var inside = _text.AsSpan(from..Math.Min(_text.Length, from + length))[1..];
        if (from + length == _text.Length || (!inside.ContainsAny(",{}[]") && !inside.Contains(": ", StringComparison.Ordinal)))
            return null;
        Add(SlipKind.WideQuote, from, length + 1, InQuotes(inside.ToString()), _text[from].ToString());
        return from + length + 1;
    }

    /// <summary>Whether a key and its colon stand here.</summary>
    private bool IsKeyAhead(int at)
    {
        at = SkipBlanks(at);
        var end = at;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '.' or '-'))
            end++;
        end =
            end > at ? end
            : _text.AsSpan(at).IndexOfAny(':', '：') is >= 0 and var colon ? at + colon
            : at;
        return end > at && IsKey(at, end) && SkipBlanks(end) is var next && next < _text.Length && _text[next] is ':' or '：';
    }

    /// <summary>Takes a text in quotes; gives the place of the sign that closes it, or of the last of what it must be.</summary>
    private int Quote(int at)
    {
        if (Close(at) is { } end)
            return end;
        var last = End(at) - 1;
        if (_open.Count > 0)
        {
            for (var comma = at + 1; comma < last; comma++)
                if (_text[comma] == ',' && IsKeyAhead(comma + 1))
                    last = comma - 1;
            while (last > at && _text[last] is '}' or ']' or ' ')
                last--;
        }

        if (last > at && WideSigns.IsQuote(_text[last]))
            Opened(at, last, 1);
        else
            Opened(at, last + 1, 0);
        return last;
    }

    /// <summary>Adds the quotation mark that closes a text.</summary>
    private void Opened(int at, int change, int length) =>
        Add(SlipKind.OpenQuote, change, length, _text[at].ToString(), _text[at].ToString(), at);

    /// <summary>The place of the sign that closes a text in quotes on this line; null where none does.</summary>
    private int? Close(int at)
    {
        var quote = _text[at];
        for (var i = at + 1; i < _text.Length; i++)
            if (quote == '"' && _text[i] == '\\')
                i++;
            else if (_text[i] == quote)
                if (quote == '\'' && i + 1 < _text.Length && _text[i + 1] == '\'')
                    i++;
                else
                    return i;
        return null;
    }

    /// <summary>Looks behind a text in quotes, where nothing may stand.</summary>
    private void Behind(int at, int end)
    {
        var last = End(at);
        var rest = SkipBlanks(end + 1);
        if (rest >= last || _text[at] != _text[end])
            return;
        var quote = _text[at];
        var all = _text[last - 1] == quote ? _text[(at + 1)..(last - 1)] : null;
        Add(SlipKind.TextBehind, at, last - at, all is null ? InQuotes(_text[at..last]) : InQuotes(all), quote.ToString(), end);
    }

    /// <summary>A text in straight quotation marks.</summary>
    public static string InQuotes(string text) =>
        text.AsSpan().ContainsAny('"', '\\') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{text}\"";

    /// <summary>Closes what is open where it cannot go on: the outermost is told.</summary>
    private void CloseAll()
    {
        if (_open.Count == 0)
            return;
        var (sign, row, at) = _open[0];
        var closings = string.Concat(Enumerable.Reverse(_open).Select(open => open.Sign == '{' ? '}' : ']'));
        var (here, text) = (_row, _text);
        (_row, _text) = (_lastRow, _rows[_lastRow]);
        var end = End(0);
        var isInBraces = closings[0] == '}' && end > 0 && _text[end - 1] != '{';
        _slips.Add(
            new(SlipKind.OpenBracket, _lastRow, end, 0, (isInBraces ? " " : "") + closings) { Stands = (row, at), Sign = sign.ToString() }
        );
        (_row, _text) = (here, text);
        _open.Clear();
        (_opens, _goesOn) = (false, false);
    }
}
