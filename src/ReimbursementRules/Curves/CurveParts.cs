using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>Which amount of a claim varies, and how far.</summary>
/// <param name="Item">The item's place in the claim, from 0 as all places in C# and JSON (papers for people, and <c>--item</c>, count from
/// 1); null where the bill as a whole varies, and every item with it in the proportion that it has in the claim.</param>
/// <param name="From">The least amount, included; not below zero.</param>
/// <param name="To">The largest amount, included; not below <paramref name="From"/>.</param>
public sealed partial record VariedAmount(int? Item, Money From, Money To);

/// <summary>Who bears a part of a bill.</summary>
/// <param name="Id">The payer's id, or <c>patient</c>, <c>account</c> and <c>cash</c> (both of the patient's) or <c>hospital</c>.</param>
/// <param name="Title">The title.</param>
public sealed partial record CurveBearer(string Id, BilingualText Title)
{
    /// <inheritdoc cref="CurveBearer" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="CurveBearer" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);
}

/// <summary>What somebody bears along a segment: a straight line.</summary>
/// <param name="Bearer">Who bears it.</param>
/// <param name="Start">What it is at the first amount of the segment before it is rounded, in cents.</param>
/// <param name="Slope">How much of each further cent it is: the marginal share; below zero where it falls.</param>
/// <param name="Rounding">How far the settlement may be from the line, in cents: half a cent for each rounding on the way, as far as it
/// counts; and near another segment what comes of a rounding that has the settlement go by that.</param>
public sealed partial record CurveLine(CurveBearer Bearer, Ratio Start, Ratio Slope, Ratio Rounding)
{
    /// <inheritdoc cref="CurveLine" path="/param[@name='Bearer']/node()"/>
    public CurveBearer Bearer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Bearer);
}

/// <summary>A stretch of amounts along which everything that anybody bears is a straight line.</summary>
/// <param name="From">The first amount, included.</param>
/// <param name="To">The last amount, included.</param>
/// <param name="IsProved">True where the lines follow from the steps, exactly. False where a division among parts or items is no straight
/// line: the lines are then chords between two settlements. Of a segment of at most 256 cents <see cref="CurveLine.Rounding"/> is how far
/// the settlement of any of them is from its chord; of a longer one it is what roundings come to and half as much again as the bend
/// found at seven amounts between, which is no proof.</param>
/// <param name="Lines">What each bears, in the order of <see cref="Curve.Bearers"/>.</param>
public sealed partial record CurveSegment(Money From, Money To, bool IsProved, ImmutableArray<CurveLine> Lines)
{
    /// <inheritdoc cref="CurveSegment" path="/param[@name='Lines']/node()"/>
    public ImmutableArray<CurveLine> Lines
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Lines);

    /// <summary>What somebody bears before it is rounded, in cents.</summary>
    /// <param name="bearer">The place of the bearer in <see cref="Lines"/>.</param>
    /// <param name="at">The amount that varies; beyond the ends of the segment its line goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public Ratio CentsAt(int bearer, Money at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bearer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bearer, Lines.Length);
        return Lines[bearer].Start + Lines[bearer].Slope * (Ratio.Of(at.Cents) - Ratio.Of(From.Cents));
    }
}

/// <summary>The step and row, or the gate, that make a curve bend or jump.</summary>
/// <param name="Layer">The layer's id; <c>catalogue</c> where an item is cut otherwise, <c>gates</c> where a gate refuses it on one
/// side only.</param>
/// <param name="Step">The step's or the gate's id; empty for the catalogue.</param>
/// <param name="Kind">What the step does; null for the catalogue and gates.</param>
/// <param name="Source">The row or gate: its reference, file and line.</param>
public sealed partial record CurveCause(string Layer, string Step, StepKind? Kind, PolicySource Source)
{
    /// <summary>What stands for the layer where a gate is the cause.</summary>
    internal const string Gates = "gates";

    /// <inheritdoc cref="CurveCause" path="/param[@name='Layer']/node()"/>
    public string Layer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Layer);

    /// <inheritdoc cref="CurveCause" path="/param[@name='Step']/node()"/>
    public string Step
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Step);

    /// <inheritdoc cref="CurveCause" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}

/// <summary>An amount at which a curve bends or jumps.</summary>
/// <param name="At">The first amount of the segment above.</param>
/// <param name="Cause">What makes it so; null where no single row does.</param>
/// <param name="Jumps">By how much what each bears jumps, in cents, before it is rounded, in the order of <see cref="Curve.Bearers"/>; 0
/// where it only bends.</param>
public sealed partial record CurveBreak(Money At, CurveCause? Cause, ImmutableArray<Ratio> Jumps)
{
    /// <inheritdoc cref="CurveBreak" path="/param[@name='Jumps']/node()"/>
    public ImmutableArray<Ratio> Jumps
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Jumps);

    /// <summary>Whether one more cent of the amount costs the patient more than a cent, or loses a payer's payment.</summary>
    public bool IsCliff { get; init; }

    /// <summary>Whether a ceiling begins to cut here.</summary>
    public bool IsCap { get; init; }
}
