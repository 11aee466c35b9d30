namespace ReimbursementRules.Engines.Grids;

/// <summary>A table as nested blocks of cells, a level for each fact that it asks: finding the row is one array look-up a fact, however
/// many rows there are.</summary>
/// <param name="facts">The fact that each level asks.</param>
/// <param name="classes">For each level, the class of each code: words that no row tells apart share one.</param>
/// <param name="cells">On every level but the last, where the next block begins; on the last the row, or -1.</param>
/// <param name="root">Where the first block begins; the row itself where nothing is asked.</param>
internal sealed class Grid(int[] facts, int[][] classes, int[] cells, int root)
{
    public int Row(FactCodes codes)
    {
        var at = root;
        for (var level = 0; level < facts.Length; level++)
            at = cells[at + classes[level][codes[facts[level]]]];
        return at;
    }
}
