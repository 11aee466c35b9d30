using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Spaces;

/// <summary>The numbers of a claim at which amounts that rest on them change.</summary>
internal static class NumbersOfAmounts
{
    public static IEnumerable<int> Of(CompiledRulebook book, Fact fact) =>
        book
            .Written.SelectMany(table => table.Rows)
            .Select(row => row.Value)
            .OfType<ComputedAmount>()
            .SelectMany(amount => Of(amount, fact))
            .Where(number => number is >= 0 and <= int.MaxValue)
            .Select(number => (int)number)
            .Distinct();

    private static IEnumerable<long> Of(ComputedAmount amount, Fact fact)
    {
        var multiple = amount.Multiple;
        if (amount.Growth is { } growth && growth.Each == fact)
            foreach (var steps in (long[])[1, 2, .. Steps(amount, growth)])
            foreach (var beside in (long[])[0, -1, 1])
                yield return growth.After + steps * growth.Every + beside;
        if (amount.Base is FactBase of && of.Fact == fact && multiple.Times > 0)
            foreach (var bound in (long[])[multiple.AtLeast, multiple.AtMost])
            foreach (var beside in (int[])[0, 1])
                if (bound is > 0 and < long.MaxValue && bound / multiple.Times / 100 < int.MaxValue)
                    yield return (long)(bound / multiple.Times / 100) + beside;
    }

    /// <summary>After how many steps an amount that is known before it grows comes to a bound, or to nothing.</summary>
    private static IEnumerable<long> Steps(ComputedAmount amount, AmountGrowth growth)
    {
        if (amount.Base.AtLast is not { } cents)
            yield break;
        var before = amount.Multiple.Product(cents);
        var bound = growth.IsLess ? amount.Multiple.AtLeast : amount.Multiple.AtMost;
        if (growth.Step(before) is > 0 and var step && bound < long.MaxValue && before < bound != growth.IsLess)
            yield return (System.Math.Abs(bound - before) + step - 1) / step;
    }
}
