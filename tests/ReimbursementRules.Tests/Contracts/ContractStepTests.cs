using ReimbursementRules.Checks;
using ReimbursementRules.Contracts;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contracts;

/// <summary>What single steps of a contract do where it is easily done wrong.</summary>
public sealed class ContractStepTests
{
    private const string AsSettled = "{ id: s, kind: as_settled, reference: x }";

    /// <summary>The year's persons are not those of a month: the lines must say them.</summary>
    [Fact]
    public void Shareable_OfAMonth_AsksTheLinesForTheirPersons()
    {
        var contract = Years.Contract(
            Years.Standard("month", "100", $"excess: {StepText.Dated("value: 100%")}, {Shareable("1", "1_000")}")
        );
        Should
            .Throw<InputException>(() => contract.Settle(Years.Of(Years.Total(1, 200) with { Persons = null }) with { Persons = 10 }))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("line.persons");
        contract
            .Settle(Years.Of(Years.Total(1, 200)) with { Persons = 1 })
            .Trace.Single(line => line.Kind == ContractLineKind.Shared)
            .Amount.InYuan.ShouldBe(100m);
    }

    /// <summary>The same two persons were there twice, and a total counts others.</summary>
    [Fact]
    public void Shareable_OfClaims_CountsEachMemberOnce()
    {
        var contract = Years.Contract(Years.Standard("year", "0", $"excess: {StepText.Dated("value: 100%")}, {Shareable("1", "1_000")}"));
        contract.Settle(Years.Of(Stay("A"), Stay("B"), Stay("A"), Stay("B"))).Paid.InYuan.ShouldBe(50m);
        contract.Settle(Years.Of(Stay("A"), Stay("B"), Stay("A"), Years.Total(2, 25, 1) with { Persons = 1 })).Paid.InYuan.ShouldBe(75m);

        static ProviderLine Stay(string member) =>
            Years.Total(1, 25, 1) with
            {
                Persons = null,
                Facts = Years.Total(1, 25).Facts with { Member = new() { Id = member } },
            };
    }

    /// <summary>Of 25 cases 1,000 was used, 40 each; 5 cases of at most 20 can be shared, 100 in all, which the standard covers.</summary>
    [Theory]
    [Example(
        Language.English,
        "900.00 is above the standard and not shared, because the limits are 5 cases and 20.00 for each: the provider bears it."
    )]
    [Example(Language.Chinese, "超标准 900.00 元不予分担（可分担限 5 例、例均 20.00 元），由医疗机构承担。")]
    public void WhatIsNotShared_InTheSheet_SaysTheLimits(Language language, string sentence) =>
        OneLine(
                ContractReport.Write(
                    Years
                        .Contract(Years.Standard("year", "100", $"excess: {StepText.Dated("value: 50%")}, {Shareable("0.5", "20")}"))
                        .Settle(Years.Of(Years.Total(1, 1_000, 25))),
                    language
                )
            )
            .ShouldContain(sentence);

    /// <summary>33.33 × 105% × 1,000 = 34,996.50: the edge for one case, 34.9965, is not rounded before it is taken a thousand
    /// times.</summary>
    [Theory]
    [Example("above_tolerance", "34996.49", "0.00")]
    [Example("above_tolerance", "34996.50", "0.00")]
    [Example("above_tolerance", "34996.51", "0.01")]
    [Example("above_tolerance", "34998.00", "1.50")]
    [Example("above_target", "34996.50", "0.00")]
    [Example("above_target", "34996.51", "1666.51")]
    public void Average_OfManyCases_IsHeldAgainstTheExactEdge(string deducts, string bill, string takenOff)
    {
        var fees = Money.Yuan(decimal.Parse(bill, System.Globalization.CultureInfo.InvariantCulture));
        Years
            .Contract(AsSettled, Average(deducts))
            .Settle(Years.Of(Years.Total(1, 40_000, 1_000) with { Bill = fees }))
            .Trace[^1]
            .Amount.ToString()
            .ShouldBe(takenOff);
    }

    [Theory]
    [Example("above_tolerance", "34,998.00 − 1,000 × 33.33 × 105% = 1.50 is taken off.")]
    [Example("above_target", "34,998.00 − 1,000 × 33.33 = 1,668.00 is taken off.")]
    public void Average_InTheSheet_CanBeDoneAgain(string deducts, string sentence) =>
        ContractReport
            .Write(
                Years
                    .Contract(AsSettled, Average(deducts))
                    .Settle(Years.Of(Years.Total(1, 40_000, 1_000) with { Bill = Money.Yuan(34_998) }))
            )
            .ShouldContain(sentence);

