using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>What a step states of the sum that it adds up from claim to claim.</summary>
/// <param name="Per">The period after which the sum begins anew.</param>
/// <param name="Shared">The sum that it shares with other steps; null for its own.</param>
/// <param name="IsApart">Whether each row of its table has a sum of its own; null where it does not say.</param>
/// <param name="CountsAt">Where it says so; else the step.</param>
internal sealed record SumForm(Period Per, Word? Shared, bool? IsApart, FilePlace CountsAt)
{
    /// <summary>The keys of a step that it reads.</summary>
    public static readonly string[] Keys = ["per", "shared", "counts"];

    /// <param name="step">The step.</param>
    /// <param name="per">The period where the step does not state one; null where it must.</param>
    public static SumForm Read(Node step, Period? per = null)
    {
        var counts = step.Optional("counts");
        return new(
            per is { } otherwise && step.Optional("per") is null ? otherwise : LayerReader.Per(step["per"]),
            step.Optional("shared")?.NameWord(),
            counts is null ? null : counts.OneOf("together", "apart") is "apart",
            counts?.Place ?? step.Place
        );
    }

    /// <summary>The rows as comparisons tell them: where each has a sum of its own, its conditions are a part of what it says.</summary>
    public DatedTablePolicy<T> Tell<T>(DatedTablePolicy<T> table) =>
        IsApart is not true
            ? table
            : new([
                .. table.Entries.Select(entry => entry with { Value = entry.Value with { Rows = [.. entry.Value.Rows.Select(Tell)] } }),
            ]);

    private static RowPolicy<T> Tell<T>(RowPolicy<T> row) =>
        row with
        {
            Text = row.Text with { Says = $"{row.Text.Says}, counts: apart ({row.Text.When})" },
        };
}
