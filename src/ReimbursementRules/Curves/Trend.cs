using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>What an amount is before anything is rounded, and how it goes on as the amount that varies grows.</summary>
/// <param name="Value">What it is, in cents.</param>
/// <param name="Slope">How much it grows with each cent, but for what bends.</param>
internal sealed record Trend(Ratio Value, Ratio Slope)
{
    private static readonly ImmutableDictionary<int, Ratio> None = ImmutableDictionary<int, Ratio>.Empty;

    /// <summary>How often each quantity that is not straight is in it; none where it is straight.</summary>
    public ImmutableDictionary<int, Ratio> Bends { get; init; } = None;

    /// <summary>How often each rounding is in it, in halves of a cent. What is rounded once and paid by one is missing to another, so that
    /// roundings may take each other back.</summary>
    public ImmutableDictionary<int, Ratio> Roundings { get; init; } = None;

    /// <summary>How far roundings may carry the settlement from it, in cents.</summary>
    public Ratio Rounding => Roundings.Values.Aggregate(Ratio.Zero, (sum, times) => sum + times.Abs()) * Ratio.OneHalf;

    public static Trend Zero { get; } = Of(0);

    public bool IsStraight => Bends.IsEmpty;

    /// <summary>Whether it is nothing, and stays nothing.</summary>
    public bool IsNone => Value.IsZero && Slope.IsZero && IsStraight;

    /// <summary>An amount that does not change.</summary>
    public static Trend Of(long cents) => new(Ratio.Of(cents), Ratio.Zero);

    public static Trend operator +(Trend one, Trend other) => Joined(one, other, Ratio.One);

    public static Trend operator -(Trend one, Trend other) => Joined(one, other, -Ratio.One);

    public static Trend operator *(Trend one, Ratio factor) =>
        factor.IsZero
            ? Zero
            : new(one.Value * factor, one.Slope * factor) { Bends = Times(one.Bends, factor), Roundings = Times(one.Roundings, factor) };

    public static Trend Sum(IEnumerable<Trend> all) => all.Aggregate(Zero, (sum, one) => sum + one);

    public static Trend Min(Trend one, Trend other) => one.Value <= other.Value ? one : other;

    public static Trend Max(Trend one, Trend other) => one.Value >= other.Value ? one : other;

    /// <summary>The same, which the settlement may have by so many halves of a cent more or less.</summary>
    public Trend Roughly(int rounding, Ratio halves) =>
        halves.IsZero ? this : this with { Roundings = Joined(Roundings, None.Add(rounding, halves), Ratio.One) };

    /// <summary>Whether both are the same at every amount.</summary>
    public bool IsSame(Trend other) =>
        Value == other.Value
        && Slope == other.Slope
        && Bends.Count == other.Bends.Count
        && Bends.All(bend => other.Bends.TryGetValue(bend.Key, out var times) && times == bend.Value);

    /// <summary>Whether both are straight and one is the other so many times.</summary>
    public bool IsInProportion(Trend other) => IsStraight && other.IsStraight && Value * other.Slope == Slope * other.Value;

    /// <summary>What it is so many cents further on, where it is straight.</summary>
    public Ratio At(Ratio further) => Value + Slope * further;

    private static Trend Joined(Trend one, Trend other, Ratio times) =>
        new(one.Value + other.Value * times, one.Slope + other.Slope * times)
        {
            Bends = Joined(one.Bends, other.Bends, times),
            Roundings = Joined(one.Roundings, other.Roundings, times),
        };

    private static ImmutableDictionary<int, Ratio> Times(ImmutableDictionary<int, Ratio> all, Ratio factor) =>
        all.IsEmpty ? all : all.ToImmutableDictionary(one => one.Key, one => one.Value * factor);

    private static ImmutableDictionary<int, Ratio> Joined(
        ImmutableDictionary<int, Ratio> one,
        ImmutableDictionary<int, Ratio> other,
        Ratio times
    )
    {
        if (other.IsEmpty)
            return one;
        var joined = one.ToBuilder();
        foreach (var (bend, value) in other)
        {
            var sum = joined.GetValueOrDefault(bend) + value * times;
            if (sum.IsZero)
                joined.Remove(bend);
            else
                joined[bend] = sum;
        }

        return joined.ToImmutable();
    }
}
