using System.Text;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a settlement as a plain sheet of text for a fixed font, like a bank statement.</summary>
public static class TextReport
{
    private const int LineWidth = 100;

    /// <summary>The settlement as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="language">The language of the sheet; names and references stay as the policy and the claim state them.</param>
    public static string Write(Settlement settlement, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var sheet = SheetWriter.Write(settlement, language);
        var text = new StringBuilder();
        Title(text, sheet);
        Table(text, sheet.Payers);
        foreach (var table in sheet.Items)
            Table(text, table);
        Table(text, sheet.Parts);
        Steps(text, sheet, language);
        Notes(text, Words.Findings.In(language), sheet.Findings, language);
        Notes(text, Words.Skipped.In(language), sheet.Skipped, language);
        if (sheet.History.Rows.Count > 0)
            Table(text, sheet.History);
        return text.ToString();
    }

    private static void Title(StringBuilder text, Sheet sheet)
    {
        Line(text, sheet.Title);
        Line(text, new('=', Columns.Of(sheet.Title)));
        if (sheet.Reversal is { } reversal)
            Line(text, reversal);
        var width = sheet.Facts.Max(fact => Columns.Of(fact.Name));
        foreach (var fact in sheet.Facts)
            Wrapped(text, Columns.Left(fact.Name, width) + "  ", fact.Value);
    }

    private static void Table(StringBuilder text, SheetTable table)
    {
        Section(text, table.Title);
        foreach (var line in TextTable.Lines(table))
            Line(text, line);
    }

    private static void Steps(StringBuilder text, Sheet sheet, Language language)
    {
        Section(text, Words.Steps.In(language));
        if (sheet.Layers.Count == 0)
            Line(text, Words.NoSteps.In(language));
        var first = true;
        foreach (var layer in sheet.Layers)
        {
            if (!first)
                Line(text, "");
            first = false;
            Line(text, layer.Id.Length > 0 ? $"{layer.Title} ({layer.Id})" : layer.Title);
            var rows = TextTable.Lines(Numbers(layer, language)).ToList();
            Line(text, rows[0]);
            Line(text, rows[1]);
            for (var i = 0; i < layer.Steps.Count; i++)
                Step(text, rows[i + 2], layer.Steps[i], language);
        }
    }

    private static void Step(StringBuilder text, string numbers, SheetStep step, Language language)
    {
        Line(text, numbers);
        Wrapped(text, "    ", step.Says);
        foreach (var move in step.Moves)
            Wrapped(text, "    - ", move);
        foreach (var source in step.Sources)
            Source(text, source, language);
    }

    private static SheetTable Numbers(SheetLayer layer, Language language) => new SheetColumns<SheetStep>(layer.Steps)
        .Text(Words.Step.In(language), (step, _) => Columns.Left(step.Id, 16))
        .Right(Words.Base.In(language), step => Columns.Right(step.Base, 14))
        .Right(Words.Rate.In(language), step => Columns.Right(step.Rate, 8))
        .Right(Words.Amount.In(language), step => Columns.Right(step.Amount, 14))
        .Table(layer.Title, hasTotal: false);

    private static void Notes(StringBuilder text, string title, IReadOnlyList<SheetNote> notes, Language language)
    {
        if (notes.Count == 0)
            return;
        Section(text, title);
        foreach (var note in notes)
        {
            Wrapped(text, "- ", $"{note.Head}: {note.Says}");
            if (note.Source is { } source)
                Source(text, source, language);
        }
    }

    private static void Source(StringBuilder text, Source source, Language language)
    {
        Wrapped(text, "    ", source.ToString());
        if (source.Href is { } href)
            Wrapped(text, "    ", href);
        if (source.Note is { } note)
            Wrapped(text, "    ", Words.Note.In(language) + note);
        if (source.IsExample)
            Wrapped(text, "    ", Words.Example.In(language));
    }

    private static void Section(StringBuilder text, string title)
    {
        Line(text, "");
        Line(text, title);
        Line(text, new('=', Columns.Of(title)));
    }

    private static void Wrapped(StringBuilder text, string indent, string words)
    {
        var width = Columns.Of(indent);
        foreach (var line in Columns.Wrap(words, LineWidth - width))
        {
            Line(text, indent + line);
            indent = new(' ', width);
        }
    }

    /// <summary>A claim's own words cannot break a line or steer a terminal.</summary>
    private static void Line(StringBuilder text, string line)
    {
        foreach (var rune in line.EnumerateRunes())
            text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        text.Append('\n');
    }
}
