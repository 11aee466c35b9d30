using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>Every case that the rows of some tables tell apart: one code of each fact for each set of rows that it may lead to.</summary>
internal sealed class Combinations
{
    /// <summary>The most combinations that are looked at, included.</summary>
    public const int Most = 100_000;

    private readonly ImmutableArray<RuleFact> _facts;
    private readonly RuleTable[] _tables;
    private readonly Grid[] _grids;
    private readonly (int Fact, int[] Codes)[] _dimensions;

    /// <param name="tables">The tables; what lets the first of them be asked at all bounds the cases.</param>
    /// <param name="facts">The facts of the rule set.</param>
    /// <param name="more">Conditions whose facts vary too, though no row may ask them.</param>
    /// <param name="codesOf">Which codes of a fact there are, of those that the first table lets through.</param>
    public Combinations(
        RuleTable[] tables,
        ImmutableArray<RuleFact> facts,
        IEnumerable<RuleCondition> more,
        Func<int, IEnumerable<int>, IEnumerable<int>> codesOf
    )
    {
        _facts = facts;
        _tables = tables;
        _grids = [.. tables.Select(table => GridBuilder.Build(table, facts))];
        _dimensions =
        [
            .. tables
                .SelectMany(table => table.Rows)
                .SelectMany(row => row.Conditions)
                .Concat(more)
                .Select(condition => condition.Fact)
                .Distinct()
                .Select(fact => (fact, Apart(fact, codesOf(fact, Within(fact))))),
        ];
        IsTooLarge = _dimensions.Aggregate((Int128)1, (product, dimension) => product * dimension.Codes.Length) > Most;
    }

    public bool IsTooLarge { get; }

    /// <summary>The codes of every case, each handed out in the same array.</summary>
    public IEnumerable<int[]> All()
    {
        var codes = new int[_facts.Length];
        return From(0, codes).Select(_ => codes);
    }

    /// <summary>The codes of a fact for which the first table is asked at all.</summary>
    public IEnumerable<int> Within(int fact) =>
        Enumerable.Range(0, _facts[fact].Words.Length).Where(code => _tables[0].Within.Any(box => Allows(box, fact, code)));

    /// <summary>The row of each table in a case, as the policy files have them; null where one of them is not asked.</summary>
    public int[]? Rows(int[] codes) => Rows(codes, .._grids.Length);

    /// <summary>The rows of some of the tables in a case; null where one of them is not asked.</summary>
    public int[]? Rows(int[] codes, Range tables)
    {
        var (first, count) = tables.GetOffsetAndLength(_grids.Length);
        var rows = new int[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = _grids[first + i].Row(new(codes));
            if (rows[i] < 0 || !IsAsked(_tables[first + i], codes))
                return null;
            if (!_tables[first + i].Written.IsEmpty)
                rows[i] = _tables[first + i].Written[rows[i]];
        }

        return rows;
    }

    /// <summary>A case in words, without its days: each row stands under its day.</summary>
    /// <param name="codes">The case.</param>
    /// <param name="without">A fact that is not told; -1 where all are.</param>
    public string Words(int[] codes, int without = -1) =>
        string.Join(
            ", ",
            _dimensions
                .Where(dimension => dimension.Fact != without && !IsDay(_facts[dimension.Fact]))
                .Select(dimension => $"{_facts[dimension.Fact].Name}: {_facts[dimension.Fact].Words[codes[dimension.Fact]]}")
        );

    /// <summary>The words of a case as they stand in a sentence; nothing where it has none.</summary>
    public static BilingualText Among(string words) => words.Length == 0 ? new("", "") : new($", for {{ {words} }}", $"（{{ {words} }}）");

    /// <summary>Whether a fact is a day that chooses the values in force.</summary>
    public static bool IsDay(RuleFact fact) => fact.Name.Contains("day of ", StringComparison.Ordinal);

    /// <summary>Whether conditions let a code of a fact through.</summary>
    public static bool Allows(IEnumerable<RuleCondition> conditions, int fact, int code) =>
        conditions.All(condition => condition.Fact != fact || condition.Codes.Contains(code));

    /// <summary>Whether a table is asked in a case: each of several alternatives has its own codes of each fact.</summary>
    private static bool IsAsked(RuleTable table, int[] codes) =>
        table.Within.Length < 2 || table.Within.Any(box => box.All(condition => condition.Codes.Contains(codes[condition.Fact])));

    private IEnumerable<int> From(int dimension, int[] codes)
    {
        if (dimension == _dimensions.Length)
            return [dimension];
        var (fact, all) = _dimensions[dimension];
        return all.SelectMany(code =>
        {
            codes[fact] = code;
            return From(dimension + 1, codes);
        });
    }

    private int[] Apart(int fact, IEnumerable<int> codes) =>
        [
            .. codes
                .GroupBy(code =>
                    string.Concat(_tables.SelectMany(table => table.Rows).Select(row => Allows(row.Conditions, fact, code) ? '1' : '0'))
                )
                .Select(same => same.First()),
        ];
}
