using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Testing;

/// <summary>Valid claims of any rulebook, for properties.</summary>
public static class ClaimArbitrary
{
    /// <summary>Claims of one to four items that the rulebook settles: the facts that it asks in all their words; amounts, ages and days
    /// at, below and above each edge. One that fails is made smaller: fewer items, fewer facts stated, plainer values.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <remarks>Hand it out by a static property of a class that the attribute names:
    /// <c>[Property(Arbitrary = [typeof(TownClaims)])]</c>.</remarks>
    public static Arbitrary<Claim> For(Rulebook rulebook)
    {
        var draws = new Draws(rulebook);
        return Arb.From(draws.One.Select(draws.Claim), claim => draws.Smaller(claim));
    }
}
