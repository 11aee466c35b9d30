using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Rulebooks;
using ReimbursementRules.Rulebooks.Steps;

namespace ReimbursementRules.Checks;

/// <summary>What a step states in every case that its tables tell apart, by the values that are in force last.</summary>
internal sealed class StatedCases
{
    private readonly StatedTables _stated;
    private readonly ImmutableArray<RuleFact> _facts;
    private readonly RuleTable[] _tables;
    private readonly Grid[] _grids;
    private readonly (int Fact, int[] Codes)[] _dimensions;
    private readonly IReadOnlyList<Fact> _own;

    public StatedCases(CompiledRulebook book, StatedTables stated, Target target)
    {
        _stated = stated;
        _own = book.Index.Facts;
        _facts = book.Leanings.OfClaim.Facts;
        _tables = [.. stated.Tables.Select(place => (place.IsOfItem ? book.Leanings.OfItem : book.Leanings.OfClaim).Tables[place.Table])];
        _grids = [.. _tables.Select(table => GridBuilder.Build(table, _facts))];
        var asked = _tables.SelectMany(table => table.Rows).SelectMany(row => row.Conditions).Concat(target.When).Concat(target.Against).Select(condition => condition.Fact).Distinct();
        _dimensions = [.. asked.Select(fact => (fact, Codes(fact, target)))];
        IsTooLarge = _dimensions.Aggregate((Int128)1, (product, dimension) => product * dimension.Codes.Length) > Combinations.Most;
    }

    public bool IsTooLarge { get; }

    /// <summary>The codes of every case, each handed out in the same array.</summary>
    public IEnumerable<int[]> All()
    {
        var codes = new int[_facts.Length];
        var at = new int[_dimensions.Length];
        if (Array.Exists(_dimensions, dimension => dimension.Codes.Length == 0))
            yield break;
        while (true)
        {
            for (var i = 0; i < at.Length; i++)
                codes[_dimensions[i].Fact] = _dimensions[i].Codes[at[i]];
            yield return codes;
            var next = at.Length - 1;
            while (next >= 0 && ++at[next] == _dimensions[next].Codes.Length)
                at[next--] = 0;
            if (next < 0)
                yield break;
        }
    }

    /// <summary>The rows of the tables in a case; null where one of them is not asked.</summary>
    public int[]? Rows(int[] codes)
    {
        var rows = new int[_grids.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = _grids[i].Row(new(codes));
            if (rows[i] < 0)
                return null;
            if (!_tables[i].Written.IsEmpty)
                rows[i] = _tables[i].Written[rows[i]];
        }

        return rows;
    }

    public StatedTables Stated => _stated;

    /// <summary>A case in words, without its days.</summary>
    public string Words(int[] codes) => string.Join(", ", _dimensions
        .Where(dimension => !IsDay(dimension.Fact))
        .Select(dimension => $"{_facts[dimension.Fact].Name}: {_facts[dimension.Fact].Words[codes[dimension.Fact]]}"));

    /// <summary>One code for each set of rows, of those that the layer and the target let through; of days the last.</summary>
    private int[] Codes(int fact, Target target) => IsDay(fact)
        ? [_facts[fact].Words.Length - 1]
        : [.. Enumerable.Range(0, _facts[fact].Words.Length)
            .Where(code => target.Against.IsEmpty || IsOrdinary(fact, code))
            .Where(code => _tables[0].Within.Concat(target.When).All(condition => condition.Fact != fact || condition.Codes.Contains(code)))
            .GroupBy(code => string.Concat(_tables.SelectMany(table => table.Rows).Select(row => row.Conditions.All(condition => condition.Fact != fact || condition.Codes.Contains(code)) ? '1' : '0')))
            .Select(same => same.First())];

    /// <summary>Cases are compared with the rulebook's own facts as they are where a claim says nothing, so that nothing else sets the two apart.</summary>
    private bool IsOrdinary(int fact, int code) =>
        _own.FirstOrDefault(own => own.Name == _facts[fact].Name) is not { Default: { } otherwise } || _facts[fact].Words[code] == otherwise;

    private bool IsDay(int fact) => _facts[fact].Name.Contains("day of ", StringComparison.Ordinal);
}
