using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>What one payer pays on one day.</summary>
/// <param name="Day">The day of the posting.</param>
/// <param name="Clerk">The clerk; null for all of them together.</param>
/// <param name="Scheme">The members' scheme; null for all of them together, and for members without one.</param>
/// <param name="Payer">The payer; the personal account under its id; or <c>cash</c> and <c>hospital</c> for what patients pay and hospitals
/// bear.</param>
/// <param name="Amount">The sum of the lines; below zero where more was taken back than settled.</param>
public sealed partial record DailyTotal(DateOnly Day, string? Clerk, Scheme? Scheme, string Payer, Money Amount)
{
    /// <inheritdoc cref="DailyTotal" path="/param[@name='Payer']/node()"/>
    public string Payer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Payer);
}

/// <summary>The totals of each day, and whether those that someone states agree with the lines.</summary>
public static class DailyTotals
{
    /// <summary>The totals by day, clerk, scheme and payer, of payers, cash and hospitals; together they are the bills. Held lines do not
    /// count.</summary>
    public static ImmutableArray<DailyTotal> Of(IEnumerable<LedgerLine> lines) =>
        [
            .. Given
                .All(lines)
                .SelectMany(Amounts)
                .GroupBy(total => total with { Amount = Money.Zero })
                .Select(same => same.Key with { Amount = same.Sum(total => total.Amount) })
                .OrderBy(total => total.Day)
                .ThenBy(total => total.Clerk, StringComparer.Ordinal)
                .ThenBy(total => total.Scheme),
        ];

    /// <summary>Names every stated total that is not the sum of the lines, and the payers of a day of which no total is stated.</summary>
    /// <param name="lines">The lines of one or more ledgers.</param>
    /// <param name="stated">The stated totals. One without a clerk or scheme is that of all of them together.</param>
    public static ImmutableArray<Mismatch> Compare(IEnumerable<LedgerLine> lines, IEnumerable<DailyTotal> stated)
    {
        var ours = Of(lines);
        var theirs = Given.All(stated).ToList();
        var unstated = ours.Where(total => total.Payer is not ("cash" or "hospital") && !theirs.Exists(other => Covers(other, total)))
            .GroupBy(total => (total.Day, total.Payer))
            .Select(same => new Mismatch(
                MismatchKind.MissingThere,
                same.Key.Day,
                "",
                same.Key.Payer,
                same.Sum(total => total.Amount),
                Money.Zero
            ))
            .Where(mismatch => mismatch.Ours != Money.Zero);
        return
        [
            .. theirs
                .GroupBy(total => total with { Amount = Money.Zero })
                .SelectMany(same => Compare(ours, [.. same]))
                .Concat(unstated)
                .OrderBy(mismatch => mismatch.Day),
        ];
    }

    private static IEnumerable<Mismatch> Compare(ImmutableArray<DailyTotal> ours, List<DailyTotal> same)
    {
        var covered = ours.Where(total => Covers(same[0], total)).ToList();
        var (here, there) = (covered.Sum(total => total.Amount), same.Sum(total => total.Amount));
        if (same.Count == 1 && here == there)
            yield break;
        var kind =
            same.Count > 1 ? MismatchKind.Duplicate
            : covered.Count == 0 ? MismatchKind.MissingHere
            : MismatchKind.Amount;
        yield return new(kind, same[0].Day, "", same[0].Payer, here, there) { Clerk = same[0].Clerk, Scheme = same[0].Scheme };
    }

    private static bool Covers(DailyTotal stated, DailyTotal total) =>
        stated.Day == total.Day
        && stated.Payer == total.Payer
        && (stated.Clerk ?? total.Clerk) == total.Clerk
        && (stated.Scheme ?? total.Scheme) == total.Scheme;

    private static IEnumerable<DailyTotal> Amounts(LedgerLine line)
    {
        var settlement = line.Settlement;
        return line.IsHeld
            ? []
            : line
                .Pays.Select(payer => Of(payer.Payer, payer.Amount))
                .Concat([Of("cash", settlement.Cash), Of("hospital", settlement.Hospital)]);

        DailyTotal Of(string payer, Money amount) => new(line.Posted, line.Clerk, settlement.Claim.Member.Scheme, payer, amount);
    }
}
