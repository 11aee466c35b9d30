using System.Numerics;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>A settled claim and what its conditions answer.</summary>
internal sealed record AskedClaim(RealisedClaim Claim, ClaimAnswers Answers);

/// <summary>Adds up sums over claims. Amounts come in cents and counts in hundredths.</summary>
/// <param name="claims">The claims.</param>
/// <param name="figures">The figures; none where claims are looked at alone.</param>
/// <param name="provider">The provider whose figures count; null for all.</param>
internal sealed class Tally(IReadOnlyList<AskedClaim> claims, Figures figures, string? provider)
{
    /// <summary>The quotient; null where there is nothing to divide by.</summary>
    public Fraction? Of(Quotient quotient) =>
        (quotient.Denominator is { } sum ? Of(sum) : 100) is { Sign: > 0 } under ? new(Of(quotient.Numerator), under) : null;

    public BigInteger Of(Sum sum) => Alone(sum) - (sum.Less is { } less ? Of(less) : 0);

    private BigInteger Alone(Sum sum)
    {
        if (sum.Kind == SumKind.Figure)
            return Figure(sum.Figure!);
        var counted = claims.Where(claim => sum.When is not { } when || claim.Answers.Holds(when));
        return sum.Kind == SumKind.Varieties
            ? counted
                .SelectMany(claim => Items(claim, sum).Select(item => (item.Code, claim.Claim.Sign)))
                .GroupBy(item => item.Code, StringComparer.Ordinal)
                .Count(same => same.Sum(item => item.Sign) > 0) * 100
            : counted.Aggregate(BigInteger.Zero, (all, claim) => all + OfClaim(sum, claim));
    }

    private BigInteger Figure(string name) =>
        !figures.All.TryGetValue(name, out var figure) ? 0
        : provider is not null && figure.Providers is { } all ? (BigInteger)all[provider]
        : (BigInteger)figure.Whole;

    private static BigInteger OfClaim(Sum sum, AskedClaim asked)
    {
        var (claim, amounts) = (asked.Claim, asked.Claim.Amounts);
        return sum.Kind switch
        {
            SumKind.Claims => 100 * claim.Sign,
            SumKind.Days => 100 * claim.Sign * claim.Claim.DaysInHospital,
            SumKind.Bill => amounts.Bill.Cents,
            SumKind.Patient => amounts.Patient.Cents,
            SumKind.Paid => amounts
                .Payers.Where(payer => sum.Payers?.Contains(payer.Key) ?? true)
                .Aggregate(BigInteger.Zero, (all, payer) => all + payer.Value.Cents),
            SumKind.Part => sum.Parts.Aggregate(
                BigInteger.Zero,
                (all, name) => amounts.Parts.TryGetValue(name, out var part) ? all + part.Cents : all
            ),
            SumKind.Fees when sum.Items is null => amounts.Bill.Cents,
            SumKind.Fees => Items(asked, sum).Aggregate(BigInteger.Zero, (all, item) => all + item.Amount.Cents * claim.Sign),
            _ => throw UnknownKind.Of(sum.Kind),
        };
    }

    private static IEnumerable<FeeItem> Items(AskedClaim asked, Sum sum) =>
        asked.Claim.Claim.Items.Where((_, i) => sum.Items is not { } items || asked.Answers.Holds(items, i));
}
