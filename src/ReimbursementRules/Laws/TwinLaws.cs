using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>Laws of one rulebook whose rows are chosen in several ways.</summary>
internal static class TwinLaws
{
    /// <summary>The engines that are tried.</summary>
    public static LawFinding BothEngines(LawTrial trial) =>
        trial.Tried.Twins.Select(twin => Difference(trial, twin)).FirstOrDefault(broken => broken is not null);

    /// <summary>Rows in the other order.</summary>
    public static LawFinding RowOrder(LawTrial trial) => Difference(trial, trial.Tried.Turned);

    private static BilingualText? Difference(LawTrial trial, Rulebook twin) =>
        SettledText.Difference(
            SettledText.Whole(trial.Settlement),
            SettledText.Whole(twin.Settle(trial.Claim, trial.Settlement.HistoryBefore))
        );
}
