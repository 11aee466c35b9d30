namespace ReimbursementRules.Yaml;

/// <summary>Reads a text that is not YAML because of slips: as what it was meant to be, with a problem for each line that has
/// one.</summary>
internal static class YamlMending
{
    /// <summary>How many characters are read again to tell which slips matter, at most.</summary>
    private const int MostReadAgain = 2_000_000;

    /// <summary>What was read; the root is null where the text is not YAML even after that. Null where no slip is found.</summary>
    public static (Node? Root, bool IsWhole)? Read(string file, string text, ProblemLog problems)
    {
        if (text.Length > WrittenText.Longest)
            return null;
        string[] rows = [.. text.Split('\n').Select(row => row.TrimEnd('\r'))];
        var found = SlipFinder.In(rows);
        List<Slip> slips = [.. found.Where(slip => slip.IsSure)];
        if (found.Count == 0)
            return null;
        var wrong = Trial(rows, slips);
        if (wrong is not null && found.Count > slips.Count && Trial(rows, found) is null)
            (slips, wrong) = ([.. found], null);
        if (slips.Count == 0)
            return null;
        if (wrong is null)
            slips = ThatMatter(rows, slips, text.Length);
        problems.AddSlips(file, rows, slips, "yaml.form");
        if (wrong is null)
        {
            YamlNodes.TryParse(
                WrittenText.Mended(rows, slips),
                new(file, problems) { Mended = slips.ToLookup(slip => slip.Row + 1) },
                out var root
            );
            return (root, true);
        }

        if (!slips.Exists(slip => slip.Row + 1 == wrong.Place.Line))
            problems.Add(wrong with { Place = wrong.Place with { File = file } });
        return (null, false);
    }

    /// <summary>What the parser says of the text with slips mended.</summary>
    private static Problem? Trial(string[] rows, IEnumerable<Slip> slips) =>
        YamlNodes.TryParse(WrittenText.Mended(rows, slips), new("", []), out _);

    /// <summary>Leaves out lines that the parser reads as they stand: they may be meant so, and are told elsewhere if not.</summary>
    private static List<Slip> ThatMatter(string[] rows, List<Slip> slips, int length)
    {
        var left = (MostReadAgain / Math.Max(1, length)) - 1;
        foreach (var row in slips.Select(slip => slip.Row).Distinct().ToList())
            if (left-- > 0 && slips.FindAll(slip => slip.Row != row) is { Count: > 0 } others && Trial(rows, others) is null)
                slips = others;
        return slips;
    }
}
