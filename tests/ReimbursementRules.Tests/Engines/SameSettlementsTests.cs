using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;
using Xunit.Abstractions;

namespace ReimbursementRules.Tests.Engines;

/// <summary>Whatever claim a rulebook settles, both engines settle it alike: every amount, move, row, reference, finding and running
/// sum.</summary>
public sealed class SameSettlementsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Settle_RulebookOfThisRepository_SaysWhatTheGridSays(string folder)
    {
        var settled = Compare(Compared.Of(folder), seed: folder.Length, members: 200);
        output.WriteLine($"{settled} claims");
        settled.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Settle_RandomRulebook_SaysWhatTheGridSays()
    {
        var settled = Compared.Random.Index().Sum(rulebook => Compare(rulebook.Item, seed: rulebook.Index, members: 15));
        output.WriteLine($"{settled} claims");
        settled.ShouldBeGreaterThan(5_000);
    }

    /// <summary>Compares the claims of some members, and tells how many could be settled.</summary>
    private static int Compare(Compared rulebook, int seed, int members)
    {
        var settled = 0;
        foreach (var claims in new FittingClaims(rulebook.ByGrid, seed).Members(members))
        {
            var history = History.Empty;
            foreach (var claim in claims)
            {
                var (expected, after) = Settled(rulebook.ByGrid, claim, history);
                Settled(rulebook.ByRules, claim, history).Text.ShouldBe(expected, ClaimText.Of(claim));
                settled += after is null ? 0 : 1;
                history = after ?? history;
            }
        }

        return settled;
    }

    /// <summary>All that the settlement says and the history after it, or all that is wrong with the claim.</summary>
    private static (string Text, History? After) Settled(Rulebook rulebook, Claim claim, History history)
    {
        try
        {
            var settlement = rulebook.Settle(claim, history);
            return (SettlementText.Of(settlement), settlement.History);
        }
        catch (InputException e)
        {
            return (string.Join('\n', e.Problems), null);
        }
    }
}
