using System.Collections.Immutable;
using ReimbursementRules.Rulebooks;

namespace ReimbursementRules.Checks;

/// <summary>Every combination of facts that the rows of a table tell apart, with one fact left open.</summary>
internal sealed class Combinations
{
    /// <summary>The most combinations that are looked at, included.</summary>
    public const int Most = 100_000;

    private readonly RuleTable _table;
    private readonly ImmutableArray<RuleFact> _facts;
    private readonly Grid _grid;
    private readonly (int Fact, int[] Codes)[] _dimensions;
    private readonly int _open;
    private readonly int[] _codes;

    public Combinations(RuleTable table, ImmutableArray<RuleFact> facts, int open)
    {
        _table = table;
        _facts = facts;
        _open = open;
        _codes = new int[facts.Length];
        _grid = GridBuilder.Build(table, facts);
        _dimensions = [.. table.Rows.SelectMany(row => row.Conditions).Select(condition => condition.Fact).Distinct().Where(fact => fact != open).Select(fact => (fact, Apart(fact)))];
        IsTooLarge = _dimensions.Aggregate((Int128)1, (product, dimension) => product * dimension.Codes.Length) > Most;
    }

    public bool IsTooLarge { get; }

    /// <summary>The codes of the open fact that the table is asked for at all.</summary>
    public IEnumerable<int> OpenCodes => Enumerable.Range(0, _facts[_open].Words.Length).Where(code => IsWithin(_open, code));

    /// <summary>Visits every combination.</summary>
    /// <param name="visit">Takes the row for each code of the open fact, and what the combination is in words.</param>
    public void Each(Action<Func<int, int>, Func<string>> visit) => From(0, visit);

    private void From(int dimension, Action<Func<int, int>, Func<string>> visit)
    {
        if (dimension == _dimensions.Length)
        {
            visit(Row, Words);
            return;
        }

        var (fact, codes) = _dimensions[dimension];
        foreach (var code in codes)
        {
            _codes[fact] = code;
            From(dimension + 1, visit);
        }
    }

    /// <summary>The row of the policy file for a code of the open fact; -1 where none applies.</summary>
    private int Row(int openCode)
    {
        _codes[_open] = openCode;
        var row = _grid.Row(new(_codes));
        return row < 0 || _table.Written.IsEmpty ? row : _table.Written[row];
    }

    /// <summary>The combination in words, without the days: each row stands under its day.</summary>
    private string Words() => string.Join(", ", _dimensions
        .Where(dimension => !_facts[dimension.Fact].Name.Contains("day of ", StringComparison.Ordinal))
        .Select(dimension => $"{_facts[dimension.Fact].Name}: {_facts[dimension.Fact].Words[_codes[dimension.Fact]]}"));

    /// <summary>One code of a fact for each set of rows that it may lead to.</summary>
    private int[] Apart(int fact) =>
        [.. Enumerable.Range(0, _facts[fact].Words.Length).Where(code => IsWithin(fact, code)).GroupBy(code => string.Concat(_table.Rows.Select(row => Allows(row, fact, code) ? '1' : '0'))).Select(same => same.First())];

    private static bool Allows(RuleRow row, int fact, int code) =>
        row.Conditions.All(condition => condition.Fact != fact || condition.Codes.Contains(code));

    private bool IsWithin(int fact, int code) => _table.Within.All(condition => condition.Fact != fact || condition.Codes.Contains(code));
}
