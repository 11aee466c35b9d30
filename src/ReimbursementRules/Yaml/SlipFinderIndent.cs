namespace ReimbursementRules.Yaml;

/// <content>Indents, and the dashes that begin the entries of a list.</content>
internal sealed partial class SlipFinder
{
    private const int TabWidth = 4;

    /// <summary>The columns, from 0, at which mappings and lists that are open begin, of the innermost last.</summary>
    private List<(int Column, bool IsList)> _levels = [];

    /// <summary>How far the line at hand is to be moved to the right.</summary>
    private int _shift;

    /// <summary>Whether a dash begins the line at hand.</summary>
    private bool _isEntry;

    private int Column => _levels.Count == 0 ? 0 : _levels[^1].Column;

    /// <summary>Takes the indent of a line that is in no braces; false where the line goes on with the text above.</summary>
    private bool Indent(int at)
    {
        var isEntry = Dash(at) is not null;
        var odd = _text.AsSpan(0, at).IndexOfAnyExcept(' ');
        var indent = odd < 0 ? at : Nearest(Width(at));
        if (_goesOn && indent > Column && KeyLength(at) is null && !isEntry)
            return false;
        if (odd >= 0)
            Add(SlipKind.IndentSign, 0, at, new(' ', indent), _text[odd].ToString(), odd);
        if (!Fits(indent, isEntry))
        {
            indent = Fitting(indent, isEntry);
            if (odd < 0)
                Add(SlipKind.Indent, 0, at, new(' ', indent), "", at);
        }

        _shift = indent - at;
        return true;
    }

    /// <summary>Whether a line may begin in a column; the levels are those of the line then, and as they were otherwise.</summary>
    private bool Fits(int indent, bool isEntry)
    {
        List<(int Column, bool IsList)> before = [.. _levels];
        while (_levels.Count > 0 && Column > indent)
            _levels.RemoveAt(_levels.Count - 1);
        var mayOpen = before.Count == 0 || (_opens && _levels.Count == before.Count);
        var isSame = _levels.Count > 0 && Column == indent;
        if (isSame && !isEntry && _levels[^1].IsList && _levels is [.., (var column, false), _] && column == indent)
            _levels.RemoveAt(_levels.Count - 1);
        else if (mayOpen && (!isSame || (isEntry && !_levels[^1].IsList)))
            _levels.Add((indent, isEntry));
        else if (!isSame || _levels[^1].IsList != isEntry)
        {
            _levels = before;
            return false;
        }

        return true;
    }

    /// <summary>The nearest column in which such a line may go on; the levels are those of the line then.</summary>
    private int Fitting(int indent, bool isEntry)
    {
        var nearest = _levels
            .Where(level => level.IsList == isEntry)
            .Select(level => level.Column)
            .DefaultIfEmpty(_levels[0].Column)
            .OrderBy(column => Math.Abs(column - indent))
            .ThenByDescending(column => column)
            .First();
        while (_levels.Count > 1 && (Column > nearest || (Column == nearest && _levels[^1].IsList != isEntry)))
            _levels.RemoveAt(_levels.Count - 1);
        return nearest;
    }

    /// <summary>The level that is nearest to a width.</summary>
    private int Nearest(int width)
    {
        var levels = _levels.Select(level => level.Column);
        if (_opens && _levels.Count > 0)
            levels = levels.Append(Column + 2);
        return levels.DefaultIfEmpty(0).OrderBy(column => Math.Abs(column - width)).First();
    }

    /// <summary>How wide an indent looks.</summary>
    private int Width(int at)
    {
        var width = 0;
        foreach (var sign in _text.AsSpan(0, at))
            width +=
                sign == '\t' ? TabWidth
                : sign == '\u3000' ? 2
                : 1;
        return width;
    }

    private bool IsDash(int at) => _text[at] == '-' && (at + 1 == _text.Length || WideSigns.IsBlank(_text[at + 1]));

    /// <summary>What stands for a dash with its blank where an entry of a list begins: the same for one that is well written; null where
    /// none begins.</summary>
    private string? Dash(int at)
    {
        if (IsDash(at))
            return "-";
        if (at + 1 >= _text.Length || (_text[at] != '-' && !WideSigns.IsDash(_text[at])))
            return null;
        var next = _text[at + 1];
        return WideSigns.IsBlank(next) ? "-"
            : WideSigns.Opening(next) is not null || IsKeyWithColon(at + 1) ? "- "
            : _levels.Exists(level => level.IsList && level.Column == at) && char.IsLetterOrDigit(next) ? "- "
            : null;
    }

    private bool IsKeyWithColon(int at) => KeyLength(at) is { } length && at + length < _text.Length && _text[at + length] is ':' or '：';

    /// <summary>Takes a line from its first sign: dashes, then a key or a value.</summary>
    private void Entry(int at)
    {
        (_opens, _goesOn, _isEntry) = (false, false, false);
        while (Dash(at) is { } dash)
        {
            if (!IsDash(at))
                Add(SlipKind.Dash, at, 1, dash);
            if (_isEntry)
                _levels.Add((at + _shift, true));
            _isEntry = true;
            _shift += dash.Length - 1;
            at = SkipBlanks(at + 1);
            if (at < _text.Length)
                continue;
            _opens = true;
            return;
        }

        if (_isEntry)
            _levels.Add((at + _shift, false));
        Key(at);
    }
}
