using System.Collections.Immutable;

namespace ReimbursementRules.Engines.Grids;

/// <summary>Builds the grid of a table, and tells on the way which combinations no row or several rows apply to.</summary>
/// <remarks>Blocks below which the same rows are left are shared, so the size follows what the rows tell apart and not the product of all
/// words.</remarks>
internal sealed class GridBuilder
{
    /// <summary>The most cells of one grid. A table of 100,000 rows on one fact stays far below.</summary>
    public const int MostCells = 500_000;

    private const int Nothing = -1;

    private readonly RuleTable _table;
    private readonly ImmutableArray<RuleFact> _facts;
    private readonly GridFindings? _findings;
    private readonly List<int> _cells = [];
    private readonly Dictionary<(int Level, string Rows), int> _blocks = [];
    private readonly int[] _levels;
    private readonly int[][] _classes;
    private readonly int[] _classCounts;
    private readonly int[]?[][] _allowed;
    private readonly bool[][] _inside;
    private readonly int[] _path;

    private GridBuilder(RuleTable table, ImmutableArray<RuleFact> facts, ImmutableArray<RuleCondition> within, GridFindings? findings)
    {
        _table = table;
        _facts = facts;
        _findings = findings;
        _levels = [.. table.Rows.SelectMany(row => row.Conditions).Select(condition => condition.Fact).Distinct()];
        _classes = new int[_levels.Length][];
        _classCounts = new int[_levels.Length];
        _allowed = new int[_levels.Length][][];
        _inside = new bool[_levels.Length][];
        _path = new int[_levels.Length];
        for (var level = 0; level < _levels.Length; level++)
            Classify(level, within.FirstOrDefault(condition => condition.Fact == _levels[level]));
    }

    /// <summary>Builds the grid of a table that has been checked.</summary>
    public static Grid Build(RuleTable table, ImmutableArray<RuleFact> facts) => new GridBuilder(table, facts, [], null).Build();

    /// <summary>Finds the gaps and overlaps of a table, and the rows that never apply, for every combination that meets
    /// <paramref name="within"/>.</summary>
    public static GridFindings Check(RuleTable table, ImmutableArray<RuleFact> facts, ImmutableArray<RuleCondition> within)
    {
        var findings = new GridFindings(table.Rows.Length);
        new GridBuilder(table, facts, within, findings).Build();
        return findings;
    }

    private Grid Build()
    {
        var root = Block(0, [.. Enumerable.Range(0, _table.Rows.Length)], true);
        return new(_levels, _classes, [.. _cells], root);
    }

    /// <summary>Words that no row and no outer condition tells apart fall into one class.</summary>
    private void Classify(int level, RuleCondition? within)
    {
        var fact = _levels[level];
        var count = _facts[fact].Words.Length;
        var rowsOf = new List<int>[count];
        for (var code = 0; code < count; code++)
            rowsOf[code] = [];
        for (var row = 0; row < _table.Rows.Length; row++)
            foreach (var condition in _table.Rows[row].Conditions)
                if (condition.Fact == fact)
                    foreach (var code in condition.Codes)
                        rowsOf[code].Add(row);
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        _classes[level] = new int[count];
        for (var code = 0; code < count; code++)
        {
            var inside = within is null || within.Codes.Contains(code);
            var signature = $"{inside}:{string.Join(',', rowsOf[code])}";
            if (!classes.TryGetValue(signature, out var found))
                classes.Add(signature, found = classes.Count);
            _classes[level][code] = found;
        }

        _classCounts[level] = classes.Count;
        _inside[level] = new bool[classes.Count];
        for (var code = 0; code < count; code++)
            _inside[level][_classes[level][code]] = within is null || within.Codes.Contains(code);
        _allowed[level] = new int[_table.Rows.Length][];
        for (var row = 0; row < _table.Rows.Length; row++)
            if (_table.Rows[row].Conditions.FirstOrDefault(condition => condition.Fact == fact) is { } condition)
                _allowed[level][row] = [.. condition.Codes.Select(code => _classes[level][code]).Distinct().Order()];
    }

    /// <summary>The block of a level for the rows that are left; on the last level the row itself.</summary>
    private int Block(int level, int[] rows, bool inside)
    {
        if (level == _levels.Length)
            return inside ? Leaf(rows) : Nothing;
        var key = (level, inside ? string.Join(',', rows) : "outside");
        if (_blocks.TryGetValue(key, out var known))
            return known;
        var left = Distribute(level, rows);
        var block = _cells.Count;
        if (block + left.Length > MostCells)
            throw new GridTooLargeException();
        for (var i = 0; i < left.Length; i++)
            _cells.Add(Nothing);
        for (var i = 0; i < left.Length; i++)
        {
            _path[level] = i;
            _cells[block + i] = Block(level + 1, [.. left[i]], inside && _inside[level][i]);
        }

        _blocks.Add(key, block);
        return block;
    }

    private List<int>[] Distribute(int level, int[] rows)
    {
        var left = new List<int>[_classCounts[level]];
        for (var i = 0; i < left.Length; i++)
            left[i] = [];
        foreach (var row in rows)
            if (_allowed[level][row] is { } classes)
                foreach (var i in classes)
                    left[i].Add(row);
            else
                foreach (var list in left)
                    list.Add(row);
        return left;
    }

    private int Leaf(int[] rows)
    {
        var hits = rows.Where(row => !_table.Rows[row].IsOtherwise).ToArray();
        if (hits.Length == 0)
            hits = rows;
        if (hits.Length != 1)
            _findings?.NotOne(hits, Example);
        else if (_findings is not null)
            _findings.Reached[hits[0]] = true;
        return hits.Length == 0 ? Nothing : hits[0];
    }

    private string Example() =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, _levels.Length)
                .Select(level =>
                    $"{_facts[_levels[level]].Name}: {_facts[_levels[level]].Words[Array.IndexOf(_classes[level], _path[level])]}"
                )
        );
}

/// <summary>What the check of a table found: the first combination without a row, the first of each pair of rows that overlap, the rows
/// reached.</summary>
internal sealed class GridFindings(int rows)
{
    public bool[] Reached { get; } = new bool[rows];

    public string? Gap { get; private set; }

    public Dictionary<(int First, int Second), string> Overlaps { get; } = [];

    public void NotOne(int[] hits, Func<string> example)
    {
        foreach (var row in hits)
            Reached[row] = true;
        if (hits.Length == 0)
            Gap ??= example();
        else if (Overlaps.Count < 100)
            Overlaps.TryAdd((hits[0], hits[1]), example());
    }
}

/// <summary>A table tells more combinations apart than can be checked.</summary>
internal sealed class GridTooLargeException : Exception;
