using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Coverage;

/// <summary>What cases of other kinds reach: episodes, checklists, targets, contracts and contributions.</summary>
public sealed class FeatureCoverageTests : IDisposable
{
    private const string Stay = "setting: inpatient, disease: a, items: [{ class: A, amount: 10 }]";

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Episode_JoinsAndKeepsApart()
    {
        _folder.With(
            "episodes.yaml",
            """
            episodes:
              - id: split_stay
                earlier: { setting: inpatient }
                later: { setting: inpatient }
                within_days: 3
                same: [disease]
                into: earlier
                reference: R

            """
        );
        _folder
            .Reached("episodes", Two("2020-10-15", "[{ bill: 20.00 }]"), Two("2020-10-16", "[{ bill: 10.00 }, { bill: 10.00 }]"))
            .ShouldBe(
                """
                episodes.yaml:2 episodes.split_stay joins: 1
                episodes.yaml:2 episodes.split_stay keeps_apart: 2

                """
            );

        static string Two(string admitted, string expect) =>
            "assemble:\n"
            + $"    - {{ admitted: 2020-10-08, discharged: 2020-10-12, {Stay} }}\n"
            + $"    - {{ admitted: {admitted}, discharged: 2020-10-20, {Stay} }}\n"
            + $"  expect: {expect}";
    }

    /// <summary>A criterion that is not asked of an applicant is neither met nor unmet.</summary>
    [Fact]
    public void Criterion_IsMetAndUnmet()
    {
        _folder.With(
            "checklists.yaml",
            """
            checklists:
              - id: pharmacies
                title: { en: Pharmacies, zh: 药店 }
                criteria:
                  - { id: area, asks: area, needs: { from: 100 }, message: { en: Small., zh: 小。 }, reference: R }
                  - { id: near, asks: distance, needs: { from: 500 }, when: { owner: private }, message: { en: Near., zh: 近。 }, reference: R }

            """
        );
        _folder
            .Reached(
                "pharmacies",
                Applicant("area: 100, owner: public", "[]"),
                Applicant("area: 99, owner: private, distance: 500", "[area]")
            )
            .ShouldBe(
                """
                checklists.yaml:5 pharmacies.area met: 1
                checklists.yaml:5 pharmacies.area unmet: 2
                checklists.yaml:6 pharmacies.near met: 2
                checklists.yaml:6 pharmacies.near unmet: none

                """
            );

        static string Applicant(string answers, string unmet) =>
            $"checklist: pharmacies\n  applicant: {{ on: 2020-10-08, {answers} }}\n  expect: {{ unmet: {unmet} }}";
    }

    /// <summary>The fund pays 75% of what is above 600: of 1,200 that is 37.5%, of 6,600 it is 68.18%.</summary>
    [Fact]
    public void Target_IsMetAndMissed()
    {
        _folder.With(
            "targets.yaml",
            """
            targets:
              - id: half
                title: { en: The fund pays half, zh: 基金支付一半 }
                of: claims
                must: { measure: { sum: paid, fund: fund }, per: bill, at_least: 50% }
                reference: R

            """
        );
        _folder
            .Reached("targets", Of("1_200", "missed"), Of("6_600", "met"))
            .ShouldBe("targets.yaml:2 targets.half met: 2\ntargets.yaml:2 targets.half missed: 1\n");

        static string Of(string amount, string status) =>
            $"target: half\n  claims: [{{ discharged: 2020-10-08, setting: inpatient, items: [{{ class: A, amount: {amount} }}] }}]\n"
            + $"  expect: {{ status: {status} }}";
    }

