using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>One line of the trace: what a step made of which amount, why, and where the money went.</summary>
/// <param name="Layer">The layer's id; the gate's id for a refusal; <c>catalogue</c> for what is above ceiling prices.</param>
/// <param name="LayerTitle">The layer's title; the gate's message for a refusal.</param>
/// <param name="Step">The step's id; the gate's id for a refusal; <c>ceiling</c> for what is above ceiling prices.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Base">The amount that the step worked on.</param>
/// <param name="Amount">What came of it: kept, paid, cut off or borne, as the kind says.</param>
/// <param name="Source">The row that decided: its reference, file and line.</param>
public sealed partial record TraceStep(
    string Layer,
    BilingualText LayerTitle,
    string Step,
    StepKind Kind,
    Money Base,
    Money Amount,
    PolicySource Source
)
{
    /// <inheritdoc cref="TraceStep" path="/param[@name='Layer']/node()"/>
    public string Layer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Layer);

    /// <inheritdoc cref="TraceStep" path="/param[@name='LayerTitle']/node()"/>
    public BilingualText LayerTitle
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(LayerTitle);

    /// <inheritdoc cref="TraceStep" path="/param[@name='Step']/node()"/>
    public string Step
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Step);

    /// <inheritdoc cref="TraceStep" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);

    /// <summary>The rate; null where the kind takes none.</summary>
    public Rate? Rate { get; init; }

    /// <summary>The deductible, ceiling, payment standard or account balance, or the lower edge of a band (the amount at the edge belongs
    /// to the band below); of a computed amount what a step of its growth comes to, its unit of rounding, or its bound.</summary>
    public Money Limit { get; init; }

    /// <summary>The upper edge of a band, included; null where it has none.</summary>
    public Money? Upper { get; init; }

    /// <summary>The rate before it is raised or lowered; null for the other kinds.</summary>
    public Rate? RateBefore { get; init; }

    /// <summary>The days in hospital that count; 0 for the other kinds.</summary>
    public int Days { get; init; }

    /// <summary>How often an amount is taken, as 1.5 for 150%, or how many steps it grows; null for the other kinds.</summary>
    public decimal? Times { get; init; }

    /// <summary>Over what the step adds up; the claim where it begins anew with each.</summary>
    public Period Per { get; init; }

    /// <summary>What would have come of it if enough were left of the base; null where enough was. A base that counts what its parts were
    /// at first may be larger
    /// than what the patient still holds of them.</summary>
    public Money? Due { get; init; }

    /// <summary>What the patient keeps of the excess over a payment standard, beside what the hospital bears; null for the other
    /// kinds.</summary>
    public Money? Rest { get; init; }

    /// <summary>The part of which a share counts; null for the other kinds.</summary>
    public string? Part { get; init; }

    /// <summary>Where the payment standard of a quota is stated, beside the row of its rate; null for the other kinds.</summary>
    public PolicySource? StandardSource { get; init; }

    /// <summary>What was used of the step's period before this claim; for the account, what it paid of this claim before.</summary>
    public Money Before { get; init; }

    /// <summary>The moves of money that the step made; empty where the patient keeps an amount under its present name.</summary>
    public required ImmutableArray<TraceMove> Moves { get; init; }
}

/// <summary>A move of money.</summary>
/// <param name="Part">The part that it was taken from.</param>
/// <param name="To">The payer, the account or <c>hospital</c> that it went to; the part's new name where the patient keeps it.</param>
/// <param name="IsKept">True where the patient keeps it under a new name.</param>
/// <param name="Amount">The amount; in a reversal below zero.</param>
public sealed partial record TraceMove(string Part, string To, bool IsKept, Money Amount)
{
    /// <inheritdoc cref="TraceMove" path="/param[@name='Part']/node()"/>
    public string Part
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Part);

    /// <inheritdoc cref="TraceMove" path="/param[@name='To']/node()"/>
    public string To
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(To);
}
