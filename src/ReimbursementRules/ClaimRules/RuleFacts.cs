using ReimbursementRules.Claims;

namespace ReimbursementRules.ClaimRules;

/// <summary>A fact for rules of a program's own: the claim that is being settled, with what registers know of it.</summary>
/// <param name="claim">The claim.</param>
public sealed partial class CurrentClaim(Claim claim)
{
    /// <summary>The claim.</summary>
    public Claim Claim => claim;
}

/// <summary>A fact for rules of a program's own: a claim of the same member that was settled before this one.</summary>
/// <param name="claim">The claim.</param>
public sealed partial class EarlierClaim(Claim claim)
{
    /// <summary>The claim.</summary>
    public Claim Claim => claim;
}

/// <summary>A fact for rules of a program's own: an item of the claim that is being settled, or of an earlier one.</summary>
public sealed partial class BilledItem
{
    /// <summary>A fact.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="index">The item's place in it, from 0.</param>
    /// <param name="isCurrent">Whether it is the claim that is being settled.</param>
    /// <exception cref="ArgumentOutOfRangeException">The claim has no such item.</exception>
    public BilledItem(Claim claim, int index, bool isCurrent)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, claim.Items.Length);
        (Claim, Index, IsCurrent) = (claim, index, isCurrent);
    }

    /// <summary>The claim that bills it.</summary>
    public Claim Claim { get; }

    /// <summary>The item.</summary>
    public FeeItem Item => Claim.Items[Index];

    /// <summary>The item's place in its claim, from 0.</summary>
    public int Index { get; }

    /// <summary>True for an item of the claim that is being settled, false for one of an earlier claim.</summary>
    public bool IsCurrent { get; }

    /// <summary>The day of the service; the day of discharge where the item states none.</summary>
    public DateOnly Day => Item.Date ?? Claim.Discharged;
}
