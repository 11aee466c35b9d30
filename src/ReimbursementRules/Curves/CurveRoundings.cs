using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Says how far settlements may be from the pieces of a curve where their own roundings do not say it: of chords, and of formulas
/// near another one, where a rounding may have the settlement go by that.</summary>
internal sealed class CurveRoundings(CurvePoints points)
{
    /// <summary>Of so many amounts in a row each is tried, and of more only some.</summary>
    private const int Most = 256;

    /// <summary>So many pieces to each side are looked at, since those of a few cents may lie between.</summary>
    private const int Beside = 4;

    /// <summary>How far settlements may be from the chord between two amounts, for each bearer, in cents. Of a short one all are tried.
    /// Of a long one some are: half as much again as it is bent there, and the roundings.</summary>
    public static ImmutableArray<Ratio> OfChord(CurvePoint low, CurvePoint high, CurvePoints points)
    {
        if (high.At - low.At <= Most)
            return [.. CurvePiece.OffChord(low, high, Row(low.At, high.At, points))];
        CurvePoint[] tried = [low, .. CurvePieces.Between(low, high, points), high];
        Ratio[] off = [.. CurvePiece.OffChord(low, high, tried)];
        return
        [
            .. off.Select(
                (one, bearer) =>
                    Array.TrueForAll(tried, point => !point.Exact.IsEmpty)
                        ? Bent(tried, bearer)
                        : one * Ratio.Of(2) + Ratio.Of(tried.Length)
            ),
        ];
    }

    /// <summary>The pieces, each with how far settlements are from it beside the others.</summary>
    public IReadOnlyList<CurvePiece> Widen(IReadOnlyList<CurvePiece> pieces) =>
        [.. pieces.Select((piece, i) => piece.IsFormula ? Widened(piece, pieces, i) : piece)];

    private CurvePiece Widened(CurvePiece piece, IReadOnlyList<CurvePiece> pieces, int at)
    {
        var beside = new Ratio[piece.First.Cents.Length];
        for (var i = Math.Max(0, at - Beside); i < Math.Min(pieces.Count, at + Beside + 1); i++)
            if (i != at && pieces[i].IsFormula)
                Hold(piece, pieces[i], beside);
        return piece with { Beside = [.. beside] };
    }

    /// <summary>Notes how far settlements are from a formula where another one is near enough for them to go by it. Where they do, the two
    /// are near for every bearer, so that each has a stretch of its own.</summary>
    private void Hold(CurvePiece piece, CurvePiece other, Ratio[] beside)
    {
        var isBelow = other.To < piece.From;
        var (border, length) = (isBelow ? piece.From : piece.To, piece.To - piece.From);
        var way = isBelow ? 1 : -1;
        var zones = Enumerable.Range(0, beside.Length).Select(bearer => Near(piece, other, bearer, border, way, length)).ToList();
        var tried = Math.Min(zones.Max(zone => zone.To), Most);
        foreach (var point in isBelow ? Row(border, border + tried, points) : Row(border - tried, border, points))
            for (var bearer = 0; bearer < beside.Length; bearer++)
                beside[bearer] = Larger(beside[bearer], (piece.At(bearer, point.At) - Ratio.Of(point.Cents[bearer])).Abs());
        for (var bearer = 0; bearer < beside.Length; bearer++)
            if (zones[bearer] is var (from, to) && to > Most)
                foreach (var end in (long[])[border + way * from, border + way * to])
                    beside[bearer] = Larger(beside[bearer], other.Rounding(bearer) + (other.At(bearer, end) - piece.At(bearer, end)).Abs());
    }

    /// <summary>From how many cents behind a border, and to how many, the formula beside a piece is so near to its own that its roundings
    /// reach farther than those of the piece; at most the length of the piece, and 0 to 0 where it nowhere is. Which of two amounts is the
    /// less, or the larger, is then for roundings to say.</summary>
    private static (long From, long To) Near(CurvePiece piece, CurvePiece other, int bearer, long border, int way, long length)
    {
        var most = other.Rounding(bearer) - piece.Rounding(bearer);
        if (most <= Ratio.Zero)
            return (0, 0);
        var apart = other.At(bearer, border) - piece.At(bearer, border);
        var grows = (other.Slope(bearer) - piece.Slope(bearer)) * Ratio.Of(way);
        if (apart < Ratio.Zero)
            (apart, grows) = (-apart, -grows);
        if (grows.IsZero)
            return (0, apart.IsZero || apart > most ? 0 : length);
        if (grows > Ratio.Zero && apart > most)
            return (0, 0);
        var from = grows > Ratio.Zero || apart <= most ? 0 : ((apart - most) / grows.Abs()).Floor();
        var to = ((grows > Ratio.Zero ? most - apart : most + apart) / grows.Abs()).Floor();
        return from > length ? (0, 0) : ((long)from, to < length ? (long)to : length);
    }

    /// <summary>How far what is exact may be from a chord, half as far again as it was found to be, and the settlement from that.</summary>
    private static Ratio Bent(CurvePoint[] tried, int bearer)
    {
        var (low, high) = (tried[0], tried[^1]);
        var (from, to) = (low.Exact[bearer].Value, high.Exact[bearer].Value);
        var bent = tried.Max(point =>
            (from + (to - from) * (Ratio.Of(point.At - low.At) / Ratio.Of(high.At - low.At)) - point.Exact[bearer].Value).Abs()
        );
        var ends = Larger((from - Ratio.Of(low.Cents[bearer])).Abs(), (to - Ratio.Of(high.Cents[bearer])).Abs());
        return ends + bent * new Ratio(3, 2) + tried.Max(point => point.Exact[bearer].Rounding);
    }

    private static IEnumerable<CurvePoint> Row(long from, long to, CurvePoints points)
    {
        for (var at = from; at <= to; at++)
            yield return points[at];
    }

    private static Ratio Larger(Ratio one, Ratio other) => one >= other ? one : other;
}
