using ReimbursementRules.Claims;

namespace ReimbursementRules.ClaimRules;

/// <summary>A fact for rules of a program's own: the claim that is being settled, with what registers know of it.</summary>
public sealed partial class CurrentClaim
{
    internal CurrentClaim(Claim claim) => Claim = claim;

    /// <summary>The claim.</summary>
    public Claim Claim { get; }
}

/// <summary>A fact for rules of a program's own: a claim of the same member that was settled before this one.</summary>
public sealed partial class EarlierClaim
{
    internal EarlierClaim(Claim claim) => Claim = claim;

    /// <summary>The claim.</summary>
    public Claim Claim { get; }
}

/// <summary>A fact for rules of a program's own: an item of the claim that is being settled, or of an earlier one.</summary>
public sealed partial class BilledItem
{
    internal BilledItem(Claim claim, int index, bool isCurrent) => (Claim, Index, IsCurrent) = (claim, index, isCurrent);

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
