using System.Text;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Draws how a bill flows through its parts to those who bear it, as SVG.</summary>
internal sealed class FlowPicture(Flow flow, FlowSize size, Settlement settlement, Language language)
{
    private readonly FlowLayout _layout = new(flow, size);
    private readonly StringBuilder _svg = new();

    /// <summary>The picture for a desk or for a phone; a sentence where the bill is zero.</summary>
    public static string Draw(Flow flow, FlowSize size, Settlement settlement, Language language) =>
        flow.Streams.Count == 0 ? "" : new FlowPicture(flow, size, settlement, language).Draw();

    private string Draw()
    {
        _svg.Append(
            $"<svg class=\"flow {size.Name}\" viewBox=\"0 0 {Px(size.Width)} {Px(_layout.Height)}\" "
                + $"width=\"{Px(size.Width)}\" height=\"{Px(_layout.Height)}\""
        );
        _svg.Append($" role=\"img\" aria-labelledby=\"{size.Name}-title {size.Name}-desc\">\n");
        _svg.Append(
            $"<title id=\"{size.Name}-title\">{Html.Escape(Words.Flow.In(language))}</title>\n<desc "
                + $"id=\"{size.Name}-desc\">{Html.Escape(Description())}</desc>\n"
        );
        var leaving = _layout.Edges(_layout.Sources, stream => stream.Source);
        var inParts = _layout.Edges(_layout.Parts, stream => stream.Part);
        var arriving = _layout.Edges(_layout.Bearers, stream => stream.Bearer);
        for (var i = 0; i < flow.Streams.Count; i++)
        {
            var tone = flow.Bearers[flow.Streams[i].Bearer].Tone;
            Band(FlowLayout.NodeWidth, leaving[i], size.PartsAt, inParts[i], _layout.Thickness[i], tone);
            Band(size.PartsAt + FlowLayout.NodeWidth, inParts[i], size.BearersAt, arriving[i], _layout.Thickness[i], tone);
        }

        foreach (var node in _layout.Sources.Concat(_layout.Parts).Concat(_layout.Bearers))
            Node(node);
        _svg.Append("</svg>\n");
        return _svg.ToString();
    }

    private void Band(int x1, int y1, int x2, int y2, int thickness, Tone tone)
    {
        var middle = (x1 + x2) / 2;
        _svg.Append(
            $"<path class=\"band {Class(tone)}\" d=\"M{Px(x1)} {Px(y1)}C{Px(middle)} {Px(y1)} {Px(middle)} {Px(y2)} {Px(x2)} {Px(y2)}"
        );
        _svg.Append(
            $"V{Px(y2 + thickness)}C{Px(middle)} {Px(y2 + thickness)} {Px(middle)} {Px(y1 + thickness)} {Px(x1)} "
                + $"{Px(y1 + thickness)}Z\"/>\n"
        );
    }

    private void Node(PlacedNode node)
    {
        _svg.Append(
            $"<rect class=\"node {Class(node.Node.Tone)}\" x=\"{Px(node.X)}\" y=\"{Px(node.Y)}\" "
                + $"width=\"{Px(FlowLayout.NodeWidth)}\" height=\"{Px(node.Height)}\"/>\n"
        );
        var x = node.X + FlowLayout.NodeWidth + 50;
        var y = node.Y + size.FontSize;
        _svg.Append($"<text font-size=\"{Px(size.FontSize)}\" y=\"{Px(y)}\">");
        foreach (var line in node.Label)
            _svg.Append($"<tspan x=\"{Px(x)}\"{Down(line, node)}>{Html.Escape(line)}</tspan>");
        _svg.Append(
            $"<tspan class=\"sum\" x=\"{Px(x)}\" dy=\"{Px(size.LineHeight)}\">{Money.FromCents(node.Cents).ToReadable()}</tspan></text>\n"
        );
    }

    private string Down(string line, PlacedNode node) => ReferenceEquals(line, node.Label[0]) ? "" : $" dy=\"{Px(size.LineHeight)}\"";

    private string Description()
    {
        List<(string Title, Money Amount)> bearers = [.. settlement.Payers.Select(payer => (payer.Title.In(language), payer.Amount))];
        if (new PartWords(settlement).Account is { } account)
            bearers.AddRange([
                (Words.PatientAccount(account).In(language), settlement.Account),
                (Words.PatientCash.In(language), settlement.Cash),
            ]);
        else
            bearers.Add((Words.Patient.In(language), settlement.Patient));
        bearers.Add((Words.Hospital.In(language), settlement.Hospital));
        return $"{Words.Bill.In(language)} {settlement.Bill.ToReadable()}{Words.Colon.In(language)}"
            + string.Join(Words.ListComma.In(language), bearers.Select(bearer => $"{bearer.Title} {bearer.Amount.ToReadable()}"));
    }

    private static string Class(Tone tone) => tone.ToString().ToLowerInvariant();

    /// <summary>Tenths of a pixel as a decimal number.</summary>
    private static string Px(int tenths) => $"{tenths / 10}.{tenths % 10}";
}
