using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund's share of what is above a standard, in bands that are shares of the standard; an edge belongs to the band below
/// it.</summary>
/// <param name="Above">Where each band begins, lowest first; the first begins at 0%.</param>
/// <param name="Fund">The fund's share in each.</param>
internal sealed record Corridor(Rate[] Above, Rate[] Fund)
{
    private static readonly KeyTable BandKeys = new(
        Need("above", ValueForms.Rate, "超过标准百分之几起", "above which share of the standard it begins"),
        Need("fund", ValueForms.Rate, "基金分担百分之几", "the fund's share")
    );

    /// <summary>The form of tables of such bands.</summary>
    public static TableForm Table { get; } =
        TableForm.Of("corridors", ValueForms.Either(ValueForms.Rate, ValueForms.List(BandKeys.Schema, 1)));

    public static Corridor Nothing { get; } = new([Rate.None], [Rate.None]);

    /// <summary>Where each band stands; empty where one share stands alone.</summary>
    public FilePlace[] Places { get; init; } = [];

    /// <summary>The parts of an excess that lie in the bands, lowest first, with the band's place and the fund's share of each.</summary>
    public IEnumerable<(int Band, Money Part, Rate Fund)> Cut(Money excess, Money standard)
    {
        for (var band = 0; band < Above.Length; band++)
        {
            var from = standard.Portion(Above[band]);
            var to = band + 1 < Above.Length && standard.Portion(Above[band + 1]) is var next && next < excess ? next : excess;
            if (to > from)
                yield return (band, to - from, Fund[band]);
        }
    }

    public static Corridor Read(Node node)
    {
        if (!node.IsSequence)
            return new([Rate.None], [node.Rate()]);
        if (node.Elements.Count == 0)
            node.Wrong(
                "bands.empty",
                "expected at least one band, such as { above: 0%, fund: 70% }.",
                "至少应有一段，如 { above: 0%, fund: 70% }。"
            );
        foreach (var band in node.Elements)
            band.OnlyKeys(BandKeys);
        Rate[] above = [.. node.Elements.Select(band => band["above"].Rate())];
        if (above is [{ Millionths: > 0 }, ..])
            node.Elements[0]["above"]
                .Wrong(
                    "bands.start",
                    "the first band begins above 0%. Write { above: 0%, fund: … } first.",
                    "第一段应从 0% 开始。请先写 { above: 0%, fund: … }。"
                );
        for (var band = 1; band < above.Length; band++)
            if (above[band].Millionths <= above[band - 1].Millionths)
                node.Elements[band]["above"]
                    .Wrong(
                        "bands.order",
                        "the bands must rise: this one does not begin above the one before it.",
                        "各段应递增：本段的起点不高于前一段。"
                    );
        return new(above, [.. node.Elements.Select(band => band["fund"].Rate())])
        {
            Places = [.. node.Elements.Select(band => band.Place)],
        };
    }
}
