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
    private readonly AllowedClasses[] _allowed;
    private readonly int[] _path;
    private long _handedOn;

    private GridBuilder(RuleTable table, ImmutableArray<RuleFact> facts, ImmutableArray<RuleCondition> within, GridFindings? findings)
    {
        _table = table;
        _facts = facts;
        _findings = findings;
        var conditions = ByFact(table.Rows);
        if (conditions.Count > MostLevels)
            throw new GridTooLargeException();
        _levels = [.. conditions.Select(ofFact => ofFact.Fact)];
        _classes = new int[_levels.Length][];
        _of = new List<GridClass>[_levels.Length];
        _allowed = new AllowedClasses[_levels.Length];
        _path = new int[_levels.Length];
        for (var level = 0; level < _levels.Length; level++)
            Classify(level, conditions[level].Conditions, within.FirstOrDefault(condition => condition.Fact == _levels[level]));
    }

    /// <summary>The conditions of rows by the facts that they ask, in the order in which these come first.</summary>
    private static List<(int Fact, List<(int Row, ImmutableArray<int> Codes)> Conditions)> ByFact(ImmutableArray<RuleRow> rows)
    {
        var all = new List<(int Fact, List<(int, ImmutableArray<int>)> Conditions)>();
        var places = new Dictionary<int, int>();
        for (var row = 0; row < rows.Length; row++)
            foreach (var condition in rows[row].Conditions)
            {
                if (!places.TryGetValue(condition.Fact, out var place))
                {
                    places.Add(condition.Fact, place = all.Count);
                    all.Add((condition.Fact, []));
                }

                all[place].Conditions.Add((row, condition.Codes));
            }

        return all;
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
        var named = new NamedCodes(conditions, within, count);
        var classes = named.Classes(out _of[level]);
        _allowed[level] = new(conditions, named, classes);
        if (_findings is null)
            _classes[level] = named.ClassOfEach(classes);
    }

    /// <summary>The block of a level for the rows that are left; on the last level the row itself.</summary>
    private int Block(int level, int[] rows, bool inside)
    {
        if (level == _levels.Length)
            return inside ? Leaf(rows) : Nothing;
        var key = (
            level,
            level == 0 ? ""
            : inside ? string.Join(',', rows)
            : "outside"
        );
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
        var allowed = _allowed[level];
        var asking = new int[_of[level].Count];
        var others = new List<int>();
        foreach (var row in rows)
            if (allowed.Ask(row))
                foreach (var i in allowed.Of(row))
                    asking[i]++;
            else
                others.Add(row);
        var left = new int[]?[asking.Length];
        for (var i = 0; i < left.Length; i++)
            if (asking[i] > 0)
                left[i] = WithOthers(asking[i], others);
        Array.Clear(asking);
        foreach (var row in rows)
        foreach (var i in allowed.Of(row))
            left[i]![asking[i]++] = row;
        if (others.Count > 0)
            foreach (var rowsOfClass in left)
                if (rowsOfClass is not null)
                    Array.Sort(rowsOfClass);
        return (left, [.. others]);
    }

    /// <summary>Places for the rows of a class, and after them the rows that stand for every class.</summary>
    private int[] WithOthers(int places, List<int> others)
    {
        _handedOn += places + others.Count;
        if (_handedOn > MostHandedOn)
            throw new GridTooLargeException();
        var rows = new int[places + others.Count];
        others.CopyTo(rows, places);
        return rows;
    }

    private int Leaf(int[] rows)
    {
        var hits = rows;
        if (Array.Exists(rows, row => _table.Rows[row].IsOtherwise))
        {
            hits = Array.FindAll(rows, row => !_table.Rows[row].IsOtherwise);
            if (hits.Length == 0)
                hits = rows;
        }

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
