using System.Globalization;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Batches;

/// <summary>Streams of claims, by a rulebook whose deductible and cap fill up over a year.</summary>
internal static class ClaimStream
{
    public static Rulebook Rulebook { get; } =
        Town.Of(
            Town.Basic(
                "{ id: deductible, kind: deductible, per: year, amount: { 2020-01-01: { value: 1000, reference: T } } }",
                "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: T } } }",
                "{ id: cap, kind: cap, of: payment, per: year, amount: { 2020-01-01: { value: 3000, reference: T } } }"
            )
        );

    public static Claim Of(string member, int month, decimal amount, int day = 1) =>
        TestClaim.Stay(amount) with
        {
            Id = $"{member}-{month}-{day}",
            Discharged = new(2020, month, day),
            Member = new() { Id = member },
        };

    /// <summary>Some claims of each member, their months in no order; every fifth member has a claim that is not valid.</summary>
    public static IEnumerable<Claim> Generated(int members)
    {
        for (var m = 0; m < members; m++)
        for (var c = 0; c < m % 4 + 1; c++)
            yield return Of(
                $"M{m.ToString(CultureInfo.InvariantCulture)}",
                (m * 7 + c * 5) % 12 + 1,
                c == 1 && m % 5 == 0 ? -1 : 700 + m % 900
            );
    }

    /// <summary>Two claims of each member, and no last member.</summary>
    public static IEnumerable<Claim> Endless()
    {
        for (var i = 0; ; i++)
            yield return Of($"M{i / 2}", i % 2 + 1, 1500);
    }

    public static string Text(Settlement? settlement) => settlement is null ? "" : JsonReport.Write(settlement);

    /// <summary>What can be told apart in a result.</summary>
    public static string Described<T>(BatchResult<T> result) =>
        $"{result.Index} {result.Claim?.Id} {Text(result.Settlement)}{string.Join('\n', result.Problems)}";
}
