using ReimbursementRules.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes curves as a plain sheet of text for a fixed font: segments with marginal shares, bends, cliffs and ceilings.</summary>
public static class CurveTextReport
{
    /// <summary>The curves as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="curves">The curves; one without a name where there is only one.</param>
    /// <param name="language">The language of the sheet; names and references stay as the policy states them.</param>
    public static string Write(IReadOnlyList<NamedCurve> curves, Language language = Language.English)
    {
        var page = new TextPage();
        foreach (var (i, curve) in Given.Each(curves).Index())
        {
            if (i > 0)
                page.Line("");
            Write(page, curve, language);
        }

        return page.ToString();
    }

    private static void Write(TextPage page, NamedCurve named, Language language)
    {
        var curve = named.Curve;
        var name = named.Name.In(language);
        page.Title(CurveWords.Head(curve, language) + (name.Length == 0 ? "" : Words.InBrackets(name).In(language)));
        page.Wrapped("", CurveWords.Exactness(curve).In(language));
        page.Table(Segments(curve, language));
        Notes(page, CurveWords.Breaks, curve.Breaks, curve, language);
        Notes(page, CurveWords.Cliffs, [.. curve.Cliffs], curve, language);
        Notes(page, CurveWords.Caps, [.. curve.Caps], curve, language);
    }

    private static SheetTable Segments(Curve curve, Language language)
    {
        var columns = new SheetColumns<CurveSegment>(curve.Segments)
            .Right(CurveWords.From.In(language), segment => segment.From.ToReadable())
            .Right(CurveWords.To.In(language), segment => segment.To.ToReadable());
        foreach (var (i, bearer) in curve.Bearers.Index())
            if (curve.Segments.Any(segment => segment.Lines[i] is var line && (line.Start != Ratio.Zero || line.Slope != Ratio.Zero)))
                columns
                    .Right(bearer.Title.In(language), segment => CurveWords.Amount(segment.Lines[i].Start))
                    .Right(CurveWords.Of.In(language), segment => CurveWords.Percent(segment.Lines[i].Slope));
        return columns.Table(CurveWords.Segments.In(language), hasTotal: false);
    }

    private static void Notes(TextPage page, BilingualText title, IReadOnlyList<CurveBreak> breaks, Curve curve, Language language)
    {
        if (breaks.Count == 0)
        {
            page.Section(title.In(language));
            page.Line(CurveWords.Nowhere.In(language));
            return;
        }

        page.Notes(
            title.In(language),
            [.. breaks.Select(one => new SheetNote(one.At.ToReadable(), CurveWords.Say(one, curve).In(language), one.Cause?.Source))],
            language
        );
    }
}
