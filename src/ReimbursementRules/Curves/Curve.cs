using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>What each payer and the patient bear of a claim as a function of one amount: straight lines with exact slopes, and what makes
/// them bend or jump. Immutable.</summary>
/// <remarks>The steps of the settlements at both ends of a stretch are done again without rounding. Where all of them take the same way at
/// both ends and no condition on the bill or on an item lies between, everything between is straight. Where something is divided over parts
/// or items in proportions that change, it is not; then the segment says so.</remarks>
public sealed partial class Curve
{
    internal Curve(
        Rulebook rulebook,
        Claim claim,
        VariedAmount what,
        ImmutableArray<CurveBearer> bearers,
        ImmutableArray<CurveSegment> segments,
        ImmutableArray<CurveBreak> breaks
    ) => (Rulebook, Claim, What, Bearers, Segments, Breaks) = (rulebook, claim, what, bearers, segments, breaks);

    /// <summary>The rulebook that settles.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>The claim; what the amount that varies is in it does not matter, but for proportions of the bill.</summary>
    public Claim Claim { get; }

    /// <summary>Which amount varies, and how far.</summary>
    public VariedAmount What { get; }

    /// <summary>Who bears: the payers in the rulebook's order, <c>patient</c>, of it <c>account</c> and <c>cash</c> where the rulebook has
    /// an account, <c>hospital</c>.</summary>
    public ImmutableArray<CurveBearer> Bearers { get; }

    /// <summary>The segments, ascending and without gaps, from the least amount to the largest.</summary>
    public ImmutableArray<CurveSegment> Segments { get; }

    /// <summary>Where one segment ends and the next begins, ascending.</summary>
    public ImmutableArray<CurveBreak> Breaks { get; }

    /// <summary>The breaks at which one more cent costs the patient more than that, or loses a payment.</summary>
    public IEnumerable<CurveBreak> Cliffs => Breaks.Where(one => one.IsCliff);

    /// <summary>The breaks at which a ceiling begins to cut, with the row that states it.</summary>
    public IEnumerable<CurveBreak> Caps => Breaks.Where(one => one.IsCap);

    /// <summary>Whether every segment follows from the steps, exactly.</summary>
    public bool IsProved => Segments.All(segment => segment.IsProved);

    /// <summary>Whether no payer ever pays less of a larger amount.</summary>
    public bool IsMonotone => !Cliffs.Any() && Segments.All(segment => !Falls(segment));

    /// <summary>The curve of a claim.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member has used before.</param>
    /// <param name="what">Which amount varies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The claim has no such item, or the amounts are out of order or out of
    /// range.</exception>
    /// <exception cref="ArgumentException">The bill varies and is nothing, so that nothing says in which proportion its items do; or the
    /// rulebook has rules of a program's own, which may decide by any amount.</exception>
    /// <exception cref="InputException">The claim or the history is not valid.</exception>
    public static Curve Of(Rulebook rulebook, Claim claim, History history, VariedAmount what)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(what);
        Check(rulebook, claim, what);
        var points = new CurvePoints(rulebook, claim, history, what);
        return CurvePieces.Of(rulebook, claim, what, points);
    }

    /// <summary>Whether the amount can be asked of the claim.</summary>
    internal static void Check(Rulebook rulebook, Claim claim, VariedAmount what)
    {
        if (what.From < Money.Zero || what.To < what.From || what.To > Money.Largest)
            throw new ArgumentOutOfRangeException(
                nameof(what),
                what,
                "The amounts are from 0 to 90,000,000,000,000.00 yuan, the least first."
            );
        if (what.Item is { } item && (item < 0 || item >= claim.Items.Length))
            throw new ArgumentOutOfRangeException(nameof(what), what, $"The claim has no such item; it has {claim.Items.Length}, from 0.");
        if (what.Item is null && claim.Bill <= 0)
            throw new ArgumentException(
                "The bill of the claim is nothing. Give its items amounts, so that it has proportions.",
                nameof(claim)
            );
        if (rulebook.HasOwnRules)
            throw new ArgumentException(
                "Rules of a program's own may decide by any amount. Take the rulebook without them.",
                nameof(rulebook)
            );
    }

    /// <summary>The claim with an amount in place of that which varies.</summary>
    /// <param name="at">The amount, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is below 0, or above the largest.</exception>
    public Claim ClaimAt(Money at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Money.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, Money.Largest);
        return CurvePoints.ClaimAt(Claim, What, at.Cents);
    }

    /// <summary>The segment of an amount.</summary>
    /// <param name="at">An amount of the range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not one of those that were asked.</exception>
    public CurveSegment SegmentAt(Money at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, What.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, What.To);
        var (low, high) = (0, Segments.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Segments[middle].To < at ? (middle + 1, high) : (low, middle);
        }

        return Segments[low];
    }

    /// <summary>Whether a payer's payment falls along a segment.</summary>
    internal static bool Falls(CurveSegment segment) =>
        segment.Lines.Any(line => line.Slope < Ratio.Zero && line.Bearer.Id is not ("patient" or "account" or "cash" or "hospital"));
}
