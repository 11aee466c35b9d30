using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>A sum or a ratio of amounts of settlements, whose names are known.</summary>
/// <param name="Of">What is summed up.</param>
/// <param name="To">Of a ratio, what it is held against; empty for a sum.</param>
internal sealed record NamedSum(IReadOnlyList<string> Of, IReadOnlyList<string> To)
{
    public bool IsRatio => To.Count > 0;

    /// <summary>Reads a name; null where a name in it is told to be none.</summary>
    /// <param name="legend">The names of the rulebook.</param>
    /// <param name="name">The name.</param>
    /// <param name="mismatches">Takes what is wrong.</param>
    public static NamedSum? Named(Legend legend, Node name, Mismatches mismatches)
    {
        var names = new NamedAmounts(legend);
        var (left, right) = NamedAmounts.IsRatio(name.Raw) ? NamedAmounts.Sides(name.Raw) : (name.Raw, null);
        return Summands(names, name, left, mismatches) is not { } of ? null
            : right is null ? new(of, [])
            : Summands(names, name, right, mismatches) is { } to ? new(of, to)
            : null;
    }

    /// <summary>The sum, or what a ratio holds against another.</summary>
    public Money AmountOf(IReadOnlyList<Settlement> settlements) => Sum(settlements, Of);

    /// <summary>What a ratio is held against.</summary>
    public Money WholeOf(IReadOnlyList<Settlement> settlements) => Sum(settlements, To);

    private static Money Sum(IReadOnlyList<Settlement> settlements, IReadOnlyList<string> names) =>
        settlements.Sum(settlement => names.Sum(name => NamedAmounts.Of(settlement, name)));

    private static List<string>? Summands(NamedAmounts names, Node at, string sum, Mismatches mismatches)
    {
        var meant = new List<string>();
        foreach (var summand in NamedAmounts.Summands(sum))
            switch (names.Meant(summand))
            {
                case [var only]:
                    meant.Add(only);
                    break;
                case []:
                    mismatches.UnknownAmount(at, summand, names.Known);
                    return null;
                case var several:
                    mismatches.Ambiguous(at, summand, several);
                    return null;
            }

        return meant;
    }
}
