using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What one payer pays.</summary>
/// <param name="Payer">The payer's id in the rulebook.</param>
/// <param name="Title">The payer's title.</param>
/// <param name="Amount">What it pays.</param>
public sealed record PayerAmount(string Payer, BilingualText Title, Money Amount);

/// <summary>A part of the bill, and who bears how much of it.</summary>
/// <param name="Name">The part, such as <c>in_scope</c> or <c>basic.deductible</c>.</param>
/// <param name="AtFirst">What the part was when it was cut or named.</param>
/// <param name="Account">What the patient pays of it from the personal account.</param>
/// <param name="Cash">What the patient pays of it in cash.</param>
/// <param name="Hospital">What the hospital bears of it; below zero for a saving.</param>
/// <param name="Payers">What each payer pays of it, in the rulebook's order.</param>
public sealed record PartAmount(string Name, Money AtFirst, Money Account, Money Cash, Money Hospital, ImmutableArray<PayerAmount> Payers)
{
    /// <summary>What is left of it with the patient: account and cash.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What is borne under this name in the end. Over all parts it adds up to the bill.</summary>
    public Money Amount => Payers.Aggregate(Patient + Hospital, (sum, payer) => sum + payer.Amount);
}

/// <summary>One fee item after settlement: fee = out of scope + over ceiling + first self-pay + in scope + refused.</summary>
/// <param name="Item">The item as the claim states it.</param>
/// <param name="Fee">Its fee; below zero in a reversal.</param>
/// <param name="OutOfScope">Not payable at all.</param>
/// <param name="OverCeiling">Above the ceiling price.</param>
/// <param name="FirstSelfPay">The patient's first share of a class B item.</param>
/// <param name="InScope">What the benefit layers work on.</param>
/// <param name="Refused">The whole fee where a gate or the ceiling rejects the item, else zero.</param>
public sealed record ItemSettlement(FeeItem Item, Money Fee, Money OutOfScope, Money OverCeiling, Money FirstSelfPay, Money InScope, Money Refused)
{
    /// <summary>What is left of it with the patient: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What the patient pays of it from the personal account.</summary>
    public required Money Account { get; init; }

    /// <summary>What the patient pays of it in cash.</summary>
    public required Money Cash { get; init; }

    /// <summary>What the hospital bears of it; below zero for a saving.</summary>
    public required Money Hospital { get; init; }

    /// <summary>What each payer pays of it, in the rulebook's order.</summary>
    public required ImmutableArray<PayerAmount> Payers { get; init; }

    /// <summary>The row of the catalogue that cut it, or the gate that refused it.</summary>
    public required PolicySource Source { get; init; }
}

/// <summary>One line of the trace: what a step made of which amount, why, and where the money went.</summary>
/// <param name="Layer">The layer's id; the gate's id for a refusal; <c>catalogue</c> for what is above ceiling prices.</param>
/// <param name="LayerTitle">The layer's title; the gate's message for a refusal.</param>
/// <param name="Step">The step's id; the gate's id for a refusal; <c>ceiling</c> for what is above ceiling prices.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Base">The amount that the step worked on.</param>
/// <param name="Amount">What came of it: kept, paid, cut off or borne, as the kind says.</param>
/// <param name="Source">The row that decided: its reference, file and line.</param>
public sealed record TraceStep(string Layer, BilingualText LayerTitle, string Step, StepKind Kind, Money Base, Money Amount, PolicySource Source)
{
    /// <summary>The rate; null where the kind takes none.</summary>
    public Rate? Rate { get; init; }

    /// <summary>The deductible, ceiling, payment standard or account balance, or the lower edge of a band (the amount at the edge belongs to the band below).</summary>
    public Money Limit { get; init; }

    /// <summary>The upper edge of a band, included; null where it has none.</summary>
    public Money? Upper { get; init; }

    /// <summary>The rate before it is raised or lowered; null for the other kinds.</summary>
    public Rate? RateBefore { get; init; }

    /// <summary>The days in hospital that count; 0 for the other kinds.</summary>
    public int Days { get; init; }

    /// <summary>Over what the step adds up; the claim where it begins anew with each.</summary>
    public Period Per { get; init; }

    /// <summary>What would have come of it if enough were left of the base; null where enough was. A base that counts what its parts were at first may be larger
    /// than what the patient still holds of them.</summary>
    public Money? Due { get; init; }

    /// <summary>What the patient keeps of the excess over a payment standard, beside what the hospital bears; null for the other kinds.</summary>
    public Money? Rest { get; init; }

    /// <summary>Where the payment standard of a quota is stated, beside the row of its rate; null for the other kinds.</summary>
    public PolicySource? Standard { get; init; }

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
public sealed record TraceMove(string Part, string To, bool IsKept, Money Amount);

/// <summary>What a gate does with a claim or an item that it hits.</summary>
public enum Verdict
{
    /// <summary>The patient or a liable party bears it.</summary>
    Refuse,

    /// <summary>It is settled and waits for review.</summary>
    Hold,

    /// <summary>It is settled and marked.</summary>
    Flag,
}

/// <summary>Something that a gate or a step found.</summary>
/// <param name="Id">The gate's id, <c>over_ceiling</c>, or the layer for a notice of a step.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Message">The message of the policy.</param>
/// <param name="Item">The index of the item in the claim, from 0; null for the whole claim.</param>
/// <param name="Due">The day on which a review is due; null where there is none.</param>
/// <param name="Source">Where the policy says so.</param>
public sealed record Finding(string Id, Verdict Verdict, BilingualText Message, int? Item, DateOnly? Due, PolicySource Source);

/// <summary>Why a layer did not apply.</summary>
public enum SkipReason
{
    /// <summary>The claim does not meet the layer's conditions.</summary>
    Conditions,

    /// <summary>The layer is not in force on the claim's day.</summary>
    NotInForce,

    /// <summary>Another layer applies instead.</summary>
    Replaced,

    /// <summary>The layer has been used as often as it may be.</summary>
    UsedUp,

    /// <summary>The table has no standard for this case.</summary>
    NoStandard,

    /// <summary>The claim was refused as a whole.</summary>
    Refused,
}

/// <summary>A layer that did not apply.</summary>
/// <param name="Layer">The layer's id.</param>
/// <param name="Title">The layer's title.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Conditions">The layer's conditions as the policy states them; empty where it has none.</param>
public sealed record SkippedLayer(string Layer, BilingualText Title, SkipReason Reason, string Conditions);
