using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Settles where one piece ends and the next begins. Near a bend roundings may take the other way for some cents; these belong to
/// the formulas beside them, as far as these foretell them.</summary>
internal sealed class CurveBorders(CurvePoints points)
{
    /// <summary>A piece of at most so many cents may come of roundings.</summary>
    private const int Narrow = 40;

    public IReadOnlyList<CurvePiece> Settle(List<CurvePiece> pieces)
    {
        var settled = new List<CurvePiece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var end = i;
            while (end < pieces.Count && pieces[end].To - pieces[end].From < Narrow)
                end++;
            if (end == i)
                settled.Add(pieces[i]);
            else
            {
                settled.AddRange(Absorbed(settled, pieces[i..end], end < pieces.Count ? pieces[end] : null, out var above));
                if (above is not null)
                    pieces[end] = above;
                i = end - 1;
            }
        }

        for (var i = 1; i < settled.Count; i++)
            (settled[i - 1], settled[i]) = AtCrossing(settled[i - 1], settled[i]);
        return settled;
    }

    /// <summary>What is left of narrow pieces when the wide ones beside them have taken what they foretell.</summary>
    private List<CurvePiece> Absorbed(List<CurvePiece> settled, List<CurvePiece> narrow, CurvePiece? above, out CurvePiece? taken)
    {
        var (from, to) = (narrow[0].From, narrow[^1].To);
        if (settled.Count > 0)
            settled[^1] = settled[^1] with { To = (from = Up(settled[^1], from, to)) - 1 };
        if (above is not null)
            above = above with { From = (to = Down(above, from, to)) + 1 };
        taken = above;
        return
        [
            .. narrow
                .Where(piece => piece.To >= from && piece.From <= to)
                .Select(piece => piece with { From = Math.Max(piece.From, from), To = Math.Min(piece.To, to) }),
        ];
    }

    private long Up(CurvePiece piece, long from, long to)
    {
        while (from <= to && piece.IsFormula && piece.First.Foretells(points[from]))
            from++;
        return from;
    }

    private long Down(CurvePiece piece, long from, long to)
    {
        while (from <= to && piece.IsFormula && piece.First.Foretells(points[to]))
            to--;
        return to;
    }

    /// <summary>The border at the first cent at or above the crossing of two lines, where both sides foretell what lies between.</summary>
    private (CurvePiece Below, CurvePiece Above) AtCrossing(CurvePiece below, CurvePiece above)
    {
        if (!below.IsFormula || !above.IsFormula || Crossing(below, above) is not { } border || border == above.From)
            return (below, above);
        if (Math.Abs(border - above.From) > Narrow || border <= below.From || border > above.To)
            return (below, above);
        for (var at = Math.Min(border, above.From); at < Math.Max(border, above.From); at++)
            if (!(at < border ? below : above).First.Foretells(points[at]))
                return (below, above);
        return (below with { To = border - 1 }, above with { From = border });
    }

    private static long? Crossing(CurvePiece below, CurvePiece above)
    {
        long? crossing = null;
        foreach (var (one, other) in below.First.Trends.Zip(above.First.Trends))
        {
            if (one.Slope == other.Slope)
                continue;
            var way = (other.At(Ratio.Of(below.First.At - above.First.At)) - one.Value) / (one.Slope - other.Slope);
            var at = below.First.At - (long)(-way).Floor();
            if (crossing is { } known && known != at)
                return null;
            crossing = at;
        }

        return crossing;
    }
}
