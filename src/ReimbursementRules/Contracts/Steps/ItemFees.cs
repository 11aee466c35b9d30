using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fees of a line: those of some items, or the whole bill.</summary>
internal static class ItemFees
{
    /// <summary>Notes the lines that do not state them.</summary>
    public static void Check(ContractRun run, IEnumerable<YearLine> lines, Table<bool>? items, string step)
    {
        foreach (var line in lines)
            if (items is not null && line.Claim.Items.IsEmpty)
                run.Missing("line.items", line, "items", step);
            else if (items is null && line.Line.Bill is null)
                run.Missing("line.bill", line, "bill", step);
    }

    public static Money Of(YearLine line, Table<bool>? items) =>
        items is null
            ? line.Line.Bill ?? Money.Zero
            : line.Claim.Items.Index().Where(item => line.Answers.Holds(items, item.Index)).Sum(item => item.Item.Amount);
}
