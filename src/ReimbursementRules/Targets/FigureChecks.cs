using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Figures are exactly those that the targets ask.</summary>
internal static class FigureChecks
{
    public static void Check(ClaimTargets book, Figures figures, ProblemLog problems)
    {
        var asked = book.Figures.ToDictionary(pair => pair.Name, pair => pair.By, StringComparer.Ordinal);
        foreach (var (name, by) in asked.Where(pair => !figures.All.ContainsKey(pair.Key)))
            problems.Add(
                figures.Place,
                "figure.missing",
                $"the figure '{name}' is missing; the target '{by.Policy.Id}' ({by.Policy.Source.Place.Row}) asks for it.",
                $"缺少数据“{name}”；目标“{by.Policy.Id}”（{by.Policy.Source.Place.Row}）需要它。"
            );
        foreach (var (name, figure) in figures.All.Where(pair => !asked.ContainsKey(pair.Key)))
        {
            var hint = Spelling.Hint(name, asked.Keys);
            problems.Add(
                figure.Place,
                "figure.unknown",
                $"no target asks the figure '{name}'.{hint.En}",
                $"没有目标使用数据“{name}”。{hint.Zh}"
            );
        }
    }

    /// <summary>A figure that tells providers apart has each provider of whom it is asked.</summary>
    public static void CheckProviders(ClaimTarget target, IEnumerable<string> providers, Figures figures, ProblemLog problems)
    {
        foreach (var provider in providers)
        foreach (var name in target.Figures)
            if (figures.All.TryGetValue(name, out var figure) && figure.Providers is { } all && !all.ContainsKey(provider))
                problems.Add(
                    figure.Place,
                    "figure.provider",
                    $"'{name}' has no number for the provider '{provider}', which has claims. Add it.",
                    $"“{name}”没有机构“{provider}”的数值，而该机构有单据。请补上。"
                );
    }
}
