using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Contributions;

/// <summary>Bounds are held against every case and every dated value, for each head.</summary>
public sealed class ContributionBoundTests
{
    private const string Parts = """
        { id: subsidy, title: { en: S, zh: 补助 }, payer: government, amount: { 2020-01-01: { value: 280, reference: x }, 2021-01-01: { value: 320, reference: x } } }
              - { id: own, title: { en: O, zh: 应缴 }, payer: member, amount: { 2020-01-01: { value: 70, reference: x } }, paid_by: { 2020-01-01: { rows: [ { when: { poverty: three_no }, value: { government: 100% } }, { otherwise: true, value: none } ], reference: x } } }
        """;

    [Theory]
    [Example("total", "at_least: 350", TargetStatus.Met)]
    [Example("total", "at_least: 350.01", TargetStatus.Missed)]
    [Example("total", "at_most: 390", TargetStatus.Met)]
    [Example("total", "at_most: 389.99", TargetStatus.Missed)]
    [Example("government", "at_least: 280", TargetStatus.Met)]
    [Example("government", "at_least: 280.01", TargetStatus.Missed)]
    [Example("government", "at_most: 389.99", TargetStatus.Missed)]
    [Example("member", "at_least: 0.01", TargetStatus.Missed)]
    [Example("member", "at_most: 70", TargetStatus.Met)]
    [Example("employer", "at_most: 0", TargetStatus.Met)]
    public void Bound_OfAPayer_IsHeldInEveryCase(string of, string bound, TargetStatus status)
    {
        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(
            folder
                .With(
                    "contributions.yaml",
                    ContributionTown.Text(
                        $"per: year\nbounds: [{{ id: b, title: {{ en: B, zh: 界限 }}, of: {of}, must: {{ {bound} }}, reference: x }}]",
                        Parts
                    )
                )
                .Path
        );
        report.Problems.ShouldBeEmpty();
        (report.Targets.ShouldHaveSingleItem().Status, report.Passed).ShouldBe((status, status == TargetStatus.Met));
    }

    /// <summary>A parameter that falls later is a later value like any other.</summary>
    [Fact]
    public void Bound_OfAParameter_IsHeldAgainstEachOfItsValues()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "index.yaml",
            RulebookFolder.Index
                + "parameters: { income: { 2020-01-01: { value: 10_000, reference: x }, 2023-05-01: { value: 9_000, reference: x } } }\n"
        );
        folder.With(
            "contributions.yaml",
            ContributionTown.Text(
                "per: year\nbounds: [{ id: b, title: { en: B, zh: 界限 }, of: total, should: { at_least: 200 }, reference: x }]",
                "{ who: member, amount: { 2020-01-01: { value: { parameter: income, times: 2% }, reference: x } } }"
            )
        );
        var report = RulebookCheck.Run(folder.Path);
        var result = report.Targets.ShouldHaveSingleItem();
        (result.Status, result.IsWish, report.Passed).ShouldBe((TargetStatus.Missed, true, true));
        result
            .Misses.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("contributions.yaml:8:14: plan, total from 2023-05-01: 180.00, where at least 200.00 is asked. B (x).");
    }

    /// <summary>A bound that is computed from a parameter rises while the amount stays.</summary>
    [Fact]
    public void Bound_ComputedFromAParameter_IsHeldOnEachOfItsDays()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "index.yaml",
            RulebookFolder.Index
                + "parameters: { least: { 2020-01-01: { value: 150, reference: x }, 2023-01-01: { value: 150.01, reference: x } } }\n"
        );
        folder.With(
            "contributions.yaml",
            ContributionTown.Text(
                "per: year\nbounds: [{ id: b, title: { en: B, zh: 界限 }, of: total, must: { at_least: { parameter: least } "
                    + "}, reference: x }]",
                "{ who: member, amount: { 2020-01-01: { value: 150, reference: x } } }"
            )
        );
        RulebookCheck
            .Run(folder.Path)
            .Targets.ShouldHaveSingleItem()
            .Misses.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("contributions.yaml:8:14: plan, total from 2023-01-01: 150.00, where at least 150.01 is asked. B (x).");
    }
}
