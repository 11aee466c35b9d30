using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

public sealed partial record Contribution
{
    /// <summary>The index of the rulebook that made it; null for one that was put together otherwise.</summary>
    internal IndexPolicy? Index { get; init; }

    /// <summary>What is credited to each personal account 划入个人账户 for all heads, in the order of the parts; none where no part
    /// credits.</summary>
    public ImmutableArray<PayerAmount> Credits =>
        [
            .. Parts
                .Select(part => part.Credit)
                .OfType<PayerAmount>()
                .GroupBy(credit => credit.Payer)
                .Select(same => same.First() with { Amount = same.Sum(credit => credit.Amount) }),
        ];

    /// <summary>The history of the member after this contribution: the balance of each account that is credited has grown by it, in the
    /// benefit year in which <see cref="From"/> lies. Hand it in with the next claim or contribution.</summary>
    /// <param name="before">The history before; <see cref="History.Empty"/> for none.</param>
    /// <exception cref="InputException">The history is of another rulebook, the contribution is of several heads, or an account that is
    /// credited is not carried.</exception>
    /// <exception cref="InvalidOperationException">No <see cref="ContributionPlan"/> made this contribution.</exception>
    public History Credited(History before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return CreditedHistory.Of(
            before,
            this,
            Index ?? throw new InvalidOperationException("Only a contribution that a plan made can be credited. Use ContributionPlan.Of.")
        );
    }
}

public sealed partial record ContributionPart
{
    /// <summary>What is credited of it to a personal account, for all heads; null where it credits none.</summary>
    public PayerAmount? Credit { get; init; }
}
