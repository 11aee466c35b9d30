using ReimbursementRules.Settlements;

namespace ReimbursementRules.Benchmarks;

/// <summary>Nothing is timed before all have agreed on every claim.</summary>
public static class Agreement
{
    public static void Demand(Rulebook rulebook, IReadOnlyList<Job> jobs)
    {
        for (var i = 0; i < jobs.Count; i++)
        {
            var byDecimal = HandWrittenDecimal.Settle(jobs[i].Plain);
            var byCents = HandWrittenCents.Settle(jobs[i].Plain);
            var settlement = rulebook.Settle(jobs[i].Claim, jobs[i].History);
            var byRules = Plain(settlement);
            if (!Same(byDecimal, byCents) || !Same(byDecimal, byRules))
                throw new InvalidOperationException(
                    $"Claim {i}: by hand in decimals {byDecimal}, by hand in cents {byCents}, by rules {byRules}."
                );
        }
    }

    private static PlainResult Plain(Settlement settlement) =>
        new(
            settlement.PaidBy("fund").InYuan,
            settlement.PaidBy("critical_illness").InYuan,
            settlement.PaidBy("medical_aid").InYuan,
            settlement.Patient.InYuan,
            [.. settlement.Items.Select(item => item.InScope.InYuan)]
        );

    private static bool Same(PlainResult a, PlainResult b) =>
        a.Fund == b.Fund
        && a.Critical == b.Critical
        && a.Aid == b.Aid
        && a.Patient == b.Patient
        && a.InScope.AsSpan().SequenceEqual(b.InScope);
}
