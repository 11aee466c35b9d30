using System.Collections.Concurrent;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The order in which the rows of a table stand in the file decides nothing: they exclude each other.</summary>
public sealed class RowOrderTests
{
    private static readonly ConcurrentDictionary<int, Lazy<Rulebook>> Turned = new();
    private static readonly ConcurrentDictionary<int, Lazy<Rulebook>> Split = new();
    private static readonly ConcurrentDictionary<int, Lazy<(Rulebook?, Rulebook?)>> Nested = new();

    [Property]
    public void Settle_RowsTurnedRound_SettlesAlike(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var turned = Turned.GetOrAdd(trial.Seed, seed => new(() => RandomRulebooks.Texts(seed).WithRowsTurnedRound().Load())).Value;
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var settlement = trial.Rulebook.Settle(claim, history);
            Sums(turned.Settle(claim, history)).ShouldBe(Sums(settlement));
            history = settlement.History;
        }
    }

    /// <summary>A row that is cut into two which say the same, and a value that is written as two rows, decide nothing either, wherever
    /// they stand.</summary>
    [Property]
    public void Settle_RowsSplit_SettlesAlike(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var split = Split.GetOrAdd(trial.Seed, seed => new(() => RandomRulebooks.Texts(seed).WithRowsSplit().Load())).Value;
        var (history, other) = (History.Empty, History.Empty);
        foreach (var claim in trial.Claims)
        {
            var (one, two) = (trial.Rulebook.Settle(claim, history), split.Settle(claim, other));
            Sums(two).ShouldBe(Sums(one));
            SettlementText.OfHistory(two.History).ShouldBe(SettlementText.OfHistory(one.History));
            (history, other) = (one.History, two.History);
        }
    }

    /// <summary>Nor does it matter whether rows stand under conditions that they share, or a list of words is written as alternatives: both
    /// engines choose the same rows of the same places.</summary>
    [Property]
    public void Settle_RowsNested_SettlesAlike(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var (nested, grid) = Nested.GetOrAdd(trial.Seed, Load).Value;
        if (nested is null)
            return;
        var (history, other) = (History.Empty, History.Empty);
        foreach (var claim in trial.Claims)
        {
            var (one, two) = (trial.Rulebook.Settle(claim, history), nested.Settle(claim, other));
            Sums(two).ShouldBe(Sums(one));
            SettlementText.OfHistory(two.History).ShouldBe(SettlementText.OfHistory(one.History));
            SettlementText.Of(grid!.Settle(claim, other)).ShouldBe(SettlementText.Of(two));
            (history, other) = (one.History, two.History);
        }

        static Lazy<(Rulebook?, Rulebook?)> Load(int seed) =>
            new(() =>
                RandomRulebooks.Texts(seed).WithRowsNested() is { } text
                    ? (text.Load(), text.Load(folder => Rulebook.Load(folder, new GridEngine())))
                    : (null, null)
            );
    }

    /// <summary>A comparison tells no change of them, and proves both equal.</summary>
    [Fact]
    public void Compare_RowsNested_TellsNothing()
    {
        var written = 0;
        for (var seed = 0; seed < RandomRulebooks.Count; seed++)
            if (RandomRulebooks.Texts(seed).WithRowsNested() is { } text)
            {
                written++;
                RulebookComparison
                    .Of(RandomRulebooks.Of(seed), text.Load())
                    .Changes.Select(change => change.ToString())
                    .ShouldBeEmpty($"seed {seed}");
            }

        written.ShouldBeGreaterThan(RandomRulebooks.Count / 2);
    }

    /// <summary>And a comparison tells no change of them; but it tells every row of bands that is cut by a fact of items, since bands are
    /// counted over the items of each row.</summary>
    [Fact]
    public void Compare_RowsSplit_TellsThoseOfBandsByItemAlone()
    {
        var cut = 0;
        for (var seed = 0; seed < RandomRulebooks.Count; seed++)
        {
            var texts = RandomRulebooks.Texts(seed);
            var split = Split.GetOrAdd(seed, _ => new(() => texts.WithRowsSplit().Load())).Value;
            RulebookComparison
                .Of(RandomRulebooks.Of(seed), split)
                .Changes.Select(change => change.ToString())
                .ShouldBeEmpty($"seed {seed}");
            if (texts.WithBandsSplit() is not { } bands)
                continue;
            cut++;
            RulebookComparison.Of(RandomRulebooks.Of(seed), bands.Load()).Changes.ShouldNotBeEmpty($"seed {seed}");
        }

        cut.ShouldBeGreaterThan(5);
    }

    /// <summary>Two rates of items, a cap that leaves the cost beyond it whole, and a second fund for that: 1,800 and 1,000 are cut to
    /// 1,000 in proportion, to 642.86 and 357.14. So 1,157.14 and 642.86 are cut off, for which 1,285.71 and 1,285.72 of
    /// the cost were paid.</summary>
    [Theory]
    [InlineData("{ when: { item.essential: yes }, value: 90% }, { when: { item.essential: no }, value: 50% }")]
    [InlineData("{ when: { item.essential: no }, value: 50% }, { when: { item.essential: yes }, value: 90% }")]
    public void Cap_OverItemsOfSeveralRates_CutsAllInProportion(string rows)
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.TiersOf($"rows: [ {rows} ]"),
                $"{{ id: cap, kind: cap, of: payment, per: year, cuts: cost, amount: {StepText.Dated("value: 1_000")} }}"
            ),
            Town.Layer("large", "aid", "basic.cap", "", StepText.Tiers("100%"))
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(2_000) with { Essential = true }, TestClaim.A(2_000)));
        settlement.Fund().ShouldBe(1_000m);
        settlement.Aid().ShouldBe(2_571.43m);
    }

    /// <summary>What was cut stays with the items for which it was paid: of 900 for the one and 500 for the other 700 are left, so that 450
    /// and 250 are cut off; the fund after it that looks at the first item alone finds 450 of it.</summary>
    [Fact]
    public void Cap_OverItemsOfSeveralRates_LeavesWhatItCutsWithTheItems()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.TiersOf("rows: [ { when: { item.essential: yes }, value: 90% }, { when: { item.essential: no }, value: 50% } ]"),
                $"{{ id: cap, kind: cap, of: payment, per: year, amount: {StepText.Dated("value: 700")} }}"
            ),
            Town.Layer("large", "aid", "basic.cap", "items: { item.essential: yes }", StepText.Tiers("100%"))
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(1_000) with { Essential = true }, TestClaim.A(1_000)));
        settlement.Fund().ShouldBe(700m);
        settlement.Aid().ShouldBe(450m);
    }

    private static string Sums(Settlements.Settlement settlement) =>
        string.Join(
            "; ",
            settlement
                .Items.Select(item =>
                    $"{item.Item.Code} {item.Patient} {item.Hospital} {string.Join(' ', item.Payers.Select(payer => payer.Amount))}"
                )
                .Prepend($"{settlement.Status} {string.Join(' ', settlement.Parts.Select(part => $"{part.Name} {part.Patient}"))}")
        );
}
