using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The frame of a self-contained page: no script, no outside resource.</summary>
internal static class HtmlPage
{
    public static void Begin(StringBuilder html, string title, string style, Language language)
    {
        html.Append(
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                + $"lang=\"{(language == Language.Chinese ? "zh-CN" : "en")}\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        );
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Append($"<title>{Html.Escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n");
    }

    public static void Facts(StringBuilder html, IReadOnlyList<SheetFact> facts)
    {
        html.Append("<dl>\n");
        foreach (var fact in facts)
            html.Append($"<div><dt>{Html.Escape(fact.Name)}</dt><dd>{Html.Escape(fact.Value)}</dd></div>\n");
        html.Append("</dl>\n");
    }

    public static void Section(StringBuilder html, string name, string title, Action content)
    {
        html.Append($"<section class=\"{name}\">\n<h2>{Html.Escape(title)}</h2>\n");
        content();
        html.Append("</section>\n");
    }

    /// <summary>The day of print, where there is one.</summary>
    public static void Printed(StringBuilder html, DateOnly? printed, Language language)
    {
        if (printed is { } day)
            html.Append(
                $"<p class=\"printed\">{Html.Escape($"{Words.Printed.In(language)}{Words.Colon.In(language)}{Words.Day(day)}")}</p>\n"
            );
    }

    public static void End(StringBuilder html) => html.Append("</main>\n</body>\n</html>\n");
}
