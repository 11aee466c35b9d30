using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Rulebooks;

/// <summary>One claim on its way through the layers: which rows apply to it, what was used before, and what it uses.</summary>
internal sealed class Settling(CompiledRulebook book, Claim claim, UsedBefore history, int[] claimRows, int[] itemRows)
{
    private readonly List<UsedAmount> _used = [];
    private List<Finding>? _findings;

    public Claim Claim => claim;
    public Ledger Ledger { get; set; } = null!;
    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];
    public UsedAmount[] Used => [.. _used];
    public RoundingUnit RoundEach => book.RoundEach;

    /// <summary>The row of a table for the claim.</summary>
    public int Row<T>(Table<T> table) => claimRows[table.Index];

    /// <summary>The row of a table for one item.</summary>
    public int Row<T>(Table<T> table, int item) =>
        table.IsOfItem ? itemRows[item * book.ItemTables + table.Index] : claimRows[table.Index];

    public DateOnly Day(DecidingDay decidedBy) => decidedBy switch
    {
        DecidingDay.Admission => claim.Admitted ?? claim.Discharged,
        DecidingDay.Filing => claim.Filed ?? claim.Discharged,
        _ => claim.Discharged,
    };

    /// <summary>What was used of a running sum before this claim, in the period that the claim's day lies in.</summary>
    public long Before(int slot, string? each = null) => history.Of(slot, each, Since(slot));

    /// <summary>Adds to a running sum.</summary>
    public void Use(int slot, long value, string? each = null)
    {
        if (value != 0)
            _used.Add(new(slot, each, Since(slot), value));
    }

    public void Found(Finding finding) => (_findings ??= []).Add(finding);

    private DateOnly Since(int slot) => book.Year.Start(book.Legend.Slots[slot].Per, Day(book.DecidedBy));
}
