using ReimbursementRules.Settlements;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Compares amounts that a case puts together of others: sums and ratios.</summary>
/// <param name="mismatches">Takes what differs.</param>
internal sealed class SumComparison(Mismatches mismatches)
{
    /// <summary>An amount or a ratio by its name, against what is written.</summary>
    /// <param name="settlements">The settlements of one rulebook, at least one; an amount is the sum of theirs.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">An amount; of a ratio a percentage.</param>
    public void Compare(IReadOnlyList<Settlement> settlements, Node name, Node value)
    {
        if (NamedSum.Named(settlements[0].Legend, name, mismatches) is not { } sum)
            return;
        if (!sum.IsRatio)
            mismatches.Compare(name, value, sum.AmountOf(settlements));
        else if (mismatches.Ratio(value) is { } expected)
            mismatches.Compare(
                name.Raw,
                expected.ToString(),
                expected.Like(sum.AmountOf(settlements), sum.WholeOf(settlements)).ToString(),
                value
            );
    }
}
