namespace ReimbursementRules.Layers;

/// <summary>What a step adds up from claim to claim: one sum for all rows of its table, one for each of them, or one for each word of a
/// fact of the claim.</summary>
/// <param name="slot">The running sum; -1 where nothing runs on.</param>
/// <param name="rows">For each row of the table the word for which it is counted apart; null where all rows count together.</param>
/// <param name="each">The fact for each word of which it is counted apart; null for none.</param>
internal sealed class RunningSum(int slot, string[]? rows, SumWord? each = null)
{
    /// <summary>Nothing runs on: the period is one claim or item.</summary>
    public static RunningSum None { get; } = new(-1, null);

    /// <summary>Whether each row has a sum of its own.</summary>
    public bool IsApart => rows is not null;

    /// <summary>What was added up before the claim that a row applies to.</summary>
    // Stryker disable once Equality : the sum at 0 counts admissions and is of no step
    public long Before(Desk desk, int row) => slot < 0 ? 0 : desk.Before(slot, WordOf(desk, row));

    /// <summary>Adds to the sum of a row.</summary>
    public void Add(Desk desk, int row, long value)
    {
        // Stryker disable once Equality : the sum at 0 counts admissions and is of no step
        if (slot >= 0)
            desk.Use(slot, value, WordOf(desk, row));
    }

    private string? WordOf(Desk desk, int row) => each is null ? rows?[row] : each.Of(desk);
}
