using ReimbursementRules.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReimbursementRules.Yaml;

/// <summary>Builds nodes from YAML events, with limits, and without anchors, aliases, merges and tags.</summary>
internal sealed class YamlNodes
{
    /// <summary>The deepest nesting read, included.</summary>
    public const int Deepest = 32;

    /// <summary>The longest single value read, in characters, included.</summary>
    public const int LongestText = 10_000;

    /// <summary>The most keys, values and lists read from one file, included.</summary>
    public const int MostNodes = 1_000_000;

    /// <summary>Reads the only document of a text; null after a problem, or where there is nothing to read.</summary>
    /// <remarks>Texts of the plain form are read without the parser: the same nodes in a fraction of the time.</remarks>
    public static Node? Read(string file, string text, ProblemLog problems) =>
        YamlMending.WithWideColons(file, text, PlainYaml.Read(text, new(file, problems)) ?? Parse(file, text, problems), problems);

    /// <summary>As <see cref="Read(string, string, ProblemLog)"/>, by the parser whatever the form.</summary>
    /// <remarks>Where the text is not YAML, but is once the slips in it are mended, what was meant is read, so that everything else that is
    /// wrong is told with them.</remarks>
    public static Node? Parse(string file, string text, ProblemLog problems)
    {
        if (TryParse(text, new(file, problems), out var node) is not { } wrong)
            return node;
        return YamlMending.Read(file, text, problems) is { } mended ? mended.Root : Fail(problems, wrong);
    }

    /// <summary>Reads a text by the parser; tells what the parser says where it is not YAML.</summary>
    public static Problem? TryParse(string text, NodeFile file, out Node? root)
    {
        var nodes = new YamlNodes(file);
        root = null;
        try
        {
            root = nodes.Read(new Parser(new StringReader(text)));
            return null;
        }
        catch (YamlException e)
        {
            return new(
                Tab(file.Name, e, text) ?? new FilePlace(file.Name, (int)e.Start.Line, (int)e.Start.Column),
                "yaml.form",
                ParserWords.Of(e.Message)
            );
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            return new(nodes._last, "yaml.form", ParserWords.Of(""));
        }
    }

    private static Node? Fail(ProblemLog problems, Problem wrong)
    {
        problems.Add(wrong);
        return null;
    }

    /// <summary>The first tab that indents a line, where tabs are the trouble: the parser names the place where the mapping
    /// begins.</summary>
    private static FilePlace? Tab(string file, YamlException e, string text)
    {
        var line = (int)e.Start.Line;
        foreach (var row in e.Message.Contains("tab ", StringComparison.Ordinal) ? text.Split('\n').Skip(line - 1) : [])
        {
            if (row.AsSpan().TrimStart(' ').StartsWith("\t"))
                return new(file, line, row.IndexOf('\t', StringComparison.Ordinal) + 1);
            line++;
        }

        return null;
    }

    private readonly ProblemLog _problems;
    private readonly NodeFile _file;
    private readonly NodeBuilder _nodes;
    private readonly Stack<bool> _inBrackets = [];
    private int _count;
    private FilePlace _last;

    private YamlNodes(NodeFile file)
    {
        _problems = file.Problems;
        _file = file;
        _nodes = new(_file);
        _last = new(file.Name, 1, 1);
    }

