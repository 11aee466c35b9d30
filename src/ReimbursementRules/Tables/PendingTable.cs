using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>A table that waits for the words of all others.</summary>
internal abstract record PendingTable(TableName Name, Scope Scope);

/// <summary>A table of dated rows.</summary>
internal sealed record PendingRows(TableName Name, Scope Scope, IReadOnlyList<Dated<IReadOnlyList<RowPolicy>>> Entries)
    : PendingTable(Name, Scope)
{
    /// <summary>Whether several steps have the table.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether rows of one value may overlap.</summary>
    public required bool MayOverlap { get; init; }
}

/// <summary>A table of conditions that hold or not, and the days on which they can.</summary>
/// <param name="Name">The table's name in the rule set.</param>
/// <param name="Scope">Where the conditions are asked.</param>
/// <param name="Conditions">The conditions.</param>
/// <param name="Source">Where they stand.</param>
/// <param name="From">The first day; null for all days before <paramref name="Until"/>.</param>
/// <param name="Until">The first day on which they cannot hold any more; null without end.</param>
internal sealed record PendingConditions(
    TableName Name,
    Scope Scope,
    ConditionsPolicy Conditions,
    PolicySource Source,
    DateOnly? From,
    DateOnly? Until
) : PendingTable(Name, Scope);
