using System.Text;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Draws what a comparison comes to: by how much what each bears changes, and how much less or more patients pay.</summary>
internal static class EffectPicture
{
    public static void Bearers(StringBuilder html, ClaimsComparison claims, Language language) =>
        Draw(
            html,
            "bearers",
            ComparisonWords.Bearers.In(language),
            [
                .. ComparisonBearers
                    .Of(claims)
                    .Where(ComparisonBearers.IsAny)
                    .Select(one => new BarRow(
                        one.Title.In(language),
                        [new(one.Change.Cents, $"{ComparisonWords.Signed(one.Change)}  {ComparisonWords.Percent(one)}", Tone(one.Change))]
                    )),
            ],
            language
        );

    public static void Distribution(StringBuilder html, IReadOnlyList<EffectBin> bins, Language language) =>
        Draw(
            html,
            "distribution",
            ComparisonWords.Distribution.In(language),
            [
                .. bins.Select(bin => new BarRow(
                    Label(bin).In(language),
                    [
                        new(
                            bin.Count,
                            ComparisonWords.Show(bin.Count),
                            bin.IsSame ? "same"
                                : bin.IsGain ? "gain"
                                : "loss"
                        ),
                    ]
                )),
            ],
            language
        );

    public static BilingualText Label(EffectBin bin) =>
        bin.IsSame ? ComparisonWords.Unchanged : ComparisonWords.Between(bin.Above, bin.UpTo, bin.IsGain);

    private static string Tone(Money change) => change > Money.Zero ? "more" : "less";

    /// <summary>Drawn twice, and the page shows the one that fits: text in a picture must not shrink with it.</summary>
    private static void Draw(StringBuilder html, string name, string title, IReadOnlyList<BarRow> rows, Language language)
    {
        foreach (var size in (FlowSize[])[FlowSize.Desk, FlowSize.Phone])
            html.Append(BarPicture.Draw(rows, size, name, title, language));
    }
}
