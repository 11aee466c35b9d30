using System.Text;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a settlement as one self-contained page: to read on a desk or a phone, and to print. No script, no outside
/// resource.</summary>
public static class HtmlReport
{
    /// <summary>The settlement as an HTML page that is well-formed XML too. Everything that comes from files and claims is
    /// escaped.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="language">The language of the page; names and references stay as the policy and the claim state them.</param>
    /// <param name="printed">The day on which it is printed, which stands at its end; null where it does not matter. Pages are numbered on
    /// paper.</param>
    public static string Write(Settlement settlement, Language language = Language.English, DateOnly? printed = null)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var sheet = SheetWriter.Write(settlement, language);
        var html = new StringBuilder();
        HtmlPage.Begin(html, sheet.Title, HtmlStyle.Sheet + HtmlStyle.Pages(language), language);
        Head(html, sheet, settlement);
        HtmlPage.Section(html, "payers", sheet.Payers.Title, () => Html.Table(html, sheet.Payers));
        HtmlPage.Section(html, "picture", Words.Flow.In(language), () => Picture(html, settlement, language));
        HtmlPage.Section(html, "steps", Words.Steps.In(language), () => HtmlSteps.Write(html, sheet.Layers, language));
        foreach (var table in sheet.Items)
            HtmlPage.Section(html, "wide", table.Title, () => Html.Table(html, table));
        HtmlPage.Section(html, "wide parts", sheet.Parts.Title, () => Html.Table(html, sheet.Parts));
        Notes(html, Words.Findings.In(language), sheet.Findings, language);
        Notes(html, Words.Skipped.In(language), sheet.Skipped, language);
        if (sheet.History.Rows.Count > 0)
            HtmlPage.Section(html, "wide", sheet.History.Title, () => Html.Table(html, sheet.History));
        HtmlPage.Printed(html, printed, language);
        HtmlPage.End(html);
        return html.ToString();
    }

    private static void Head(StringBuilder html, Sheet sheet, Settlement settlement)
    {
        html.Append($"<header>\n<h1>{Html.Escape(sheet.Title)}</h1>\n");
        if (sheet.Reversal is { } reversal)
            html.Append($"<p class=\"mark\">{Html.Escape(reversal)}</p>\n");
        if (settlement.Status != SettlementStatus.Settled)
            html.Append($"<p class=\"mark\">{Html.Escape(sheet.Facts[^1].Value)}</p>\n");
        html.Append($"<p class=\"lead\">{Html.Escape(sheet.Lead)}</p>\n");
        if (sheet.Capitals is { } capitals)
            html.Append($"<p class=\"capitals\">{Html.Escape(capitals)}</p>\n");
        HtmlPage.Facts(html, sheet.Facts);
        html.Append($"<p class=\"unit\">{Html.Escape(sheet.Unit)}</p>\n");
        html.Append("</header>\n");
    }

    /// <summary>Drawn twice, and the page shows the one that fits: text in a picture must not shrink with it.</summary>
    private static void Picture(StringBuilder html, Settlement settlement, Language language)
    {
        var flow = Flow.Of(settlement, language);
        if (flow.Streams.Count == 0)
            html.Append($"<p>{Html.Escape(Words.NothingToDraw.In(language))}</p>\n");
        html.Append(FlowPicture.Draw(flow, FlowSize.Desk, settlement, language))
            .Append(FlowPicture.Draw(flow, FlowSize.Phone, settlement, language));
    }

    private static void Notes(StringBuilder html, string title, IReadOnlyList<SheetNote> notes, Language language)
    {
        if (notes.Count == 0)
            return;
        HtmlPage.Section(
            html,
            "notes",
            title,
            () =>
            {
                html.Append("<ul>\n");
                foreach (var note in notes)
                {
                    html.Append($"<li><b>{Html.Escape(note.Head)}</b>{Words.Colon.In(language)}{Html.Escape(note.Says)}");
                    if (note.Source is { } source)
                        HtmlSteps.Source(html, source, language);
                    html.Append("</li>\n");
                }

                html.Append("</ul>\n");
            }
        );
    }
}
