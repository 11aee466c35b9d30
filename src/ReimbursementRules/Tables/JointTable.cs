using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;
using ReimbursementRules.Facts;

namespace ReimbursementRules.Tables;

/// <summary>The rows of a table of one side, in the words of all sides.</summary>
internal sealed class JointTable
{
    private readonly RuleTable _table;
    private readonly Grid _grid;

    /// <param name="table">The table.</param>
    /// <param name="side">Which side's it is.</param>
    /// <param name="facts">The facts of all sides.</param>
    public JointTable(RuleTable table, int side, JointFacts facts)
    {
        _table = facts.Joint(side, table);
        _grid = GridBuilder.Build(_table, facts.RuleFacts);
        Conditions = [.. _table.Rows.SelectMany(row => row.Conditions)];
    }

    public ImmutableArray<RuleCondition> Conditions { get; }

    /// <summary>The row of the policy file that applies in a case; -1 where none does.</summary>
    public int Row(int[] codes) => _grid.Row(new(codes)) is >= 0 and var row ? (_table.Written.IsEmpty ? row : _table.Written[row]) : -1;
}

/// <summary>What must hold for something to be asked: days, known words, and tables of conditions.</summary>
internal sealed class Guard(ImmutableArray<RuleCondition> all, ImmutableArray<JointTable> tables)
{
    private readonly (int Fact, HashSet<int> Codes)[] _all = [.. all.Select(condition => (condition.Fact, condition.Codes.ToHashSet()))];

    public static Guard None { get; } = new([], []);

    public IEnumerable<RuleCondition> Conditions => tables.SelectMany(table => table.Conditions).Concat(all);

    public bool Holds(int[] codes)
    {
        foreach (var (fact, met) in _all)
            if (!met.Contains(codes[fact]))
                return false;
        foreach (var table in tables)
            if (table.Row(codes) != 0)
                return false;
        return true;
    }

    public Guard And(Guard other) => new([.. all, .. other.All], [.. tables, .. other.Tables]);

    private ImmutableArray<RuleCondition> All => all;

    private ImmutableArray<JointTable> Tables => tables;
}
