using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>Values that are over before anything asks them: a slip in the year, mostly.</summary>
internal static class Superseded
{
    /// <summary>Notes each value whose next one is in force already when the first is needed. What another folder states may have begun
    /// with its own rulebook, and is left alone.</summary>
    /// <param name="history">The values, earliest first.</param>
    /// <param name="needed">The first day on which one is needed.</param>
    /// <param name="name">What it is that has values.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check<T>(IReadOnlyList<Dated<T>> history, DateOnly needed, string name, ProblemLog problems)
    {
        for (var i = 0; i + 1 < history.Count; i++)
            if (history[i + 1].From <= needed && !history[i].Source.Place.IsInherited)
                problems.Add(
                    history[i].Source.Place,
                    "value.never",
                    $"this value of '{name}' is never in force: the next one begins on {IsoDay.Show(history[i + 1].From)}, and none is "
                        + $"asked before {IsoDay.Show(needed)}. Correct the day {IsoDay.Show(history[i].From)}, or leave the value out.",
                    $"“{name}”的该值从不生效：下一个值自 {IsoDay.Show(history[i + 1].From)} 起，而 {IsoDay.Show(needed)} 之前不使用该值。"
                        + $"请更正日期 {IsoDay.Show(history[i].From)}，或删去该值。"
                );
    }
}
