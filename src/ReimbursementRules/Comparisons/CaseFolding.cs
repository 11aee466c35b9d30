namespace ReimbursementRules.Comparisons;

/// <summary>Puts single cases together into few boxes: some classes of each fact, every combination of which is one of the cases. No case
/// is in two boxes.</summary>
internal static class CaseFolding
{
    /// <summary>Up to so many cases several orders of the facts are tried; which is best is a matter of trial.</summary>
    private const int FewEnough = 4_000;

    public static IReadOnlyList<int[][]> Fold(IReadOnlyList<int[]> cases)
    {
        if (cases.Count == 0)
            return [];
        var facts = cases[0].Length;
        var tries = cases.Count <= FewEnough ? Math.Max(1, facts) : 1;
        return Enumerable.Range(0, tries).Select(first => Fold(cases, facts, first)).MinBy(boxes => boxes.Count)!;
    }

    private static List<int[][]> Fold(IReadOnlyList<int[]> cases, int facts, int first)
    {
        List<int[][]> boxes = [.. cases.Select(one => one.Select(code => (int[])[code]).ToArray())];
        for (var before = -1; before != boxes.Count; )
        {
            before = boxes.Count;
            for (var i = 0; i < facts; i++)
                boxes = Along((first + i) % facts, boxes);
        }

        return boxes;
    }

    /// <summary>Joins the boxes that differ in one fact only.</summary>
    private static List<int[][]> Along(int fact, List<int[][]> boxes) =>
        [.. boxes.GroupBy(box => Others(fact, box)).Select(same => same.Count() == 1 ? same.First() : Joined(fact, [.. same]))];

    private static string Others(int fact, int[][] box) =>
        string.Join(';', box.Select((codes, i) => i == fact ? "" : string.Join(',', codes)));

    private static int[][] Joined(int fact, IReadOnlyList<int[][]> boxes) =>
        [.. boxes[0].Select((codes, i) => i == fact ? boxes.SelectMany(box => box[fact]).Order().ToArray() : codes)];
}
