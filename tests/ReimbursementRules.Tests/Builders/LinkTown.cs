namespace ReimbursementRules.Tests.Builders;

/// <summary>A town whose gates ask what follows from the claims before: a second stay within two weeks waits, a test that is repeated
/// within
/// a week is the hospital's, and the third provider of a day and the fourth visit of a month are marked.</summary>
internal static class LinkTown
{
    private const string Gates = """
        gates:
          - { id: readmission, when: { setting: inpatient, days_since_discharge: { below: 15 } }, then: hold, reference: x, message: { en: Again, zh: 再次 } }
          - { id: repeated_test, item: { item.days_since_same: { below: 7 } }, then: refuse, liable: hospital, reference: x, message: { en: Twice, zh: 重复 } }
          - { id: many_providers, when: { providers_today: { from: 3 } }, then: flag, reference: x, message: { en: Third, zh: 第三家 } }
          - { id: many_visits, when: { visits_this_month: { from: 4 } }, then: flag, reference: x, message: { en: Fourth, zh: 第四次 } }

        """;

    /// <summary>The patient keeps 600 of a stay, and the fund pays 75% of the rest.</summary>
    public static Rulebook Book { get; } = Deciding("discharge");

    /// <summary>The town, whose benefit year the named day decides.</summary>
    public static Rulebook Deciding(string day)
    {
        using var folder = new RulebookFolder();
        return folder
            .With("0-gates.yaml", Gates)
            .With(
                "index.yaml",
                RulebookFolder.Index.Replace("decided_by: discharge", $"decided_by: {day}", StringComparison.Ordinal)
                    + "facts:\n  risk_group: { words: [standard, high], default: standard }\n"
                    + "  ward: { words: [general, special], default: general }\n"
                    + "  item.origin: { words: [domestic, imported], default: domestic }\n"
            )
            .Load();
    }
}
