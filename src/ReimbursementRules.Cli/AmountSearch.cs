namespace ReimbursementRules.Cli;

/// <summary>Finds every whole number of cents for which a sum comes out as asked.</summary>
/// <remarks>What a rulebook pays is piecewise linear in an amount, rises or falls by a cent a cent at most, and jumps only at the edges of
/// conditions, which are tried. So a stretch is passed over where its ends are farther from the goal than it is wide; a stretch on which 16
/// amounts give one sum is taken as even; every other stretch is cut in two.</remarks>
/// <param name="sumOf">The sum in cents for an amount in cents.</param>
/// <param name="goal">The sum that is asked, in cents.</param>
internal sealed class AmountSearch(Func<long, long> sumOf, long goal)
{
    /// <summary>How far the roundings of many steps may carry a sum from its straight line, in cents.</summary>
    public const long Roundings = 50;

    private const int Samples = 16;

    private readonly List<(long From, long To)> _found = [];

    /// <summary>The amounts, as stretches with both ends included, in order.</summary>
    public IReadOnlyList<(long From, long To)> Found => _found;

    /// <summary>Looks at all amounts of a range.</summary>
    public void Run(AmountRange range)
    {
        var before = (Amount: range.Tried[0], Sum: sumOf(range.Tried[0]));
        Take(before);
        foreach (var amount in range.Tried.Skip(1))
        {
            var here = (amount, sumOf(amount));
            Between(before, here);
            Take(here);
            before = here;
        }
    }

    /// <summary>Whether one sum comes out at both ends of a stretch and at every amount that is tried between them.</summary>
    public static bool IsEven(Func<long, long> sumOf, (long Amount, long Sum) low, (long Amount, long Sum) high)
    {
        if (low.Sum != high.Sum)
            return false;
        var width = high.Amount - low.Amount;
        for (var sample = 1; sample < Samples; sample++)
            if (sumOf(low.Amount + (long)((Int128)width * sample / Samples)) != low.Sum)
                return false;
        return true;
    }

    /// <summary>Looks at the amounts between two that have been looked at.</summary>
    private void Between((long Amount, long Sum) low, (long Amount, long Sum) high)
    {
        var width = high.Amount - low.Amount;
        if (width <= 1 || IsFar(low, high, width))
            return;
        if (IsEven(sumOf, low, high))
        {
            if (low.Sum == goal)
                Add(low.Amount + 1, high.Amount - 1);
            return;
        }

        var middle = low.Amount + width / 2;
        var here = (middle, sumOf(middle));
        Between(low, here);
        Take(here);
        Between(here, high);
    }

    /// <summary>Both ends on one side of the goal, and farther from it than the sum can move in between.</summary>
    private bool IsFar((long Amount, long Sum) low, (long Amount, long Sum) high, long width) =>
        (low.Sum > goal) == (high.Sum > goal) && Math.Min(Math.Abs(low.Sum - goal), Math.Abs(high.Sum - goal)) > width + Roundings;

    private void Take((long Amount, long Sum) here)
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
