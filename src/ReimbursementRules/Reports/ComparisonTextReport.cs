using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a comparison of two rulebooks as a plain sheet of text for a fixed font.</summary>
public static class ComparisonTextReport
{
    /// <summary>The comparison as text: lines end in a line feed, and Chinese characters count two columns.</summary>
    /// <param name="comparison">What changed from one rulebook to the other.</param>
    /// <param name="claims">What they make of claims; may be left out.</param>
    /// <param name="language">The language of the sheet; names, values and references stay as the policies state them.</param>
    public static string Write(RulebookComparison comparison, ClaimsComparison? claims = null, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var sheet = ComparisonSheetWriter.Write(comparison, claims, language);
        var text = new TextPage();
        text.Title(sheet.Title);
        if (sheet.Lead is { } lead)
            text.Wrapped("", lead);
        text.Facts(sheet.Facts);
        if (sheet.Effect is { Unsettled: { Count: > 0 } unsettled })
            Unsettled(text, unsettled, language);
        Says(text, sheet, ComparisonWords.Changes, language);
        if (sheet.Effect is { } effect)
            Effect(text, effect, language);
        return text.ToString();
    }

    /// <summary>What changed, and in which cases.</summary>
    internal static void Says(TextPage text, ComparisonSheet sheet, BilingualText title, Language language)
    {
        Changes(text, sheet, title, language);
        Cases(text, sheet, language);
    }

    private static void Changes(TextPage text, ComparisonSheet sheet, BilingualText title, Language language)
    {
        text.Section(title.In(language));
        if (sheet.Changes.Count == 0)
            text.Line(ComparisonWords.NoChanges.In(language));
        foreach (var change in sheet.Changes)
        {
            text.Wrapped("- ", $"{change.Where}{Words.InBrackets(change.Kind).In(language)}{Words.Colon.In(language)}{change.Says}");
            foreach (var line in change.Cases)
                text.Wrapped($"    {ComparisonWords.When.In(language)} ", line);
            foreach (var (side, source) in change.Sources)
                text.Wrapped($"    {side}{Words.Colon.In(language)}", source.In(language));
        }

        if (sheet.TooLarge.Count > 0)
            text.Wrapped("- ", $"{ComparisonWords.TooLarge.In(language)} {string.Join(Words.ListComma.In(language), sheet.TooLarge)}");
    }

    /// <summary>The cases below what changes in them: as a table their lines would be too long.</summary>
    private static void Cases(TextPage text, ComparisonSheet sheet, Language language)
    {
        if (sheet.Cases.Rows.Count == 0)
            return;
        text.Section(sheet.Cases.Title);
        foreach (
            var same in sheet.Cases.Rows.GroupBy(row => $"{row[0]}{Words.Colon.In(language)}{row[2]} → {row[3]}", StringComparer.Ordinal)
        )
        {
            text.Wrapped("- ", same.Key);
            foreach (var row in same)
                text.Wrapped($"    {ComparisonWords.When.In(language)} ", row[1]);
        }
    }

    /// <summary>What is in no sum comes before everything else.</summary>
    private static void Unsettled(TextPage text, IReadOnlyList<SheetUnsettled> unsettled, Language language)
    {
        text.Section(ComparisonWords.Unsettled.In(language));
        foreach (var claim in unsettled)
        {
            text.Wrapped("- ", claim.Head);
            foreach (var problem in claim.Problems)
                text.Wrapped("    ", problem);
        }
    }

    private static void Effect(TextPage text, SheetEffect effect, Language language)
    {
        text.Table(effect.Patients);
        if (effect.Bins.Count > 0)
            text.Table(Distribution(effect, language));
        text.Table(effect.Bearers);
        foreach (var table in effect.Groups is { } groups ? effect.Most.Prepend(groups) : effect.Most)
            text.Table(table);
    }

    private static SheetTable Distribution(SheetEffect effect, Language language) =>
        new SheetColumns<EffectBin>(effect.Bins)
            .Text("", (bin, _) => EffectPicture.Label(bin).In(language))
            .Right(ComparisonWords.Claims.In(language), bin => ComparisonWords.Show(bin.Count))
            .Table(ComparisonWords.Distribution.In(language), hasTotal: false);
}
