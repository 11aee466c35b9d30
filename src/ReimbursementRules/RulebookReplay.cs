using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <content>Settlements made again of their own JSON.</content>
public sealed partial class Rulebook
{
    /// <summary>Where something else comes out when a settlement is made again of its own JSON; null where the same does.</summary>
    internal BilingualText? DifferenceWhenReplayed(Settlement settlement) =>
        Replay.Of(this, JsonReport.Write(settlement)).Differences is [var first, ..] ? first.Text : null;
}
