using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary><c>contributions.yaml</c>: what members and others pay in, and who the others are.</summary>
internal sealed record ContributionsPolicy(IReadOnlyList<ContributionPayerPolicy> Payers, IReadOnlyList<ContributionPolicy> Plans);

/// <summary>Who pays in beside the member.</summary>
internal sealed record ContributionPayerPolicy(string Id, BilingualText Title);

/// <summary>What is paid in for some members in each period.</summary>
internal sealed record ContributionPolicy
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The first day for which it is due, included; null from the beginning.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The end of its days; null for none.</summary>
    public required EndPolicy? Until { get; init; }

    /// <summary>What it is paid for: a year or a month.</summary>
    public required Period Per { get; init; }

    /// <summary>When its year begins; null for that of the rulebook.</summary>
    public required BenefitYear? Year { get; init; }

    /// <summary>Conditions on the contributor.</summary>
    public required ConditionsPolicy Applies { get; init; }

    /// <summary>Its parts.</summary>
    public required IReadOnlyList<ContributionPartPolicy> Parts { get; init; }

    /// <summary>What the parts may come to.</summary>
    public required IReadOnlyList<ContributionBoundPolicy> Bounds { get; init; }

    /// <summary>Where it stands.</summary>
    public required FilePlace Place { get; init; }
}

/// <summary>One part of a contribution.</summary>
internal sealed record ContributionPartPolicy
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Who owes it.</summary>
    public required Word Payer { get; init; }

    /// <summary>The amount; null where it is a rate of a base.</summary>
    public required DatedTablePolicy<AmountPolicy>? Amount { get; init; }

    /// <summary>The stated amount of which it is a rate; null where it is an amount.</summary>
    public required Word? Base { get; init; }

    /// <summary>The least that counts as the base; null for no floor.</summary>
    public DatedTablePolicy<AmountPolicy>? AtLeast { get; init; }

    /// <summary>The most that counts as the base; null for no ceiling.</summary>
    public DatedTablePolicy<AmountPolicy>? AtMost { get; init; }

    /// <summary>The rate of the base; null where it is an amount.</summary>
    public required DatedTablePolicy<Rate>? Rate { get; init; }

    /// <summary>What it is multiplied by; null for nothing.</summary>
    public required DatedTablePolicy<Rate>? Factor { get; init; }

    /// <summary>Who takes over which shares; null for no one.</summary>
    public required DatedTablePolicy<TakeoversPolicy>? PaidBy { get; init; }

    /// <summary>A deferral; null for none.</summary>
    public required DatedTablePolicy<DeferralPolicy?>? Due { get; init; }

    /// <summary>For whom a family account pays, in its versions.</summary>
    public required IReadOnlyList<Dated<FamilyAccountPolicy>> Account { get; init; }

    /// <summary>What it credits to a personal account; null for nothing.</summary>
    public CreditPolicy? Credits { get; init; }
}

/// <summary>Who takes over which shares of a part.</summary>
/// <param name="Shares">The payers with their shares; none where no one does.</param>
/// <param name="Place">Where they stand.</param>
internal sealed record TakeoversPolicy(IReadOnlyList<(Word Payer, Rate Share)> Shares, FilePlace Place);

/// <summary>A payment may wait for so many months after a day that the contributor states.</summary>
internal sealed record DeferralPolicy(Word After, int Months);

/// <summary>When the personal account of a family member may pay: for so many persons a year, in a window of each year.</summary>
/// <param name="Persons">For how many persons a year.</param>
/// <param name="Window">On which days of each year.</param>
internal sealed record FamilyAccountPolicy(int Persons, YearlyWindow Window);

/// <summary>What the total, or what one payer pays for each head, must satisfy.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What it asks, in words.</param>
/// <param name="Of">The total, the member or a payer.</param>
/// <param name="IsWish">Whether a miss is only shown.</param>
/// <param name="AtLeast">The least; null without.</param>
/// <param name="AtMost">The most; null without.</param>
/// <param name="Source">Its place and reference.</param>
internal sealed record ContributionBoundPolicy(
    string Id,
    BilingualText Title,
    Word Of,
    bool IsWish,
    AmountPolicy? AtLeast,
    AmountPolicy? AtMost,
    PolicySource Source
);
