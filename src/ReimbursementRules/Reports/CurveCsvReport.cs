using System.Text;
using ReimbursementRules.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes curves as CSV (RFC 4180), a row for each segment and bearer, with exact numbers.</summary>
public static class CurveCsvReport
{
    private const string Head = "curve,from,to,proved,bearer,cents_at_from,slope,rounding_cents,cause,reference\r\n";

    /// <summary>The curves as CSV. Amounts that vary are in yuan; what is borne is in cents before it is rounded; a number that has more
    /// than 18 decimals is a quotient such as <c>1/3</c>. Cause and reference are those of the bend at which the segment begins.</summary>
    /// <param name="curves">The curves.</param>
    public static string Write(IReadOnlyList<NamedCurve> curves)
    {
        var csv = new StringBuilder(Head);
        foreach (var named in Given.Each(curves))
        foreach (var (i, segment) in named.Curve.Segments.Index())
        {
            var cause = i == 0 ? null : named.Curve.Breaks[i - 1].Cause;
            foreach (var line in segment.Lines)
                csv.AppendJoin(
                        ',',
                        (
                            (string[])
                                [
                                    named.Name.En,
                                    segment.From.ToString(),
                                    segment.To.ToString(),
                                    segment.IsProved ? "yes" : "no",
                                    line.Bearer.Id,
                                    line.Start.ToString(),
                                    line.Slope.ToString(),
                                    line.Rounding.ToString(),
                                    cause is null ? "" : $"{cause.Layer}.{cause.Step}".TrimEnd('.'),
                                    cause is null ? "" : cause.Source.ToString(),
                                ]
                        ).Select(Cell)
                    )
                    .Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
