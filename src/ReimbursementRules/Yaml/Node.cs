using System.Globalization;
using System.Text.RegularExpressions;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

internal enum NodeKind : byte
{
    /// <summary>Stands for a key that is not there. The problem is noted already; it answers everything with an empty value.</summary>
    Missing,
    Scalar,
    Mapping,
    Sequence,
}

/// <summary>A node of a file that knows its place, and turns itself into a value or notes what is wrong.</summary>
/// <remarks>Nothing here throws: a problem goes to <see cref="Problems"/> and the reader goes on with an empty value, so that all
/// problems of all files are found in one reading. Who reads a file must look at the problems before using what was read.</remarks>
internal sealed partial class Node
{
    private const uint Quoted = 1u << 31;
    private const int KindAt = 29;
    private const uint ColumnOnly = (1u << KindAt) - 1;

    /// <summary>The node that has this one, or the file for the outermost.</summary>
    private readonly object _above;

    private readonly int _line;

    /// <summary>The column, the kind and whether a text stands in quotes: a file has very many nodes.</summary>
    private readonly uint _column;

    /// <summary>The text of a scalar, the pairs of a mapping or the elements of a list; null for nothing.</summary>
    private object? _within;

    /// <param name="kind">What it is.</param>
    /// <param name="above">The node that has it, or its <see cref="NodeFile"/>.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="column">Where it begins; below 2^29.</param>
    /// <param name="text">The text of a scalar; null for anything else.</param>
    /// <param name="quoted">Whether the text stands in quotes.</param>
    public Node(NodeKind kind, object above, int line, int column, string? text = null, bool quoted = false)
    {
        _above = above;
        _line = line;
        _column = (uint)column | ((uint)kind << KindAt) | (quoted ? Quoted : 0);
        _within = text;
    }

    public NodeKind Kind => (NodeKind)((_column >> KindAt) & 3);
    public FilePlace Place => new(File.Name, _line, File.Written(_line, (int)(_column & ColumnOnly)));
    public ProblemLog Problems => File.Problems;

    /// <summary>The keys and values of a mapping, in the order of the file; empty for any other node.</summary>
    public IReadOnlyList<KeyValuePair<Node, Node>> Pairs => Own;

    /// <summary>The items of a list, in the order of the file; empty for any other node.</summary>
    public IReadOnlyList<Node> Elements => _within as Node[] ?? [];

    /// <summary>The text of a scalar as it stands, for messages and for values that are checked elsewhere.</summary>
    public string Raw => _within as string ?? "";

    public bool IsMapping => Kind == NodeKind.Mapping;
    public bool IsSequence => Kind == NodeKind.Sequence;
    public bool IsScalar => Kind == NodeKind.Scalar;
    public bool IsMissing => Kind == NodeKind.Missing;

    /// <summary>The value of a key that must be there.</summary>
    public Node this[string key] => Optional(key) ?? MissingKey(key);

    public Node? Optional(string key) => Pair(key)?.Value;

    /// <summary>A key itself, where it stands here: to say what is wrong with it.</summary>
    public Node? Key(string key) => Pair(key)?.Key;

    public IReadOnlyList<KeyValuePair<Node, Node>> Entries()
    {
        if (Kind is not (NodeKind.Mapping or NodeKind.Missing))
            Wrong(
                "mapping.expected",
                $"expected lines of the form 'key: value', found {Described().En}.",
                $"此处应为“键: 值”，实际是{Described().Zh}。"
            );
        return Pairs;
    }

    public IReadOnlyList<Node> Items()
    {
        if (Kind is not (NodeKind.Sequence or NodeKind.Missing))
            Wrong(
                "list.expected",
                $"expected a list such as [a, b], found {Described().En}.",
                $"此处应为列表，如 [a, b]，实际是{Described().Zh}。"
            );
        return Elements;
    }

    /// <summary>Whether a text of no letters stands here, in quotes.</summary>
    public bool IsEmptyText => IsScalar && IsQuoted && Raw.Length == 0;

    /// <summary>A single value in which no sign is hidden.</summary>
    public string Text()
    {
        var stated = Stated();
        this.RefuseHidden(stated);
        return stated;
    }

    /// <summary>A single value as it stands.</summary>
    public string Stated()
    {
        if (IsMissing)
            return "";
        var text = Raw;
        if (!IsScalar)
            Wrong("value.expected", $"expected a single value, found {Described().En}.", $"此处应为单个值，实际是{Described().Zh}。");
        else if (
            text.Length == 0
            && !Problems.IsFull
            && Parent?.KeyOf(this) is { } key
            && Problems.Slip(key.Place, key.Raw, "key.unknown") is { } slip
        )
            Problems.AddSlip(slip with { Path = Path(null) });
        else if (string.IsNullOrWhiteSpace(text) || (!IsQuoted && text is "~" or "null" or "Null" or "NULL"))
            Wrong("value.blank", "a value is missing here. Write one, or leave the whole line out.", "此处缺少值。请填写，或删去整行。");
        else
            return text;
        return "";
    }

    /// <summary>A word of the policy language: lower-case letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, beginning with a
    /// letter.</summary>
    public string Id()
    {
        var id = Text();
        if (IsScalar && id.Length > 0 && !IdForm().IsMatch(id))
        {
            var way =
                ProblemLog.Called(id)
                ?? new(
                    " Write small letters, digits, '_' or '-', beginning with a letter, at most 60.",
                    "请用小写字母、数字、“_”或“-”，以字母开头，不超过 60 个字符。"
                );
            Wrong("id.form", $"'{id}' is not a name.{way.En}", $"“{id}”不能作名称。{way.Zh}");
        }

        return id;
    }

