using System.Collections.Immutable;

namespace ReimbursementRules.Engines.Grids;

/// <summary>Builds the grid of a table, and tells on the way which combinations no row or several rows apply to.</summary>
/// <remarks>Blocks below which the same rows are left are shared, so the size follows what the rows tell apart and not the product of all
/// words.</remarks>
internal sealed class GridBuilder
{
    /// <summary>The most cells of one grid. A table of 100,000 rows on one fact stays far below.</summary>
    public const int MostCells = 500_000;

    /// <summary>The most facts that one grid asks.</summary>
    private const int MostLevels = 1_000;

    /// <summary>The most rows that are handed from a block to those below it, all blocks together.</summary>
    private const int MostHandedOn = 20_000_000;

    private const int Nothing = -1;

    private readonly RuleTable _table;
    private readonly ImmutableArray<RuleFact> _facts;
    private readonly GridFindings? _findings;
    private readonly List<int> _cells = [];
    private readonly Dictionary<(int Level, string Rows), int> _blocks = [];
    private readonly int[] _levels;
    private readonly int[][] _classes;
    private readonly List<GridClass>[] _of;
    private readonly Dictionary<int, int[]>[] _allowed;
    private readonly int[] _path;
    private long _handedOn;

    private GridBuilder(RuleTable table, ImmutableArray<RuleFact> facts, ImmutableArray<RuleCondition> within, GridFindings? findings)
    {
        _table = table;
        _facts = facts;
        _findings = findings;
        var conditions = table
            .Rows.SelectMany((row, index) => row.Conditions.Select(condition => (Row: index, Condition: condition)))
            .GroupBy(one => one.Condition.Fact, one => (one.Row, one.Condition.Codes))
            .ToList();
        if (conditions.Count > MostLevels)
            throw new GridTooLargeException();
        _levels = [.. conditions.Select(ofFact => ofFact.Key)];
        _classes = new int[_levels.Length][];
        _of = new List<GridClass>[_levels.Length];
        _allowed = new Dictionary<int, int[]>[_levels.Length];
        _path = new int[_levels.Length];
        for (var level = 0; level < _levels.Length; level++)
            Classify(level, [.. conditions[level]], within.FirstOrDefault(condition => condition.Fact == _levels[level]));
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

    /// <summary>Words that no row and no outer condition tells apart fall into one class. Only words that one of them names are looked at;
    /// all others are one class, and classes stand in the order of their first words.</summary>
    private void Classify(int level, List<(int Row, ImmutableArray<int> Codes)> conditions, RuleCondition? within)
    {
        var count = _facts[_levels[level]].Words.Length;
        var rowsOf = new SortedDictionary<int, List<int>>();
        foreach (var code in within?.Codes ?? [])
            rowsOf.TryAdd(code, []);
        foreach (var (row, codes) in conditions)
        foreach (var code in codes)
            if (rowsOf.TryGetValue(code, out var rows))
                rows.Add(row);
            else
                rowsOf.Add(code, [row]);
        var inside = within?.Codes.ToHashSet();
        var unnamed = 0;
        foreach (var code in rowsOf.Keys.TakeWhile((code, index) => code == index))
            unnamed = code + 1;
        if (unnamed < count)
            rowsOf.Add(unnamed, []);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var classOf = new Dictionary<int, int>();
        _of[level] = [];
        foreach (var (code, rows) in rowsOf)
        {
            var isInside = inside?.Contains(code) ?? true;
            var signature = $"{isInside}:{string.Join(',', rows)}";
            if (!known.TryGetValue(signature, out var found))
            {
                known.Add(signature, found = known.Count);
                _of[level].Add(new(code, isInside));
            }

            classOf.Add(code, found);
        }

        _allowed[level] = [];
        foreach (var (row, codes) in conditions)
            _allowed[level].TryAdd(row, [.. codes.Select(code => classOf[code]).Distinct().Order()]);
        if (_findings is null)
            _classes[level] = [.. Enumerable.Range(0, count).Select(code => classOf.TryGetValue(code, out var of) ? of : classOf[unnamed])];
    }

    /// <summary>The block of a level for the rows that are left; on the last level the row itself.</summary>
    private int Block(int level, int[] rows, bool inside)
    {
        if (level == _levels.Length)
            return inside ? Leaf(rows) : Nothing;
        var key = (level, inside ? string.Join(',', rows) : "outside");
        if (_blocks.TryGetValue(key, out var known))
            return known;
        var (left, others) = Distribute(level, rows);
        var block = _cells.Count;
        if (block + left.Length > MostCells)
            throw new GridTooLargeException();
        for (var i = 0; i < left.Length; i++)
            _cells.Add(Nothing);
        int? ofOthers = null;
        for (var i = 0; i < left.Length; i++)
        {
            _path[level] = i;
            var isInside = inside && _of[level][i].IsInside;
            if (left[i] is { } own)
                _cells[block + i] = Block(level + 1, own, isInside);
            else if (isInside)
                _cells[block + i] = ofOthers ??= Block(level + 1, others, true);
            else
                _cells[block + i] = Block(level + 1, others, false);
        }

        _blocks.Add(key, block);
        return block;
    }

    /// <summary>The rows that are left for each class; null for a class for which only those are left that do not ask the fact.</summary>
    private (int[]?[] Left, int[] Others) Distribute(int level, int[] rows)
    {
        var asking = new List<int>?[_of[level].Count];
        var others = new List<int>();
        foreach (var row in rows)
            if (_allowed[level].TryGetValue(row, out var classes))
                foreach (var i in classes)
                    (asking[i] ??= []).Add(row);
            else
                others.Add(row);
        return ([.. asking.Select(ofClass => ofClass is null ? null : Merged(ofClass, others))], [.. others]);
    }

    /// <summary>Two lists of rows as one, in the order of the rows.</summary>
    private int[] Merged(List<int> one, List<int> other)
    {
        _handedOn += one.Count + other.Count;
        if (_handedOn > MostHandedOn)
            throw new GridTooLargeException();
        int[] rows = [.. one, .. other];
        if (other.Count > 0)
            Array.Sort(rows);
        return rows;
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
            _levels.Select((fact, level) => $"{_facts[fact].Name}: {_facts[fact].Words[_of[level][_path[level]].FirstCode]}")
        );
}

/// <summary>Words of a fact that a table does not tell apart.</summary>
/// <param name="FirstCode">The first of them.</param>
/// <param name="IsInside">Whether the outer conditions let them through.</param>
internal readonly record struct GridClass(int FirstCode, bool IsInside);

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
