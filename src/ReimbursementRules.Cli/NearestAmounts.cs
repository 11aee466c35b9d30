using ReimbursementRules.Curves;

namespace ReimbursementRules.Cli;

/// <summary>Finds the sums that come nearest to one that never comes out, and the least amounts that give them.</summary>
/// <remarks>A stretch on which the whole trace is straight and whose ends say that it cannot come nearer is passed over, and every other is
/// cut in two. So the answer follows from the amounts that are allowed, and not from those that are tried first.</remarks>
internal sealed class NearestAmounts
{
    /// <summary>The most settlements, so that a search ends where sums waver by cents over a long stretch.</summary>
    private const int Most = 500_000;

    private readonly Func<long, AmountPoint> _at;
    private readonly long _goal;
    private long? _below;
    private long? _above;
    private int _left = Most;

    private NearestAmounts(Func<long, AmountPoint> at, long goal, AmountRange range)
    {
        (_at, _goal) = (at, goal);
        AmountPoint[] tried = [.. range.Tried.Select(At)];
        foreach (var (low, high) in tried.Zip(tried.Skip(1)))
            Between(low, high);
        Below = Least(_below, range);
        Above = Least(_above, range);
    }

    /// <summary>The least amount whose sum is nearest below the goal; null where none is below.</summary>
    public (long Amount, long Sum)? Below { get; }

    /// <summary>The least amount whose sum is nearest above the goal; null where none is above.</summary>
    public (long Amount, long Sum)? Above { get; }

    /// <param name="at">What comes out for an amount in cents.</param>
    /// <param name="goal">A sum that no amount of the range gives, in cents.</param>
    /// <param name="range">The amounts.</param>
    public static NearestAmounts Of(Func<long, AmountPoint> at, long goal, AmountRange range) => new(at, goal, range);

    private void Between(AmountPoint low, AmountPoint high)
    {
        if (high.Amount - low.Amount <= 1 || _left <= 0)
            return;
        if (AmountSearch.IsStraight(At, low, high) && (!CanComeNearer(low, high) || AmountSearch.IsEven(At, low, high)))
            return;
        var middle = At(low.Amount + (high.Amount - low.Amount) / 2);
        Between(low, middle);
        Between(middle, high);
    }

    /// <summary>Whether a sum on a straight line between two ends can come nearer than any before.</summary>
    private bool CanComeNearer(AmountPoint low, AmountPoint high)
    {
        var (least, most) = (Math.Min(low.Sum, high.Sum) - low.Roundings, Math.Max(low.Sum, high.Sum) + low.Roundings);
        return (least < _goal && !(most <= _below)) || (most > _goal && !(least >= _above));
    }

    private AmountPoint At(long amount)
    {
        _left--;
        var here = _at(amount);
        if (here.Sum < _goal && !(here.Sum <= _below))
            _below = here.Sum;
        if (here.Sum > _goal && !(here.Sum >= _above))
            _above = here.Sum;
        return here;
    }

    private (long Amount, long Sum)? Least(long? sum, AmountRange range)
    {
        if (sum is not { } goal)
            return null;
        var search = new AmountSearch(_at, goal);
        search.Run(range);
        return (search.Found[0].From, goal);
    }
}
