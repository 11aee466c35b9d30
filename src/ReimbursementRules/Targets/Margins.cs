using System.Numerics;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>How far something lies from a bound: below 0 where it is beyond.</summary>
internal readonly record struct Distance(decimal By, MarginUnit Unit);

/// <summary>How far what a step states lies from a bound. What has no limit, and a share of nothing, has no distance.</summary>
internal static class Margins
{
    /// <summary>The nearest to the bound of what a step states in a case; null where nothing of it has a distance.</summary>
    /// <param name="here">What the step states in the case.</param>
    /// <param name="there">What is stated in the case that it is compared with; null where it is asked alone.</param>
    /// <param name="bound">The bound.</param>
    public static Distance? Of(RatesOrAmount here, RatesOrAmount? there, TargetBound bound) =>
        here.Rates is { } rates ? OfRates(rates, there?.Rates, bound) : OfAmount(here.Amount!.AtLast, there?.Amount!.AtLast, bound);

    /// <summary>The distance of an amount, in cents.</summary>
    public static Distance? OfAmount(long amount, long? there, TargetBound bound) =>
        amount == long.MaxValue || there == long.MaxValue
            ? null
            : bound switch
            {
                TargetBound.AtLeast { Value: var least } => OfCents((Int128)amount - least),
                TargetBound.AtMost { Value: var most } => most == long.MaxValue ? null : OfCents((Int128)most - amount),
                TargetBound.Within { Range: var range } => OfCents(range - Int128.Abs((Int128)amount - there!.Value)),
                TargetBound.AtLeastMore { More: var more } => OfCents((Int128)amount - there!.Value - more),
                TargetBound.AtMostMore { Share: var share } => OfShare(amount, there!.Value, share + Rate.WholeMillionths),
                TargetBound.AtMostTimes { Share: var share } => OfShare(amount, there!.Value, share),
                _ => throw UnknownKind.Of(bound),
            };

    /// <summary>Between the least and the most that an amount may be, all in cents; the nearer of the two.</summary>
    public static Distance? Between(long amount, long? atLeast, long? atMost) =>
        Nearer(
            atLeast is { } least ? OfAmount(amount, null, new TargetBound.AtLeast(least)) : null,
            atMost is { } most ? OfAmount(amount, null, new TargetBound.AtMost(most)) : null
        );

    /// <summary>An amount of cents, as a distance.</summary>
    public static Distance OfCents(Int128 cents) => new((decimal)cents / 100, MarginUnit.Yuan);

    /// <summary>Parts of a rate, as a distance.</summary>
    public static Distance OfParts(Int128 parts) => new((decimal)parts / (Rate.WholeParts / 100), MarginUnit.Points);

    /// <summary>The nearer of two distances to the bound; the first where they are as near.</summary>
    public static Distance? Nearer(Distance? one, Distance? other) => one is null || other?.By < one.Value.By ? other : one;

    private static Distance? OfRates(Bands here, Bands? there, TargetBound bound) =>
        (there is null ? here.Above : here.EdgesWith(there))
            .Select(edge => (Distance?)OfRate(here.RateAbove(edge).Parts, (there?.RateAbove(edge) ?? Rate.None).Parts, bound))
            .Aggregate((Distance?)null, Nearer);

    private static Distance OfRate(Int128 rate, Int128 there, TargetBound bound) =>
        OfParts(
            bound switch
            {
                TargetBound.AtLeast { Value: var least } => rate - least * Rate.Millionth,
                TargetBound.AtMost { Value: var most } => most * Rate.Millionth - rate,
                TargetBound.AtLeastMore { More: var more } => rate - Int128.Min(there + more * Rate.Millionth, Rate.WholeParts),
                TargetBound.AtMostLess { Less: var less } => rate - there + less * Rate.Millionth,
                TargetBound.Within { Range: var range } => range * Rate.Millionth - Int128.Abs(rate - there),
                _ => throw UnknownKind.Of(bound),
            }
        );

    /// <summary>How much more of the other amount this one might be, as a share of it, rounded down to the millionth.</summary>
    private static Distance? OfShare(long amount, long there, long share)
    {
        if (there == 0)
            return null;
        var millionths = (BigInteger)share * there - (BigInteger)amount * Rate.WholeMillionths;
        var down = BigInteger.DivRem(millionths, there, out var rest) - (rest.Sign < 0 ? 1 : 0);
        return new((decimal)down / (Rate.WholeMillionths / 100), MarginUnit.Percent);
    }
}
