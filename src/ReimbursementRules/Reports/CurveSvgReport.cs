using System.Globalization;
using System.Numerics;
using System.Text;
using ReimbursementRules.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Draws curves as one SVG picture: of one curve a line for each that bears anything, of several what the patient bears by each.
/// Every line has its name beside it and a pattern of its own; there is no script and no outside resource.</summary>
public static class CurveSvgReport
{
    private const int Width = 960;
    private const int Height = 540;
    private const int Left = 110;
    private const int Right = 700;
    private const int Top = 60;
    private const int Bottom = 480;
    private const int LineHeight = 20;
    private const int Ticks = 4;

    private static readonly string[] Dashes = ["", "8 4", "2 3", "12 3 2 3", "4 2", "1 2", "10 6", "6 2 2 2 2 2"];
    private static readonly string[] Tones = ["#1b4f8a", "#a33b20", "#2f6f3e", "#6b3fa0", "#8a6d00", "#0e7078", "#8c2f6b", "#444444"];

    /// <summary>The picture, well-formed XML, with a title and a description that says what the lines show.</summary>
    /// <param name="curves">The curves, at least one, all of the same amounts.</param>
    /// <param name="language">The language of the picture.</param>
    /// <exception cref="ArgumentException">There is no curve.</exception>
    public static string Write(IReadOnlyList<NamedCurve> curves, Language language = Language.English)
    {
        var all = Given.Each(curves);
        if (all.Count == 0)
            throw new ArgumentException("There is no curve to draw.", nameof(curves));
        var first = all[0].Curve;
        var lines = all.Count == 1 ? Bearers(first, language) : [.. all.Select(named => Patient(named, language))];
        var most = lines.SelectMany(line => line.Points).Select(point => point.Cents).Append(BigInteger.One).Max();
        var least = lines.SelectMany(line => line.Points).Select(point => point.Cents).Append(BigInteger.Zero).Min();
        var picture = new Frame(first.What.From.Cents, Math.Max(first.What.To.Cents, first.What.From.Cents + 1), least, most);
        var title = Html.Escape(CurveWords.Head(first, language));
        var svg = new StringBuilder();
        svg.Append(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" "
                + "role=\"img\" aria-labelledby=\"curve-title curve-desc\" font-family=\"sans-serif\" font-size=\"14\">\n"
        );
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"curve-title\">{title}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"curve-desc\">{Html.Escape(Description(lines, language))}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"30\" font-size=\"16\">{title}</text>\n");
        Axes(svg, picture);
        foreach (var (i, line) in lines.Index())
            Line(svg, picture, line, i, lines.Count);
        return svg.Append("</svg>\n").ToString();
    }

    private static IReadOnlyList<DrawnLine> Bearers(Curve curve, Language language) =>
        [
            .. curve
                .Bearers.Select((bearer, i) => new DrawnLine(bearer.Title.In(language), Points(curve, i)))
                .Where(line => line.Points.Any(point => !point.Cents.IsZero)),
        ];

    private static DrawnLine Patient(NamedCurve named, Language language)
    {
        var bearer = named.Curve.Bearers.Index().First(one => one.Item.Id == "patient");
        return new(bearer.Item.Title.In(language) + Words.Comma.In(language) + named.Name.In(language), Points(named.Curve, bearer.Index));
    }

    private static IReadOnlyList<(BigInteger At, BigInteger Cents)> Points(Curve curve, int bearer) =>
        [
            .. curve.Segments.SelectMany(segment =>
                ((Money[])[segment.From, segment.To]).Select(at => ((BigInteger)at.Cents, segment.CentsAt(bearer, at).Round()))
            ),
        ];

    private static void Axes(StringBuilder svg, Frame picture)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Top}V{Bottom}H{Right}\" fill=\"none\" stroke=\"#333333\"/>\n");
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var (at, cents) = (
                picture.From + (picture.To - picture.From) * tick / Ticks,
                picture.Least + (picture.Most - picture.Least) * tick / Ticks
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{picture.X(at)}\" y=\"{Bottom + LineHeight}\" text-anchor=\"middle\">{Show(at)}</text>\n"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 8}\" y=\"{picture.Y(cents)}\" text-anchor=\"end\">{Show(cents)}</text>\n"
            );
        }
    }

    private static void Line(StringBuilder svg, Frame picture, DrawnLine line, int place, int count)
    {
        var (dash, tone) = (Dashes[place % Dashes.Length], Tones[place % Tones.Length]);
        var points = string.Join(' ', line.Points.Select(point => $"{picture.X(point.At)},{picture.Y(point.Cents)}").Distinct());
        var pattern = dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";
        var y = Top + LineHeight * (count > (Bottom - Top) / LineHeight ? place % ((Bottom - Top) / LineHeight) : place);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{tone}\" stroke-width=\"2\"{pattern}/>\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M{Right + 10} {y}H{Right + 45}\" stroke=\"{tone}\" stroke-width=\"2\"{pattern}/>\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Right + 52}\" y=\"{y + 5}\" fill=\"{tone}\">{Html.Escape(line.Name)}</text>\n"
        );
    }

    private static string Description(IReadOnlyList<DrawnLine> lines, Language language) =>
        string.Join(
            Words.Semicolon.In(language),
            lines.Select(line =>
                line.Name
                + Words.Colon.In(language)
                + string.Join(" → ", line.Points.Distinct().Select(one => $"{Show(one.At)} {Show(one.Cents)}"))
            )
        );

    private static string Show(BigInteger cents) => Money.FromCents((long)cents).ToReadable();

    private sealed record DrawnLine(string Name, IReadOnlyList<(BigInteger At, BigInteger Cents)> Points);

    /// <summary>Where amounts lie in the picture, in whole pixels.</summary>
    private sealed record Frame(BigInteger From, BigInteger To, BigInteger Least, BigInteger Most)
    {
        public BigInteger X(BigInteger at) => Left + (at - From) * (Right - Left) / (To - From);

        public BigInteger Y(BigInteger cents) => Bottom - (cents - Least) * (Bottom - Top) / (Most - Least);
    }
}
