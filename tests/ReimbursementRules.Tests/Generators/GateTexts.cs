using System.Globalization;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Random gates.</summary>
internal static class GateTexts
{
    private static readonly string[] Gates =
    [
        "when: { provider.agreement: none, emergency: no }, then: refuse",
        "when: { cause: work_injury }, then: refuse, liable: society",
        "when: { cause: third_party }, then: refuse, liable: hospital",
        "when: { channel: manual, bill: { from: 50_000 } }, then: hold, due: { working_days: 10 }",
        "when: { provider.agreement: suspended }, then: flag",
        "item: { item.days_of_supply: { from: 29 } }, then: flag",
        "item: { item.days_of_supply: { from: 29 }, disease: { in: chronic } }, then: refuse",
        "item: { item.kind: consumable }, then: refuse, liable: aid",
        "when: { location: out_of_province }, item: { item.kind: [nursing, service] }, then: refuse, liable: hospital",
    ];

    /// <summary>The file, or null for a rulebook without gates.</summary>
    public static string? Write(Dice dice) =>
        dice.Chance(40)
            ? null
            : "gates:\n"
                + string.Concat(
                    dice.Some(Gates, 4)
                        .Select(
                            (gate, i) =>
                                $"  - {{ id: gate_{i.ToString(CultureInfo.InvariantCulture)}, "
                                + dice.Of("", "", "", "from: 2020-03-01, ", "until: 2020-09-01, ", "from: 2020-03-01, until: 2021-02-01, ")
                                + $"{gate}, "
                                + "reference: Order 7, message: { en: Stop, zh: 停 } }\n"
                        )
                );
}
