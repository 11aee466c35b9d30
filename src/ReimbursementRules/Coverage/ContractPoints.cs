using ReimbursementRules.Contracts;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The points of the tables of one contract that are asked of the same thing: of the provider's year, or of its lines.</summary>
internal sealed class ContractPoints
{
    private readonly PointBook _book;
    private readonly TablePoints[] _tables;
    private readonly (int First, WayPoints Ways)[] _conditions;

    public ContractPoints(ContractPolicy contract, ContractQuestions questions, Asking asking, PointBook book, NamedPoints names)
    {
        _book = book;
        _tables = [.. questions.Written.Where(table => !table.IsOfConditions).Select(table => new TablePoints(table, asking, book, names))];
        _conditions =
        [
            .. questions
                .Written.Where(table => table.IsOfConditions && table.Name.Key != "applies")
                .Select(table => (table.First, WayPoints.OfConditions(book, Place(table, contract), table.Name.ToString()))),
        ];
    }

    /// <summary>A step looked at a row, or used a band of it.</summary>
    public void Looked((int Row, int Band) at, DateOnly day)
    {
        foreach (var table in _tables)
            if (table.Has(at.Row))
                Reach(table[at.Row - table.Written.First], at.Band, day);
        foreach (var (first, ways) in _conditions)
            if (at.Row == first || at.Row == first + 1)
                ways.ReachIf(_book, at.Row == first);
    }

    private void Reach(RowPoints row, int band, DateOnly day)
    {
        if (band < 0)
            row.Reach(_book, day);
        else if (row.Bands.Length > 0)
            _book.Reach(row.Bands[band]);
    }

    private static FilePlace Place(WrittenTable table, ContractPolicy contract) =>
        contract.Steps.FirstOrDefault(step => step.Id == table.Name.Step)?.Place ?? contract.Place;
}
