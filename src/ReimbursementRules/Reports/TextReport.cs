using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a settlement as a plain sheet of text for a fixed font, like a bank statement.</summary>
public static class TextReport
{
    /// <summary>The settlement as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="language">The language of the sheet; names and references stay as the policy and the claim state them.</param>
    public static string Write(Settlement settlement, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var sheet = SheetWriter.Write(settlement, language);
        var page = new TextPage();
        page.Title(sheet.Title);
        if (sheet.Reversal is { } reversal)
            page.Line(reversal);
        page.Wrapped("", sheet.Lead);
        if (sheet.Capitals is { } capitals)
            page.Wrapped("", capitals);
        page.Facts(sheet.Facts);
        page.Line(sheet.Unit);
        page.Table(sheet.Payers);
        foreach (var table in sheet.Items)
            page.Table(table);
        page.Table(sheet.Parts);
        Steps(page, sheet, language);
        page.Notes(Words.Findings.In(language), sheet.Findings, language);
        page.Notes(Words.Skipped.In(language), sheet.Skipped, language);
        if (sheet.History.Rows.Count > 0)
            page.Table(sheet.History);
        return page.ToString();
    }

    private static void Steps(TextPage page, Sheet sheet, Language language)
    {
        page.Section(Words.Steps.In(language));
        if (sheet.Layers.Count == 0)
            page.Line(Words.NoSteps.In(language));
        var first = true;
        foreach (var layer in sheet.Layers)
        {
            if (!first)
                page.Line("");
            first = false;
            page.Line(layer.Title);
            if (layer.Steps.Count == 0)
            {
                page.Wrapped("    ", layer.Folded ?? "");
                continue;
            }

            var rows = TextTable.Lines(Numbers(layer, language)).ToList();
            page.Line(rows[0]);
            page.Line(rows[1]);
            for (var i = 0; i < layer.Steps.Count; i++)
                Step(page, rows[i + 2], layer.Steps[i], language);
            if (layer.Folded is { } folded)
                page.Wrapped("    ", folded);
        }
    }

    private static void Step(TextPage page, string numbers, SheetStep step, Language language)
    {
        page.Line(numbers);
        page.Wrapped("    ", step.Says);
        foreach (var move in step.Moves)
            page.Wrapped("    - ", move);
        foreach (var source in step.Sources)
            page.Source(source, language);
    }

    private static SheetTable Numbers(SheetLayer layer, Language language) =>
        new SheetColumns<SheetStep>(layer.Steps)
            .Text(Words.Step.In(language), (step, _) => Columns.Left(step.Title, 16))
            .Right(Words.Base.In(language), step => Columns.Right(step.Base, 14))
            .Right(Words.Rate.In(language), step => Columns.Right(step.Rate, 8))
            .Right(Words.Amount.In(language), step => Columns.Right(step.Amount, 14))
            .Table(layer.Title, hasTotal: false);
}
