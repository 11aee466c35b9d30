namespace ReimbursementRules.Targets;

/// <summary>All lines of a claim that stands: its settlements, and the reversals of those that do not stand any more, so that they add up
/// to
/// what it is now.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Last">The line that settles it as it stands.</param>
internal sealed record StandingLines(IReadOnlyList<AskedClaim> Lines, AskedClaim Last)
{
    /// <summary>The claims that stand, in the order of their first lines. One that was taken back does not stand, and neither does a
    /// reversal whose settlement is not here.</summary>
    public static IEnumerable<StandingLines> Of(IReadOnlyList<AskedClaim> lines) =>
        lines
            .GroupBy(line => TwiceChecks.ClaimOf(line.Claim) ?? Unnamed(line))
            .SelectMany(same =>
            {
                var settled = same.Where(line => line.Claim.Sign > 0).ToList();
                var standing = same.Sum(line => line.Claim.Sign);
                return standing <= 0 ? []
                    : settled[^1].Claim.Id.Length > 0 ? [new StandingLines([.. same], settled[^1])]
                    : settled.TakeLast(standing).Select(line => new StandingLines([line], line));
            });

    /// <summary>Claims without an id are told apart by all that a reversal negates.</summary>
    private static object Unnamed(AskedClaim line)
    {
        var (claim, amounts, sign) = (line.Claim.Claim, line.Claim.Amounts, line.Claim.Sign);
        return (
            claim.Member.Id,
            claim.Discharged,
            claim.Provider.Id,
            amounts.Bill.Cents * sign,
            amounts.Patient.Cents * sign,
            amounts.Hospital.Cents * sign
        );
    }
}
