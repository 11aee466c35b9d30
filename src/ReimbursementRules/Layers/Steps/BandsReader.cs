using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Reads what a row of tiers says: a rate, a rate that grows with a number of the claim, the share that another party owes, or a
/// list of bands.</summary>
internal static class BandsReader
{
    public static Bands Read(Node node, LayerContext layer) =>
        node.IsSequence ? Listed(node)
        : node.IsMapping ? Growing(node, layer)
        : node.Raw == "liable_share" ? new([0], [0], IsLiableShare: true)
        : new([0], [node.Rate().Millionths]);

    private static Bands Growing(Node node, LayerContext layer)
    {
        node.OnlyKeys("rate", "add", "each", "at_most");
        var (rate, add, each) = (node["rate"].Rate(), node["add"].Rate(), layer.NumberFact(node["each"]));
        var most = node.Optional("at_most")?.Rate().Millionths ?? Rate.WholeMillionths;
        return new([0], [rate.Millionths], each is null ? null : new(each, add.Millionths, most));
    }

    private static Bands Listed(Node node)
    {
        if (node.Elements.Count == 0)
            node.Wrong(
                "bands.empty",
                "expected at least one band, such as { above: 0, rate: 80% }.",
                "至少应有一段，如 { above: 0, rate: 80% }。"
            );
        var above = new List<long>();
        var rates = new List<int>();
        foreach (var band in node.Elements)
        {
            band.OnlyKeys("above", "rate");
            var edge = band["above"].Money().Cents;
            if (above.Count == 0 && edge != 0)
                band["above"]
                    .Wrong(
                        "bands.start",
                        "the first band begins above 0. Write { above: 0, rate: 0% } first where nothing is paid below.",
                        "第一段应从 0 开始。下方不支付时请先写 { above: 0, rate: 0% }。"
                    );
            if (above.Count > 0 && edge <= above[^1])
                band["above"]
                    .Wrong(
                        "bands.order",
                        "the bands must rise: this one does not begin above the one before it.",
                        "各段应递增：本段的起点不高于前一段。"
                    );
            above.Add(edge);
            rates.Add(band["rate"].Rate().Millionths);
        }

        return new([.. above], [.. rates]);
    }
}
