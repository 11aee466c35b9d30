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
        PlainYaml.Read(text, new(file, problems)) ?? Parse(file, text, problems);

    /// <summary>As <see cref="Read(string, string, ProblemLog)"/>, by the parser whatever the form.</summary>
    public static Node? Parse(string file, string text, ProblemLog problems)
    {
        var nodes = new YamlNodes(file, problems);
        try
        {
            return nodes.Read(new Parser(new StringReader(text)));
        }
        catch (YamlException e)
        {
            var place = Tab(file, e, text) ?? new FilePlace(file, (int)e.Start.Line, (int)e.Start.Column);
            problems.Add(
                place,
                "yaml.form",
                $"this is not valid YAML: {e.Message} Look at the indentation, quotes and brackets up to here.",
                $"不是有效的 YAML：{ParserReasons.OfYaml(e.Message)}请检查此处之前的缩进、引号和括号。"
            );
            return null;
        }
        catch (Exception e)
            when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            problems.Add(
                nodes._last,
                "yaml.form",
                "this is not valid YAML: something is wrong after this word. Look at the indentation, quotes and "
                    + "brackets from here on.",
                "不是有效的 YAML：此处之后有误。请检查之后的缩进、引号和括号。"
            );
            return null;
        }
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
    private int _count;
    private FilePlace _last;

    private YamlNodes(string file, ProblemLog problems)
    {
        _problems = problems;
        _file = new(file, problems);
        _nodes = new(_file);
        _last = new(file, 1, 1);
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
                return Add(New(NodeKind.Scalar, now, scalar.Value, scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted));
            case MappingStart:
                return Open(New(NodeKind.Mapping, now));
            case SequenceStart:
                return Open(New(NodeKind.Sequence, now));
            case MappingEnd or SequenceEnd:
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

    private Node New(NodeKind kind, ParsingEvent now, string? text = null, bool quoted = false) =>
        _nodes.New(kind, (int)now.Start.Line, (int)now.Start.Column, text is null ? null : _file.Shared(text), quoted);

    private Node? Stop(ParsingEvent now, string code, string en, string zh)
    {
        _problems.Add(At(now), code, en, zh);
        return null;
    }

    private FilePlace At(ParsingEvent now) => new(_file.Name, (int)now.Start.Line, (int)now.Start.Column);
}
