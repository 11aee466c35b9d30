using System.Net;
using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes well-formed HTML that is XML too.</summary>
internal static class Html
{
    /// <summary>A text with its markup escaped; characters that no XML can hold become the replacement character.</summary>
    public static string Escape(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(
                PlainWord.IsHidden(rune) ? " "
                : rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD"
                : rune.ToString()
            );
        return WebUtility.HtmlEncode(valid.ToString());
    }

    /// <summary>The most columns of a table that stays one where the page is narrow, included.</summary>
    private const int FewColumns = 4;

    /// <summary>A table; where the page is narrow and the columns are many, each row becomes a block, and each cell names its
    /// column.</summary>
    public static void Table(StringBuilder html, SheetTable table)
    {
        html.Append(table.Columns.Count > FewColumns ? "<table class=\"many\">\n<thead><tr>" : "<table>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\"{Class(column)}>{Escape(column.Title)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (at, row) in table.Rows.Index())
            Row(html, table.Columns, row, table.LeadsTo.ElementAtOrDefault(at));
        html.Append("</tbody>\n");
        if (table.Total is { } total)
        {
            html.Append("<tfoot>\n");
            Row(html, table.Columns, total);
            html.Append("</tfoot>\n");
        }

        html.Append("</table>\n");
    }

    /// <summary>A link to a place on the same page; the text alone where there is none.</summary>
    public static string Link(string text, string? id) => id is null ? Escape(text) : $"<a href=\"#{Escape(id)}\">{Escape(text)}</a>";

    private static void Row(StringBuilder html, IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> cells, string? leadsTo = null)
    {
        html.Append("<tr>");
        for (var i = 0; i < cells.Count; i++)
            html.Append(
                $"<td data-column=\"{Escape(columns[i].Title)}\"{Class(columns[i])}>{Link(cells[i], i == 0 ? leadsTo : null)}</td>"
            );
        html.Append("</tr>\n");
    }

    private static string Class(SheetColumn column) => column.IsAmount ? " class=\"amount\"" : "";
}
