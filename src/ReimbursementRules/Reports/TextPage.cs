using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>A plain page of text for a fixed font, written line by line.</summary>
internal sealed class TextPage
{
    private const int LineWidth = 100;

    private readonly StringBuilder _text = new();

    /// <summary>A line. A claim's own words cannot break it or steer a terminal.</summary>
    public void Line(string line)
    {
        foreach (var rune in line.EnumerateRunes())
            _text.Append(PlainWord.IsHidden(rune) ? " " : rune.ToString());
        _text.Append('\n');
    }

    /// <summary>Words over as many lines as they need, after an indent that is blank from the second line on.</summary>
    public void Wrapped(string indent, string words)
    {
        var width = Columns.Of(indent);
        foreach (var line in Columns.Wrap(words, LineWidth - width))
        {
            Line(indent + line);
            indent = new(' ', width);
        }
    }

    /// <summary>The title of the page, underlined.</summary>
    public void Title(string title)
    {
        Line(title);
        Line(new('=', Columns.Of(title)));
    }

    /// <summary>The title of a section, after a blank line.</summary>
    public void Section(string title)
    {
        Line("");
        Title(title);
    }

    /// <summary>A section that is a table.</summary>
    public void Table(SheetTable table)
    {
        Section(table.Title);
        foreach (var line in TextTable.Lines(table))
            Line(line);
    }

    /// <summary>Names and values, in two columns.</summary>
    public void Facts(IReadOnlyList<SheetFact> facts)
    {
        var width = facts.Max(fact => Columns.Of(fact.Name));
        foreach (var fact in facts)
            Wrapped(Columns.Left(fact.Name, width) + "  ", fact.Value);
    }

    /// <summary>Where something comes from, with its address and note.</summary>
    public void Source(PolicySource source, Language language)
    {
        Wrapped("    ", source.In(language));
        if (source.Href is { } href)
            Wrapped("    ", href);
        if (source.Note is { } note)
            Wrapped("    ", Words.Note.In(language) + note.In(language));
        if (source.IsExample)
            Wrapped("    ", Words.Example.In(language));
    }

    /// <summary>A section of notes; nothing where there are none.</summary>
    public void Notes(string title, IReadOnlyList<SheetNote> notes, Language language)
    {
        if (notes.Count == 0)
            return;
        Section(title);
        foreach (var note in notes)
        {
            Wrapped("- ", $"{note.Head}{Words.Colon.In(language)}{note.Says}");
            if (note.Source is { } source)
                Source(source, language);
        }
    }

    /// <summary>The page: lines end in a line feed.</summary>
    public override string ToString() => _text.ToString();
}
