using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Builds a table column by column; columns of amounts that are all zero are left out, and the others are added up.</summary>
internal sealed class SheetColumns<T>(IReadOnlyList<T> rows)
{
    private readonly List<(string Title, bool IsAmount, Func<T, int, string> Cell, string Total)> _columns = [];

    public SheetColumns<T> Text(string title, Func<T, int, string> cell, string total = "")
    {
        _columns.Add((title, false, cell, total));
        return this;
    }

    /// <summary>A column of words that is left out where no row has any.</summary>
    public SheetColumns<T> TextIfAny(string title, Func<T, string> cell) =>
        rows.Any(row => cell(row).Length > 0) ? Text(title, (row, _) => cell(row)) : this;

    public SheetColumns<T> Right(string title, Func<T, string> cell, string total = "")
    {
        _columns.Add((title, true, (row, _) => cell(row), total));
        return this;
    }

    public SheetColumns<T> Amount(string title, Func<T, Money> cell, bool addsUp = true) =>
        Right(title, row => cell(row).ToReadable(), addsUp ? rows.Sum(row => cell(row)).ToReadable() : "");

    public SheetColumns<T> AmountIfAny(string title, Func<T, Money> cell) =>
        rows.Any(row => cell(row) != Money.Zero) ? Amount(title, cell) : this;

    public SheetTable Table(string title, bool hasTotal = true) =>
        new(
            title,
            [.. _columns.Select(column => new SheetColumn(column.Title, column.IsAmount))],
            [.. rows.Select((row, index) => (IReadOnlyList<string>)[.. _columns.Select(column => column.Cell(row, index))])],
            hasTotal ? [.. _columns.Select(column => column.Total)] : null
        );
}
