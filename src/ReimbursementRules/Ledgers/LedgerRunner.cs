using ReimbursementRules.Cases;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>Does the operations of a case one after another, and compares after each.</summary>
internal static class LedgerRunner
{
    public static CaseResult Run(Rulebook rulebook, LedgerCase @case)
    {
        var found = new ProblemLog();
        var noted = @case.Operations[0].Node.Problems.Count;
        var ledgers = CaseLedgers.Open(rulebook, @case.History);
        var day = rulebook.From;
        foreach (var (i, operation) in @case.Operations.Index())
        {
            day = operation.On ?? (operation.Day > day ? operation.Day.Value : day);
            ledgers = Do(operation, ledgers, day, new(new(found, new BilingualText($"operation {i + 1}: ", $"第 {i + 1} 项操作："))));
            day = operation.Closes >= day && operation.Closes < DateOnly.MaxValue ? operation.Closes.Value.AddDays(1) : day;
        }

        found.AddRange(@case.Operations[0].Node.Problems.Since(noted));
        return new(@case.Name, @case.Place, found.Told());
    }

    /// <summary>The ledgers after the operation; as they were where it is refused.</summary>
    private static CaseLedgers Do(LedgerOperation operation, CaseLedgers before, DateOnly day, LedgerComparison comparison)
    {
        try
        {
            var after = operation.Do(before with { Mismatches = [], Aged = [] }, day, operation.Clerk);
            comparison.Compare(operation, before, after);
            return after;
        }
        catch (ProblemException e) when (e is LedgerException or InputException)
        {
            comparison.CompareRefused(operation, e);
            return before;
        }
    }
}
