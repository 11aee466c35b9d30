using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Valid claims of one member, one after another, for properties.</summary>
public static class MemberYearArbitrary
{
    private const int MostClaims = 6;
    private const int MostDraws = 6;

    /// <summary>One to six claims of a member, made as <see cref="ClaimArbitrary.For"/> makes them; what is known of the member is the same
    /// in all. One that fails is made smaller: fewer claims, then smaller ones.</summary>
    /// <param name="rulebook">The rulebook.</param>
    public static Arbitrary<MemberYear> For(Rulebook rulebook) => Of(rulebook, 1);

    /// <summary>As <see cref="For"/>; but a claim of which nobody pays anything is drawn again, up to a few times, so that most claims are
    /// of something that the policy pays for.</summary>
    /// <param name="rulebook">The rulebook.</param>
    internal static Arbitrary<MemberYear> PaidFor(Rulebook rulebook) => Of(rulebook, MostDraws);

    private static Arbitrary<MemberYear> Of(Rulebook rulebook, int draw)
    {
        var draws = new Draws(rulebook);
        var years =
            from count in Gen.Choose(1, MostClaims)
            from claims in draws.One.ArrayOf(draw).ArrayOf(count)
            select Year(draw == 1 ? [.. claims.Select(one => one[0])] : Paid(claims));
        return Arb.From(years, Smaller);

        MemberYear Year(IReadOnlyList<int[]> numbers) =>
            new(rulebook, draws.Space.MakeYear([.. numbers.Select(one => (IReadOnlyList<int>)one)])) { Numbers = [.. numbers] };

        // What is known of the member is what the first claim says, so each other is looked at together with it.
        int[][] Paid(int[][][] claims)
        {
            var first = claims[0].FirstOrDefault(one => Paying([one]) == 1, claims[0][0]);
            var wanted = Paying([first]) + 1;
            return [first, .. claims[1..].Select(all => all.FirstOrDefault(one => Paying([first, one]) >= wanted, all[0]))];
        }

        int Paying(int[][] numbers) =>
            draws
                .Space.MakeYear(numbers)
                .Count(claim => rulebook.Settle(claim, History.Empty).Payers.Any(payer => payer.Amount > Money.Zero));

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
