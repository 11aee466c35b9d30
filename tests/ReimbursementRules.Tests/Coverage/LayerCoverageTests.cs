using ReimbursementRules.Tests.Builders;
using static ReimbursementRules.Tests.Builders.CoverageTown;

namespace ReimbursementRules.Tests.Coverage;

/// <summary>Layers, their conditions and days, gates, the catalogue, and days on which values, parameters and lists change.</summary>
public sealed class LayerCoverageTests : IDisposable
{
    private const string Half = "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: R } } }";

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Layer_AppliesAndDoesNot() =>
        _folder
            .Reached("basic", Stay("2020-10-08", "1_000"), Stay("2020-10-08", "1_000", "setting: outpatient"))
            .ShouldBe(
                """
                2-basic.yaml:1 basic applies: 1
                2-basic.yaml:1 basic conditions: 2
                2-basic.yaml:7 basic.deductible part: none
                2-basic.yaml:7 basic.deductible used_up: 1
                2-basic.yaml:11 basic.deductible.amount: 1
                2-basic.yaml:16 basic.share.table: 1

                """
            );

    /// <summary>A layer that finds nothing in scope to work on chooses rows in vain: nothing of it is reached.</summary>
    [Fact]
    public void Layer_ThatFindsNothing_IsNotReached() =>
        _folder.Reached("basic", Items("fund: 0", "class: C, amount: 9")).ShouldNotContain(": 1");

    /// <summary>The quota stands in for the basic layer where it has a standard, once a year; 'none' keeps it away.</summary>
    [Fact]
    public void Layer_IsReplacedUsedUpOrWithoutStandard()
    {
        _folder.With(
            "3-quota.yaml",
            Town.Layer(
                "per_case",
                "fund",
                "in_scope",
                "instead_of: basic\napplies: { setting: inpatient }\n"
                    + "at_most: { times: 1, per: year, each: none, unless: { emergency: yes } }",
                "{ id: quota, kind: quota, pays_on: limit, amount: { 2020-01-01: { reference: R, "
                    + "rows: [{ when: { disease: a }, value: 100 }, { otherwise: true, value: none }] } }, "
                    + "rate: { 2020-01-01: { value: 70%, reference: R } }, excess: { patient: 100% } }"
            )
        );
        string[] cases =
        [
            Stay("2020-10-08", "1_000"),
            Stay("2020-10-08", "1_000", "setting: inpatient, disease: a, emergency: yes"),
            Year(Stay("2020-03-01", "50", "setting: inpatient, disease: a"), Stay("2020-10-08", "1_000", "setting: inpatient, disease: a")),
        ];
        _folder
            .Reached("per_case", cases)
            .ShouldBe(
                """
                3-quota.yaml:1 per_case applies: 2 3
                3-quota.yaml:1 per_case conditions: none
                3-quota.yaml:1 per_case used_up: 3
                3-quota.yaml:1 per_case no_standard: 1
                3-quota.yaml:7 per_case.unless hold: 2
                3-quota.yaml:7 per_case.unless do_not_hold: 3
                3-quota.yaml:9 per_case.quota below: 3
                3-quota.yaml:9 per_case.quota at: none
                3-quota.yaml:9 per_case.quota above: 2
                3-quota.yaml:9 per_case.quota.amount: 2 3
                3-quota.yaml:9 per_case.quota.amount: 1
                3-quota.yaml:9 per_case.quota.rate: 2 3

                """
            );
        _folder.Reached("basic ", cases).ShouldContain("basic replaced: 2 3\n");
    }

    /// <summary>The layer works from March 2020 until before 2021: the day before and the day, at both ends.</summary>
    [Fact]
    public void Layer_OfSomeDays_IsTriedAtBothEnds() =>
        _folder
            .Replace("2-basic.yaml", "applies:", "from: 2020-03-01\nuntil: 2021-01-01\napplies:")
            .Reached(
                "basic ",
                Stay("2020-02-29", "700"),
                Stay("2020-03-01", "700"),
                Stay("2020-12-31", "700"),
                Stay("2021-01-01", "700"),
                Stay("2020-02-29", "700", "setting: outpatient")
            )
            .ShouldBe(
                """
                2-basic.yaml:1 basic applies: 2 3
                2-basic.yaml:1 basic conditions: none
                2-basic.yaml:4 basic day_before: 1
                2-basic.yaml:4 basic first_day: 2
                2-basic.yaml:5 basic day_before: 3
                2-basic.yaml:5 basic first_day: 4

                """
            );

