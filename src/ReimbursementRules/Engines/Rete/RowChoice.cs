using ReimbursementRules.Engines.Grids;

namespace ReimbursementRules.Engines.Rete;

/// <summary>What a rule does: it chooses a row of its table.</summary>
internal abstract class RowChoice
{
    public abstract void Take(Question question);
}

/// <summary>The row that the rule was made of.</summary>
internal sealed class ChosenRow(int table, int row) : RowChoice
{
    public override void Take(Question question) => question.Choose(table, row);

    public override string ToString() => $"row {row}";
}

/// <summary>The row that applies, of a long table.</summary>
internal sealed class RowLookedUp(int table, Grid grid) : RowChoice
{
    public override void Take(Question question)
    {
        if (grid.Row(new(question.Codes)) is >= 0 and var row)
            question.Choose(table, row);
    }

    public override string ToString() => "the row that applies";
}
