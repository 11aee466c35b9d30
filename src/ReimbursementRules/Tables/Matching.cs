using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>Asks an engine which rows apply, once for each combination of the facts that its tables ask, and remembers the
/// answer.</summary>
/// <remarks>Every fact has finitely many words and an engine is a function of them, so remembering changes nothing but the time. Where the
/// combinations are too many, the engine is asked each time.</remarks>
internal sealed class Matching
{
    /// <summary>The most rows that are remembered: combinations times tables.</summary>
    public const int MostRemembered = 65_536;

    /// <summary>Stands where the rows of a combination begin until they are known.</summary>
    private const int Unknown = int.MinValue;

    private readonly IRuleMatcher _matcher;
    private readonly int _tables;
    private readonly ImmutableArray<int>[] _written;
    private readonly (int Fact, int Stride)[] _facts;

    public Matching(IRuleEngine engine, RuleSet rules)
    {
        _matcher = engine.Compile(rules);
        _tables = rules.Tables.Length;
        _written = [.. rules.Tables.Select(table => table.Written)];
        var asked = rules
            .Tables.SelectMany(table => table.Rows)
            .SelectMany(row => row.Conditions)
            .Select(condition => condition.Fact)
            .Distinct()
            .Order()
            .ToArray();
        _facts = new (int, int)[asked.Length];
        var places = (long)_tables;
        for (var i = 0; i < asked.Length; i++)
        {
            _facts[i] = (asked[i], (int)places);
            places = Math.Min(places * rules.Facts[asked[i]].Words.Length, int.MaxValue);
        }

        if (places > MostRemembered)
            return;
        Remembered = new int[places];
        Array.Fill(Remembered, Unknown);
    }

    /// <summary>The remembered rows of every combination, one after the other; null where they are too many.</summary>
    public int[]? Remembered { get; }

    /// <summary>The facts that the tables ask, and how far one step of each code moves the place of the rows.</summary>
    public IReadOnlyList<(int Fact, int Stride)> Facts => _facts;

    /// <summary>How far one step of a fact's code moves the place of the rows; 0 for a fact that no table asks.</summary>
    public int StrideOf(int fact)
    {
        foreach (var (asked, stride) in _facts)
            if (asked == fact)
                return stride;
        return 0;
    }

    /// <summary>The rows of the tables for a combination of answers: an array that must not be changed, and where in it they
    /// begin.</summary>
    /// <param name="codes">The answer to each fact.</param>
    /// <param name="own">The asker's own array, for where nothing is remembered.</param>
    /// <param name="ownAt">Where in it the rows belong.</param>
    public (int[] Rows, int At) Rows(ReadOnlySpan<int> codes, int[] own, int ownAt)
    {
        if (Remembered is null)
        {
            Ask(codes, own.AsSpan(ownAt, _tables));
            return (own, ownAt);
        }

        var at = 0;
        foreach (var (fact, stride) in _facts)
            at += codes[fact] * stride;
        if (!Knows(at))
            Remember(at, codes);
        return (Remembered, at);
    }

    /// <summary>Whether the rows at a place are known.</summary>
    public bool Knows(int at) => _tables == 0 || Volatile.Read(ref Remembered![at]) != Unknown;

    /// <summary>Two threads may remember the same answer at once; they write the same, and the first row last.</summary>
    private void Remember(int at, ReadOnlySpan<int> codes)
    {
        var rows = new int[_tables];
        Ask(codes, rows);
        rows.AsSpan(1).CopyTo(Remembered.AsSpan(at + 1));
        Volatile.Write(ref Remembered![at], rows[0]);
    }

    /// <summary>Asks the engine, and takes the rows as the policy files have them.</summary>
    private void Ask(ReadOnlySpan<int> codes, Span<int> rows)
    {
        _matcher.Match(new(codes), rows);
        for (var table = 0; table < rows.Length; table++)
            if (rows[table] >= 0 && !_written[table].IsEmpty)
                rows[table] = _written[table][rows[table]];
    }
}
