using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>A fact that a rulebook asks, with its words as codes.</summary>
internal sealed class AskedFact(Fact fact, int index, FilePlace askedAt)
{
    private const string AnyOther = "(any other)";
    private const string OpenEnd = "…";

    private readonly Dictionary<string, int> _words = fact
        .Words.Select((word, code) => (word, code))
        .ToDictionary(pair => pair.word, pair => pair.code, StringComparer.Ordinal);
    private readonly SortedSet<long> _cutSet = [];
    private readonly int _default = fact.Default is null ? -1 : fact.Words.ToList().IndexOf(fact.Default);
    private readonly FactKind _kind = fact.Kind;
    private readonly int _wordCount = fact.Words.Count;
    private readonly Answer<int?>? _wordOf = fact.WordOf;
    private readonly Dictionary<string, FilePlace> _places = new(StringComparer.Ordinal);
    private long[]? _cuts;
    private ImmutableArray<string>? _labels;
    private NearMisses? _near;

    public Fact Fact => fact;
    public int Index => index;

    /// <summary>The first place that asks the fact.</summary>
    public FilePlace AskedAt => askedAt;

    /// <summary>The numbers at which an interval ends and the next begins, in order.</summary>
    public IReadOnlyList<long> CutAt => Cuts;

    private long[] Cuts => _cuts ??= [.. _cutSet];

    /// <summary>Tells the numbers from here on apart from those below. At the least number of a claim, and above the most, it cuts
    /// nothing: all are on one side.</summary>
    public void Cut(long? at)
    {
        if (at is { } number && number > fact.Domain.Least && number <= fact.Domain.Most)
            _cutSet.Add(number);
    }

    /// <summary>A word of an open fact; code 0 is left for any other word.</summary>
    public void AddWord(Word word)
    {
        if (!_words.TryAdd(word.Text, _words.Count + 1))
            return;
        _places.Add(word.Text, word.Place);
        _labels = null;
    }

    /// <summary>Whether the words of the fact are those that the policy names, and any other.</summary>
    public bool IsOpen => _kind == FactKind.Open;

    /// <summary>The word that is meant, perhaps, where a claim or item states one that the policy does not name, with its place; null where
    /// none is near.</summary>
    public (string Stated, Word Near)? NearMiss(in Asked asked)
    {
        if (fact.TextOf!(asked) is not { } stated)
            return null;
        _near ??= new(_words.Keys, areCodes: fact.Name is "item.code" or "provider.id");
        return _near.Of(stated) is { } near && near != stated ? (stated, new(near, _places[near])) : null;
    }

    public int CodeOf(string word) => _words.TryGetValue(word, out var code) ? code : -1;

    /// <summary>The codes of the intervals that make up a range whose ends are cuts.</summary>
    public ImmutableArray<int> CodesOf(NumberRange range) =>
        range.IsEmpty
            ? []
            : Run(range.From is { } from ? FirstFrom(from) : 0, range.Below is { } below ? FirstFrom(below) : Cuts.Length + 1);

    /// <summary>The code of what a claim or item answers, or -1 where it must answer and does not, or -2 where its answer is out of
    /// range.</summary>
    public int CodeOf(in Asked asked)
    {
        switch (_kind)
        {
            case FactKind.Words:
                return _wordOf!(asked) is not { } word ? _default
                    : word < 0 ? -2
                    : CodeOfWord(word);
            case FactKind.Open:
                return fact.TextOf!(asked) is not { } text ? -1
                    : _words.TryGetValue(text, out var code) ? code
                    : 0;
            case FactKind.Number or FactKind.Amount:
                return fact.NumberOf!(asked) is { } number ? IntervalOf(number) : -1;
            default:
                throw UnknownKind.Of(_kind);
        }
    }

    /// <summary>The code of a word by its index, -1 for none, as <see cref="CodeOf(in Asked)"/> says it.</summary>
    public int CodeOfWord(int word) =>
        word < 0 ? _default
        : word < _wordCount ? word
        : -2;

    /// <summary>The code of a number: how many cuts are not above it.</summary>
    public int IntervalOf(long number)
    {
        var cuts = Cuts;
        if (cuts.Length > 8)
            return Array.BinarySearch(cuts, number) is >= 0 and var at ? at + 1 : ~Array.BinarySearch(cuts, number);
        var code = 0;
        while (code < cuts.Length && cuts[code] <= number)
            code++;
        return code;
    }

    /// <summary>The first code all of whose numbers reach a number at which an interval begins; above all codes where there is
    /// none.</summary>
    private int FirstFrom(long number) => number <= Least ? 0 : IntervalOf(number - 1) + 1;

    private static ImmutableArray<int> Run(int first, int end) => [.. Enumerable.Range(first, Math.Max(0, end - first))];

    /// <summary>What each code stands for, in their order.</summary>
    public ImmutableArray<string> Labels() => _labels ??= AllLabels();

    private ImmutableArray<string> AllLabels() =>
        fact.Kind switch
        {
            FactKind.Words => [.. fact.Words],
            FactKind.Open => [AnyOther, .. _words.OrderBy(pair => pair.Value).Select(pair => pair.Key)],
            FactKind.Number or FactKind.Amount => [.. Enumerable.Range(0, Cuts.Length + 1).Select(code => Interval(code))],
            _ => throw UnknownKind.Of(fact.Kind),
        };

    /// <summary>The numbers from a first one until below another, as a policy file writes them; null without end.</summary>
    public string Interval(long? from, long? below) =>
        (from, below) switch
        {
            (null, null) => OpenEnd,
            _ when OnlyOne(from, below) is { } only => fact.Show(only),
            (null, { } end) => $"{{ {Until}: {fact.Show(end)} }}",
            ({ } first, null) => $"{{ from: {fact.Show(first)} }}",
            ({ } first, { } end) => $"{{ from: {fact.Show(first)}, {Until}: {fact.Show(end)} }}",
        };

    /// <summary>The only number from a first one until below another, null without end; null where there are several. What is counted
    /// from 1 ends by itself, such as months.</summary>
    public long? OnlyOne(long? from, long? below)
    {
        if (fact.Kind != FactKind.Number || IsDay)
            return null;
        var isCounted = fact.Domain.Least > 0;
        var first = from ?? (isCounted ? fact.Domain.Least : null);
        var end = below ?? (isCounted ? fact.Domain.Most + 1 : null);
        return first is { } only && end == only + 1 ? only : null;
    }

    private string Interval(int code) => Interval(code == 0 ? null : Cuts[code - 1], code == Cuts.Length ? null : Cuts[code]);

    /// <summary>The key of the end of a range.</summary>
    private string Until => fact.IsDate && !IsDay ? "before" : "below";

    /// <summary>A number of an interval, for a claim that is made: the least, or of a date without a first day the last.</summary>
    /// <param name="least">The number at which the interval begins; 0 for the first one.</param>
    /// <param name="end">The number at which the first interval ends; null where there is only one.</param>
    public string Example(long least, long? end) =>
        fact.Show(fact.IsDate && least == 0 && end is { } first ? first - 1 : Math.Max(fact.Domain.Least, least));

    /// <summary>Whether the fact is one of the days that choose the values in force.</summary>
    public bool IsDay { get; } = fact.Name.Contains("day of ", StringComparison.Ordinal);

    /// <summary>The largest number of the first interval; the least of all where there is only one.</summary>
    private long Least => Cuts.Length == 0 ? fact.Domain.Least : Cuts[0] - 1;
}