    /// <summary>1,200 held back, 600 lost, but the fund pays 100 only.</summary>
    [Fact]
    public void Retention_LostBeyondWhatIsPaid_SaysWhatIsNotTaken()
    {
        var settlement = Years
            .Contract(
                Years.Standard("year", "1_200", $"saving: {StepText.Dated("value: 0%")}"),
                $"{{ id: r, kind: retention, of: s, rate: {StepText.Dated("value: 100%")}, release: {StepText.Dated("value: 50%")} }}"
            )
            .Settle(Years.Of(Years.Total(1, 100)));
        var line = settlement.Trace[^1];
        (settlement.Retained - settlement.Released).ShouldBe(line.NotTaken - line.Paid);
        OneLine(ContractReport.Write(settlement))
            .ShouldContain("50% of the 1,200.00 held back is released: 600.00; 600.00 is lost. Only 100.00 of it: the fund pays no more.");
    }

    [Fact]
    public void Price_OfATotalWithoutAnId_NamesNoClaim() =>
        ContractReport
            .Write(
                Years
                    .Contract(AsSettled, $"{{ id: p, kind: price, amount: {StepText.Dated("value: 15")} }}")
                    .Settle(Years.Of(Years.Total(1, 100) with { Bill = Money.Yuan(200) }))
            )
            .ShouldContain("    200.00 − 10 × 15.00 = 50.00 is taken back.");

    [Fact]
    public void Line_OfARefusedClaimOrAReversal_IsNoPartOfAYear()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder
            .With(
                "0-gates.yaml",
                "gates: [{ id: g, when: { emergency: yes }, then: refuse, reference: x, message: { en: Refused, zh: 拒付 } }]\n"
            )
            .Load();
        Should.Throw<ArgumentException>(() => ProviderLine.Of(rulebook.Settle(TestClaim.Stay(1_000) with { Emergency = true }), "fund"));
        var settled = rulebook.Settle(TestClaim.Stay(1_000) with { Emergency = false });
        Should.Throw<ArgumentException>(() => ProviderLine.Of(settled.Reverse(), "fund"));
        ProviderLine.Of(settled, "fund").Actual.InYuan.ShouldBe(300m);
    }

    [Fact]
    public void Case_WithARefusedClaim_LeavesItOut()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            "gates: [{ id: g, when: { emergency: yes }, then: refuse, reference: x, message: { en: Refused, zh: 拒付 } }]\n"
        );
        folder.With(
            "contract.yaml",
            $"contracts: [{{ id: c, title: {{ en: C, zh: 合同 }}, fund: fund, steps: [{Years.Standard("case", "500")}] }}]\n"
        );
        folder.With(
            "contract.cases.yaml",
            """
            - case: One stay is settled and one is refused
              why: 1 x 500
              contract: c
              year:
                starts: 2020-01-01
                claims:
                  - { discharged: 2020-10-08, setting: inpatient, emergency: no, items: [{ class: A, amount: 1_000 }] }
                  - { discharged: 2020-10-09, setting: inpatient, emergency: yes, items: [{ class: A, amount: 1_000 }] }
              expect: { actual: 300.00, paid: 500.00 }
            """
        );
        RulebookCheck.Run(folder.Path).Cases.ShouldHaveSingleItem().Mismatches.Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Months_OfAYearThatBeginsOnThe31st_BeginOnTheLastDayOfShorterOnes()
    {
        using var folder = new RulebookFolder();
        var contract = folder
            .Replace("index.yaml", "starts: 01-01", "starts: 03-31")
            .With(
                "contract.yaml",
                $"contracts: [{{ id: c, title: {{ en: C, zh: 合同 }}, fund: fund, steps: [{Years.Standard("month", "100")}] }}]\n"
            )
            .Load()
            .Contracts.Single();
        var settlement = contract.Settle(
            Years.Of(
                On(new(2020, 4, 29), 1),
                On(new(2020, 4, 30), 2),
                On(new(2021, 2, 27), 4),
                On(new(2021, 2, 28), 8),
                On(new(2021, 3, 30), 16)
            ) with
            {
                Starts = new(2020, 3, 31),
            }
        );
        settlement
            .Trace.Where(line => line.Kind == ContractLineKind.Within)
            .Select(line => line.Amount.InYuan)
            .ShouldBe([1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 4, 24]);

        static ProviderLine On(DateOnly day, decimal actual) => Years.Total(1, actual) with { Facts = new() { Discharged = day } };
    }

    /// <summary>A sheet without the breaks of its long lines.</summary>
    private static string OneLine(string sheet) => sheet.Replace("\n    ", " ", StringComparison.Ordinal);

    private static string Average(string deducts) =>
        $"{{ id: a, kind: average, each: year, target: {StepText.Dated("value: 33.33")}, tolerance: 5%, deducts: {deducts} }}";

    private static string Shareable(string cases, string cost) =>
        $"shareable: {{ cases_per_person: {StepText.Dated($"value: {cases}")}, cost_per_case: "
        + $"{StepText.Dated($"value: {cost}")}, otherwise: rest_not_shared }}";
}
