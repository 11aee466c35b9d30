using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What a provider did for members of a fund: one realised claim, or the total of a month.</summary>
public sealed partial record ProviderLine
{
    /// <summary>The facts that tables may ask. The day of discharge says in which month the line counts. What is not stated of the provider
    /// is as the year states it.</summary>
    public required Claim Facts
    {
        get;
        init => field = Given.Value(value);
    }

    /// <summary>How many cases the line stands for: stays, visits or purchases, zero or more. Those of a year add up to at most
    /// 1,000,000,000,000, and so do its persons and bed-days.</summary>
    public long Cases { get; init; } = 1;

    /// <summary>How many different persons they were, zero or more; null where the member's id of the facts says it.</summary>
    public long? Persons { get; init; }

    /// <summary>The days in hospital, zero or more; null where not known.</summary>
    public long? BedDays { get; init; }

    /// <summary>The fund's part, zero or more.</summary>
    public required Money Actual { get; init; }

    /// <summary>The whole fees, zero or more; null where not known.</summary>
    public Money? Bill { get; init; }

    /// <summary>The line of a settled claim: one case, its days in hospital, its bill and the part of one fund.</summary>
    /// <param name="settlement">A settlement that stands. One that is held counts; one that was refused as a whole is no part of a
    /// provider's year.</param>
    /// <param name="fund">The payer whose part counts.</param>
    /// <exception cref="ArgumentException">The settlement was refused or is a reversal, or its rulebook has no such payer.</exception>
    public static ProviderLine Of(Settlement settlement, string fund)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        if (settlement.IsReversal || settlement.Status == SettlementStatus.Refused)
            throw new ArgumentException(
                "Leave refused claims and reversals out of a provider's year, and with a reversal the settlement that it takes back.",
                nameof(settlement)
            );
        return new()
        {
            Facts = settlement.Claim,
            BedDays = settlement.Claim.DaysInHospital,
            Actual = settlement.PaidBy(fund),
            Bill = settlement.Bill,
        };
    }
}
