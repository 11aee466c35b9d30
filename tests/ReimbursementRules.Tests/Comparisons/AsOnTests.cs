using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Properties;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>A rulebook as on a day is a copy of it in which only what stands on that day was ever written.</summary>
public sealed class AsOnTests
{
    private static readonly DateOnly[] Days =
    [
        new(2020, 1, 1),
        new(2020, 12, 31),
        new(2021, 1, 1),
        new(2021, 6, 30),
        new(2021, 7, 1),
        new(2022, 1, 1),
        new(2024, 2, 29),
    ];

    /// <summary>Any values of any days, of tables, lists, parameters, gates and layers, whatever day decides.</summary>
    [Property(MaxTest = 20)]
    public void AsOn_AnyDay_SettlesAsACopyOfThatDay(Seed seed)
    {
        var town = DatedTown.Random(new Random(seed.Value));
        using var dated = town.Write();
        using var copy = new RulebookFolder();
        foreach (var day in Days)
        {
            town.WriteDay(copy, day);
            var (one, other) = (dated.Load().AsOn(day), copy.Load());
            foreach (var claim in Claims(seed.Value))
                Amounts(one, claim).ShouldBe(Amounts(other, claim), $"seed {seed.Value}, as on {day}, discharged {claim.Discharged}");
        }
    }

    /// <summary>Rows that a list opens on another day apply never, or to what others apply to; the rulebook is none the worse.</summary>
    [Theory]
    [InlineData(
        "disease: { in: chronic }",
        "",
        "rows: [ { when: { disease: b }, value: 100 }, { otherwise: true, value: 600 } ]",
        "2020-01-01"
    )]
    [InlineData(
        "setting: inpatient",
        "until: 2021-01-01",
        "rows: [ { when: { disease: { in: chronic } }, value: 1 }, { when: { disease: b }, value: 2 }, { when: { disease: { "
            + "not: [a, b] } }, value: 3 } ]",
        "2022-01-01"
    )]
    public void AsOn_ADayOnWhichAListLeavesARowNothing_Loads(string applies, string layer, string amount, string day)
    {
        using var folder = new RulebookFolder();
        folder
            .With(
                "index.yaml",
                RulebookFolder.Index
                    + "lists:\n  chronic:\n    2020-01-01: { add: [a], reference: x }\n    2022-01-01: { add: [a, b], reference: x }\n"
            )
            .With(
                "2-basic.yaml",
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    $"applies: {{ {applies} }}\n{layer}",
                    StepText.DeductibleOf("claim", amount),
                    StepText.Tiers("75%")
                )
            );
        var claim = TestClaim.Stay(1_000) with { Disease = "a" };
        folder
            .Load()
            .AsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
            .Settle(claim)
            .Fund()
            .ShouldBe(layer.Length > 0 ? 0 : 300);
    }

    private static IEnumerable<Claim> Claims(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 6; i++)
        {
            var discharged = new DateOnly(2020, 3, 1).AddDays(random.Next(1_600));
            yield return TestClaim.Stay(
                TestClaim.A(random.Next(1, 300_000) / 100m) with
                {
                    Date = discharged.AddDays(-random.Next(20)),
                },
                TestClaim.B(random.Next(1, 300_000) / 100m, 10)
            ) with
            {
                Admitted = discharged.AddDays(-random.Next(20, 40)),
                Discharged = discharged,
                Filed = discharged.AddDays(random.Next(400)),
                Disease = ((string[])["a", "b", "c"])[random.Next(3)],
                Emergency = random.Next(2) == 0,
            };
        }
    }

    private static string Amounts(Rulebook rulebook, Claim claim)
    {
        var settlement = rulebook.Settle(claim);
        var payers = settlement.Payers.Select(payer => $"{payer.Payer} {payer.Amount}");
        var parts = settlement.Parts.Where(part => part.AtFirst > Money.Zero).Select(part => $"{part.Name} {part.Patient}");
        return $"{settlement.Status}: {string.Join(", ", payers)}; {string.Join(", ", parts)}";
    }
}
