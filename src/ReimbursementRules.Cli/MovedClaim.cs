using ReimbursementRules.Claims;

namespace ReimbursementRules.Cli;

/// <summary>A claim as if it had happened on another day.</summary>
internal static class MovedClaim
{
    /// <summary>The claim with its discharge on <paramref name="day"/>. All its days move by as much, so that the stay keeps its length; the day of birth stays.</summary>
    public static Claim To(DateOnly day, Claim claim)
    {
        var by = day.DayNumber - claim.Discharged.DayNumber;
        return claim with
        {
            Discharged = day,
            Admitted = Moved(claim.Admitted, by),
            Filed = Moved(claim.Filed, by),
            Items = [.. claim.Items.Select(item => item with { Date = Moved(item.Date, by) })],
        };
    }

    private static DateOnly? Moved(DateOnly? day, int by) =>
        day is { } known ? DateOnly.FromDayNumber(Math.Clamp(known.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)) : null;
}
