using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>The town before and after a change.</summary>
internal static class Pair
{
    /// <summary>The comparison of the town with the town after a change.</summary>
    public static RulebookComparison Changed(Action<RulebookFolder> change) => Of(_ => { }, change);

    /// <summary>The comparison of two towns, each made of the ordinary one by a change.</summary>
    public static RulebookComparison Of(Action<RulebookFolder> before, Action<RulebookFolder> after) =>
        RulebookComparison.Of(Loaded(before), Loaded(after));

    public static Rulebook Loaded(Action<RulebookFolder> change)
    {
        using var folder = new RulebookFolder();
        change(folder);
        return folder.Load();
    }

    /// <summary>The changes on one line each.</summary>
    public static IEnumerable<string> Lines(this RulebookComparison comparison) =>
        comparison.Changes.Select(change =>
            $"{change.Where} {change.Kind}: {Shown(change.Before)} → "
            + $"{Shown(change.After)}{string.Concat(change.Cases.Select(line => $" | {line}"))}"
        );

    /// <summary>The affected cases on one line each.</summary>
    public static IEnumerable<string> CaseLines(this RulebookComparison comparison) =>
        comparison.Cases.Select(cases =>
            $"{cases.Where} {{{cases.Facts}}}: {cases.Before?.Written ?? "–"} → {cases.After?.Written ?? "–"}"
        );

    private static string Shown(StatedValue? value) =>
        value is null ? "–" : $"{value.Says} [{Reference(value)}{value.Source.Place.File}:{value.Source.Place.Line}]";

    private static string Reference(StatedValue value) => value.Source.Reference.En is { Length: > 0 } reference ? reference + " " : "";
}
