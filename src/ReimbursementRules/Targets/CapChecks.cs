using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>What several funds together pay at most in a year: of each the highest ceiling that it has in the case.</summary>
internal static class CapChecks
{
    public static void Look(CompiledRulebook book, TableTarget target, TargetBound bound, TargetFindings findings)
    {
        var caps = TableTargetChecks
            .Steps(book, target.Policy)
            .Where(at => book.Legend.Steps[at.Step.Index].Per == Period.Year)
            .Select(at => (at.Layer, Stated: at.Step.Stated!))
            .ToList();
        var funds = caps.Select(cap => cap.Layer.Payer).Distinct().ToList();
        if (funds.Count < target.Policy.Funds.Names.Count)
            return;
        var cases = new Combinations(
            [.. caps.Select(cap => RuleTables.Narrowed(TableTargetChecks.Tables(book, cap.Stated).Single()))],
            book.Leanings.OfClaim.Facts,
            target.When,
            TableTargetChecks.CodesOf(book, target)
        );
        if (cases.IsTooLarge)
        {
            findings.TooLarge(caps[0].Stated);
            return;
        }

        foreach (var codes in cases.All())
        {
            var stated = caps.Select((cap, i) => (Cap: cap, Rows: cases.Rows(codes, i..(i + 1))))
                .Where(one => one.Rows is not null)
                .Select(one =>
                    (one.Cap.Layer, Row: one.Cap.Stated.Rows[one.Rows![0]], Cents: one.Cap.Stated.Value(one.Rows).Amount!.AtLast)
                )
                .ToList();
            var highest = stated.GroupBy(one => one.Layer.Payer).Select(same => same.MaxBy(one => one.Cents)).ToList();
            if (highest.Count < funds.Count)
                continue;
            var sum = (long)Int128.Min(highest.Aggregate((Int128)0, (all, one) => all + one.Cents), long.MaxValue);
            findings.Asked(highest[0].Row, Margins.OfAmount(sum, null, bound), cases.Words(codes));
            if (BoundWords.MissOfAmount(sum, null, bound) is { } said)
                findings.Miss(highest[0].Layer, highest[0].Row, new($"together {said.En}", $"合计 {said.Zh}"), cases.Words(codes));
        }
    }
}
