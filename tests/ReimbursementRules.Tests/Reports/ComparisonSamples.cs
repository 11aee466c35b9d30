using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Comparisons;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The comparisons that the reports are shown on: a town that changes its deductible, adds a fund and a layer, begins later, and
/// lets hospitals keep savings.</summary>
internal static class ComparisonSamples
{
    public static RulebookComparison Town { get; } =
        Pair.Changed(folder =>
            folder
                .Replace("index.yaml", "from: 2020-01-01", "from: 2020-03-01")
                .Replace("index.yaml", "  aid:", "  net: { title: { en: Net <b>, zh: 托底 } }\n  aid:")
                .Replace(
                    "2-basic.yaml",
                    "2020-01-01: { value: 600, reference: \"Town order 2\" }",
                    """
                    2020-01-01:
                            reference: "Town order 20 & more"
                            href: "https://example.org/?a=1&b=2"
                            note: "Raised for <level three>."
                            status: example
                            rows:
                              - { when: { hospital.level: three, location: { not: in_area } }, value: 1_000 }
                              - { when: { hospital.level: three, location: in_area }, value: 800 }
                              - { when: { hospital.level: [one, two, unrated] }, value: 600 }
                    """
                )
                .With(
                    "3-quota.yaml",
                    """
                    id: quota
                    title: { en: Quota, zh: 定额 }
                    payer: fund
                    instead_of: basic
                    applies: { setting: inpatient, disease: appendicitis }
                    base: [in_scope, first_self_pay, over_ceiling, out_of_scope]
                    steps:
                      - id: quota
                        kind: quota
                        pays_on: quota
                        amount: { 2020-01-01: { value: 6_000, reference: "Town order 4" } }
                        rate: { 2020-01-01: { value: 60%, reference: "Town order 5" } }
                        excess: { hospital: 50%, patient: 50% }
                        saving: hospital

                    """
                )
                .With(
                    "4-net.yaml",
                    Builders.Town.Layer(
                        "net",
                        "net",
                        "basic.share",
                        "applies: { setting: inpatient, poverty: registered }",
                        StepText.Tiers("50%")
                    )
                )
        );

    public static ClaimsComparison Claims { get; } = Town.SettleAll(All());

    /// <summary>Winners, losers, one who is neither, one who cannot be settled after, and one who cannot be settled at all.</summary>
    private static IEnumerable<Claim> All() =>
        [
            Stay(1, 10_000, HospitalLevel.Two),
            Stay(2, 10_000, HospitalLevel.Three),
            Stay(3, 700.01m, HospitalLevel.Three) with
            {
                Location = Location.OutOfCity,
                Id = "</td><script>alert(1)</script>",
            },
            Stay(4, 20_000, HospitalLevel.One) with
            {
                Member = new() { Id = "M-4", Poverty = Poverty.Registered },
            },
            Stay(5, 4_000, HospitalLevel.Two) with
            {
                Disease = "appendicitis",
            },
            Stay(6, 1_000, HospitalLevel.Two) with
            {
                Discharged = new(2020, 2, 29),
            },
            Stay(7, 1_000, HospitalLevel.Two) with
            {
                Setting = null,
            },
        ];

    private static Claim Stay(int number, decimal amount, HospitalLevel level) =>
        TestClaim.Stay(amount) with
        {
            Id = $"C-{number}",
            Member = new() { Id = $"M-{number}" },
            Provider = new() { Level = level },
        };
}
