namespace ReimbursementRules.Values;

/// <summary>Days from a first one, included, until a last one, which is not; null without end.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly? Until)
{
    public bool Contains(DateOnly day) => day >= From && (Until is not { } until || day < until);
}
