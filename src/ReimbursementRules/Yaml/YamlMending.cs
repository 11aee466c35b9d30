using ReimbursementRules.Values;

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

    /// <summary>What was meant by a text in which every key has a full-width colon, so that all of it is one value for YAML: one problem
    /// for all of them. The root as it is where the text is no such one.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="text">The text.</param>
    /// <param name="root">What was read.</param>
    /// <param name="problems">Takes the problem, and those of lines with other slips.</param>
    public static Node? WithWideColons(string file, string text, Node? root, ProblemLog problems)
    {
        if (root is not { IsScalar: true } || text.Length > WrittenText.Longest)
            return root;
        string[] rows = [.. text.Split('\n').Select(row => row.TrimEnd('\r'))];
        List<Slip> slips = [.. SlipFinder.In(rows).Where(slip => slip.IsSure)];
        var keys = slips.Where(slip => slip.Kind == SlipKind.WideColon).Select(slip => slip.Row).Distinct().ToList();
        if (keys is not [var first, ..] || first != root.Place.Line - 1)
            return root;
        var noted = new ProblemLog();
        var nodes = new NodeFile(file, noted) { Mended = slips.ToLookup(slip => slip.Row + 1) };
        if (YamlNodes.TryParse(WrittenText.Mended(rows, slips), nodes, out var meant) is not null || meant is not { IsMapping: true })
            return root;
        var way = SlipWords.Way(WrittenText.Mended(rows[first], slips.Where(slip => slip.Row == first)), 0);
        problems.Add(
            new(
                root.Place,
                "yaml.form",
                new(
                    $"the file has a full-width '：' after its keys, on {Counted.Of(keys.Count, "line")}: YAML knows ':' alone, "
                        + "with a blank after it.",
                    $"本文件的键后都是全角“：”，共 {Digits.Show(keys.Count)} 行：YAML 只认半角“:”，其后空一格。"
                ),
                new($"Replace it on every line. {way.En}", $"请逐行替换。{way.Zh}")
            )
        );
        problems.MendedWhole(file);
        problems.AddSlips(
            file,
            rows,
            slips.FindAll(slip => slips.Exists(other => other.Row == slip.Row && other.Kind != SlipKind.WideColon)),
            "yaml.form"
        );
        YamlNodes.TryParse(WrittenText.Mended(rows, slips), new(file, problems) { Mended = nodes.Mended }, out meant);
        return meant;
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
