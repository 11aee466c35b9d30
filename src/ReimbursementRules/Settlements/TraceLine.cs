using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>One line of the trace: what a step made of which amount, by which row. The meaning of the numbers depends on the
/// kind.</summary>
/// <param name="Step">The step in the legend; the gate of a refusal, and the name of what a claim states.</param>
/// <param name="Row">The row in the legend that decided.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Base">The amount that the step worked on, in cents.</param>
/// <param name="Amount">What came of it, in cents: kept, paid, cut off or borne.</param>
internal readonly record struct TraceLine(ushort Step, StepKind Kind, int Row, long Base, long Amount)
{
    /// <summary>The step of a change of the catalogue's first shares, which no layer makes.</summary>
    public const ushort OfCatalogue = ushort.MaxValue;

    /// <summary>What only one kind says; its name follows from the kind.</summary>
    private readonly long _detail;

    /// <summary>Whether a step of a layer made it.</summary>
    public bool IsOfLayer => Kind is not (StepKind.Refusal or StepKind.OverCeiling or StepKind.Stated) && !IsOfFirstShare;

    /// <summary>Whether it changes a first share of the catalogue.</summary>
    public bool IsOfFirstShare => Kind == StepKind.RateChange && Step == OfCatalogue;

    /// <summary>The rate; 0% where none is taken.</summary>
    public Rate Rate { get; init; }

    /// <summary>The deductible, ceiling, standard or balance, or the lower edge of a band, in cents.</summary>
    public long Limit { get; init; }

    /// <summary>What was used of the period before this claim, in cents; for the account, what it paid of this claim before.</summary>
    public long Before { get; init; }

    /// <summary>What would have come of it if enough were left of the base, in cents; 0, or the amount itself, where enough was.</summary>
    public long Due { get; init; }

    /// <summary>Of a band, its upper edge in cents; <see cref="long.MaxValue"/> for none.</summary>
    public long Upper
    {
        get => _detail;
        init => _detail = value;
    }

    /// <summary>Of the share of a quota, the row in the legend that states the standard.</summary>
    public int StandardRow
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of a change of a rate, the rate before it.</summary>
    public Rate RateBefore
    {
        get => Rate.FromParts(_detail);
        init => _detail = value.Parts;
    }

    /// <summary>Of days in hospital, their number.</summary>
    public int Days
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of the share of a part that counts, the part in the legend.</summary>
    public int Part
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of an amount that is computed, how often another is taken, or how many steps it grows; to a millionth.</summary>
    public decimal Times
    {
        get => _detail / (decimal)Rate.WholeMillionths;
        init => _detail = (long)(value * Rate.WholeMillionths);
    }

    /// <summary>Of the excess over a standard, what the patient keeps beside what the hospital bears, in cents.</summary>
    public long Rest
    {
        get => _detail;
        init => _detail = value;
    }
}
