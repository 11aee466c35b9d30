using FsCheck;
using FsCheck.Fluent;

namespace ReimbursementRules.Testing;

/// <summary>Valid claims of one member, one after another, for properties.</summary>
public static class MemberYearArbitrary
{
    private const int MostClaims = 6;

    /// <summary>One to six claims of a member, made as <see cref="ClaimArbitrary.For"/> makes them; what is known of the member is the same
    /// in all. One that fails is made smaller: fewer claims, then smaller ones.</summary>
    /// <param name="rulebook">The rulebook.</param>
    public static Arbitrary<MemberYear> For(Rulebook rulebook)
    {
        var draws = new Draws(rulebook);
        var years = from count in Gen.Choose(1, MostClaims) from claims in draws.One.ArrayOf(count) select Year(claims);
        return Arb.From(years, Smaller);

        MemberYear Year(IReadOnlyList<int[]> numbers) =>
            new(rulebook, draws.Space.MakeYear([.. numbers.Select(one => (IReadOnlyList<int>)one)])) { Numbers = [.. numbers] };

        IEnumerable<MemberYear> Smaller(MemberYear year)
        {
            for (var at = 0; at < year.Numbers.Length && year.Numbers.Length > 1; at++)
                yield return Year([.. year.Numbers.Where((_, i) => i != at)]);
            for (var at = 0; at < year.Numbers.Length; at++)
                foreach (var smaller in draws.Smaller(year.Numbers[at]))
                    yield return Year([.. year.Numbers.Select((one, i) => i == at ? smaller : one)]);
        }
    }
}
