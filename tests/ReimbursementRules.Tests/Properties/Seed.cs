using FsCheck;
using FsCheck.Fluent;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Any seed from which a property makes what it needs.</summary>
public readonly record struct Seed(int Value)
{
    public static Arbitrary<Seed> Any { get; } = Gen.Choose(0, int.MaxValue).Select(value => new Seed(value)).ToArbitrary();
}
