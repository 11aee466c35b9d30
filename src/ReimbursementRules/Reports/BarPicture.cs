using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Draws bars below one another, each row under its label, as SVG. Bars of values below zero go to the left of the others'
/// beginning.</summary>
internal sealed class BarPicture(IReadOnlyList<BarRow> rows, FlowSize size, Language language)
{
    private const int BarHeight = 130;
    private const int Gap = 120;
    private const int Top = 20;

    private readonly StringBuilder _svg = new();
    private readonly Int128 _least = rows.SelectMany(row => row.Bars).Select(bar => (Int128)bar.Value).Append(0).Min();
    private readonly Int128 _most = rows.SelectMany(row => row.Bars).Select(bar => (Int128)bar.Value).Append(1).Max();

    /// <summary>The picture for a desk or for a phone.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="size">The size.</param>
    /// <param name="name">A word for this picture among those of the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="language">The language of the words that it adds.</param>
    public static string Draw(IReadOnlyList<BarRow> rows, FlowSize size, string name, string title, Language language) =>
        new BarPicture(rows, size, language).Draw($"{name}-{size.Name}", title);

    /// <summary>Room for the longest amount is left beside the longest bar.</summary>
    private int BarsWidth => size.Width - size.FontSize * 12;

    private string Draw(string id, string title)
    {
        var y = Top;
        var body = new StringBuilder();
        foreach (var row in rows)
            y = Row(body, row, y);
        _svg.Append(
            $"<svg class=\"flow {size.Name}\" viewBox=\"0 0 {Px(size.Width)} {Px(y)}\" width=\"{Px(size.Width)}\" "
                + $"height=\"{Px(y)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n"
        );
        _svg.Append($"<title id=\"{id}-title\">{Html.Escape(title)}</title>\n<desc id=\"{id}-desc\">{Html.Escape(Description())}</desc>\n")
            .Append(body)
            .Append("</svg>\n");
        return _svg.ToString();
    }

    private int Row(StringBuilder svg, BarRow row, int y)
    {
        foreach (var line in Columns.Wrap(row.Label, size.Width / (size.FontSize * 6 / 10)))
        {
            svg.Append($"<text font-size=\"{Px(size.FontSize)}\" x=\"0.0\" y=\"{Px(y + size.FontSize)}\">{Html.Escape(line)}</text>\n");
            y += size.LineHeight;
        }

        y += 20;
        foreach (var bar in row.Bars)
        {
            Bar(svg, bar, y);
            y += BarHeight + 20;
        }

        return y + Gap - BarHeight / 2;
    }

    private void Bar(StringBuilder svg, Bar bar, int y)
    {
        var (from, to) = (At(Int128.Min(0, bar.Value)), At(Int128.Max(0, bar.Value)));
        var width = Math.Max(to - from, bar.Value == 0 ? 0 : 10);
        svg.Append($"<rect class=\"node {bar.Tone}\" x=\"{Px(from)}\" y=\"{Px(y)}\" width=\"{Px(width)}\" height=\"{Px(BarHeight)}\"/>");
        svg.Append(
            $"<text class=\"sum\" font-size=\"{Px(size.FontSize)}\" x=\"{Px(from + width + 50)}\" "
                + $"y=\"{Px(y + BarHeight - 20)}\">{Html.Escape(bar.Text)}</text>\n"
        );
    }

    private int At(Int128 value) => (int)((value - _least) * BarsWidth / (_most - _least));

    private string Description() =>
        string.Join(
            Words.Semicolon.In(language),
            rows.Select(row => $"{row.Label}{Words.Colon.In(language)}{string.Join(" → ", row.Bars.Select(bar => bar.Text))}")
        );

    /// <summary>Tenths of a pixel as a decimal number.</summary>
    private static string Px(int tenths) => $"{tenths / 10}.{tenths % 10}";
}

/// <summary>A label, and the bars under it.</summary>
internal sealed record BarRow(string Label, IReadOnlyList<Bar> Bars);

/// <summary>A bar as long as its value, with a text at its end.</summary>
internal sealed record Bar(long Value, string Text, string Tone);
