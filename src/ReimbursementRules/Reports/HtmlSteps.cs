using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes the steps of each layer: the numbers in a row, and below them the sum in words, its moves and its source.</summary>
internal static class HtmlSteps
{
    public static void Write(StringBuilder html, IReadOnlyList<SheetLayer> layers, Language language)
    {
        if (layers.Count == 0)
            html.Append($"<p>{Html.Escape(Words.NoSteps.In(language))}</p>\n");
        foreach (var layer in layers)
        {
            html.Append(
                $"<h3>{Html.Escape(layer.Title)}{(layer.Id.Length > 0 ? $" <code>{Html.Escape(layer.Id)}</code>" : "")}</h3>\n<ol>\n"
            );
            foreach (var step in layer.Steps)
                Step(html, step, language);
            html.Append("</ol>\n");
        }
    }

    public static void Source(StringBuilder html, PolicySource source, Language language)
    {
        html.Append($"<p class=\"source\">{Reference(source, language)} <code>{Html.Escape(source.Place.Row)}</code>");
        if (source.IsExample)
            html.Append($" <b>{Html.Escape(Words.Example.In(language))}</b>");
        html.Append("</p>\n");
        if (source.Note is { } note)
            html.Append($"<p class=\"source\">{Html.Escape(Words.Note.In(language) + note.In(language))}</p>\n");
    }

    private static void Step(StringBuilder html, SheetStep step, Language language)
    {
        html.Append($"<li>\n<p class=\"says\"><code>{Html.Escape(step.Id)}</code> {Html.Escape(step.Says)}</p>\n<dl>");
        Number(html, Words.Base, step.Base, language);
        Number(html, Words.Rate, step.Rate, language);
        Number(html, Words.Amount, step.Amount, language);
        html.Append("</dl>\n");
        foreach (var move in step.Moves)
            html.Append($"<p class=\"move\">{Html.Escape(move)}</p>\n");
        foreach (var source in step.Sources)
            Source(html, source, language);
        html.Append("</li>\n");
    }

    private static void Number(StringBuilder html, BilingualText name, string number, Language language)
    {
        if (number.Length > 0)
            html.Append($"<div><dt>{Html.Escape(name.In(language))}</dt><dd>{Html.Escape(number)}</dd></div>");
    }

    /// <summary>A link only where the address is one of the web: a policy file cannot smuggle in another scheme.</summary>
    private static string Reference(PolicySource source, Language language) =>
        Uri.TryCreate(source.Href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"<a href=\"{Html.Escape(source.Href!)}\">{Html.Escape(source.Reference.In(language))}</a>"
            : Html.Escape(source.Reference.In(language));
}
