using System.Collections.Immutable;
using System.Numerics;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>A piece of a curve: one formula, or a chord.</summary>
/// <param name="First">Its first amount that was looked at.</param>
/// <param name="Last">Its last.</param>
internal sealed record CurvePiece(CurvePoint First, CurvePoint Last)
{
    /// <summary>Of a chord, how far what was tried is from it for each bearer; none of a formula.</summary>
    public ImmutableArray<Ratio> Off { get; init; } = [];

    /// <summary>Of a formula, how far the settlement is from it for each bearer where the formula beside it is near; none where nobody
    /// looked.</summary>
    public ImmutableArray<Ratio> Beside { get; init; } = [];

    /// <summary>The first amount for which it holds, in cents.</summary>
    public long From { get; init; } = First.At;

    /// <summary>The last amount for which it holds, in cents.</summary>
    public long To { get; init; } = Last.At;

    public bool IsFormula => First.IsStraight && Off.IsEmpty;

    /// <summary>What a bearer bears at an amount, before it is rounded, in cents.</summary>
    public Ratio At(int bearer, long at) =>
        IsFormula
            ? First.Trends[bearer].At(Ratio.Of(at - First.At))
            : Ratio.Of(First.Cents[bearer]) + Slope(bearer) * Ratio.Of(at - First.At);

    public Ratio Slope(int bearer) => IsFormula ? First.Trends[bearer].Slope : ChordSlope(First, Last, bearer);

    public CurveSegment Segment(ImmutableArray<CurveBearer> bearers) =>
        new(
            Money.FromCents(From),
            Money.FromCents(To),
            IsFormula,
            [.. bearers.Select((bearer, i) => new CurveLine(bearer, At(i, From), Slope(i), Rounding(i)))]
        );

    /// <summary>How far amounts between two are from the chord, for each bearer, in cents.</summary>
    public static IEnumerable<Ratio> OffChord(CurvePoint low, CurvePoint high, IEnumerable<CurvePoint> between)
    {
        var points = between.ToList();
        return Enumerable
            .Range(0, low.Cents.Length)
            .Select(bearer =>
                points
                    .Select(point =>
                        (
                            Ratio.Of(low.Cents[bearer])
                            + ChordSlope(low, high, bearer) * Ratio.Of(point.At - low.At)
                            - Ratio.Of(point.Cents[bearer])
                        ).Abs()
                    )
                    .Append(Ratio.Zero)
                    .Max()
            );
    }

    private static Ratio ChordSlope(CurvePoint low, CurvePoint high, int bearer) =>
        low.At == high.At ? Ratio.Zero : new(high.Cents[bearer] - (BigInteger)low.Cents[bearer], high.At - (BigInteger)low.At);

    /// <summary>How far the settlement may be from the line of a bearer, in cents.</summary>
    public Ratio Rounding(int bearer) =>
        !IsFormula ? (Off.IsEmpty ? Ratio.Zero : Off[bearer])
        : Beside.IsEmpty ? Own(bearer)
        : ((Ratio[])[Own(bearer), Beside[bearer]]).Max();

    private Ratio Own(int bearer) =>
        Last.IsStraight ? ((Ratio[])[First.Trends[bearer].Rounding, Last.Trends[bearer].Rounding]).Max() : First.Trends[bearer].Rounding;
}
