using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The same claim and history give the same settlement to the letter, whoever asks and however often.</summary>
public sealed class SameAgainTests
{
    [Property]
    public void Settle_Twice_SaysTheSame(Trial trial) => Texts(trial).ShouldBe(Texts(trial));

    [Fact]
    public void Settle_RulebookLoadedTwice_SaysTheSame()
    {
        for (var seed = 0; seed < RandomRulebooks.Count; seed += 16)
        {
            var again = RandomRulebooks.Texts(seed).Load();
            foreach (var claim in RandomClaims.Sample(seed))
                SettlementText.Of(again.Settle(claim)).ShouldBe(SettlementText.Of(RandomRulebooks.Of(seed).Settle(claim)));
        }
    }

    [Fact]
    public void Settle_FromManyThreads_SaysTheSame()
    {
        var trials = Enumerable.Range(0, 40).Select(seed => new Trial(seed, RandomClaims.Sample(seed))).ToArray();
        var alone = trials.Select(Texts).ToArray();
        Parallel.For(0, 400, i => Texts(trials[i % trials.Length]).ShouldBe(alone[i % trials.Length]));
    }

    [Fact]
    public void Settlement_ReadFromManyThreads_SaysTheSame()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var settled = new Trial(seed, RandomClaims.Sample(seed)).Settled();
            var alone = string.Join('\n', new Trial(seed, RandomClaims.Sample(seed)).Settled().Select(SettlementText.Of));
            Parallel.For(0, 8, _ => string.Join('\n', settled.Select(SettlementText.Of)).ShouldBe(alone));
        }
    }

    private static string Texts(Trial trial) => string.Join('\n', trial.Settled().Select(SettlementText.Of));
}
