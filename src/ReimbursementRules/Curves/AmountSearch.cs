namespace ReimbursementRules.Curves;

/// <summary>Finds every whole number of cents for which a sum comes out as asked.</summary>
/// <remarks>What a rulebook pays is piecewise linear in an amount, and jumps only at the edges of conditions, which are tried, and where a
/// layer begins to have something to work on. Where a sum bends, something in the trace bends for good, or another line stands in it. So a
/// stretch on which the whole trace is straight is passed over where the goal is not between its ends, and taken as even where its ends and
/// 16 amounts give one sum; every other stretch is cut in two.</remarks>
/// <param name="at">What comes out for an amount in cents.</param>
/// <param name="goal">The sum that is asked, in the units of what comes out.</param>
internal sealed class AmountSearch(Func<long, AmountPoint> at, long goal)
{
    private const int Samples = 16;

    /// <summary>Of so many parts of a stretch, those at which the trace is held against a straight line.</summary>
    private static readonly int[] Looked = [3, 5, 8, 11, 14];

    private readonly List<(long From, long To)> _found = [];

    /// <summary>The amounts, as stretches with both ends included, in order.</summary>
    public IReadOnlyList<(long From, long To)> Found => _found;

    /// <summary>Looks at all amounts of a range.</summary>
    public void Run(AmountRange range)
    {
        var before = at(range.Tried[0]);
        Take(before);
        foreach (var amount in range.Tried.Skip(1))
        {
            var here = at(amount);
            Between(before, here);
            Take(here);
            before = here;
        }
    }

    /// <summary>Whether everything in the trace is on a straight line between two amounts, but for roundings.</summary>
    public static bool IsStraight(Func<long, AmountPoint> at, AmountPoint low, AmountPoint high)
    {
        if (low.Shape != high.Shape)
            return false;
        var width = high.Amount - low.Amount;
        foreach (var part in Looked)
            if ((long)((Int128)width * part / Samples) is > 0 and var way && way < width && !IsOnLine(at(low.Amount + way), low, high))
                return false;
        return true;
    }

    /// <summary>Whether one sum comes out at both ends of a stretch and at every amount that is tried between them.</summary>
    public static bool IsEven(Func<long, AmountPoint> at, AmountPoint low, AmountPoint high)
    {
        if (low.Sum != high.Sum)
            return false;
        var width = high.Amount - low.Amount;
        for (var sample = 1; sample < Samples; sample++)
            if (at(low.Amount + (long)((Int128)width * sample / Samples)).Sum != low.Sum)
                return false;
        return true;
    }

    /// <summary>Looks at the amounts between two that have been looked at.</summary>
    private void Between(AmountPoint low, AmountPoint high)
    {
        if (high.Amount - low.Amount <= 1)
            return;
        if (IsStraight(at, low, high))
        {
            var roundings = Math.Max(low.SumRoundings, high.SumRoundings);
            if (goal < Math.Min(low.Sum, high.Sum) - roundings || goal > Math.Max(low.Sum, high.Sum) + roundings)
                return;
            if (IsEven(at, low, high))
            {
                if (low.Sum == goal)
                    Add(low.Amount + 1, high.Amount - 1);
                return;
            }
        }

        var middle = at(low.Amount + (high.Amount - low.Amount) / 2);
        Between(low, middle);
        Take(middle);
        Between(middle, high);
    }

    private static bool IsOnLine(AmountPoint here, AmountPoint low, AmountPoint high)
    {
        if (here.Shape != low.Shape)
            return false;
        var (way, width) = (here.Amount - low.Amount, high.Amount - low.Amount);
        for (var i = 0; i < here.Values.Length; i++)
            if (
                Int128.Abs((Int128)(here.Values[i] - low.Values[i]) * width - (Int128)(high.Values[i] - low.Values[i]) * way)
                > (Int128)low.Roundings * width
            )
                return false;
        return true;
    }

    private void Take(AmountPoint here)
    {
        if (here.Sum == goal)
            Add(here.Amount, here.Amount);
    }

    private void Add(long from, long to)
    {
        if (_found.Count > 0 && _found[^1].To + 1 == from)
            _found[^1] = (_found[^1].From, to);
        else
            _found.Add((from, to));
    }
}
