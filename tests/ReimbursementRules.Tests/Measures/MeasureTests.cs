using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Ledgers;
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

    /// <summary>A stay that ends on the day on which it began has one day in hospital, as for quotas and contracts; a visit has
    /// none.</summary>
    [Theory]
    [InlineData(Setting.Inpatient, null, "1")]
    [InlineData(Setting.Inpatient, "2020-10-08", "1")]
    [InlineData(Setting.Inpatient, "2020-10-07", "1")]
    [InlineData(Setting.Inpatient, "2020-10-06", "2")]
    [InlineData(Setting.DaySurgery, null, "1")]
    [InlineData(Setting.HomeCare, "2020-10-01", "7")]
    [InlineData(Setting.Outpatient, null, "0")]
    [InlineData(Setting.Pharmacy, "2020-10-08", "0")]
    [InlineData(Setting.Outpatient, "2020-10-06", "2")]
    public void Days_OfAStay_AreThoseOfQuotasAndContracts(Setting setting, string? admitted, string days)
    {
        using var folder = Folder("must: { measure: days, at_least: 0 }");
        var book = folder.With("2-basic.yaml", Town.Basic(StepText.Tiers("75%"))).Load();
        var settlement = book.Settle(Stay("A", 1_600) with { Setting = setting, Admitted = admitted is null ? null : Day.Of(admitted) });
        book.Measure([RealisedClaim.Of(settlement)], Figures.None).Single().Groups.Single().Measures.Single().Value.ShouldBe(days);
        $"{ProviderLine.Of(settlement, "fund").BedDays}".ShouldBe(days);
    }

    /// <summary>900 in a day, and twice 900 in a day each: 900 for a day.</summary>
    [Fact]
    public void CostOfADay_OfStaysOfOneDay_IsThatOfTheStay()
    {
        using var folder = Folder("must: { measure: bill, per: days, at_most: 1_000 }");
        var book = folder.Load();
        var stays = new[] { Stay("A", 900) with { Admitted = new(2020, 10, 8) }, Stay("B", 900) with { Admitted = new(2020, 10, 7) } }
            .Select(claim => RealisedClaim.Of(book.Settle(claim)))
            .ToList();
        foreach (var claims in new[] { stays, [stays[0]] })
        {
            var measured = book.Measure(claims, Figures.None).Single().Groups.Single().Measures.Single();
            (measured.Status, measured.Value).ShouldBe((TargetStatus.Met, "900"));
        }
    }

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
        RealisedClaim[] halves =
        [
            .. Enumerable.Range(0, 5_000).Select(i => Settlement($"A{i}", Money.Largest, Money.FromCents(Money.Largest.Cents / 2))),
        ];
        var less = Settlement("B", Money.Largest, Money.FromCents(Money.Largest.Cents / 2 - 1));
        Measure("must: { measure: paid, per: bill, at_least: 50% }", halves).Status.ShouldBe(TargetStatus.Met);
        var missed = Measure("must: { measure: paid, per: bill, at_least: 50% }", [.. halves, less]);
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

    private const string Ratio = "must: { measure: { sum: paid, fund: fund }, per: in_scope, at_least: 45% }";

    /// <summary>S-3 was settled at 700 (fund 75) and corrected to 1,600 (fund 750, 46.875%); S-2 of 1,000 (fund 300) alone is below 45%, by
    /// 150.</summary>
    [Fact]
    public void Miss_OfACorrectedClaim_NamesItAsItStands()
    {
        using var folder = Folder(Ratio);
        var book = folder.Load();
        var (old, now) = (book.Settle(Stay("S-3", 700)), book.Settle(Stay("S-3", 1_600)));
        var missed = Missed(book, old, old.Reverse(), now, book.Settle(Stay("S-2", 1_000)));
        missed.Value.ShouldBe("40.3846%");
        Named(missed).ShouldBe([("S-2", 150m)]);
    }

    /// <summary>S-1 met the bound and was taken back; nothing of it is named, whichever line comes first, and with an id or
    /// without.</summary>
    [Theory]
    [InlineData("S-1")]
    [InlineData("")]
    public void Miss_OfAClaimThatWasTakenBack_DoesNotNameIt(string id)
    {
        using var folder = Folder(Ratio);
        var book = folder.Load();
        var (gone, other) = (book.Settle(Stay(id, 1_600)), book.Settle(Stay("S-2", 1_000)));
        Named(Missed(book, gone, gone.Reverse(), other)).ShouldBe([("S-2", 150m)]);
        Named(Missed(book, other, gone.Reverse(), gone)).ShouldBe([("S-2", 150m)]);
        Named(Missed(book, gone.Reverse(), other, book.Settle(Stay("S-4", 1_000))))
            .ShouldBe([("S-2", 150m), ("S-4", 150m)], "what it takes back is in another file");
        var low = book.Settle(Stay(id, 700));
        Named(Missed(book, low, low.Reverse(), other)).ShouldBe([("S-2", 150m)]);
    }

    /// <summary>A ledger posts two lines for each claim that a late one changes: each claim is named once, as it stands. The patient keeps
    /// 600
    /// of the year and a quarter of the rest, so that A bears 775 of 1,300 in the end, and B 175 of 700: 645 and 105 above a
    /// tenth.</summary>
    [Fact]
    public void Miss_OfTheLinesOfALedger_NamesEachClaimOnce()
    {
        using var folder = Folder("must: { measure: patient, per: bill, at_most: 10% }");
        folder.Replace("2-basic.yaml", "per: admission", "per: year");
        var book = folder.Load();
        var ledger = MemberLedger
            .Open(book)
            .Settle(Stay("B", 700) with { Discharged = new(2020, 10, 9) }, new(2020, 10, 9))
            .Settle(Stay("A", 1_000), new(2020, 10, 10))
            .Correct(Stay("A", 1_300), new(2020, 10, 11));
        ledger.Lines.Length.ShouldBe(6);
        Named(Missed(book, [.. ledger.Lines.Select(line => line.Settlement)])).ShouldBe([("A", 645m), ("B", 105m)]);
    }

    /// <summary>Claims are told apart by member and id.</summary>
    [Fact]
    public void Claims_OfOneIdAndTwoMembers_AreTwo()
    {
        using var folder = Folder("must: { measure: claims, at_least: 0 }");
        var book = folder.Load();
        var claims = "MN".Select(member => RealisedClaim.Of(book.Settle(Stay("A", 1_600) with { Member = new() { Id = $"{member}" } })));
        book.Measure(claims, Figures.None).Single().Groups.Single().Measures.Single().Value.ShouldBe("2");
    }

    private static Measured Missed(Rulebook book, params Settlement[] settled)
    {
        var measured = book.Measure(settled.Select(RealisedClaim.Of), Figures.None).Single().Groups.Single().Measures.Single();
        measured.Status.ShouldBe(TargetStatus.Missed);
        return measured;
    }

    private static IEnumerable<(string, decimal)> Named(Measured measured) => measured.Claims.Select(claim => (claim.Id, claim.By));

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
