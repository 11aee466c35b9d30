using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary><c>contributions.yaml</c>: what members and others pay in, and who the others are.</summary>
internal sealed record ContributionsPolicy(IReadOnlyList<ContributionPayerPolicy> Payers, IReadOnlyList<ContributionPolicy> Plans);

/// <summary>Who pays in beside the member.</summary>
internal sealed record ContributionPayerPolicy(string Id, BilingualText Title);

/// <summary>What is paid in for some members in each period.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="From">The first day on which a period may begin; null for the rulebook's.</param>
/// <param name="Until">The first day on which none begins any more; null without end.</param>
/// <param name="Per">The period: a month or a year.</param>
/// <param name="Year">When its year begins; null for the benefit year.</param>
/// <param name="Applies">For whom.</param>
/// <param name="Parts">What is paid in.</param>
/// <param name="Bounds">What the amounts must satisfy.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ContributionPolicy(
    string Id,
    BilingualText Title,
    DateOnly? From,
    EndPolicy? Until,
    Period Per,
    BenefitYear? Year,
    IReadOnlyList<ConditionPolicy> Applies,
    IReadOnlyList<ContributionPartPolicy> Parts,
    IReadOnlyList<ContributionBoundPolicy> Bounds,
    FilePlace Place
);

/// <summary>One part of a contribution.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Payer">Who owes it.</param>
/// <param name="Amount">The amount for each head; null where it is a rate of a base.</param>
/// <param name="Base">The name of the amount that the contributor states; null where the part has an amount.</param>
/// <param name="Rate">The rate of the base; null where the part has an amount.</param>
/// <param name="Factor">The share of it that is asked; null for the whole.</param>
/// <param name="PaidBy">Who takes over which shares; null for no one.</param>
/// <param name="Due">Until when the payment may wait; null where nothing is said.</param>
/// <param name="Account">When the personal account of a family member may pay; empty for never.</param>
internal sealed record ContributionPartPolicy(
    string Id,
    BilingualText Title,
    Word Payer,
    DatedTablePolicy<AmountPolicy>? Amount,
    Word? Base,
    DatedTablePolicy<Rate>? Rate,
    DatedTablePolicy<Rate>? Factor,
    DatedTablePolicy<TakeoversPolicy>? PaidBy,
    DatedTablePolicy<DeferralPolicy?>? Due,
    IReadOnlyList<Dated<FamilyAccountPolicy>> Account
);

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
