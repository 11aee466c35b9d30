using ReimbursementRules.Contributions;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Builders;

/// <summary>Plans of the town whose parts a test writes itself.</summary>
internal static class ContributionTown
{
    /// <summary>A plan of the town by the year, with a government and an employer beside the member.</summary>
    /// <param name="parts">The parts, each in braces; <c>who: …</c> is short for the id, title and payer.</param>
    public static ContributionPlan Plan(params ReadOnlySpan<string> parts) => PlanWith("per: year", parts);

    /// <summary>As <see cref="Plan"/>, with other keys of the plan.</summary>
    public static ContributionPlan PlanWith(string keys, params ReadOnlySpan<string> parts)
    {
        using var folder = new RulebookFolder();
        return folder.With("contributions.yaml", Text(keys, parts)).Load().Contributions.ShouldHaveSingleItem();
    }

    /// <summary>The file of one plan.</summary>
    public static string Text(string keys, params ReadOnlySpan<string> parts)
    {
        var text =
            "payers:\n  government: { title: { en: Government, zh: 政府 } }\n  employer: { title: { en: Employer, zh: 单位 } }\n"
            + $"contributions:\n  - id: plan\n    title: {{ en: Plan, zh: 缴费 }}\n    "
            + $"{keys.Replace("\n", "\n    ", StringComparison.Ordinal)}\n    parts:\n";
        foreach (var part in parts)
            text += $"      - {part.Replace("who: ", "id: own, title: { en: Own, zh: 应缴 }, payer: ", StringComparison.Ordinal)}\n";
        return text;
    }

    public static Contributor On(string day) => new() { On = Day.Of(day) };

    /// <summary>What each pays, such as <c>member 110.00, government 340.00</c>; who pays nothing is left out.</summary>
    public static string Paid(this Contribution contribution) =>
        string.Join(
            ", ",
            contribution
                .Payers.Select(payer => (payer.Payer, payer.Amount))
                .Prepend(("member", contribution.Member))
                .Where(one => one.Item2 != Money.Zero)
                .Select(one => $"{one.Item1} {one.Item2}")
        );

    public static string Found(this Contribution contribution) => string.Join(", ", contribution.Findings.Select(finding => finding.Id));
}
