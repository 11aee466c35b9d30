using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>What a step states of the sum that it adds up from claim to claim.</summary>
/// <param name="Per">The period after which the sum begins anew.</param>
/// <param name="Shared">The sum that it shares with other steps; null for its own.</param>
/// <param name="IsApart">Whether each row of its table has a sum of its own; null where it does not say.</param>
/// <param name="CountsAt">Where it says so; else the step.</param>
/// <param name="Each">The fact for each word of which it adds up apart; null for none.</param>
internal sealed record SumForm(Period Per, Word? Shared, bool? IsApart, FilePlace CountsAt, Word? Each)
{
    /// <summary>The keys of a step that it reads.</summary>
    public static ImmutableArray<KeyForm> Keys { get; } =
    [
        May("per", RunningPeriods.FormOfStep, "周期：多久累计一次", "after which time the sum begins anew"),
        May("shared", ValueForms.Id, "共用累计：几层合用一个累计的名称", "the sum that it shares with other steps"),
        May(
            "counts",
            ValueForms.Words(("together", "各行合并累计", "one sum for all rows"), ("apart", "各行分别累计", "a sum for each row")),
            "怎么累计",
            "whether each row has a sum of its own"
        ),
        May(
            "each",
            ValueForms.Text,
            "各：按单据的哪个事实分别累计，如 disease",
            "the fact of a claim, such as disease, for each word of which it adds up apart"
        ),
    ];

    /// <param name="step">The step.</param>
    /// <param name="per">The period where the step does not state one; null where it must.</param>
    public static SumForm Read(Node step, Period? per = null)
    {
        var counts = step.Optional("counts");
        return new(
            per is { } otherwise && step.Optional("per") is null ? otherwise : RunningPeriods.ReadOfStep(step["per"]),
            step.Optional("shared")?.NameWord(),
            counts is null ? null : counts.OneOf("together", "apart") is "apart",
            counts?.Place ?? step.Place,
            step.Optional("each")?.Word()
        );
    }

    /// <summary>The rows as comparisons tell them: where each has a sum of its own, its conditions are a part of what it says.</summary>
    public DatedTablePolicy<T> Tell<T>(DatedTablePolicy<T> table) =>
        IsApart is not true
            ? table
            : table with
            {
                Entries =
                [
                    .. table.Entries.Select(entry => entry with { Value = entry.Value with { Rows = [.. entry.Value.Rows.Select(Tell)] } }),
                ],
            };

    private static RowPolicy<T> Tell<T>(RowPolicy<T> row) =>
        row with
        {
            Text = row.Text with { Says = $"{row.Text.Says}, counts: apart ({row.Text.When})" },
        };
}
