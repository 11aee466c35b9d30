namespace ReimbursementRules.Yaml;

/// <summary>Looks through the lines of a text for slips, as a reader would: what each line can only have meant. It knows less YAML than a
/// parser and forgives more.</summary>
internal sealed partial class SlipFinder
{
    private const int LongestKey = 60;

    private readonly string[] _rows;
    private readonly List<Slip> _slips = [];

    /// <summary>The braces and brackets that are open.</summary>
    private readonly List<(char Sign, int Row, int At)> _open = [];

    /// <summary>Whether lines further to the right may follow: a key or a dash with nothing after it stands above.</summary>
    private bool _opens = true;

    /// <summary>Whether a text without quotes stands above, which may go on.</summary>
    private bool _goesOn;

    /// <summary>The column right of which a text of several lines stands; below 0 where none does.</summary>
    private int _textRightOf = -1;

    private int _row;
    private string _text = "";

    private SlipFinder(string[] rows) => _rows = rows;

    /// <summary>The slips of a text, in the order of its lines.</summary>
    public static IReadOnlyList<Slip> In(string[] rows)
    {
        var finder = new SlipFinder(rows);
        for (; finder._row < rows.Length; finder._row++)
            finder.Line();
        finder.CloseAll();
        return [.. finder._slips.OrderBy(slip => slip.Row).ThenBy(slip => slip.At)];
    }

    private void Line()
    {
        _text = _rows[_row];
        var at = SkipBlanks(0);
        if (at == _text.Length)
            return;
        if (_textRightOf >= 0 && at > _textRightOf)
            return;
        _textRightOf = -1;
        if (_text[at] == '#' || (at == 0 && _text.StartsWith("---", StringComparison.Ordinal)))
            return;
        if (_open.Count > 0 && (at > Column || WideSigns.Closing(_text[at]) is not null))
        {
            Flow(at);
            return;
        }

        CloseAll();
        if (_text[at] == '＃')
            Add(SlipKind.WideSign, at, 1, "#");
        else if (Indent(at))
            Entry(at);
    }

    /// <summary>Takes a key and its value, or a value alone.</summary>
    private void Key(int at)
    {
        if (WideSigns.Opening(_text[at]) is not null || IsRound(at))
        {
            Value(at);
            return;
        }

        if (_text[at] is '"' or '\'' && Close(at) is { } end)
        {
            var after = SkipBlanks(end + 1);
            if (after < _text.Length && _text[after] is ':' or '：')
                Colon(after, isSure: true);
            else
                Value(at);
            return;
        }

        var (proper, wide, tight) = Colons(at);
        if (wide >= 0 && IsKey(at, wide) && (proper < 0 || IsPolicyKey(at, wide)))
            Colon(wide, isSure: true);
        else if (proper >= 0)
            Colon(proper, isSure: true);
        else if (tight >= 0 && IsKey(at, tight) && !_text.AsSpan(tight + 1).StartsWith("//"))
            Colon(tight, isSure: !_isEntry);
        else if (!_isEntry && KeyLength(at) is { } length && (at + length < _text.Length || IsAboveOthers()))
            Missing(at, length);
        else
            Value(at);
    }

    /// <summary>Where the colons stand that may end a key: the first with a blank behind it, the first full-width and the first without a
    /// blank; below 0 for none.</summary>
    private (int Proper, int Wide, int Tight) Colons(int at)
    {
        var (wide, tight) = (-1, -1);
        for (var i = at; i < _text.Length && !IsComment(i); i++)
            if (_text[i] == ':' && (i + 1 == _text.Length || WideSigns.IsBlank(_text[i + 1])))
                return (i, wide, tight);
            else if (_text[i] == ':' && tight < 0)
                tight = i;
            else if (_text[i] == '：' && wide < 0)
                wide = i;
        return (-1, wide, tight);
    }

    /// <summary>Takes a colon after a key, and the value behind it.</summary>
    private void Colon(int at, bool isSure)
    {
        var blanks = SkipBlanks(at + 1);
        var after = _text.AsSpan((at + 1)..blanks);
        if (_text[at] == '：')
            Add(SlipKind.WideColon, at, blanks - at, blanks == _text.Length ? ":" : ": ", "：", isSure: isSure);
        else if (after.IndexOfAnyExcept(' ') is >= 0 and var odd && blanks < _text.Length && _text[at + 1] != '\t')
            Add(SlipKind.Blank, at + 1, blanks - at - 1, " ", _text[at + 1 + odd].ToString(), at + 1 + odd, _text[at + 1] != ' ' && isSure);
        else if (after.IsEmpty && blanks < _text.Length)
            Add(SlipKind.TightColon, at, 1, ": ", ":", isSure: isSure);
        Value(blanks);
    }

