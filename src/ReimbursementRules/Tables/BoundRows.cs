using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>The rules of a table, and the row of the file that each of them stands for.</summary>
/// <param name="about">About how many there are.</param>
internal sealed class BoundRows(int about)
{
    private readonly ImmutableArray<RuleRow>.Builder _rows = ImmutableArray.CreateBuilder<RuleRow>(about);
    private readonly List<int> _written = [];
    private bool _areAsWritten = true;

    public int Count => _rows.Count;

    public void Add(int written, RuleRow row)
    {
        _rows.Add(row);
        _written.Add(written);
        _areAsWritten &= written == _rows.Count - 1;
    }

    public RuleTable Table(string name) => new(name, _rows.DrainToImmutable()) { Written = _areAsWritten ? [] : [.. _written] };
}
