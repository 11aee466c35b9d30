using System.Numerics;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Measures one quotient over the claims of a group and compares it with its bound, exactly.</summary>
/// <param name="measure">The quotient and its bound.</param>
/// <param name="group">The claims of the group, with the figures.</param>
/// <param name="all">All claims of the target, for a quotient that is compared with that of all providers.</param>
/// <param name="claims">The claims of the group, one by one.</param>
internal sealed class Measuring(Measure measure, Tally group, Tally all, IReadOnlyList<AskedClaim> claims)
{
    private const int MostShown = 10;

    private MeasureBound Bound => measure.Bound;

    private bool IsFloor => Bound.Kind is MeasureBoundKind.AtLeast or MeasureBoundKind.AtLeastMore or MeasureBoundKind.AtMostLess;

    public Measured Measure()
    {
        var over = group.Of(measure.Of.Numerator);
        var under = measure.Of.Denominator is { } sum ? group.Of(sum) : 100;
        var against =
            measure.AgainstAll ? all.Of(measure.Of)
            : measure.Against is { } other ? group.Of(other)
            : new Fraction(0, 1);
        if (under.Sign <= 0 || against is not { } compared)
            return new(TargetStatus.NotAsked, Yuan(over), Yuan(under), "", Asked(null), "", []);
        var (value, limit) = (new Fraction(over, under), Limit(compared));
        return (IsFloor ? value >= limit : value <= limit)
            ? new(TargetStatus.Met, Yuan(over), Yuan(under), Show(value), Asked(compared), "", [])
            {
                MetBy = Show(IsFloor ? value - limit : limit - value),
            }
            : new(
                TargetStatus.Missed,
                Yuan(over),
                Yuan(under),
                Show(value),
                Asked(compared),
                Show(IsFloor ? limit - value : value - limit),
                Pulling(limit)
            );
    }

    private Fraction Limit(Fraction against)
    {
        var number = Fraction.Millionths(Bound.Millionths);
        return Bound.Kind switch
        {
            MeasureBoundKind.AtLeastMore or MeasureBoundKind.AtMostMore => against + number,
            MeasureBoundKind.AtMostLess => against - number,
            MeasureBoundKind.AtMostTimes => against * number,
            MeasureBoundKind.AtLeast or MeasureBoundKind.AtMost => number,
            _ => throw UnknownKind.Of(Bound.Kind),
        };
    }

    /// <summary>The claims that stand and are beyond the bound when measured alone, the worst first.</summary>
    private IReadOnlyList<PullingClaim> Pulling(Fraction limit) =>
        [
            .. StandingLines
                .Of(claims)
                .Select(one => (one.Last.Claim, By: Beyond(new Tally(one.Lines, Figures.None, null), limit)))
                .Where(pull => pull.By > 0)
                .OrderByDescending(pull => pull.By)
                .ThenBy(pull => pull.Claim.Id, StringComparer.Ordinal)
                .Take(MostShown)
                .Select(pull => new PullingClaim(pull.Claim.Id, pull.Claim.Place, Yuan((pull.By * 2 + limit.Under) / (limit.Under * 2)))),
        ];

    /// <summary>What the numerator of a claim alone lacks, or has too much, to be at the bound; in hundredths times the bound's own
    /// divisor.</summary>
    private BigInteger Beyond(Tally alone, Fraction limit)
    {
        var beyond = alone.Of(measure.Of.Numerator) * limit.Under - limit.Over * (measure.Of.Denominator is { } sum ? alone.Of(sum) : 0);
        return IsFloor ? -beyond : beyond;
    }

    /// <summary>A share, or what is compared in points or multiples of one, is shown as a percentage.</summary>
    private string Show(Fraction value) => value.Show(Bound.IsPercent && Bound.Kind != MeasureBoundKind.AtMostTimes);

    private BilingualText Asked(Fraction? against)
    {
        var other = against is { } value && Bound.Kind > MeasureBoundKind.AtMost ? Show(value) : "";
        return Bound.Kind switch
        {
            MeasureBoundKind.AtLeast => new($"at least {Bound.Written}", $"至少 {Bound.Written}"),
            MeasureBoundKind.AtMost => new($"at most {Bound.Written}", $"至多 {Bound.Written}"),
            MeasureBoundKind.AtLeastMore => new($"at least {other} + {Bound.Written}", $"至少 {other} + {Bound.Written}"),
            MeasureBoundKind.AtMostLess => new($"at least {other} − {Bound.Written}", $"至少 {other} − {Bound.Written}"),
            MeasureBoundKind.AtMostMore => new($"at most {other} + {Bound.Written}", $"至多 {other} + {Bound.Written}"),
            MeasureBoundKind.AtMostTimes => new($"at most {Bound.Written} of {other}", $"至多为 {other} 的 {Bound.Written}"),
            _ => throw UnknownKind.Of(Bound.Kind),
        };
    }

    private static decimal Yuan(BigInteger hundredths) => (decimal)hundredths / 100m;
}
