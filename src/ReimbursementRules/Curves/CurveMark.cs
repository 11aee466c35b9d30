using ReimbursementRules.Settlements;

namespace ReimbursementRules.Curves;

/// <summary>What decided something, and how: where all marks of two amounts are the same, one formula holds for both.</summary>
/// <param name="Step">The step in the legend; -1 where none decided.</param>
/// <param name="Row">The row in the legend; -1 for none.</param>
/// <param name="Kind">What the step did; null where none decided.</param>
/// <param name="Choice">Which of its amounts was taken.</param>
internal sealed record CurveMark(int Step, int Row, StepKind? Kind, string Choice)
{
    /// <summary>The gate in the legend that refused an item; -1 for none.</summary>
    public int Gate { get; init; } = -1;
}
