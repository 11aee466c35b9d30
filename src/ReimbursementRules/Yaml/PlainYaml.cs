using System.Buffers;

namespace ReimbursementRules.Yaml;

/// <summary>Builds nodes from YAML of the plain form that policies have: mappings and lists by indentation, braces and brackets, words and
/// texts in quotes on one line. Whatever is not of this form is left to <see cref="YamlNodes"/>, as is everything that is wrong.</summary>
/// <remarks>It takes a fraction of the time and memory of a full parser, and gives the same nodes at the same places.</remarks>
internal sealed partial class PlainYaml
{
    /// <summary>The longest key, in characters, included.</summary>
    private const int LongestKey = 200;

    private static readonly SearchValues<char> Rare = SearchValues.Create("\t\u2028\u2029\uFEFF");

    private readonly string _text;
    private readonly NodeFile _file;
    private readonly NodeBuilder _nodes;
    private int _count;

    /// <summary>The line at hand, from 1, where it begins and where it ends; its first character that is no space.</summary>
    private int _line;
    private int _start;
    private int _end;
    private int _next;

    /// <summary>The place in the text.</summary>
    private int _at;

    private PlainYaml(string text, NodeFile file)
    {
        _text = text;
        _file = file;
        _nodes = new(file);
    }

    /// <summary>The outermost node; null for a text that is not wholly of the plain form.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="file">Its file.</param>
    public static Node? Read(string text, NodeFile file)
    {
        if (text.AsSpan().IndexOfAny(Rare) >= 0 || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
            return null;
        var plain = new PlainYaml(text, file);
        return plain.NextLine() && plain.Whole() ? plain._nodes.Root : null;
    }

    /// <summary>Reads the outermost mapping or list, after which nothing may stand.</summary>
    private bool Whole() => !IsAtEnd && Column == 1 && (Now == '-' && Then == ' ' ? List(1) : Mapping(1)) && IsAtEnd;

    /// <summary>Whether there is no line any more.</summary>
    private bool IsAtEnd => _at < 0;

    /// <summary>The column of the place, from 1.</summary>
    private int Column => _at - _start + 1;

    private char Now => _at < _end ? _text[_at] : '\n';

    private char Then => _at + 1 < _end ? _text[_at + 1] : '\n';

    /// <summary>Goes to the first sign of the next line that is not blank; at the end there is no place.</summary>
    /// <param name="isText">Whether a line that begins with <c>#</c> counts, as in a text of several lines; one of spaces alone may be a
    /// part of it.</param>
    /// <returns>False where the line is not of the plain form.</returns>
    private bool NextLine(bool isText = false)
    {
        while (_next < _text.Length)
        {
            _start = _next;
            var length = _text.AsSpan(_start).IndexOf('\n');
            _end = length < 0 ? _text.Length : _start + length;
            _next = length < 0 ? _text.Length : _end + 1;
            _line++;
            if (length > 0 && _text[_end - 1] == '\r')
                _end--;
            var row = _text.AsSpan(_start, _end - _start);
            if (row.Contains('\r'))
                return false;
            var spaces = row.IndexOfAnyExcept(' ');
            if (isText && spaces < 0 && row.Length > 0)
                return false;
            if (spaces < 0 || (row[spaces] == '#' && !isText))
                continue;
            _at = _start + spaces;
            return true;
        }

        _at = -1;
        return true;
    }

    /// <summary>Goes on where nothing but a comment may be left on the line.</summary>
    private bool EndLine()
    {
        var from = _at;
        SkipSpaces();
        return (_at == _end || (Now == '#' && _at > from)) && NextLine();
    }

    private void SkipSpaces()
    {
        while (_at < _end && _text[_at] == ' ')
            _at++;
    }

    /// <summary>Reads a mapping whose keys stand in a column.</summary>
    private bool Mapping(int column)
    {
        if (!Open(NodeKind.Mapping))
            return false;
        do
        {
            if (!Key(isFlow: false))
                return false;
            var (line, after) = (_line, _at);
            SkipSpaces();
            if (_at == _end || (Now == '#' && _at > after))
            {
                if (!NextLine() || IsAtEnd || _line == line || !Below(column, isList: Now == '-' && Then == ' '))
                    return false;
            }
            else if (!(Now is '>' or '|' ? Block(column) : Value(column)))
                return false;
        } while (!IsAtEnd && Column == column && !(Now == '-' && Then is ' ' or '\n'));

        _nodes.Close();
        return IsAtEnd || Column <= column;
    }

    /// <summary>Reads what stands on lines of its own below a key.</summary>
    private bool Below(int column, bool isList) =>
        isList ? Column >= column && List(Column) : Column > column && Now is not ('{' or '[' or '-') && Mapping(Column);

    /// <summary>Reads a list whose dashes stand in a column.</summary>
    private bool List(int column)
    {
        if (!Open(NodeKind.Sequence))
            return false;
        do
        {
            _at++;
            SkipSpaces();
            if (_at == _end || Now is '#' or '-' || !(IsKey() ? Mapping(Column) : Value(column)))
                return false;
        } while (!IsAtEnd && Column == column && Now == '-' && Then == ' ');

        _nodes.Close();
        return IsAtEnd || Column <= column;
    }

    /// <summary>Whether a key begins here, and no value of a list.</summary>
    private bool IsKey()
    {
        if (Now is '{' or '[')
            return false;
        var at = _at;
        var isKey = Scalar(isFlow: false, out _, out _) && Separator();
        _at = at;
        return isKey;
    }

    /// <summary>Goes over the colon after a key, which stands near it.</summary>
    private bool Separator()
    {
        var from = _at;
        SkipSpaces();
        if (_at - from > LongestKey || Now != ':' || Then is not (' ' or '\n'))
            return false;
        _at++;
        return true;
    }

    private bool Key(bool isFlow)
    {
        var column = Column;
        if (!Scalar(isFlow, out var text, out var quoted) || text.Length > LongestKey || !Separator() || !_nodes.IsFirst(text))
            return false;
        return Add(_nodes.New(NodeKind.Scalar, _line, column, text, quoted));
    }

    /// <summary>Reads a value that begins on this line, up to the next line.</summary>
    /// <param name="column">The column of the mapping or list that has it.</param>
    private bool Value(int column) =>
        (Now is '{' or '[' ? Flow(column) : Word(isFlow: false)) && EndLine() && (IsAtEnd || Column <= column);

    private bool Word(bool isFlow)
    {
        var column = Column;
        return Scalar(isFlow, out var text, out var quoted) && Add(_nodes.New(NodeKind.Scalar, _line, column, text, quoted));
    }

    /// <summary>Opens a mapping or a list that begins here.</summary>
    private bool Open(NodeKind kind)
    {
        if (_nodes.Depth == YamlNodes.Deepest)
            return false;
        var node = _nodes.New(kind, _line, Column);
        if (!Add(node))
            return false;
        _nodes.Open(node);
        return true;
    }

    private bool Add(Node node)
    {
        _nodes.Add(node);
        return ++_count <= YamlNodes.MostNodes;
    }
}
