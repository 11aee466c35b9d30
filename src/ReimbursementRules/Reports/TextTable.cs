namespace ReimbursementRules.Reports;

/// <summary>Draws a table in a fixed font: words to the left, amounts to the right, a rule below the head and above the total.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(SheetTable table)
    {
        List<IReadOnlyList<string>> all =
        [
            [.. table.Columns.Select(column => column.Title)],
            .. table.Rows,
        ];
        if (table.Total is { } total)
            all.Add(total);
        var widths = table.Columns.Select((_, column) => all.Max(row => Columns.Of(row[column]))).ToArray();
        var rule = new string('-', widths.Sum() + Gap.Length * (widths.Length - 1));
        yield return Line(all[0]);
        yield return rule;
        foreach (var row in table.Rows)
            yield return Line(row);
        if (table.Total is not null)
        {
            yield return rule;
            yield return Line(table.Total);
        }

        string Line(IReadOnlyList<string> row) =>
            string.Join(
                    Gap,
                    row.Select((cell, i) => table.Columns[i].IsAmount ? Columns.Right(cell, widths[i]) : Columns.Left(cell, widths[i]))
                )
                .TrimEnd();
    }
}
