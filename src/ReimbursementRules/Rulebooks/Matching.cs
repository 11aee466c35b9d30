namespace ReimbursementRules.Rulebooks;

/// <summary>Asks an engine which rows apply, once for each combination of the facts that its tables ask, and remembers the answer.</summary>
/// <remarks>Every fact has finitely many words and an engine is a function of them, so remembering changes nothing but the time. Where the
/// combinations are too many, the engine is asked each time.</remarks>
internal sealed class Matching
{
    /// <summary>The most combinations that are remembered.</summary>
    public const int MostRemembered = 16_384;

    private readonly IRuleMatcher _matcher;
    private readonly int _tables;
    private readonly (int Fact, int Stride)[] _facts;
    private readonly int[]?[]? _remembered;

    public Matching(IRuleEngine engine, RuleSet rules)
    {
        _matcher = engine.Compile(rules);
        _tables = rules.Tables.Length;
        var asked = rules.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Conditions).Select(condition => condition.Fact).Distinct().Order().ToArray();
        _facts = new (int, int)[asked.Length];
        var combinations = 1L;
        for (var i = 0; i < asked.Length; i++)
        {
            _facts[i] = (asked[i], (int)combinations);
            combinations = Math.Min(combinations * rules.Facts[asked[i]].Words.Length, int.MaxValue);
        }

        _remembered = combinations <= MostRemembered ? new int[combinations][] : null;
    }

    /// <summary>The row of each table, by the table's index. The array is shared and must not be changed.</summary>
    public int[] Rows(ReadOnlySpan<int> codes)
    {
        if (_remembered is null)
            return Ask(codes);
        var combination = 0;
        foreach (var (fact, stride) in _facts)
            combination += codes[fact] * stride;
        return Volatile.Read(ref _remembered[combination]) ?? Remember(combination, codes);
    }

    private int[] Remember(int combination, ReadOnlySpan<int> codes)
    {
        var rows = Ask(codes);
        Volatile.Write(ref _remembered![combination], rows);
        return rows;
    }

    private int[] Ask(ReadOnlySpan<int> codes)
    {
        var rows = new int[_tables];
        _matcher.Match(new(codes), rows);
        return rows;
    }
}
