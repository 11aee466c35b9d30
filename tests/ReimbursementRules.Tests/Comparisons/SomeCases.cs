using FsCheck;
using FsCheck.Fluent;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>Some of all combinations of three facts with five, four and three words.</summary>
public sealed record SomeCases(IReadOnlyList<bool> Hits)
{
    public static Arbitrary<SomeCases> Any { get; } =
        Arb.From(
            from share in Gen.Elements(1, 5, 9)
            from hits in Gen.Choose(0, 9).Select(number => number < share).ArrayOf(60)
            select new SomeCases(hits)
        );

    public override string ToString() => string.Concat(Hits.Select(hit => hit ? '1' : '0'));
}
