using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>What is said of lines that tell how an amount of the policy was computed for the claim.</summary>
internal static class ComputedWords
{
    /// <summary>Whether lines of a kind tell how an amount was computed, and nothing else.</summary>
    public static bool Tells(StepKind kind) =>
        kind is StepKind.AmountTimes or StepKind.AmountGrowth or StepKind.AmountRounding or StepKind.AmountBound;

    public static BilingualText Say(TraceStep step) =>
        step.Kind switch
        {
            StepKind.AmountTimes => Times(step),
            StepKind.AmountGrowth => Growth(step),
            StepKind.AmountRounding => new(
                $"{Show(step.Base)}, rounded to {Show(step.Limit)}: {Show(step.Amount)}.",
                $"{Show(step.Base)} 元按 {Show(step.Limit)} 元取整为 {Show(step.Amount)} 元。"
            ),
            StepKind.AmountBound => Bound(step),
            _ => throw UnknownKind.Of(step.Kind),
        };

    private static BilingualText Times(TraceStep step)
    {
        var (of, result, times) = (Show(step.Base), Show(step.Amount), step.Times ?? 1);
        return times >= 1 && decimal.Truncate(times) == times
            ? new(
                $"An amount is computed: {Digits.Show(times)} × {of} = {result}.",
                $"计算金额：{Digits.Show(times)} × {of} = {result} 元。"
            )
            : new(
                $"An amount is computed: {Digits.Show(times * 100)}% of {of} = {result}.",
                $"计算金额：{of} × {Digits.Show(times * 100)}% = {result} 元。"
            );
    }

    private static BilingualText Growth(TraceStep step)
    {
        var (before, times, each, after) = (Show(step.Base), Digits.Show(step.Times ?? 0), Show(step.Limit), Show(step.Amount));
        if (Size(step.Amount) >= Size(step.Base))
            return new(
                $"The amount grows: {before} + {times} × {each} = {after}.",
                $"金额递增：{before} + {times} × {each} = {after} 元。"
            );
        return step.Amount == Money.Zero
            ? new(
                $"The amount falls from {before} by {times} × {each}, and never below nothing: {after}.",
                $"金额由 {before} 元递减 {times} × {each} 元，减完为止：{after} 元。"
            )
            : new($"The amount falls: {before} − {times} × {each} = {after}.", $"金额递减：{before} − {times} × {each} = {after} 元。");
    }

    private static BilingualText Bound(TraceStep step) =>
        Size(step.Amount) > Size(step.Base)
            ? new(
                $"{Show(step.Base)} is raised to at least {Show(step.Amount)}.",
                $"{Show(step.Base)} 元低于下限，按 {Show(step.Amount)} 元计。"
            )
            : new(
                $"{Show(step.Base)} is lowered to at most {Show(step.Amount)}.",
                $"{Show(step.Base)} 元高于上限，按 {Show(step.Amount)} 元计。"
            );

    private static Money Size(Money amount) => amount < Money.Zero ? -amount : amount;

    private static string Show(Money amount) => Size(amount).ToReadable();
}
