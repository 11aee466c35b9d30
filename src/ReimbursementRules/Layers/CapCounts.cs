namespace ReimbursementRules.Layers;

/// <summary>What the caps of a layer add to their running sums: what is left when every later cap of the layer has cut too.</summary>
internal sealed class CapCounts
{
    private readonly List<(RunningSum Sum, int Row, bool IsOnCost, long Amount)> _counts = [];

    public void Clear() => _counts.Clear();

    public void Add(RunningSum sum, int row, bool isOnCost, long amount) => _counts.Add((sum, row, isOnCost, amount));

    /// <summary>A cap cuts an amount that earlier caps of its kind have let through.</summary>
    public void Cut(bool isOnCost, long amount)
    {
        for (var i = 0; i < _counts.Count; i++)
            if (_counts[i].IsOnCost == isOnCost)
                _counts[i] = _counts[i] with { Amount = _counts[i].Amount - amount };
    }

    public void Note(Desk settling)
    {
        foreach (var (sum, row, _, amount) in _counts)
            sum.Add(settling, row, amount);
    }
}
