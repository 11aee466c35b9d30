using FsCheck;
using FsCheck.Fluent;

namespace ReimbursementRules.Tests.Measures;

/// <summary>A settled claim of one of three providers, with its amounts in cents.</summary>
public sealed record MeasuredClaim(int Provider, long Bill, long Paid)
{
    public static Arbitrary<MeasuredClaim> Any { get; } =
        Arb.From(
            from provider in Gen.Choose(1, 3)
            from bill in Gen.Choose(1, 2_000_000)
            from paid in Gen.Choose(0, bill)
            select new MeasuredClaim(provider, bill, paid)
        );
}