    [Fact]
    public void Items_AreTakenAndLeft() =>
        _folder
            .With("2-basic.yaml", Town.Layer("basic", "fund", "in_scope", "items: { item.kind: drug }", Half))
            .Reached(
                "basic.items",
                Items("fund: 0.50", "class: A, kind: drug, amount: 1"),
                Items("fund: 0", "class: A, kind: bed, amount: 1")
            )
            .ShouldBe("2-basic.yaml:5 basic.items hold: 1\n2-basic.yaml:5 basic.items do_not_hold: 2\n");

    /// <summary>The first share of class B is taken first; class A is not.</summary>
    [Fact]
    public void TakenFrom_HoldsForSomeItems() =>
        _folder
            .Replace(
                "2-basic.yaml",
                "per: admission\n",
                "per: admission\n    taken_from: { parts: [in_scope], items: { item.class: B } }\n"
            )
            .Reached(
                "basic.deductible.taken_from",
                Stay("2020-10-08", "700"),
                Items("fund: 0", "class: B, amount: 10, first_self_pay: 10%")
            )
            .ShouldBe(
                """
                2-basic.yaml:10 basic.deductible.taken_from hold: 2
                2-basic.yaml:10 basic.deductible.taken_from do_not_hold: 1

                """
            );

    /// <summary>Each value is reached on its days; the day of change and the day before are points of their own.</summary>
    [Fact]
    public void Values_AreReachedOnTheirDays() =>
        _folder
            .Replace(
                "2-basic.yaml",
                "reference: \"Town order 3\" }",
                "reference: \"Town order 3\" }\n      2020-07-01: { value: 80%, reference: \"Town order 9\" }"
            )
            .Reached(
                "basic.share",
                Stay("2020-06-29", "700"),
                Stay("2020-06-30", "700"),
                Stay("2020-07-01", "700"),
                Stay("2020-07-02", "700")
            )
            .ShouldBe(
                """
                2-basic.yaml:16 basic.share.table: 1 2
                2-basic.yaml:17 basic.share.table day_before: 2
                2-basic.yaml:17 basic.share.table first_day: 3
                2-basic.yaml:17 basic.share.table: 3 4

                """
            );

    /// <summary>40% of 1,000 is below the least of 500, of 1,500 it is 600, of 3,000 above the most of 1,000.</summary>
    [Fact]
    public void Parameter_HasVersionsDaysAndBounds() =>
        _folder
            .Replace(
                "index.yaml",
                "payers:",
                "parameters:\n  wage:\n    2020-01-01: { value: 1_000, reference: R }\n    2020-07-01: { value: 1_500, reference: R }\n"
                    + "    2021-01-01: { value: 3_000, reference: R }\n  unused:\n    2020-01-01: { value: 1, reference: R }\npayers:"
            )
            .Replace("2-basic.yaml", "value: 600", "value: { parameter: wage, times: 40%, at_least: 500, at_most: 1_000 }")
            .Reached("", Stay("2020-06-30", "2_000"), Stay("2020-07-01", "2_000"), Stay("2020-12-30", "2_000"), Stay("2021-01-01", "2_000"))
            .Split('\n')
            .Where(line => line.Contains("parameters", StringComparison.Ordinal) || line.Contains("amount", StringComparison.Ordinal))
            .ShouldBe([
                "2-basic.yaml:11 basic.deductible.amount: 1 2 3 4",
                "2-basic.yaml:11 basic.deductible.amount at_least: 1",
                "2-basic.yaml:11 basic.deductible.amount at_most: 4",
                "2-basic.yaml:11 basic.deductible.amount computed: 2 3",
                "index.yaml:10 parameters.wage: 1",
                "index.yaml:11 parameters.wage day_before: 1",
                "index.yaml:11 parameters.wage first_day: 2",
                "index.yaml:11 parameters.wage: 2 3",
                "index.yaml:12 parameters.wage day_before: none",
                "index.yaml:12 parameters.wage first_day: 4",
                "index.yaml:12 parameters.wage: 4",
            ]);

