using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Measures;

/// <summary>Targets on realised claims: the sums, the bounds to the last digit, and the claims that pull a measure down.</summary>
public sealed class MeasureTests
{
    /// <summary>A stay of 1,600 yuan: the fund pays 750 and the patient 850; four days; one drug of 600, which is essential.</summary>
    [Theory]
    [Example("measure: claims", "1")]
    [Example("measure: days", "4")]
    [Example("measure: bill", "1600")]
    [Example("measure: paid", "750")]
    [Example("measure: { sum: paid, fund: fund }", "750")]
    [Example("measure: { sum: paid, fund: aid }", "0")]
    [Example("measure: { sum: paid, fund: \"390100\" }", "0")]
    [Example("measure: patient", "850")]
    [Example("measure: in_scope", "1600")]
    [Example("measure: basic.deductible", "600")]
    [Example("measure: basic.share", "250")]
    [Example("measure: fees", "1600")]
    [Example("measure: { sum: fees, items: { item.kind: drug, item.essential: yes } }", "600")]
    [Example("measure: { sum: fees, items: { item.kind: { not: drug } } }", "1000")]
    [Example("measure: varieties", "2")]
    [Example("measure: { sum: varieties, items: { item.code: D } }", "1")]
    [Example("measure: { sum: bill, when: { setting: outpatient } }", "0")]
    [Example("measure: { sum: bill, less: { sum: paid, less: { sum: patient } } }", "1700")]
    [Example("measure: paid, per: days", "187.5")]
    public void Sum_OfAStay_IsWhatItHas(string measure, string value) =>
        Measure($"must: {{ {measure}, at_least: 0 }}", Settled("A", 1_600)).Value.ShouldBe(value);

    /// <summary>46.875% of the bill, asked to a ten-thousandth of a point below, at and above.</summary>
    [Theory]
    [Example("at_least: 46.8749%", TargetStatus.Met)]
    [Example("at_least: 46.875%", TargetStatus.Met)]
    [Example("at_least: 46.8751%", TargetStatus.Missed)]
    [Example("at_most: 46.8751%", TargetStatus.Met)]
    [Example("at_most: 46.875%", TargetStatus.Met)]
    [Example("at_most: 46.8749%", TargetStatus.Missed)]
    [Example("against: { measure: patient, per: bill }, at_most_less: 6.25%", TargetStatus.Met)]
    [Example("against: { measure: patient, per: bill }, at_most_less: 6.2499%", TargetStatus.Missed)]
    [Example("against: { measure: paid, per: bill }, at_least_more: 0%", TargetStatus.Met)]
    [Example("against: { measure: paid, per: bill }, at_least_more: 0.0001%", TargetStatus.Missed)]
    [Example("against: { measure: { sum: paid }, per: in_scope }, at_most_more: 0%", TargetStatus.Met)]
    [Example("against: { measure: claims, per: bill }, at_most_more: 46.8125%", TargetStatus.Met)]
    [Example("against: { measure: claims, per: bill }, at_most_more: 46.8124%", TargetStatus.Missed)]
    [Example("against: { measure: basic.share, per: bill }, at_most_times: 300%", TargetStatus.Met)]
    [Example("against: { measure: basic.share, per: bill }, at_most_times: 299.9999%", TargetStatus.Missed)]
    public void Quotient_AtItsBound_IsMet(string bound, TargetStatus status) =>
        Measure($"must: {{ measure: paid, per: bill, {bound} }}", Settled("A", 1_600)).Status.ShouldBe(status);