    /// <summary>Takes a line on which a key and its value stand without a colon.</summary>
    private void Missing(int at, int length)
    {
        var after = SkipBlanks(at + length);
        var from = at + length;
        if (after == _text.Length)
            Add(SlipKind.NoColon, from, after - from, ":", _text[at..from]);
        if (after < _text.Length && _text[after] is '=' or '＝')
            after = SkipBlanks(after + 1);
        if (after < _text.Length && !IsComment(after))
            Add(SlipKind.NoColon, from, after - from, ": ", _text[at..from]);
        Value(after);
    }

    /// <summary>Whether the next line stands further to the right, or begins an entry of a list.</summary>
    private bool IsAboveOthers()
    {
        var row = _row + 1;
        while (row < _rows.Length && _rows[row].AsSpan().TrimStart(' ') is [] or ['#', ..])
            row++;
        if (row == _rows.Length)
            return false;
        var indent = _rows[row].Length - _rows[row].AsSpan().TrimStart(' ').Length;
        return indent > Column || (indent == Column && _rows[row].AsSpan(indent).StartsWith("- "));
    }

    /// <summary>The length of the word of the policy language that begins here, where a blank or an equals sign follows; null for
    /// none.</summary>
    private int? KeyLength(int at)
    {
        var end = at;
        while (end < _text.Length && (char.IsAsciiLetterLower(_text[end]) || char.IsAsciiDigit(_text[end]) || _text[end] is '_' or '.'))
            end++;
        return end > at && char.IsAsciiLetterLower(_text[at]) && (end == _text.Length || _text[end] is ' ' or '=' or '＝' or ':' or '：')
            ? end - at
            : null;
    }

    private bool IsPolicyKey(int at, int end) => !_text.AsSpan(at, end - at).ContainsAnyExceptInRange('\u0021', '\u007E');

    /// <summary>Whether one word stands here that may be a key.</summary>
    private bool IsKey(int at, int end)
    {
        while (end > at && WideSigns.IsBlank(_text[end - 1]))
            end--;
        if (end == at || end - at > LongestKey)
            return false;
        foreach (var sign in _text.AsSpan(at..end))
            if (!char.IsLetterOrDigit(WideSigns.Narrow(sign)) && sign is not ('_' or '-' or '.' or '“' or '”' or '（' or '）'))
                return false;
        return true;
    }

    /// <summary>Takes what stands behind a key or a dash.</summary>
    private void Value(int at)
    {
        at = SkipBlanks(at);
        (_opens, _goesOn) = (at == _text.Length || IsComment(at), false);
        if (_opens)
            return;
        var end = End(at);
        if (WideSigns.Opening(_text[at]) is not null)
            Flow(at);
        else if (IsRound(at))
            Round(at);
        else if (_text[at] is '|' or '>')
            _textRightOf = Column;
        else if (_text[at] is '"' or '\'')
            Behind(at, Quote(at));
        else if (_text[at] is ']' or '}' or ',' or '@' or '`' or '%')
            Add(SlipKind.Unquoted, at, end - at, InQuotes(_text[at..end]), _text[at].ToString());
        else if (Pair(at, end) is >= 0 and var colon)
            if (WideSigns.IsQuote(_text[at]))
                Add(SlipKind.WideQuote, at, end - at, InQuotes(_text[at..end].Trim([.. "“”‘’＂＇「」『』"])), _text[at].ToString());
            else
                Add(SlipKind.Unquoted, at, end - at, InQuotes(_text[at..end]), ":", colon);
        else
            _goesOn = true;
    }

    /// <summary>Where a colon with a blank behind it stands in a text without quotes; below 0 for none.</summary>
    private int Pair(int at, int end)
    {
        for (var i = at; i < end; i++)
            if (_text[i] == ':' && (i + 1 == end || _text[i + 1] == ' '))
                return i;
        return -1;
    }

    /// <summary>Where a text without quotes ends.</summary>
    private int End(int at)
    {
        var end = at;
        while (end < _text.Length && !IsComment(end))
            end++;
        while (end > at && WideSigns.IsBlank(_text[end - 1]))
            end--;
        return end;
    }

    private bool IsComment(int at) => _text[at] == '#' && (at == 0 || WideSigns.IsBlank(_text[at - 1]));

    private int SkipBlanks(int at)
    {
        while (at < _text.Length && WideSigns.IsBlank(_text[at]))
            at++;
        return at;
    }

    /// <summary>Adds a slip.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="at">Where the change begins.</param>
    /// <param name="length">How many signs are replaced.</param>
    /// <param name="with">What stands there instead.</param>
    /// <param name="sign">The sign that is named; the first that is replaced where left out.</param>
    /// <param name="stands">Where the slip stands; where the change begins if left out.</param>
    /// <param name="isSure">Whether the line can hardly mean anything else.</param>
    private void Add(SlipKind kind, int at, int length, string with, string? sign = null, int? stands = null, bool isSure = true) =>
        _slips.Add(
            new(kind, _row, at, length, with)
            {
                Sign = sign ?? _text[at].ToString(),
                Stands = (_row, stands ?? at),
                IsSure = isSure,
            }
        );
}
