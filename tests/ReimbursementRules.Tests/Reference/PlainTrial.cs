using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Reference;

/// <summary>A plain policy, and stays of one member in one benefit year, each with its fees in cents.</summary>
public sealed record PlainTrial(int Seed, IReadOnlyList<IReadOnlyList<FeeItem>> Bills)
{
    public static Arbitrary<PlainTrial> Any { get; } =
        Arb.From(from seed in Gen.Choose(0, 10_000) from bills in Bill.ListOf().Resize(6) select new PlainTrial(seed, [.. bills]));

    private static Gen<FeeItem> Item =>
        from amount in RandomClaims.Amounts
        from kind in Gen.Choose(0, 4)
        from quantity in Gen.Elements<decimal?>(null, 2m, 0.5m)
        select (
            kind switch
            {
                0 => TestClaim.B(0, 10m),
                1 => TestClaim.B(0, 33.3333m),
                2 => TestClaim.C(0),
                _ => TestClaim.A(0),
            }
        ) with
        {
            Amount = amount,
            Quantity = quantity,
        };

    private static Gen<IReadOnlyList<FeeItem>> Bill =>
        Gen.Choose(1, 12).SelectMany(count => Item.ListOf(count)).Select(items => (IReadOnlyList<FeeItem>)[.. items]);

    internal (PlainPolicy Policy, Rulebook Rulebook) Of => PlainPolicy.Of(Seed);

    public IEnumerable<Claim> Claims =>
        Bills.Select((bill, i) => TestClaim.Stay([.. bill]) with { Discharged = new(2020, 1 + (i % 12), 28) });

    public override string ToString() => $"{Of.Policy}\n{string.Join("\n", Claims)}";
}