    private Node? Read(Parser parser)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            _last = At(now);
            if (now is DocumentStart && ++documents > 1)
                return Stop(
                    now,
                    "yaml.documents",
                    "a second document begins here. Keep one document in a file.",
                    "此处开始了第二个文档。一个文件只能有一个文档。"
                );
            if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false })
                return Stop(
                    now,
                    "yaml.alias",
                    "anchors (&) and aliases (*) are not allowed. Write the value again.",
                    "不允许使用锚点（&）和别名（*）。请重写该值。"
                );
            if (now is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false })
                return Stop(
                    now,
                    "yaml.tag",
                    "tags (!) are not allowed. Remove it, or put the text in quotes.",
                    "不允许使用标签（!）。请删除，或给文本加引号。"
                );
            if (now is NodeEvent && ++_count > MostNodes)
                return Size(At(now), _problems);
            if (!Take(now))
                return null;
        }

        return _nodes.Root;
    }

    /// <summary>Takes one event; false after a problem that ends the reading.</summary>
    private bool Take(ParsingEvent now)
    {
        switch (now)
        {
            case Scalar scalar:
                if (scalar.Value.Length > LongestText)
                    return Stop(
                        now,
                        "yaml.length",
                        $"a value of {scalar.Value.Length} characters begins here. At most {LongestText} are read.",
                        $"此处的值有 {scalar.Value.Length} 个字符，最多可读 {LongestText} 个。"
                    )
                        is not null;
                var word = New(NodeKind.Scalar, now, scalar.Value, scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted);
                if (scalar.Style != ScalarStyle.Plain)
                    return Add(word);
                if (LooseQuotes.Has(word.Raw))
                    word = WithoutQuotes(word);
                return _inBrackets.Count > 0 && _inBrackets.Peek() && word.Raw.AsSpan().ContainsAny(WideSigns.Commas)
                    ? AddEntries(word)
                    : Add(word);
            case MappingStart:
                _inBrackets.Push(false);
                return Open(New(NodeKind.Mapping, now));
            case SequenceStart list:
                _inBrackets.Push(list.Style == SequenceStyle.Flow);
                return Open(New(NodeKind.Sequence, now));
            case MappingEnd or SequenceEnd:
                _inBrackets.Pop();
                _nodes.Close();
                return true;
            default:
                return true;
        }
    }

    private bool Open(Node node)
    {
        if (_nodes.Depth == Deepest)
        {
            Depth(node.Place, _problems);
            return false;
        }

        if (!Add(node))
            return false;
        _nodes.Open(node);
        return true;
    }

    public static void Depth(FilePlace place, ProblemLog problems) =>
        problems.Add(
            place,
            "yaml.depth",
            $"the nesting is deeper than {Deepest} levels. Remove brackets or indentation.",
            $"嵌套超过 {Deepest} 层。请减少括号或缩进。"
        );

    public static Node? Size(FilePlace place, ProblemLog problems)
    {
        problems.Add(
            place,
            "yaml.size",
            $"the file has more than {MostNodes} values. Split it.",
            $"文件中的值超过 {MostNodes} 个，请拆分。"
        );
        return null;
    }

    private bool Add(Node node)
    {
        if (_nodes.AwaitsKey && !node.IsScalar)
        {
            _problems.Add(
                node.Place,
                "yaml.key",
                "a list or braces begin here, where a key is expected. Put text with [ or { in quotes.",
                "此处应为键，却出现了列表或花括号。含 [ 或 { 的文本请加引号。"
            );
            return false;
        }

        if (_nodes.AwaitsKey && !_nodes.IsFirst(node.Raw))
            node.Wrong(
                "key.twice",
                $"the key '{node.Raw}' stands here a second time. Keep one of them.",
                $"键“{node.Raw}”重复。请只保留一个。"
            );
        _nodes.Add(node);
        return true;
    }

    /// <summary>Refuses an entry of a list in brackets that a reader takes for several, and reads those.</summary>
    private bool AddEntries(Node word)
    {
        var comma = word.Raw.AsSpan().IndexOfAny(WideSigns.Commas);
        string[] entries = word.Raw.Split(['，', '、', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var way = word.Written(string.Join(", ", entries));
        var place = word.Place;
        _problems.AddSlip(
            new(
                place with
                {
                    Column = place.Column + comma,
                },
                "list.comma",
                new(
                    $"a full-width '{word.Raw[comma]}' stands within an entry of a list, and parts nothing: only ',' does.",
                    $"列表的一项中有全角“{word.Raw[comma]}”，并不分隔各项：只有半角“,”才分隔。"
                ),
                new($"{way.En} Where it is one entry, put it in quotes.", $"{way.Zh}若确为一项，请加引号。")
            )
        );
        return entries.All(entry => Add(_nodes.New(NodeKind.Scalar, place.Line, place.Column, entry)));
    }

    /// <summary>Refuses a text with quotation marks that YAML does not know, and reads what it means.</summary>
    private Node WithoutQuotes(Node word)
    {
        var (means, problem) = LooseQuotes.Of(word);
        _problems.AddSlip(problem);
        return _nodes.New(NodeKind.Scalar, word.Place.Line, word.Place.Column, means, quoted: true);
    }

    private Node New(NodeKind kind, ParsingEvent now, string? text = null, bool quoted = false) =>
        _nodes.New(kind, (int)now.Start.Line, (int)now.Start.Column, text is null ? null : _file.Shared(text), quoted);

    private Node? Stop(ParsingEvent now, string code, string en, string zh)
    {
        _problems.Add(At(now), code, en, zh);
        return null;
    }

    private FilePlace At(ParsingEvent now) => new(_file.Name, (int)now.Start.Line, (int)now.Start.Column);
}
