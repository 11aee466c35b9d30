using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Mutants;

/// <summary>A town in which everything stands once that can be changed.</summary>
internal static class MutantTown
{
    private const string Parameters = """
        parameters:
          wage:
            2020-01-01: { value: 1_000, reference: "Town order 1" }
            2022-01-01: { value: 2_000, reference: "Town order 1" }
        lists:
          chronic: [diabetes, asthma]

        """;

    private const string Gates = """
        gates:
          - id: far
            when: { location: { not: [in_area, out_of_county] }, emergency: no }
            then: refuse
            message: { en: Too far., zh: 太远。 }
            reference: "Town order 9"
          - id: listed
            when: { disease: { in: chronic } }
            then: flag
            message: { en: Listed., zh: 在列。 }
            reference: "Town order 9"

        """;

    private const string Basic = """
        id: basic
        title: { en: Basic, zh: 基本 }
        payer: fund
        applies: { setting: inpatient, scheme: [employee, resident] }
        base: [in_scope, first_self_pay]
        steps:
          - id: deductible
            kind: deductible
            per: admission
            amount:
              2020-01-01:
                reference: "Town order 2"
                rows:
                  - { when: { hospital.level: one }, value: 300 }
                  - { when: { hospital.level: two }, value: 600 }
                  - { otherwise: true, value: 900 }
              2021-01-01: { value: 500, reference: "Town order 2" }
          - id: ceiling
            kind: cap
            of: cost
            per: year
            amount:
              2020-01-01: { value: { parameter: wage, times: 50 }, reference: "Town order 2" }
          - id: share
            kind: tiers
            edges: on_base
            table:
              2020-01-01:
                reference: "Town order 3"
                rows:
                  - { when: { age: { below: 60 } }, value: [{ above: 0, rate: 70% }, { above: 20_000, rate: 85.5% }] }
                  - { when: { age: { from: 60 } }, value: 90% }
            adjust:
              - 2020-01-01:
                  reference: "Town order 3"
                  rows:
                    - { when: { scheme: employee }, add: 2% }
                    - { otherwise: true, add: 0% }
              - 2020-01-01: { times: 99%, reference: "Town order 3" }
          - id: cap
            kind: cap
            of: payment
            cuts: cost
            per: year
            counts: together
            amount:
              2020-01-01:
                reference: "Town order 4"
                rows:
                  - { when: { hospital.level: one }, value: 20_000 }
                  - { otherwise: true, value: 30_000 }

        """;

    private const string Quota = """
        id: quota
        title: { en: Quota, zh: 定额 }
        payer: fund
        instead_of: basic
        applies: { setting: inpatient, disease: appendicitis }
        at_most: { times: 1, per: year }
        base: [in_scope, first_self_pay]
        steps:
          - id: quota
            kind: quota
            pays_on: quota
            amount: { 2020-01-01: { value: 6_000, reference: "Town order 5" } }
            rate: { 2020-01-01: { value: 70%, reference: "Town order 5" } }
            excess: { hospital: 100% }
            saving: hospital

        """;

    private const string Aid = """
        id: aid
        title: { en: Aid, zh: 救助 }
        payer: aid
        from: 2020-07-01
        applies: { poverty: { not: none } }
        base: [basic.deductible, basic.share, basic.cap]
        steps:
          - id: share
            kind: tiers
            edges: after_deductible
            table: { 2020-07-01: { value: 50%, reference: "Town order 6" } }
          - id: cap
            kind: cap
            of: payment
            per: claim
            beyond: hospital
            amount: { 2020-07-01: { value: 5_000, reference: "Town order 6" } }

        """;

    private const string Rest = """
        id: rest
        title: { en: Rest, zh: 兜底 }
        payer: aid
        applies: { poverty: { not: none } }
        base: { parts: [basic.deductible, basic.share], as: original }
        steps:
          - id: share
            kind: tiers
            edges: after_deductible
            table: { 2020-01-01: { value: 10%, reference: "Town order 7" } }

        """;

    public static RulebookFolder Folder() =>
        new RulebookFolder()
            .With("index.yaml", RulebookFolder.Index + Parameters)
            .With("0-gates.yaml", Gates)
            .With("2-basic.yaml", Basic)
            .With("3-quota.yaml", Quota)
            .With("4-aid.yaml", Aid)
            .With("5-rest.yaml", Rest);
}
