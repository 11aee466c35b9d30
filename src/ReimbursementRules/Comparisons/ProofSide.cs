using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>The tables of one of two rulebooks, to be decided fact by fact in the words of both.</summary>
internal sealed class ProofSide
{
    private const string Gates = "gates.";

    private readonly IReadOnlyList<ProofTable> _tables;

    public ProofSide(CompiledRulebook book, int side, JointFacts facts)
    {
        var layers = book.Layers.ToDictionary(layer => book.Legend.Layers[layer.Index].Id, StringComparer.Ordinal);
        _tables =
        [
            .. book
                .Leanings.OfClaim.Tables.Concat(book.Leanings.OfItem.Tables)
                .Select(table => facts.Joint(side, table))
                .OrderBy(table => Rank(table.Name))
                .Select(table => new ProofTable(
                    table,
                    layers.GetValueOrDefault(table.Name.Split('.')[0]) is { } layer && !IsOfGate(table.Name)
                        ? facts.Days(layer.DecidedBy, layer.From, layer.Until)
                        : null
                )),
        ];
        Refusing = [.. book.Policy.Gates.Where(gate => gate.Then == Verdict.Refuse).Select(gate => Gates + gate.Id)];
    }

    /// <summary>The names of the gates that refuse.</summary>
    private HashSet<string> Refusing { get; }

    /// <summary>Every condition on which anything rests.</summary>
    public IEnumerable<RuleCondition> Conditions => _tables.SelectMany(table => table.Conditions);

    /// <summary>The first fact that still must be known; null where everything that counts is decided.</summary>
    /// <param name="codes">The codes that are known; -1 of the others.</param>
    /// <param name="isAsked">Whether a fact is told apart by cases at all.</param>
    public int? Undecided(int[] codes, Func<int, bool> isAsked)
    {
        HashSet<string> without = [];
        foreach (var table in _tables)
        {
            var owner = table.Name.Split('.')[0];
            if (without.Contains(owner) || !table.MayBeAsked(codes))
                continue;
            if (table.Undecided(codes, isAsked) is { } fact)
                return fact;
            var row = table.Row(codes);
            if (Refusing.Contains(table.Name) && row == 0)
                return null;
            if (table.Name == $"{owner}.applies" && row > 0)
                without.Add(owner);
        }

        return null;
    }

    /// <summary>Gates come first, since what they refuse needs nothing else; then whether layers apply; then the rest.</summary>
    private static int Rank(string table) =>
        IsOfGate(table) ? 0
        : table.EndsWith(".applies", StringComparison.Ordinal) ? 1
        : table.EndsWith(".items", StringComparison.Ordinal) ? 2
        : 3;

    private static bool IsOfGate(string table) => table.StartsWith(Gates, StringComparison.Ordinal);
}

/// <summary>A table whose row is decided as soon as enough facts are known.</summary>
/// <param name="table">The table in the words of both rulebooks.</param>
/// <param name="days">The days on which its layer is in force; null where it is of no layer.</param>
internal sealed class ProofTable(RuleTable table, RuleCondition? days)
{
    private readonly ImmutableArray<(RuleRow Row, (int Fact, HashSet<int> Codes)[] Conditions)> _rows =
    [
        .. table.Rows.Select(row => (row, Sets(row.Conditions))),
    ];

    /// <summary>Where it is asked: all conditions of one of these hold.</summary>
    private readonly (int Fact, HashSet<int> Codes)[][] _within = [.. Asked(table, days).Select(Sets)];

    public string Name => table.Name;

    public IEnumerable<RuleCondition> Conditions =>
        table.Rows.SelectMany(row => row.Conditions).Concat(Asked(table, days).SelectMany(box => box));

    /// <summary>Whether nothing that is known keeps it from being asked.</summary>
    public bool MayBeAsked(int[] codes) => Array.Exists(_within, box => IsPossible(box, codes));

    /// <summary>A fact that decides which of the rows applies; null where that is known, as far as cases tell facts apart.</summary>
    public int? Undecided(int[] codes, Func<int, bool> isAsked)
    {
        foreach (var box in _within)
            if (IsPossible(box, codes))
                if (Open(box, codes, isAsked) is { } guard)
                    return guard;
                else if (Array.TrueForAll(box, one => codes[one.Fact] >= 0))
                    break;
        foreach (var (row, conditions) in _rows)
        {
            if (!IsPossible(conditions, codes))
                continue;
            if (Open(conditions, codes, isAsked) is { } open)
                return open;
            if (!row.IsOtherwise && conditions.All(one => codes[one.Fact] >= 0))
                return null;
        }

        return null;
    }

    /// <summary>The row of the policy file that applies by what is known; -1 where none does for certain.</summary>
    public int Row(int[] codes)
    {
        for (var i = 0; i < _rows.Length; i++)
            if (_rows[i].Conditions.All(one => codes[one.Fact] >= 0 && one.Codes.Contains(codes[one.Fact])))
                return table.Written.IsEmpty ? i : table.Written[i];
        return -1;
    }

    private static IEnumerable<IEnumerable<RuleCondition>> Asked(RuleTable table, RuleCondition? days) =>
        table.Within.Select(box => box.Concat(days is null ? [] : [days]));

    private static (int Fact, HashSet<int> Codes)[] Sets(IEnumerable<RuleCondition> conditions) =>
        [.. conditions.Select(one => (one.Fact, one.Codes.ToHashSet()))];

    private static bool IsPossible((int Fact, HashSet<int> Codes)[] conditions, int[] codes) =>
        conditions.All(one => codes[one.Fact] < 0 || one.Codes.Contains(codes[one.Fact]));

    private static int? Open((int Fact, HashSet<int> Codes)[] conditions, int[] codes, Func<int, bool> isAsked)
    {
        foreach (var (fact, _) in conditions)
            if (codes[fact] < 0 && isAsked(fact))
                return fact;
        return null;
    }
}
