using System.Globalization;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Reference;

/// <summary>A rate in force above an amount of yuan.</summary>
internal readonly record struct PlainBand(decimal Above, decimal Percent);

/// <summary>A policy simple enough to compute by hand: basic insurance, and critical illness on what the year leaves with the
/// patient.</summary>
/// <param name="Deductible">The basic deductible.</param>
/// <param name="Bands">The basic bands.</param>
/// <param name="OnBase">Whether the edges of the bands include the deductible.</param>
/// <param name="Cap">The most that the fund pays.</param>
/// <param name="PerYear">Whether deductible, bands and cap run over the year or begin again with each claim.</param>
/// <param name="IllnessDeductible">The deductible of critical illness in a year.</param>
/// <param name="IllnessBands">Its bands in a year, above the deductible.</param>
/// <param name="FirstShareMore">The points that come on top of the first share of class B.</param>
/// <param name="OfUnitOfA">What the patient pays first of each unit of class A, in yuan.</param>
internal sealed record PlainPolicy(
    decimal Deductible,
    IReadOnlyList<PlainBand> Bands,
    bool OnBase,
    decimal Cap,
    bool PerYear,
    decimal IllnessDeductible,
    IReadOnlyList<PlainBand> IllnessBands,
    decimal FirstShareMore,
    decimal OfUnitOfA
)
{
    private const int Count = 60;

    private static readonly Lazy<(PlainPolicy, Rulebook)>[] Loaded =
    [
        .. Enumerable
            .Range(0, Count)
            .Select(seed => new Lazy<(PlainPolicy, Rulebook)>(() =>
            {
                var policy = Random(new(seed));
                return (policy, policy.Load());
            })),
    ];

    /// <summary>One of a fixed number of random policies, with its rulebook.</summary>
    public static (PlainPolicy Policy, Rulebook Rulebook) Of(int seed) => Loaded[seed % Count].Value;

    public Rulebook Load()
    {
        var per = PerYear ? "year" : "claim";
        return Town.With(
            folder =>
                folder
                    .Replace("1-catalogue.yaml", "first_self_pay: 0%", $"first_self_pay: {{ amount: {Yuan(OfUnitOfA)} }}")
                    .With(
                        "1-catalogue.yaml",
                        File.ReadAllText(Path.Combine(folder.Path, "1-catalogue.yaml"))
                            + $"adjust: [ {{ add: {FirstShareMore.ToString(CultureInfo.InvariantCulture)}%, reference: Town order 4 }} ]\n"
                    ),
            Town.Basic(
                StepText.Deductible(per, Yuan(Deductible)),
                StepText.Tiers(Text(Bands), per, OnBase ? "on_base" : "after_deductible"),
                StepText.Cap("payment", per, Yuan(Cap))
            ),
            Town.Layer(
                "illness",
                "aid",
                "[basic.deductible, basic.share, first_self_pay]",
                "",
                StepText.Deductible("year", Yuan(IllnessDeductible)),
                StepText.Tiers(Text(IllnessBands), "year")
            )
        );
    }

    private static PlainPolicy Random(Dice dice) =>
        new(
            dice.Of(0m, 0.01m, 300m, 1000m),
            RandomBands(dice),
            dice.Chance(50),
            dice.Of(0m, 500m, 100_000m, 12_345_678_901.23m),
            dice.Chance(50),
            dice.Of(0m, 0.05m, 10_000m),
            RandomBands(dice),
            dice.Of(0m, 0m, 10m, 66.6667m, 95m),
            dice.Of(0m, 0m, 0.01m, 33.33m)
        );

    private static List<PlainBand> RandomBands(Dice dice)
    {
        var bands = new List<PlainBand>();
        var above = 0m;
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            bands.Add(new(above, dice.Of(0m, 50m, 75m, 33.3333m, 62.5m, 100m)));
            above += dice.Of(0.01m, 500m, 10_000m, 87_654_321.99m);
        }

        return bands;
    }

    private static string Text(IReadOnlyList<PlainBand> bands) => $"[ {string.Join(", ", bands.Select(Text))} ]";

    private static string Text(PlainBand band) =>
        $"{{ above: {Yuan(band.Above)}, rate: {band.Percent.ToString(CultureInfo.InvariantCulture)}% }}";

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
