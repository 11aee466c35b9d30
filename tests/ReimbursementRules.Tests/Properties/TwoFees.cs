using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Two fees of a year, and the seed of the plain policy that pays of them.</summary>
public sealed record TwoFees(int Seed, Money First, Money Then)
{
    public static Arbitrary<TwoFees> Any { get; } =
        Arb.From(
            from seed in Gen.Choose(0, 10_000)
            from first in RandomClaims.Amounts
            from then in RandomClaims.Amounts
            select new TwoFees(seed, first, then)
        );
}