    /// <summary>One cent in the largest bills that there are decides, and nothing wraps.</summary>
    [Fact]
    public void Quotient_OfTheLargestBills_IsExact()
    {
        var half = Settlement("A", Money.Largest, Money.FromCents(Money.Largest.Cents / 2));
        var less = Settlement("B", Money.Largest, Money.FromCents(Money.Largest.Cents / 2 - 1));
        Measure("must: { measure: paid, per: bill, at_least: 50% }", [.. Enumerable.Repeat(half, 5_000)]).Status.ShouldBe(TargetStatus.Met);
        var missed = Measure("must: { measure: paid, per: bill, at_least: 50% }", [.. Enumerable.Repeat(half, 5_000), less]);
        missed.ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(TargetStatus.Missed),
            one => one.Denominator.ShouldBe(5_001 * Money.Largest.InYuan),
            one => one.Claims.Single().ShouldBe(new("B", new("settled.jsonl", 1, 1), 0.01m))
        );
    }

    /// <summary>The claims below the bound, those that lack most first, ten at most; none that lift the measure.</summary>
    [Fact]
    public void Miss_NamesTheClaimsThatPullDown()
    {
        var claims = Enumerable
            .Range(1, 12)
            .Select(i => Settlement($"C{i:00}", Money.Yuan(100), Money.Yuan(i * 2)))
            .Append(Settlement("good", Money.Yuan(100), Money.Yuan(90)))
            .ToArray();
        var missed = Measure("must: { measure: paid, per: bill, at_least: 50% }", claims);
        missed.Claims.Select(claim => claim.Id).ShouldBe(["C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10"]);
        missed.Claims[0].By.ShouldBe(48m);
    }

    [Fact]
    public void Reversal_TakesItsClaimBack()
    {
        using var folder = Folder("must: { measure: varieties, per: claims, at_least: 0 }");
        var book = folder.Load();
        var settlement = book.Settle(Stay("A", 1_600));
        var claims = new[] { settlement, settlement.Reverse(), book.Settle(Stay("B", 1_600)) }.Select(RealisedClaim.Of);
        book.Measure(claims, Figures.None).Single().Groups.Single().Measures.Single().Value.ShouldBe("2");
    }

    [Fact]
    public void RefusedClaim_DoesNotCount()
    {
        using var folder = Folder("must: { measure: claims, at_least: 0 }");
        folder.With(
            "0-gates.yaml",
            "gates:\n  - { id: g, when: { emergency: yes }, then: refuse, reference: x, message: { en: x, zh: y } }\n"
        );
        var book = folder.Load();
        var claims = new[] { Stay("A", 1_600) with { Emergency = true }, Stay("B", 1_600) }.Select(claim =>
            RealisedClaim.Of(book.Settle(claim))
        );
        book.Measure(claims, Figures.None).Single().Groups.Single().Measures.Single().Value.ShouldBe("1");
    }

    /// <summary>What batch writes with --full says the same as the settlement itself.</summary>
    [Fact]
    public void Line_ReadBack_MeasuresTheSame()
    {
        using var folder = Folder(
            "each: provider, must: { any: [ { measure: { sum: fees, items: { item.essential: yes } }, per: fees, at_least: "
                + "0% }, { measure: paid, per: in_scope, at_least: 1% } ] }"
        );
        var book = folder.Load();
        var settled = new[] { book.Settle(Stay("A", 1_600)), book.Settle(Stay("B", 700)).Reverse(), book.Settle(Stay("C", 12_345.67m)) };
        using var lines = new StringReader(string.Join('\n', settled.Select(one => JsonReport.Write(one).ReplaceLineEndings(""))));
        var read = book.Measure(RealisedClaim.ReadLines(lines, "settled.jsonl"), Figures.None).Single().Groups.Single();
        var told = book.Measure(settled.Select(RealisedClaim.Of), Figures.None).Single().Groups.Single();
        read.Provider.ShouldBe("H1");
        read.Measures.Select(Numbers).ShouldBe(told.Measures.Select(Numbers));

        static (decimal, decimal, string) Numbers(Measured measured) => (measured.Numerator, measured.Denominator, measured.Value);
    }

    private static Claim Stay(string id, decimal bill) =>
        TestClaim.Stay(bill) with
        {
            Id = id,
            Provider = new() { Id = "H1" },
            Admitted = new DateOnly(2020, 10, 4),
            Discharged = new(2020, 10, 8),
            Items =
            [
                new()
                {
                    Class = CatalogueClass.A,
                    Kind = ItemKind.Drug,
                    Essential = true,
                    Code = "D",
                    Amount = Money.Yuan(600),
                },
                new()
                {
                    Class = CatalogueClass.A,
                    Code = "X",
                    Amount = Money.Yuan(bill - 600),
                },
            ],
        };

    private static RealisedClaim Settled(string id, decimal bill)
    {
        using var folder = new RulebookFolder();
        return RealisedClaim.Of(folder.Load().Settle(Stay(id, bill)));
    }

    /// <summary>A settled line of a bill of which the fund pays a part.</summary>
    private static RealisedClaim Settlement(string id, Money bill, Money paid)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            { "rulebook": "town", "claim": { "id": "{{id}}", "discharged": "2020-10-08", "setting": "inpatient" }, "status": "settled", "reversal": false, "bill": {{bill}}, "patient": {{bill
                - paid}}, "hospital": 0.00, "payers": { "fund": {{paid}} }, "parts": {} }
            """
        );
        using var lines = new StringReader(line);
        return RealisedClaim.ReadLines(lines, "settled.jsonl").Single();
    }

    private static Measured Measure(string target, params RealisedClaim[] claims)
    {
        using var folder = Folder(target);
        return folder.Load().Measure(claims, Figures.None).Single().Groups.Single().Measures.Single();
    }

    private static RulebookFolder Folder(string target) =>
        new RulebookFolder().With(
            "targets.yaml",
            $"targets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, of: claims, reference: frame, {target} }}\n"
        );
}
