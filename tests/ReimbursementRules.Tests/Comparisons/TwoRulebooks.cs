using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>A random rulebook with claims for it, and the seed of another.</summary>
public sealed record TwoRulebooks(Trial Trial, int Other)
{
    public static Arbitrary<TwoRulebooks> Any { get; } =
        Arb.From(
            from trial in Trial.Any.Generator
            from other in Gen.Choose(0, RandomRulebooks.Count - 1)
            select new TwoRulebooks(trial, other)
        );
}
