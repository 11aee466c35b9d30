using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Compares amounts that a case puts together of others: sums and ratios.</summary>
/// <param name="mismatches">Takes what differs.</param>
internal sealed class SumComparison(Mismatches mismatches)
{
    /// <summary>An amount or a ratio by its name, against what is written.</summary>
    /// <param name="amounts">The amounts.</param>
    /// <param name="name">Their name.</param>
    /// <param name="value">An amount; of a ratio a percentage.</param>
    public void Compare(NamedAmounts amounts, Node name, Node value)
    {
        if (!NamedAmounts.IsRatio(name.Raw))
        {
            if (Sum(amounts, name, name.Raw) is { } sum)
                mismatches.Compare(name, value, sum);
            return;
        }

        var (left, right) = NamedAmounts.Sides(name.Raw);
        var (of, to) = (Sum(amounts, name, left), Sum(amounts, name, right));
        if (of is { } part && to is { } whole && mismatches.Ratio(value) is { } expected)
            mismatches.Compare(name.Raw, expected.ToString(), expected.Like(part, whole).ToString(), value);
    }

    /// <summary>A sum; null where a name in it is told to be none.</summary>
    private Money? Sum(NamedAmounts amounts, Node name, string sum)
    {
        var total = Money.Zero;
        foreach (var summand in NamedAmounts.Summands(sum))
            switch (amounts.Meant(summand))
            {
                case [var only]:
                    total += amounts.Of(only);
                    break;
                case []:
                    mismatches.UnknownAmount(name, summand, amounts.Known);
                    return null;
                case var several:
                    mismatches.Ambiguous(name, summand, several);
                    return null;
            }

        return total;
    }
}
