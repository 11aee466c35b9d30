using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>What is said of lines that change an amount before it is taken, or that cut a deductible to what is left of a
/// ceiling.</summary>
internal static class AmountWords
{
    public static BilingualText Say(TraceStep step) =>
        step.Kind switch
        {
            StepKind.AmountChange => Change(step),
            StepKind.AmountShare => Share(step),
            StepKind.DeductibleCeiling => Ceiling(step),
            _ => throw UnknownKind.Of(step.Kind),
        };

    private static BilingualText Change(TraceStep step)
    {
        var (before, by, after) = (Show(step.Base), Show(step.Limit), Show(step.Amount));
        if (Size(step.Amount) > Size(step.Base))
            return new($"The amount of {before} becomes {after}: {by} more.", $"金额由 {before} 元增加 {by} 元，为 {after} 元。");
        return step.Limit > Size(step.Base)
            ? new(
                $"The amount of {before} becomes {after}: {by} less, and never below nothing.",
                $"金额由 {before} 元减少 {by} 元，减完为止，为 {after} 元。"
            )
            : new($"The amount of {before} becomes {after}: {by} less.", $"金额由 {before} 元减少 {by} 元，为 {after} 元。");
    }

    private static BilingualText Share(TraceStep step)
    {
        var (before, share, after) = (Show(step.Base), step.Rate ?? Rate.None, Show(step.Amount));
        if (Size(step.Amount) <= Size(step.Base))
            return new($"The amount is {share} of {before} = {after}.", $"金额按 {before} × {share} = {after} 元计。");
        var more = Show(step.Amount - step.Base);
        return new(
            $"The amount of {before} is raised: {share} of {before} = {more}, together {after}.",
            $"金额 {before} 元提高：{before} × {share} = {more} 元，合计 {after} 元。"
        );
    }

    private static BilingualText Ceiling(TraceStep step)
    {
        var per = Words.Every(step.Per);
        var left = Show(step.Limit > step.Before ? step.Limit - step.Before : Money.Zero);
        var (of, cut, due) = (Show(step.Base), Show(step.Amount), Show(step.Base - step.Amount));
        return new(
            $"Deductibles come to {Show(step.Limit)}{per.En} at most, {Show(step.Before)} used before, {left} left: "
                + (step.Amount == Money.Zero ? $"{of} is due." : $"{of} − {cut} = {due} is due."),
            $"{per.Zh}起付线累计不超过 {Show(step.Limit)} 元，此前已计 {Show(step.Before)} 元，尚可计 {left} 元："
                + (step.Amount == Money.Zero ? $"本次应扣 {of} 元。" : $"本次应扣 {of} − {cut} = {due} 元。")
        );
    }

    private static Money Size(Money amount) => amount < Money.Zero ? -amount : amount;

    private static string Show(Money amount) => Size(amount).ToReadable();
}