    /// <summary>The word that stands here, for what is understood later.</summary>
    public Word Word() => new(Text(), Place);

    /// <summary>As <see cref="Word"/>, where only a word of the policy language can stand.</summary>
    public Word NameWord() => new(Id(), Place);

    public Money Money() => Values.Money.TryParse(Text(), out var money) ? money : PathedWord().Money(Problems);

    /// <summary>An amount that may be below zero, as a hospital's saving is; null after a problem.</summary>
    public Money? SignedMoney()
    {
        var value = Text();
        var negative = value.StartsWith('-');
        if (Values.Money.TryParse(negative ? value[1..] : value, out var money))
            return negative ? -money : money;
        var way = AmountForms.Plain(value) is { } plain
            ? Written(plain)
            : AmountForms.Unclear(value)
                ?? new("Write yuan without a unit, such as 1_200.50 or -600.00.", "请写不带单位的元数，如 1_200.50 或 -600.00。");
        if (value.Length > 0)
            Wrong("amount.form", $"'{value}' is not an amount. {way.En}", $"“{value}”不是金额。{way.Zh}");
        return null;
    }

    /// <summary>A rate of a file or a claim.</summary>
    public Rate Rate() => Rate(Values.Rate.TryParse(Text(), out var rate), rate);

    /// <summary>A rate that a settlement has computed, with all its decimals.</summary>
    public Rate ComputedRate() => Rate(Values.Rate.TryParseComputed(Text(), out var rate), rate);

    private Rate Rate(bool isRate, Rate rate)
    {
        var value = Text();
        if (isRate || value.Length == 0 || !IsScalar)
            return rate;
        var (message, plain, form) = RateForms.Of(value);
        var way = plain is null ? form : Written(plain);
        Wrong("rate.form", $"{message.En} {way.En}", $"{message.Zh}{way.Zh}");
        return rate;
    }

    /// <summary>A whole number from 0.</summary>
    public long Whole() => Digits.TryParseWhole(Text(), out var number) ? number : PathedWord().Whole(Problems);

    /// <summary>A whole number that may be below zero.</summary>
    public int SignedWhole()
    {
        var value = Text();
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || value.Length == 0)
            return number;
        Wrong("number.whole", $"'{value}' is not a whole number, such as 14.", $"“{value}”不是整数，如 14。");
        return 0;
    }

    /// <summary>A whole number in a range, both ends included; the nearest end after a problem.</summary>
    public int Whole(int least, int most) =>
        Digits.TryParseWhole(Text(), out var number) && number >= least && number <= most
            ? (int)number
            : PathedWord().Whole(least, most, Problems);

    /// <summary>A decimal number from 0, such as a quantity.</summary>
    public decimal Number()
    {
        var value = Text();
        if ((Digits.TryParse(value, out var number) && number <= 1_000_000_000_000m) || value.Length == 0 || !IsScalar)
            return number;
        if (NumberForms.Plain(value) is { } plain && Written(plain) is var way)
            Wrong("number.form", $"'{value}' is not a number: its unit is not written. {way.En}", $"“{value}”不是数：不写单位。{way.Zh}");
        else
            Wrong(
                "number.form",
                $"'{value}' is not a number from 0 to 1,000,000,000,000, such as 2.5.",
                $"“{value}”不是 0 至 1,000,000,000,000 的数，如 2.5。"
            );
        return 0;
    }

    public bool YesNo(Func<string, string>? named = null) => OneOf(named, ["yes", "no"]) is "yes";

    /// <summary>One of a fixed list of words; the first of them, if any, after a problem.</summary>
    public string OneOf(params ReadOnlySpan<string> words) => OneOf(null, words);

    /// <summary>As the other, for words that Chinese messages call by names.</summary>
    public string OneOf(Func<string, string>? named, ReadOnlySpan<string> words)
    {
        var value = Text();
        if (words.Contains(value))
            return value;
        NameWords(words);
        if (IsScalar && value.Length > 0)
        {
            var hint = Problems.Hint(value, words.ToArray(), named);
            Wrong("word.unknown", $"'{value}' cannot stand here.{hint.En}", $"此处不能写“{value}”。{hint.Zh}");
        }

        return words.Length > 0 ? words[0] : "";
    }

    /// <summary>What one of a fixed list of words means; of the first of them after a problem.</summary>
    public T OneOf<T>(params ReadOnlySpan<(string Word, T Means)> words)
    {
        foreach (var (word, means) in words)
            if (IsScalar && Raw == word)
                return means;
        var known = new string[words.Length];
        for (var i = 0; i < known.Length; i++)
            known[i] = words[i].Word;
        OneOf(known);
        return words[0].Means;
    }

    private bool IsQuoted => (_column & Quoted) != 0;

    private KeyValuePair<Node, Node>[] Own => _within as KeyValuePair<Node, Node>[] ?? [];

    private KeyValuePair<Node, Node>? Pair(string key)
    {
        foreach (var pair in Own)
            if (string.Equals(pair.Key.Raw, key, StringComparison.Ordinal))
                return pair;
        return null;
    }

    private BilingualText Described() =>
        Kind switch
        {
            NodeKind.Scalar => Raw.Length == 0 ? new("nothing", "空白") : new($"'{Values.Word.Short(Raw)}'", $"“{Values.Word.Short(Raw)}”"),
            NodeKind.Sequence => new("a list", "列表"),
            NodeKind.Mapping or NodeKind.Missing => new("'key: value' lines", "“键: 值”"),
            _ => throw UnknownKind.Of(Kind),
        };

    [GeneratedRegex(@"\A[a-z][a-z0-9_.-]{0,59}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
