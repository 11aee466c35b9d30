namespace ReimbursementRules.Cli;

/// <summary>Finds the sums that come nearest to one that never comes out, and the least amounts that give them.</summary>
/// <remarks>Where a stretch ends says how far a sum can rise or fall in between; a stretch that cannot come nearer is passed over, and
/// every
/// other is cut in two. So the answer follows from the amounts that are allowed, and not from those that are tried first.</remarks>
internal sealed class NearestAmounts
{
    /// <summary>The most settlements, so that a search ends where sums waver by cents over a long stretch.</summary>
    private const int Most = 500_000;

    private readonly Func<long, long> _sumOf;
    private readonly long _goal;
    private long? _below;
    private long? _above;
    private int _left = Most;

    private NearestAmounts(Func<long, long> sumOf, long goal, AmountRange range)
    {
        (_sumOf, _goal) = (sumOf, goal);
        (long Amount, long Sum)[] tried = [.. range.Tried.Select(amount => (amount, At(amount)))];
        foreach (var (low, high) in tried.Zip(tried.Skip(1)))
            Between(low, high);
        Below = Least(_below, range);
        Above = Least(_above, range);
    }

    /// <summary>The least amount whose sum is nearest below the goal; null where none is below.</summary>
    public (long Amount, long Sum)? Below { get; }

    /// <summary>The least amount whose sum is nearest above the goal; null where none is above.</summary>
    public (long Amount, long Sum)? Above { get; }

    /// <param name="sumOf">The sum in cents for an amount in cents.</param>
    /// <param name="goal">A sum that no amount of the range gives, in cents.</param>
    /// <param name="range">The amounts.</param>
    public static NearestAmounts Of(Func<long, long> sumOf, long goal, AmountRange range) => new(sumOf, goal, range);

    private void Between((long Amount, long Sum) low, (long Amount, long Sum) high)
    {
        var width = high.Amount - low.Amount;
        if (width <= 1 || _left <= 0 || !CanComeNearer(low.Sum + high.Sum, width) || AmountSearch.IsEven(At, low, high))
            return;
        var middle = low.Amount + width / 2;
        var here = (middle, At(middle));
        Between(low, here);
        Between(here, high);
    }

    /// <summary>Whether a sum that moves by a cent a cent at most can come nearer between two ends than any before.</summary>
    private bool CanComeNearer(long ends, long width)
    {
        var (least, most) = ((ends - width) / 2 - AmountSearch.Roundings, (ends + width) / 2 + AmountSearch.Roundings);
        return (least < _goal && !(most <= _below)) || (most > _goal && !(least >= _above));
    }

    private long At(long amount)
    {
        _left--;
        var sum = _sumOf(amount);
        if (sum < _goal && !(sum <= _below))
            _below = sum;
        if (sum > _goal && !(sum >= _above))
            _above = sum;
        return sum;
    }

    private (long Amount, long Sum)? Least(long? sum, AmountRange range)
    {
        if (sum is not { } goal)
            return null;
        var search = new AmountSearch(_sumOf, goal);
        search.Run(range);
        return (search.Found[0].From, goal);
    }
}
