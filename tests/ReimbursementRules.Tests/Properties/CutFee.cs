using FsCheck;
using FsCheck.Fluent;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A fee in cents, and the first of the two lines that it is cut into; neither is zero.</summary>
public sealed record CutFee(int Cents, int First)
{
    public static Arbitrary<CutFee> Any { get; } =
        Arb.From(from cents in Gen.Choose(2, 500_000) from first in Gen.Choose(1, cents - 1) select new CutFee(cents, first));
}
