using System.Text;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a comparison of two rulebooks as one self-contained page: to read on a desk or a phone, and to print. No script, no
/// outside resource.</summary>
public static class ComparisonHtmlReport
{
    /// <summary>The comparison as an HTML page that is well-formed XML too. Everything that comes from files and claims is
    /// escaped.</summary>
    /// <param name="comparison">What changed from one rulebook to the other.</param>
    /// <param name="claims">What they make of claims; may be left out.</param>
    /// <param name="language">The language of the page; names, values and references stay as the policies state them.</param>
    /// <param name="printed">The day on which it is printed, which stands at its end; null where it does not matter.</param>
    public static string Write(
        RulebookComparison comparison,
        ClaimsComparison? claims = null,
        Language language = Language.English,
        DateOnly? printed = null
    )
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var sheet = ComparisonSheetWriter.Write(comparison, claims, language);
        var html = new StringBuilder();
        HtmlPage.Begin(html, sheet.Title, HtmlStyle.Sheet + HtmlStyle.Comparison + HtmlStyle.Pages(language), language);
        html.Append($"<header>\n<h1>{Html.Escape(sheet.Title)}</h1>\n");
        if (sheet.Lead is { } lead)
            html.Append($"<p class=\"lead\">{Html.Escape(lead)}</p>\n");
        HtmlPage.Facts(html, sheet.Facts);
        html.Append("</header>\n");
        if (claims is not null && sheet.Effect is { } effect)
            Effect(html, claims, effect, language);
        HtmlPage.Section(html, "changes", ComparisonWords.Changes.In(language), () => Changes(html, sheet, language));
        if (sheet.Cases.Rows.Count > 0)
            HtmlPage.Section(html, "wide", sheet.Cases.Title, () => Html.Table(html, sheet.Cases));
        HtmlPage.Printed(html, printed, language);
        HtmlPage.End(html);
        return html.ToString();
    }

    private static void Effect(StringBuilder html, ClaimsComparison claims, SheetEffect effect, Language language)
    {
        if (effect.Unsettled.Count > 0)
            HtmlPage.Section(html, "notes", ComparisonWords.Unsettled.In(language), () => Unsettled(html, effect));
        HtmlPage.Section(html, "payers", effect.Patients.Title, () => Html.Table(html, effect.Patients));
        if (effect.Bins.Count > 0)
            HtmlPage.Section(
                html,
                "picture",
                ComparisonWords.Distribution.In(language),
                () => EffectPicture.Distribution(html, effect.Bins, language)
            );
        HtmlPage.Section(
            html,
            "wide",
            effect.Bearers.Title,
            () =>
            {
                EffectPicture.Bearers(html, claims, language);
                Html.Table(html, effect.Bearers);
            }
        );
        foreach (var table in effect.Groups is { } groups ? effect.Most.Prepend(groups) : effect.Most)
            HtmlPage.Section(html, "wide", table.Title, () => Html.Table(html, table));
        if (effect.Traces.Count > 0)
            HtmlPage.Section(html, "steps", ComparisonWords.Traces.In(language), () => Traces(html, effect, language));
    }

    /// <summary>The steps of both settlements, or of the one there is, folded under each claim. A row leads to what is folded, not to
    /// the fold: so a browser opens it.</summary>
    private static void Traces(StringBuilder html, SheetEffect effect, Language language)
    {
        foreach (var claim in effect.Traces)
        {
            html.Append($"<details>\n<summary>{Html.Escape(claim.Head)}</summary>\n");
            html.Append($"<div id=\"{claim.Id}\">\n");
            foreach (var (side, layers) in new[] { (ComparisonWords.Before, claim.Before), (ComparisonWords.After, claim.After) })
            {
                if (layers is null)
                    continue;
                html.Append($"<p class=\"says\">{Html.Escape(side.In(language))}</p>\n");
                HtmlSteps.Write(html, layers, language);
            }

            html.Append("</div>\n</details>\n");
        }
    }

    private static void Changes(StringBuilder html, ComparisonSheet sheet, Language language)
    {
        if (sheet.Changes.Count == 0)
            html.Append($"<p>{Html.Escape(ComparisonWords.NoChanges.In(language))}</p>\n");
        if (sheet.TooLarge.Count > 0)
            html.Append(
                $"<p>{Html.Escape(ComparisonWords.TooLarge.In(language))} "
                    + $"{Html.Escape(string.Join(Words.ListComma.In(language), sheet.TooLarge))}</p>\n"
            );
        html.Append("<ul>\n");
        foreach (var change in sheet.Changes)
            Change(html, change, language);
        html.Append("</ul>\n");
    }

    private static void Change(StringBuilder html, SheetChange change, Language language)
    {
        var says = Html.Escape(change.Kind + Words.Colon.In(language) + change.Says);
        html.Append($"<li>\n<p class=\"says\"><code>{Html.Escape(change.Where)}</code> {says}</p>\n");
        foreach (var line in change.Cases)
            html.Append($"<p class=\"move\">{Html.Escape(ComparisonWords.When.In(language))} {Html.Escape(line)}</p>\n");
        foreach (var (side, source) in change.Sources)
        {
            html.Append($"<p class=\"side\">{Html.Escape(side)}</p>\n");
            HtmlSteps.Source(html, source, language);
        }

        html.Append("</li>\n");
    }

    private static void Unsettled(StringBuilder html, SheetEffect effect)
    {
        html.Append("<ul>\n");
        foreach (var claim in effect.Unsettled)
        {
            var problems = claim.Problems.Select(problem => $"<p>{Html.Escape(problem)}</p>");
            html.Append($"<li><b>{Html.Link(claim.Head, claim.LeadsTo)}</b>{string.Concat(problems)}</li>\n");
        }

        html.Append("</ul>\n");
    }
}
