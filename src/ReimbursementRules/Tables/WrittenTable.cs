using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>A table of a rulebook as the files write it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOfItem">Whether its rows differ from item to item.</param>
/// <param name="Index">Its place in its rule set.</param>
/// <param name="DecidedBy">The day that chooses its rows.</param>
/// <param name="IsOfConditions">Whether it is made of conditions that hold (row 0) or not (row 1).</param>
/// <param name="Rows">Its rows, by their number in the compiled table.</param>
internal sealed record WrittenTable(
    TableName Name,
    bool IsOfItem,
    int Index,
    DecidingDay DecidedBy,
    bool IsOfConditions,
    IReadOnlyList<WrittenRow> Rows
)
{
    /// <summary>The place of its first row in the legend; the others follow.</summary>
    public required int First { get; init; }

    /// <summary>Whether several steps have it.</summary>
    public bool IsShared { get; init; }

    /// <summary>The days on which it is asked.</summary>
    public required DayRange Days { get; init; }
}

/// <summary>A row as the files write it.</summary>
/// <param name="Source">Its place and reference.</param>
/// <param name="Text">What it says; null for conditions.</param>
/// <param name="Value">Its value, compiled.</param>
internal sealed record WrittenRow(PolicySource Source, RowText? Text, object? Value)
{
    /// <summary>Its conditions; of a table of conditions, those themselves.</summary>
    public IReadOnlyList<ConditionPolicy> When { get; init; } = [];

    /// <summary>The first day of the dated value to which it belongs, and where that begins; null for conditions.</summary>
    public (DateOnly From, FilePlace Place)? Since { get; init; }
}
