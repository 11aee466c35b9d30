using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Looks for the amount of a case and compares it, and what comes of the claim with it.</summary>
internal static class SolveRunner
{
    private const int Pieces = 512;

    public static CaseResult Run(Rulebook rulebook, SolveCase of)
    {
        var problems = new ProblemLog();
        var noted = of.Expect.Problems.Count;
        var mismatches = new Mismatches(problems, new("", ""));
        try
        {
            Compare(rulebook, of, mismatches);
        }
        catch (InputException e)
        {
            mismatches.CompareInvalid(e, null);
        }

        problems.AddRange(of.Expect.Problems.Since(noted));
        return new(of.Name, of.Place, problems.Told());
    }

    private static void Compare(Rulebook rulebook, SolveCase of, Mismatches mismatches)
    {
        var (name, value) = of.Goal;
        if (NamedSum.Named(rulebook.Compiled.Legend, name, mismatches) is not { } sum)
            return;
        var ratio = sum.IsRatio ? mismatches.Ratio(value) : null;
        if ((sum.IsRatio ? (long?)ratio?.Units : value.SignedMoney()?.Cents) is not { } goal)
            return;
        var found = Found(rulebook.Unwatched(), of, cents => Point(cents, sum, ratio), goal);
        if (Solved(of.Expect["solved"], found, mismatches) is not { } amount)
            return;
        var settlement = rulebook.Settle(With(of, amount), of.History);
        new Comparison(mismatches, [settlement]).Compare(settlement, of.Expect, "solved");
    }

    /// <summary>What comes out for an amount.</summary>
    private static Func<Settlement, AmountPoint> Point(long cents, NamedSum sum, WrittenRatio? ratio) =>
        settlement =>
        {
            var amount = sum.AmountOf([settlement]);
            var point = AmountPoint.Of(cents, amount, settlement);
            if (ratio is not { } written)
                return point;
            var whole = sum.WholeOf([settlement]);
            return written.Like(amount, whole).Units is not { } units
                ? point with
                {
                    Sum = -1,
                    SumRoundings = long.MaxValue / 4,
                }
                : point with
                {
                    Sum = (long)units,
                    SumRoundings = (long)Int128.Min((Int128)point.Roundings * written.Hundred / whole.Cents + 2, long.MaxValue / 4),
                };
        };

    /// <summary>Every amount for which the sum comes out as asked, as stretches in cents.</summary>
    private static IReadOnlyList<(long From, long To)> Found(
        Rulebook rulebook,
        SolveCase of,
        Func<long, Func<Settlement, AmountPoint>> point,
        long goal
    )
    {
        var search = new AmountSearch(cents => point(cents)(rulebook.Settle(With(of, Money.FromCents(cents)), of.History)), goal);
        search.Run(AmountRange.Of(of.From.Cents, of.To.Cents, Pieces, rulebook.EdgesOf(of.Claim, of.Item).Select(edge => edge.Cents)));
        return search.Found;
    }

    /// <summary>The amount with which the claim is settled: the one that is expected, where it is among those found, and else the least of
    /// them. Null where there is none, or where the least is another than expected.</summary>
    private static Money? Solved(Node value, IReadOnlyList<(long From, long To)> found, Mismatches mismatches)
    {
        Money? least = found.Count > 0 ? Money.FromCents(found[0].From) : null;
        if (value.Raw == SolveCase.None)
        {
            if (least is { } some)
                mismatches.Add(value, new("none", "无"), Mismatches.Same(some.ToReadable()), "solved");
            return null;
        }

        if (value.SignedMoney() is not { } expected)
            return null;
        if (least is null)
        {
            mismatches.Add(value, Mismatches.Same(expected.ToReadable()), new("none", "无"), "solved");
            return null;
        }

        if (Rounded(least.Value, value.Raw) != expected)
        {
            mismatches.Add(value, Mismatches.Same(expected.ToReadable()), Mismatches.Same(least.Value.ToReadable()), "solved");
            return null;
        }

        return found.Any(stretch => stretch.From <= expected.Cents && expected.Cents <= stretch.To) ? expected : least;
    }

    /// <summary>An amount, rounded half up to as many decimals as are written.</summary>
    private static Money Rounded(Money amount, string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var unit =
            point < 0 ? 100
            : written.Length - point == 2 ? 10
            : 1;
        return Money.FromCents((long)Rounding.Divide(amount.Cents, unit) * unit);
    }

    private static Claims.Claim With(SolveCase of, Money amount) =>
        of.Claim with
        {
            Items = of.Claim.Items.SetItem(of.Item, of.Claim.Items[of.Item] with { Amount = amount }),
        };
}
