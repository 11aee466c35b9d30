namespace ReimbursementRules.Targets;

/// <summary>A bound of a target. Of a rate its numbers are millionths, of an amount cents; ends are included.</summary>
internal abstract record TargetBound
{
    private TargetBound() { }

    /// <summary>The least that the value may be.</summary>
    public sealed record AtLeast(long Value) : TargetBound;

    /// <summary>The most that the value may be.</summary>
    public sealed record AtMost(long Value) : TargetBound;

    /// <summary>The value is at least so much more than the one that it is compared with.</summary>
    public sealed record AtLeastMore(long More) : TargetBound;

    /// <summary>A rate is at most so much less than the one that it is compared with.</summary>
    public sealed record AtMostLess(int Less) : TargetBound;

    /// <summary>An amount is above the one that it is compared with by at most this share of that, in millionths.</summary>
    public sealed record AtMostMore(int Share) : TargetBound;

    /// <summary>An amount is at most this share of the one that it is compared with, in millionths.</summary>
    public sealed record AtMostTimes(int Share) : TargetBound;

    /// <summary>The value is at most so far from the one that it is compared with, on either side.</summary>
    public sealed record Within(long Range) : TargetBound;

    /// <summary>How a value changes from one word of a fact to the next.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Falls">True where the value is nowhere higher at a later word, false where it is nowhere lower.</param>
    public sealed record Slope(string Fact, bool Falls) : TargetBound;
}
