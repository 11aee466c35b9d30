namespace ReimbursementRules.Cli;

/// <summary>Finds every whole number of cents for which a sum comes out as asked.</summary>
/// <remarks>What a rulebook pays is piecewise linear in an amount, rises by a cent a cent at most, and jumps only where a condition asks
/// the amount. So a stretch is passed over
/// where its ends are farther from the goal than it is wide; a stretch on which 16 amounts give one sum is taken as even; every other
/// stretch is cut in two.</remarks>
/// <param name="sumOf">The sum in cents for an amount in cents.</param>
/// <param name="goal">The sum that is asked, in cents.</param>
internal sealed class AmountSearch(Func<long, long> sumOf, long goal)
{
    /// <summary>How far the roundings of many steps may carry a sum from its straight line, in cents.</summary>
    private const long Roundings = 50;

    private const int Samples = 16;

    private readonly List<(long From, long To)> _found = [];
    private (long Amount, long Sum)? _below;
    private (long Amount, long Sum)? _above;

    /// <summary>The amounts, as stretches with both ends included, in order.</summary>
    public IReadOnlyList<(long From, long To)> Found => _found;

    /// <summary>The amount whose sum is nearest below the goal; null where none is below.</summary>
    public (long Amount, long Sum)? Below => _below;

    /// <summary>The amount whose sum is nearest above the goal; null where none is above.</summary>
    public (long Amount, long Sum)? Above => _above;

    /// <summary>Looks at all amounts between two, both included.</summary>
    /// <param name="from">The least.</param>
    /// <param name="to">The most.</param>
    /// <param name="pieces">Into how many pieces the amounts are cut at first: a jump up and down again within one piece is not
    /// seen.</param>
    public void Run(long from, long to, int pieces)
    {
        var before = (Amount: from, Sum: At(from));
        Take(before);
        for (var piece = 1; piece <= pieces; piece++)
        {
            var at = from + (long)((Int128)(to - from) * piece / pieces);
            if (at == before.Amount)
                continue;
            var here = (at, At(at));
            Between(before, here);
            Take(here);
            before = here;
        }
    }

    /// <summary>Looks at the amounts between two that have been looked at.</summary>
    private void Between((long Amount, long Sum) low, (long Amount, long Sum) high)
    {
        var width = high.Amount - low.Amount;
        if (width <= 1 || IsFar(low, high, width) || IsEven(low, high, width))
            return;
        var middle = low.Amount + width / 2;
        var here = (middle, At(middle));
        Between(low, here);
        Take(here);
        Between(here, high);
    }

    /// <summary>Both ends on one side of the goal, and farther from it than the sum can move in between.</summary>
    private bool IsFar((long Amount, long Sum) low, (long Amount, long Sum) high, long width) =>
        (low.Sum > goal) == (high.Sum > goal) && Math.Min(Math.Abs(low.Sum - goal), Math.Abs(high.Sum - goal)) > width + Roundings;

    /// <summary>One sum at both ends and at every amount that is tried between them; where it is the goal, all are taken.</summary>
    private bool IsEven((long Amount, long Sum) low, (long Amount, long Sum) high, long width)
    {
        if (low.Sum != high.Sum)
            return false;
        for (var sample = 1; sample < Samples; sample++)
            if (At(low.Amount + (long)((Int128)width * sample / Samples)) != low.Sum)
                return false;
        if (low.Sum == goal)
            Add(low.Amount + 1, high.Amount - 1);
        return true;
    }

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

    private long At(long amount)
    {
        var sum = sumOf(amount);
        if (sum < goal && !(sum <= _below?.Sum))
            _below = (amount, sum);
        if (sum > goal && !(sum >= _above?.Sum))
            _above = (amount, sum);
        return sum;
    }
}
