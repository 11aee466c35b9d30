using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Says what makes a curve bend or jump between two of its pieces.</summary>
internal sealed class CurveBreaks(CurvePoints points, ImmutableArray<CurveBearer> bearers)
{
    /// <summary>So many cents from a border no rounding takes the way of the other side.</summary>
    private const int Inside = 64;

    public CurveBreak Between(CurvePiece below, CurvePiece above)
    {
        var legend = points.Legend;
        Ratio[] jumps = [.. bearers.Select((_, bearer) => Jump(below, above, bearer))];
        var marks = points[above.From + Math.Min(Inside, (above.To - above.From) / 2)].Marks;
        var mark = Mark(points[below.To - Math.Min(Inside, (below.To - below.From) / 2)].Marks, marks);
        return new(Money.FromCents(above.From), mark is null ? null : Cause(mark, legend), [.. jumps])
        {
            IsCliff = bearers.Select((bearer, i) => IsLost(bearer, jumps[i])).Contains(true),
            IsCap = mark is { Kind: StepKind.CapOnCost or StepKind.CapOnPayment, Choice: "cut" } && marks.Contains(mark),
        };
    }

    private static bool IsLost(CurveBearer bearer, Ratio jump) =>
        bearer.Id switch
        {
            "patient" => jump > Ratio.Zero,
            "account" or "cash" or "hospital" => false,
            _ => jump < Ratio.Zero,
        };

    /// <summary>By how much a bearer's line begins above the end of the line below; 0 where the two meet within the last cent.</summary>
    private static Ratio Jump(CurvePiece below, CurvePiece above, int bearer)
    {
        var jump = above.At(bearer, above.From) - below.At(bearer, above.From);
        var bend = (above.Slope(bearer) - below.Slope(bearer)).Abs();
        return jump.Abs() <= bend || (!(below.IsFormula && above.IsFormula) && jump.Abs() <= Ratio.Of(4)) ? Ratio.Zero : jump;
    }

    /// <summary>The first thing that is decided otherwise: a gate that refuses above and not below, or the reverse; else what a step
    /// chooses, else what is done above and not below, else what pays below and no more above.</summary>
    private static CurveMark? Mark(ImmutableArray<CurveMark> below, ImmutableArray<CurveMark> above) =>
        above.FirstOrDefault(mark => !below.Contains(mark) && mark.Gate >= 0)
        ?? below.FirstOrDefault(mark => !above.Contains(mark) && mark.Gate >= 0)
        ?? above.FirstOrDefault(mark => !below.Contains(mark) && below.Any(other => other with { Choice = mark.Choice } == mark))
        ?? above.FirstOrDefault(mark => !below.Contains(mark))
        ?? below.FirstOrDefault(mark => !above.Contains(mark) && Pays(mark))
        ?? below.FirstOrDefault(mark => !above.Contains(mark));

    private static bool Pays(CurveMark mark) => mark.Kind is StepKind.Band or StepKind.QuotaShare or StepKind.TopUp or StepKind.Account;

    private static CurveCause? Cause(CurveMark mark, Legend legend)
    {
        if (mark.Gate >= 0)
            return mark.Gate < legend.Gates.Count
                ? new(CurveCause.Gates, legend.Gates[mark.Gate].Id, null, legend.Gates[mark.Gate].Source)
                : null;
        if (mark.Row < 0)
            return null;
        var source = legend.Rows[mark.Row];
        return mark.Step < 0
            ? new(Legend.Catalogue, "", mark.Kind, source)
            : new(legend.Layers[legend.Steps[mark.Step].Layer].Id, legend.Steps[mark.Step].Id, mark.Kind, source);
    }
}
