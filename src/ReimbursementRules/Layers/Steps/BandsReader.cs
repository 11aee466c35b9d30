using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Reads what a row of tiers says: a rate, a rate that grows with a number of the claim, the share that another party owes, or a
/// list of bands.</summary>
internal static class BandsReader
{
    private static readonly KeyTable GrowingKeys = new(
        Need("rate", ValueForms.Rate, "比例：起点", "the rate at first"),
        Need("add", ValueForms.Rate, "提高几个百分点", "points that are added"),
        Need("each", ValueForms.Text, "各：随什么增长，是一个整数事实", "the fact, a number, with which it grows"),
        May("at_most", ValueForms.Rate, "不高于", "the highest rate")
    );

    private static readonly KeyTable BandKeys = new(
        Need("above", ValueForms.Money, "超过：从多少以上算起", "above which cost the band begins"),
        Need("rate", ValueForms.Rate, "比例：这一段的比例", "the rate of the band")
    );

    /// <summary>The tables of a step of tiers.</summary>
    public static TableForm Table { get; } =
        TableForm.Of(
            "bands",
            ValueForms.Either(
                ValueForms.Rate,
                ValueForms.List(BandKeys.Schema, 1),
                GrowingKeys.Schema,
                ValueForms.Words(("liable_share", "另一方应担的份额：看单据", "the share that another party owes"))
            )
        );

    public static BandsPolicy Read(Node node) =>
        node.IsSequence ? Listed(node)
        : node.IsMapping ? Growing(node)
        : node.Raw == "liable_share" ? new(Bands.Of(Rate.None) with { IsLiableShare = true }, null)
        : new(Bands.Of(node.Rate()), null);

    private static BandsPolicy Growing(Node node)
    {
        node.OnlyKeys(GrowingKeys);
        return new(
            Bands.Of(node["rate"].Rate()),
            new(node["each"].Word(), node["add"].Rate().Millionths, node.Optional("at_most")?.Rate().Millionths ?? Rate.WholeMillionths)
        );
    }

    private static BandsPolicy Listed(Node node)
    {
        if (node.Elements.Count == 0)
            node.Wrong(
                "bands.empty",
                "expected at least one band, such as { above: 0, rate: 80% }.",
                "至少应有一段，如 { above: 0, rate: 80% }。"
            );
        var above = new List<long>();
        var rates = new List<Rate>();
        foreach (var band in node.Elements)
        {
            band.OnlyKeys(BandKeys);
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
            rates.Add(band["rate"].Rate());
        }

        return new(new([.. above], [.. rates]) { Places = [.. node.Elements.Select(band => band.Place)] }, null);
    }
}

/// <summary>What a row of tiers says.</summary>
/// <param name="Bands">The bands, at their least rates.</param>
/// <param name="Growth">How the rate grows; null where it does not.</param>
internal sealed record BandsPolicy(Bands Bands, GrowthPolicy? Growth)
{
    /// <summary>Binds the number with which the rate grows, which is asked from now on.</summary>
    public Bands Bind(LayerContext layer) =>
        Growth is { } growth && layer.NumberFact(growth.Each) is { } each
            ? Bands with
            {
                Growth = new(each, growth.Add, growth.AtMost),
            }
            : Bands;
}

/// <summary>How a rate grows with a number of the claim.</summary>
/// <param name="Each">The number.</param>
/// <param name="Add">What is added for each, in millionths.</param>
/// <param name="AtMost">The highest rate, in millionths.</param>
internal sealed record GrowthPolicy(Word Each, int Add, int AtMost);
