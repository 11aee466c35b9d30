namespace ReimbursementRules.Curves;

/// <summary>The amounts among which one is looked for.</summary>
/// <param name="From">The least, in cents.</param>
/// <param name="To">The most, included.</param>
/// <param name="Tried">The amounts that are tried whatever comes out, ascending, from the least to the most.</param>
internal sealed record AmountRange(long From, long To, IReadOnlyList<long> Tried)
{
    /// <summary>Some amounts at equal distances, and both sides of each edge: between two of all these nothing jumps.</summary>
    public static AmountRange Of(long from, long to, int pieces, IEnumerable<long> edges)
    {
        var tried = new SortedSet<long>();
        for (var piece = 0; piece <= pieces; piece++)
            tried.Add(from + (long)((Int128)(to - from) * piece / pieces));
        tried.UnionWith(edges.SelectMany(edge => (long[])[edge - 1, edge]).Where(amount => amount >= from && amount <= to));
        return new(from, to, [.. tried]);
    }
}
