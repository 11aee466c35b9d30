using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Comparisons;

/// <summary>Every case that the rows of two rulebooks tell apart, as a tree: a fact is asked only where it still decides
/// something.</summary>
internal sealed class ProofCases
{
    /// <summary>The most cases that are counted.</summary>
    public const int MostCounted = 20_000;

    private static readonly string[] Amounts = ["bill", "item.amount"];

    private readonly JointFacts _facts;
    private readonly ProofSide[] _sides;
    private readonly int[][][] _classes;

    public ProofCases(JointFacts facts, ProofSide before, ProofSide after)
    {
        (_facts, _sides) = (facts, [before, after]);
        var conditions = _sides.SelectMany(side => side.Conditions).ToLookup(condition => condition.Fact);
        _classes = [.. Enumerable.Range(0, facts.RuleFacts.Length).Select(fact => Classes(fact, [.. conditions[fact]]))];
    }

    /// <summary>The cases: a code of each fact, -1 of those that decide nothing. Each is an array of its own.</summary>
    public IEnumerable<int[]> All()
    {
        var codes = new int[_classes.Length];
        Array.Fill(codes, -1);
        return From(codes);
    }

    /// <summary>How many cases there are; null where there are more than are counted.</summary>
    public int? Count() => All().Take(MostCounted + 1).Count() is var count && count <= MostCounted ? count : null;

    /// <summary>Whether two codes of a fact are told apart by no row.</summary>
    public bool IsSame(int fact, int one, int other) => _classes[fact].Any(same => same.Contains(one) && same.Contains(other));

    /// <summary>A case in words.</summary>
    public PolicyWords Words(int[] codes) =>
        PolicyWords.Each([.. Stated(codes).Select(fact => PolicyWords.Of(_facts[fact], Codes(fact, codes), _facts.Allowed(fact)))]);

    /// <summary>The facts that a case tells, in their order.</summary>
    public IEnumerable<int> Stated(int[] codes) =>
        Enumerable.Range(0, codes.Length).Where(fact => codes[fact] >= 0 && _classes[fact].Length > 1);

    private HashSet<int> Codes(int fact, int[] codes) => [.. _classes[fact].First(same => same.Contains(codes[fact]))];

    private IEnumerable<int[]> From(int[] codes)
    {
        // The day comes first: the values of parameters change on it, and layers begin and end.
        var discharge = _facts.Day(DecidingDay.Discharge);
        var open = codes[discharge] < 0 ? discharge : _sides[0].Undecided(codes, IsAsked) ?? _sides[1].Undecided(codes, IsAsked);
        if (open is not { } fact)
        {
            yield return [.. codes];
            yield break;
        }

        foreach (var same in _classes[fact])
        {
            codes[fact] = same[0];
            foreach (var one in From(codes))
                yield return one;
        }

        codes[fact] = -1;
    }

    private bool IsAsked(int fact) => !Amounts.Contains(_facts[fact].Name, StringComparer.Ordinal);

    private int[][] Classes(int fact, IReadOnlyList<RuleCondition> conditions) =>
        [
            .. _facts
                .Allowed(fact)
                .GroupBy(code =>
                    _facts[fact].IsDay ? $"{code}" : string.Concat(conditions.Select(one => one.Codes.Contains(code) ? '1' : '0'))
                )
                .Select(same => same.ToArray()),
        ];
}
