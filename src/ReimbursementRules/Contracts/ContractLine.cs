using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>One line of the trace of a contract: an amount, what it was computed from, and what it changes of what the fund pays.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Base">The amount that the step worked on.</param>
/// <param name="Amount">What came of it; zero or more.</param>
/// <param name="Paid">What the line adds to what the fund pays; below zero where it takes away.</param>
/// <param name="Source">The row that decided: its reference, file and line.</param>
public sealed partial record ContractLine(string Step, ContractLineKind Kind, Money Base, Money Amount, Money Paid, PolicySource Source)
{
    /// <inheritdoc cref="ContractLine" path="/param[@name='Step']/node()"/>
    public string Step
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Step);

    /// <inheritdoc cref="ContractLine" path="/param[@name='Kind']/node()"/>
    public ContractLineKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <inheritdoc cref="ContractLine" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);

    /// <summary>How many cases, days, heads or points; of what is not shared, how many cases may be; null where nothing is
    /// counted.</summary>
    public decimal? Count { get; init; }

    /// <summary>What each of them counts, or the standard, price, target or ceiling that the base is held against; of what is not shared,
    /// how much a case may be; null where there is none.</summary>
    public Money? Limit { get; init; }

    /// <summary>The rate; of an average its tolerance, but null where all above the target is taken off; null where the kind takes
    /// none.</summary>
    public Rate? Rate { get; init; }

    /// <summary>The first day of the months that the line is about; null for the whole year or a single claim.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How many months from that day; 0 where there is none.</summary>
    public int Months { get; init; }

    /// <summary>What should be taken off beyond what <see cref="Paid"/> takes but is not, because the fund pays no more; zero or
    /// more.</summary>
    public Money NotTaken { get; init; }

    /// <summary>The claim or the reason that the line is about; empty where there is none.</summary>
    public string About { get; init; } = "";
}

/// <summary>What a line of a contract's trace says.</summary>
[JsonConverter(typeof(WordConverter<ContractLineKind>))]
public enum ContractLineKind
{
    /// <summary>A part of the payment standard: <see cref="ContractLine.Count"/> times <see cref="ContractLine.Limit"/>. It moves
    /// nothing.</summary>
    Standard,

    /// <summary>The fund pays what the settlements of the claims say.</summary>
    AsSettled,

    /// <summary>The fund pays what was used, as far as the standard reaches.</summary>
    Within,

    /// <summary>The provider's share of what is left of the standard, which the fund pays on top.</summary>
    Saving,

    /// <summary>The fund's share of a band of what was used above the standard.</summary>
    Shared,

    /// <summary>What was used above the standard and is not shared: the provider bears it. Where indicators limit what is shared,
    /// <see cref="ContractLine.Count"/> and <see cref="ContractLine.Limit"/> are those limits.</summary>
    NotShared,

    /// <summary>Taken off because an average is above its target.</summary>
    Average,

    /// <summary>Taken back because a claim was billed above its price.</summary>
    Price,

    /// <summary>Taken off for a breach.</summary>
    Denied,

    /// <summary>Taken off because the year has a ceiling.</summary>
    Total,

    /// <summary>Taken off by a factor of the assessment.</summary>
    Factor,

    /// <summary>Held back for the assessment; this alone changes nothing of what is paid.</summary>
    Retained,

    /// <summary>Released by the assessment; what is not released is taken off, as far as the fund pays that much.</summary>
    Released,

    /// <summary>Paid ahead.</summary>
    Advance,

    /// <summary>Handed on to another provider.</summary>
    PassedOn,
}
