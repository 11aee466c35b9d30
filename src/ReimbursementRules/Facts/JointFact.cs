using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>A fact that several sides ask, in the finest words that any of them tells apart.</summary>
internal sealed class JointFact
{
    private const string AnyOther = "(any other)";

    private readonly AskedFact _asked;
    private readonly IReadOnlyList<AskedFact> _named;
    private readonly IReadOnlyList<long>? _cuts;
    private readonly IReadOnlyList<string> _words;
    private readonly int[]?[] _codes;
    private readonly ILookup<int, int>?[] _here;

    private JointFact(IReadOnlyList<AskedFact> named, IReadOnlyList<long>? cuts, IReadOnlyList<string> words, int[]?[] codes)
    {
        (_named, _asked) = (named, named[0]);
        (_cuts, _words, _codes, _here) = (cuts, words, codes, new ILookup<int, int>?[codes.Length]);
    }

    public string Name => _asked.Fact.Name;

    /// <summary>How many words or intervals there are.</summary>
    public int Count => _cuts is null ? _words.Count : _cuts.Count + 1;

    public bool IsDay => _asked.IsDay;

    /// <summary>Whether items of one claim may answer it otherwise: a fact of items, or the day of service.</summary>
    public bool IsOfItem => _asked.Fact.IsOfItem || Name == AskedFacts.DayFact(DecidingDay.Service).Name;

    /// <summary>A fact that is a number, an amount or a day.</summary>
    /// <param name="asked">The fact as each side asks it; null where it does not.</param>
    /// <param name="more">Numbers at which an interval ends though no side says so.</param>
    public static JointFact OfNumbers(IReadOnlyList<AskedFact?> asked, IEnumerable<long> more)
    {
        long[] cuts = [.. asked.OfType<AskedFact>().SelectMany(one => one.CutAt).Concat(more).Where(cut => cut > 0).Distinct().Order()];
        return new(
            [.. asked.OfType<AskedFact>()],
            cuts,
            [],
            [
                .. asked.Select(one =>
                    one is null ? null : Enumerable.Range(0, cuts.Length + 1).Select(code => one.IntervalOf(Least(cuts, code))).ToArray()
                ),
            ]
        );
    }

    /// <summary>A fact that is a word.</summary>
    public static JointFact OfWords(IReadOnlyList<AskedFact?> asked)
    {
        string[] words = [.. asked.OfType<AskedFact>().SelectMany(one => one.Labels()).Distinct()];
        return new(
            [.. asked.OfType<AskedFact>()],
            null,
            words,
            [.. asked.Select(one => one is null ? null : words.Select(word => Code(one, word)).ToArray())]
        );
    }

    /// <summary>Whether a code stands for every word that no side names.</summary>
    public bool IsAnyOther(int code) => _cuts is null && _words[code] == AnyOther;

    /// <summary>The code that a side has for a code here; -1 where it does not know the word. Null where it never asks the
    /// fact.</summary>
    public int[]? CodesOf(int side) => _codes[side];

    /// <summary>The codes here for each code that a side has, which asks the fact.</summary>
    public ILookup<int, int> CodesHere(int side) => _here[side] ??= Enumerable.Range(0, Count).ToLookup(code => _codes[side]![code]);

    /// <summary>The least number of an interval.</summary>
    public long Least(int code) => Least(_cuts!, code);

    /// <summary>Where the first interval ends; null where there is only one.</summary>
    public long? FirstEnd => _cuts is [var first, ..] ? first : null;

    /// <summary>A code as a word or an interval.</summary>
    public string Word(int code) => _cuts is null ? _words[code] : Interval(code, code);

    /// <summary>Some of the allowed codes, as a policy file writes them.</summary>
    public string Words(IReadOnlySet<int> codes, IReadOnlyList<int> allowed)
    {
        if (_cuts is not null)
            return string.Join(" or ", Ranges([.. codes.Order()]));
        var others = allowed.Where(code => !codes.Contains(code)).ToList();
        return IsSaidByOthers(codes, allowed) ? $"{{ not: {Listed(others)} }}" : Listed([.. codes.Order()]);
    }

    /// <summary>Some of the allowed codes with the fact, as people call them; the rulebook that asks it last names it.</summary>
    public BilingualText Text(IReadOnlySet<int> codes, IReadOnlyList<int> allowed)
    {
        var title = _named[^1].Fact.Title;
        var said =
            _cuts is not null ? ConditionWords.Runs(_asked, [.. codes.Order()], _cuts)
            : IsSaidByOthers(codes, allowed) ? ConditionWords.Not([.. allowed.Where(code => !codes.Contains(code)).Select(Title)])
            : ConditionWords.Names([.. codes.Order().Select(Title)]);
        return new($"{title.En}: {said.En}", $"{title.Zh}：{said.Zh}");
    }

    private BilingualText Title(int code) =>
        (_named.LastOrDefault(asked => asked.Labels().Contains(_words[code])) ?? _asked).Fact.WordTitle(_words[code]);

    /// <summary>Whether the words that are not among the codes say it shorter, or are all that can be named.</summary>
    private bool IsSaidByOthers(IReadOnlySet<int> codes, IReadOnlyList<int> allowed) =>
        codes.Any(IsAnyOther)
        || (
            codes.Count > allowed.Count(code => !codes.Contains(code)) + 1
            && !allowed.Any(code => IsAnyOther(code) && !codes.Contains(code))
        );

    private static long Least(IReadOnlyList<long> cuts, int code) => code == 0 ? 0 : cuts[code - 1];

    /// <summary>Of an open fact every other word is one.</summary>
    private static int Code(AskedFact asked, string word) =>
        asked.CodeOf(word) is >= 0 and var code ? code
        : asked.Fact.Kind == FactKind.Open ? 0
        : -1;

    private string Listed(IReadOnlyList<int> codes) =>
        codes is [var only] ? _words[only] : $"[{string.Join(", ", codes.Select(code => _words[code]))}]";

    private IEnumerable<string> Ranges(int[] codes)
    {
        for (var (i, first) = (0, 0); i < codes.Length; i++)
            if (i + 1 == codes.Length || codes[i + 1] > codes[i] + 1)
            {
                yield return Interval(codes[first], codes[i]);
                first = i + 1;
            }
    }

    /// <summary>The numbers from one code to another, included.</summary>
    private string Interval(int first, int last) =>
        _asked.Interval(first == 0 ? null : _cuts![first - 1], last == _cuts!.Count ? null : _cuts[last]);
}