    /// <summary>A list of several versions counts where something that names it is decided; other words decide nothing.</summary>
    [Fact]
    public void List_HasVersionsAndDays()
    {
        _folder
            .Replace(
                "index.yaml",
                "payers:",
                "lists:\n  grave:\n    2020-01-01: { add: [a], reference: R }\n    2020-07-01: { add: [a, b], reference: R }\npayers:"
            )
            .Replace("2-basic.yaml", "applies: { setting: inpatient }", "applies: { setting: inpatient, disease: { in: grave } }");
        _folder
            .Reached(
                "lists.grave",
                Stay("2020-06-30", "700", "setting: inpatient, disease: a"),
                Stay("2020-07-01", "700", "setting: inpatient, disease: c"),
                Stay("2020-07-01", "700", "setting: inpatient, disease: b")
            )
            .ShouldBe(
                """
                index.yaml:10 lists.grave: 1
                index.yaml:11 lists.grave day_before: 1
                index.yaml:11 lists.grave first_day: 3
                index.yaml:11 lists.grave: 3

                """
            );
    }

    /// <summary>A gate of the claim from March on, and one of items: each finds something, and lets pass. The day before counts for a claim
    /// that the gate would find. What is refused reaches nothing more.</summary>
    [Fact]
    public void Gates_FindAndPass()
    {
        _folder.With(
            "0-gates.yaml",
            """
            gates:
              - id: third_party
                from: 2020-03-01
                when: { cause: third_party }
                then: refuse
                reference: R
                message: { en: Another party owes., zh: 他人负担。 }
              - id: drugs
                item: { item.kind: drug }
                then: flag
                reference: R
                message: { en: A drug., zh: 药品。 }

            """
        );
        string[] cases =
        [
            Stay("2020-02-29", "700", "setting: inpatient, cause: third_party"),
            Stay("2020-03-01", "700", "setting: inpatient, cause: third_party"),
            Items("findings: [drugs]", "class: A, kind: drug, amount: 1", "class: A, kind: bed, amount: 1"),
        ];
        _folder
            .Reached("gates", cases[0], cases[1], Stay("2020-02-29", "700"))
            .ShouldBe(
                """
                0-gates.yaml:2 gates.third_party finds: 2
                0-gates.yaml:2 gates.third_party passes: none
                0-gates.yaml:2 gates.third_party day_before: 1
                0-gates.yaml:2 gates.third_party first_day: 2
                0-gates.yaml:8 gates.drugs finds: none
                0-gates.yaml:8 gates.drugs passes: 1 2 3

                """
            );
        _folder.Reached("gates.drugs", cases[2]).ShouldBe("0-gates.yaml:8 gates.drugs finds: 1\n0-gates.yaml:8 gates.drugs passes: 1\n");
        _folder.Reached("basic", cases[1]).ShouldNotContain(": 1");
    }

    [Fact]
    public void Catalogue_HasRowsAndListedPrices() =>
        _folder
            .Replace(
                "1-catalogue.yaml",
                "table:",
                "ceiling_prices:\n  2020-01-01:\n    reference: R\n    rows:\n      - { when: { item.code: plate }, value: 100 }\n"
                    + "      - { otherwise: true, value: none }\ntable:"
            )
            .Reached(
                "c",
                Items("fund: 0", "class: A, code: plate, amount: 100"),
                Items("parts: { over_ceiling: 0.01 }", "class: B, code: plate, first_self_pay: 10%, amount: 100.01"),
                Items("fund: 0", "class: C, amount: 1")
            )
            .ShouldBe(
                """
                1-catalogue.yaml:1 ceiling_prices within: 1
                1-catalogue.yaml:1 ceiling_prices over: 2
                1-catalogue.yaml:7 ceiling_prices: 1 2
                1-catalogue.yaml:8 ceiling_prices: 3
                1-catalogue.yaml:13 catalogue: 1
                1-catalogue.yaml:14 catalogue: 2
                1-catalogue.yaml:15 catalogue: 3

                """
            );
}
