using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Curves;

/// <summary>Which rows apply to which items of a claim.</summary>
/// <param name="claim">The claim, as it was settled.</param>
/// <param name="legend">The names of the rulebook.</param>
/// <param name="fired">The rows that applied.</param>
internal sealed class ItemsOfRows(Claim claim, Legend legend, IReadOnlyList<FiredRule> fired)
{
    private readonly HashSet<Trend[]> _paid = [];
    private Trend[]? _group;
    private long _above = -1;

    public Claim Claim => claim;

    /// <summary>Whether a layer works on an item. A claim of one item is only seen in layers that do.</summary>
    public bool Takes(Layer layer, int item)
    {
        if (claim.Items.Length == 1)
            return true;
        var day = claim.Items[item].Date ?? claim.Discharged;
        return (layer.DecidedBy != DecidingDay.Service || (day >= layer.From && !(day >= layer.Until)))
            && (layer.Items is null || fired.Any(rule => rule.Item == item && rule.Rule.Table == $"{legend.Layers[layer.Index].Id}.items"));
    }

    /// <summary>Whether a deductible is taken first of an item.</summary>
    public bool IsTakenFrom(in TraceLine line, Layer layer, TakenFrom from, int item) =>
        !from.TakesSome || IsOf(line, layer, TakenFrom.Key, item);

    /// <summary>Whether an item fulfils conditions of a step.</summary>
    public bool IsOf(in TraceLine line, Layer layer, string key, int item)
    {
        var table = $"{legend.Layers[layer.Index].Id}.{legend.Steps[line.Step].Id}.{key}";
        return fired.Any(rule => rule.Item == item && rule.Rule.Table == table);
    }

    /// <summary>The items to which a row applies, of some.</summary>
    public IEnumerable<int> Of(int row, IEnumerable<int> items) =>
        claim.Items.Length == 1 ? items : items.Where(item => fired.Any(rule => Applies(rule, item) && IsAt(rule, row)));

    /// <summary>What the row of a table that applies to an item says.</summary>
    /// <exception cref="BentCurveException">Which row that is is not known.</exception>
    public T ValueOf<T>(Table<T> table, int item)
    {
        for (var row = 0; row < table.Rows.Length; row++)
            if (fired.Any(rule => Applies(rule, item) && IsAt(rule, table.Rows[row])))
                return table.Values[row];
        throw new BentCurveException();
    }

    /// <summary>What is left of the items that a band is paid for: those to which the same rows of its step apply.</summary>
    /// <exception cref="BentCurveException">Which items they are is not known.</exception>
    public Trend[] Group(in TraceLine line, Layer layer, TrendPool pool)
    {
        var (row, step) = (line.Row, $"{legend.Layers[layer.Index].Id}.{legend.Steps[line.Step].Id}.");
        if (_group is not null && line.Limit > _above)
        {
            _above = line.Limit;
            return _group;
        }

        var group = Enumerable
            .Range(0, pool.Items)
            .Where(item => !pool.LeftOf(item).IsNone && !_paid.Any(paid => !paid[item].IsNone))
            .GroupBy(item => RowsOf(item, step))
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .FirstOrDefault(same => Of(row, same).Any());
        var items = group?.ToHashSet() ?? throw new BentCurveException();
        _group = [.. Enumerable.Range(0, pool.Items).Select(item => items.Contains(item) ? pool.LeftOf(item) : Trend.Zero)];
        _above = line.Limit;
        _paid.Add(_group);
        return _group;
    }

    /// <summary>Begins with another layer.</summary>
    public void Begin()
    {
        _paid.Clear();
        (_group, _above) = (null, -1);
    }

    private string RowsOf(int item, string step) =>
        string.Join(
            ';',
            fired
                .Where(rule => Applies(rule, item) && rule.Rule.Table.StartsWith(step, StringComparison.Ordinal))
                .Select(rule => $"{rule.Rule.Source.Place.Line:d6}")
        );

    /// <summary>A row of the claim applies to all of its items.</summary>
    private static bool Applies(FiredRule rule, int item) => rule.Item is null || rule.Item == item;

    private bool IsAt(FiredRule rule, int row) => rule.Rule.Source.Place == legend.Rows[row].Place;
}