    /// <summary>The budget is asked month by month: the last before July 2020 is June, whose first day asks. It is 1,800 in 2020, where
    /// nothing is left and nothing above; of 2,400 in 2021 the 2,700 are 300 above, of which 60 pass a tenth.</summary>
    [Fact]
    public void Contract_HasItsRows()
    {
        _folder.With(
            "contract.yaml",
            """
            contracts:
              - id: stays
                title: { en: Stays, zh: 住院 }
                fund: fund
                claims: { setting: inpatient }
                steps:
                  - id: budget
                    kind: standard
                    per: year
                    amount:
                      2020-01-01:
                        reference: R
                        rows:
                          - { when: { provider.id: H-1 }, value: 1_200 }
                          - { otherwise: true, value: 0 }
                      2020-07-01:
                        reference: R
                        rows:
                          - { when: { provider.id: H-1 }, value: 2_400 }
                          - { otherwise: true, value: 0 }
                    excess:
                      2020-01-01:
                        reference: R
                        value:
                          - { above: 0%, fund: 70% }
                          - { above: 10%, fund: 30% }
                    saving: { 2020-01-01: { value: 0%, reference: R } }

            """
        );
        _folder
            .Reached("stays", Year("2020-01-01", 1_800), Year("2021-01-01", 2_700), Year("2021-01-01", 2_600, "outpatient"))
            .ShouldBe(
                """
                contract.yaml:2 stays.claims hold: 1 2
                contract.yaml:2 stays.claims do_not_hold: 3
                contract.yaml:14 stays.budget.amount: 1
                contract.yaml:15 stays.budget.amount: none
                contract.yaml:16 stays.budget.amount day_before: 1
                contract.yaml:16 stays.budget.amount first_day: 1
                contract.yaml:19 stays.budget.amount: 1 2 3
                contract.yaml:20 stays.budget.amount: none
                contract.yaml:22 stays.budget.excess: 2
                contract.yaml:25 stays.budget.excess: 2
                contract.yaml:26 stays.budget.excess: 2
                contract.yaml:27 stays.budget.saving: 3

                """
            );

        static string Year(string from, int actual, string setting = "inpatient") =>
            $"contract: stays\n  year: {{ starts: {from}, provider.id: H-1, "
            + $"totals: [{{ month: 3, setting: {setting}, cases: 1, actual: {actual} }}] }}\n  expect: {{ steps: {{}} }}";
    }

    /// <summary>A plan by the year: the value of 1 March counts from 2021 on. Of whom it is not about reaches no row.</summary>
    [Fact]
    public void Contribution_HasItsRowsAndPeriods()
    {
        _folder.With(
            "contributions.yaml",
            """
            payers:
              government: { title: { en: Government, zh: 政府 } }
            contributions:
              - id: resident
                title: { en: Residents, zh: 居民 }
                per: year
                applies: { scheme: resident }
                parts:
                  - id: own
                    title: { en: Own, zh: 个人 }
                    payer: member
                    amount:
                      2020-01-01: { value: 100, reference: R }
                      2020-03-01:
                        reference: R
                        rows:
                          - { when: { age: { below: 18 } }, value: 40 }
                          - { otherwise: true, value: 150 }

            """
        );
        _folder
            .Reached(
                "resident",
                Contributor("on: 2020-06-01, scheme: resident, age: 40", "total: 100.00"),
                Contributor("on: 2021-06-01, scheme: resident, age: 40", "total: 150.00"),
                Contributor("on: 2021-06-01, scheme: employee, age: 9", "total: 0.00")
            )
            .ShouldBe(
                """
                contributions.yaml:4 resident.applies hold: 1 2
                contributions.yaml:4 resident.applies do_not_hold: 3
                contributions.yaml:13 resident.own.amount: 1
                contributions.yaml:14 resident.own.amount day_before: 1
                contributions.yaml:14 resident.own.amount first_day: 2
                contributions.yaml:17 resident.own.amount: none
                contributions.yaml:18 resident.own.amount: 2

                """
            );

        static string Contributor(string facts, string expect) =>
            $"contribution: resident\n  contributor: {{ {facts} }}\n  expect: {{ {expect} }}";
    }
}
