namespace ReimbursementRules.Comparisons;

/// <summary>Which items of a claim two tables count together, where bands are counted over the items of each row.</summary>
internal sealed class CountedItems
{
    private readonly JointCases _cases;
    private readonly Dictionary<(int Side, int Row, string Claim), List<int[]>> _items = [];
    private readonly Dictionary<(int Side, int Row, string Claim), PolicyWords> _words = [];

    private CountedItems(JointCases cases, SideTable before, SideTable after)
    {
        _cases = cases;
        foreach (var (classes, codes) in cases.All())
        {
            Note(0, before.Row(codes), classes);
            Note(1, after.Row(codes), classes);
        }
    }

    /// <summary>The items that two tables count together; null where neither counts by row, or one is not there.</summary>
    public static CountedItems? Of(JointCases cases, SideTable? before, SideTable? after) =>
        before is not null && after is not null && (before.CountsByRow || after.CountsByRow) ? new(cases, before, after) : null;

    /// <summary>With which items those of a case are counted before and after, in words; null where with the same.</summary>
    public (PolicyWords Before, PolicyWords After)? Differing(int[] classes, int before, int after)
    {
        var (one, other) = (Words(0, before, classes), Words(1, after, classes));
        return one == other ? null : (one, other);
    }

    private void Note(int side, int row, int[] classes)
    {
        if (row < 0)
            return;
        var key = (side, row, _cases.OfClaim(classes));
        if (!_items.TryGetValue(key, out var items))
            _items.Add(key, items = []);
        items.Add((int[])classes.Clone());
    }

    private PolicyWords Words(int side, int row, int[] classes)
    {
        var key = (side, row, _cases.OfClaim(classes));
        if (!_words.TryGetValue(key, out var words))
            _words.Add(key, words = PolicyWords.Either(_cases.LinesOfItems(_items[key])));
        return words;
    }
}
