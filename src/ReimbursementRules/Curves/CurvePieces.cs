using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Cuts the amounts that are asked into pieces on each of which one formula holds.</summary>
internal sealed class CurvePieces
{
    /// <summary>The most settlements, so that a search ends where nothing is straight.</summary>
    private const int Most = 100_000;

    /// <summary>A chord is taken where what was tried is no farther from it, in cents.</summary>
    private const int Near = 2;

    /// <summary>Of so many parts of a stretch, those at which a line is tried.</summary>
    private const int Parts = 8;

    private readonly CurvePoints _points;
    private readonly List<CurvePoint> _knots = [];

    private CurvePieces(CurvePoints points)
    {
        _points = points;
        var tried = points.Tried;
        _knots.Add(points[tried[0]]);
        foreach (var at in tried.Skip(1))
        {
            Between(_knots[^1], points[at], 0);
            _knots.Add(points[at]);
        }
    }

    /// <summary>The curve of a claim.</summary>
    public static Curve Of(Rulebook rulebook, Claim claim, VariedAmount what, CurvePoints points)
    {
        var bearers = CurveBearers.Of(points.Legend);
        var breaks = new CurveBreaks(points, bearers);
        var pieces = new CurveRoundings(points).Widen(new CurveBorders(points).Settle(new CurvePieces(points).Pieces()));
        return new(
            rulebook,
            claim,
            what,
            bearers,
            [.. pieces.Select(piece => piece.Segment(bearers))],
            [.. pieces.Skip(1).Zip(pieces, (piece, before) => breaks.Between(before, piece))]
        );
    }

    /// <summary>Finds the knots between two: between neighbours that are more than a cent apart a formula or a chord holds.</summary>
    private void Between(CurvePoint low, CurvePoint high, int depth)
    {
        if (high.At - low.At <= 1 || IsOfOneFormula(low, high) || IsNearChord(low, high) || _points.Count > Most)
            return;
        var middle = depth % 2 == 0 && Crossing(low, high) is { } crossing ? crossing : low.At + (high.At - low.At) / 2;
        Between(low, _points[middle], depth + 1);
        _knots.Add(_points[middle]);
        var next = middle + 1;
        if (next < high.At)
        {
            _knots.Add(_points[next]);
            Between(_points[next], high, depth + 1);
        }
    }

    private bool IsOfOneFormula(CurvePoint low, CurvePoint high) =>
        low.IsOnLineWith(high) && Between(low, high, _points).All(between => low.Foretells(between));

    private bool IsNearChord(CurvePoint low, CurvePoint high) =>
        !low.IsStraight
        && !high.IsStraight
        && CurvePiece.OffChord(low, high, Between(low, high, _points)).All(off => off <= Ratio.Of(Near));

    /// <summary>Amounts between two, at equal distances.</summary>
    public static IEnumerable<CurvePoint> Between(CurvePoint low, CurvePoint high, CurvePoints points)
    {
        var width = high.At - low.At;
        for (var part = 1; part < Parts; part++)
            if ((long)((Int128)width * part / Parts) is > 0 and var way)
                yield return points[low.At + way];
    }

    /// <summary>The last cent before the lines of two amounts cross; null where none do between them.</summary>
    private static long? Crossing(CurvePoint low, CurvePoint high)
    {
        if (!low.IsStraight || !high.IsStraight)
            return null;
        foreach (var (one, other) in low.Trends.Zip(high.Trends))
            if (one.Slope != other.Slope)
            {
                var way = (other.At(Ratio.Of(low.At - high.At)) - one.Value) / (one.Slope - other.Slope);
                if (way.Floor() is var cents && cents > 0 && cents < high.At - low.At)
                    return low.At + (long)cents;
            }

        return null;
    }

    /// <summary>The pieces between the knots: as long as one formula holds, or a chord each.</summary>
    private List<CurvePiece> Pieces()
    {
        var pieces = new List<CurvePiece>();
        foreach (var knot in _knots)
            if (pieces.Count == 0)
                pieces.Add(new(knot, knot));
            else if (pieces[^1] is var last && last.Last.At == knot.At)
                continue;
            else if (last.First.IsOnLineWith(knot))
                pieces[^1] = new(last.First, knot);
            else if (knot.At == last.Last.At + 1)
                pieces.Add(new(knot, knot));
            else if (last.First == last.Last)
                pieces[^1] = Chord(last.First, knot);
            else if (_points[last.Last.At + 1] is var next)
                pieces.Add(next.At == knot.At ? new(knot, knot) : Chord(next, knot));
        return pieces;
    }

    private CurvePiece Chord(CurvePoint low, CurvePoint high) => new(low, high) { Off = CurveRoundings.OfChord(low, high, _points) };
}
