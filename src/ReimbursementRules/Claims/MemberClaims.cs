using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>The claims of one member, seen together.</summary>
public static class MemberClaims
{
    /// <summary>States on each claim what follows from the claims before it: the days since the last discharge and since the same item, the
    /// providers of the day and the visits of the month, as far as the claim does not state them.</summary>
    /// <param name="ofOneMember">Claims of one member in any order. A claim comes after another where its discharge is later; on the same
    /// day as they are handed in.</param>
    /// <returns>The claims, in the order in which they were handed in. A later claim never changes what an earlier one states. Claims that
    /// were linked before are linked anew.</returns>
    /// <remarks>Every way of settling several claims of a member links them so: streams, ledgers, comparisons and cases where the rulebook
    /// asks it, and a single claim that is settled with the claims before it.</remarks>
    /// <exception cref="InputException">The claims are of several members.</exception>
    public static ImmutableArray<Claim> Link(IEnumerable<Claim> ofOneMember)
    {
        var claims = Given.All(ofOneMember);
        OfOneMember(claims);
        var links = new ClaimLinks();
        foreach (var i in Enumerable.Range(0, claims.Length).OrderBy(i => claims[i].Discharged))
            claims[i] = links.Next(claims[i]);
        return [.. claims];
    }

    /// <summary>Whether claims can have come before a claim: of the same member, and not the claim itself.</summary>
    /// <exception cref="InputException">They are of another member, or have the claim among them.</exception>
    internal static void Precede(Claim claim, IReadOnlyList<Claim> earlier)
    {
        OfOneMember([claim, .. earlier]);
        if (earlier.Any(before => ReferenceEquals(before, claim) || (before.Id.Length > 0 && before.Id == claim.Id)))
            throw new InputException([
                new(
                    claim.Place ?? new("claim", 0, 0),
                    "claims.earlier",
                    new(
                        $"claim '{claim.Id}' stands among the claims before it. Hand in only those that came earlier.",
                        $"单据“{claim.Id}”出现在其之前的单据中。请只提交更早的单据。"
                    )
                )
                {
                    Path = "id",
                },
            ]);
    }

    /// <exception cref="InputException">They are of several members.</exception>
    internal static void OfOneMember(IReadOnlyList<Claim> claims)
    {
        if (claims.FirstOrDefault(claim => claim.Member.Id != claims[0].Member.Id) is { } other)
            throw new InputException([
                new(
                    other.Place ?? new("claim", 0, 0),
                    "claims.member",
                    new(
                        $"the claims are of several members, '{claims[0].Member.Id}' and '{other.Member.Id}'. Hand in those of one member.",
                        $"这些单据属于不同的参保人，“{claims[0].Member.Id}”与“{other.Member.Id}”。请只提交同一人的单据。"
                    )
                )
                {
                    Path = "member.id",
                },
            ]);
    }
}
