using ReimbursementRules.Tables;

namespace ReimbursementRules.Layers;

/// <summary>What the caps of a layer add to their running sums: what is left when every later cap of the layer has cut too.</summary>
internal sealed class CapCounts
{
    private readonly List<CapCount> _counts = [];

    public void Clear() => _counts.Clear();

    public void Add(in CapCount count) => _counts.Add(count);

    /// <summary>A cap is about to cut: notes what the items hold of which earlier caps of its kind count some.</summary>
    public void Hold(LayerRun run, bool isOnCost)
    {
        for (var i = 0; i < _counts.Count; i++)
            if (_counts[i].IsOnCost == isOnCost && _counts[i].Items is { } items)
                _counts[i] = _counts[i] with { Held = run.Worked(isOnCost, items) };
    }

    /// <summary>A cap has cut an amount that earlier caps of its kind have let through: of those that count some items, what they hold no
    /// more.</summary>
    public void Cut(LayerRun run, bool isOnCost, long amount)
    {
        for (var i = 0; i < _counts.Count; i++)
            if (_counts[i].IsOnCost == isOnCost)
            {
                var cut = _counts[i].Items is { } items ? _counts[i].Held - run.Worked(isOnCost, items) : amount;
                _counts[i] = _counts[i] with { Amount = _counts[i].Amount - cut };
            }
    }

    public void Note(Desk settling)
    {
        foreach (var count in _counts)
            count.Sum.Add(settling, count.Row, count.Amount);
    }
}

/// <summary>What one cap adds to its running sum.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Row">The row of its table.</param>
/// <param name="IsOnCost">Whether it limits the cost that counts.</param>
/// <param name="Items">Which items it limits; null for all.</param>
/// <param name="Amount">What it has let through, in cents.</param>
internal readonly record struct CapCount(RunningSum Sum, int Row, bool IsOnCost, Table<bool>? Items, long Amount)
{
    /// <summary>What its items hold before another cap cuts, in cents.</summary>
    public long Held { get; init; }
}
