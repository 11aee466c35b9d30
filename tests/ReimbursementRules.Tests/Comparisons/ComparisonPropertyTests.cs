using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>What holds of every comparison.</summary>
public sealed class ComparisonPropertyTests
{
    [Property]
    public void Fold_AnyCases_CoversExactlyThemAndNoneTwice(SomeCases some)
    {
        int[][] cases = [.. Enumerable.Range(0, 60).Where(i => some.Hits[i]).Select(i => (int[])[i % 5, i / 5 % 4, i / 20])];
        var boxes = CaseFolding.Fold(cases);
        var covered = boxes.SelectMany(box => box[0].SelectMany(a => box[1].SelectMany(b => box[2].Select(c => $"{a} {b} {c}")))).ToList();
        covered.Order().ShouldBe(cases.Select(one => string.Join(' ', one)).Order());
        boxes.Count.ShouldBeLessThanOrEqualTo(cases.Length);
    }

    [Fact]
    public void Fold_Everything_IsOneLine() =>
        CaseFolding.Fold([.. Enumerable.Range(0, 60).Select(i => (int[])[i % 5, i / 5 % 4, i / 20])]).Count.ShouldBe(1);

    [Fact]
    public void Rulebook_Generated_IsLikeItselfAndDiffersFromAnother()
    {
        for (var seed = 0; seed < RandomRulebooks.Count; seed++)
            RulebookComparison.Of(RandomRulebooks.Of(seed), RandomRulebooks.Of(seed)).Changes.ShouldBeEmpty();
        for (var seed = 1; seed < RandomRulebooks.Count; seed++)
            RulebookComparison.Of(RandomRulebooks.Of(seed - 1), RandomRulebooks.Of(seed)).Changes.ShouldNotBeEmpty();
    }

    /// <summary>What was added one way was removed the other way, in as many lines.</summary>
    [Fact]
    public void Comparison_TheOtherWayRound_IsTheSameTurnedRound()
    {
        for (var seed = 1; seed < RandomRulebooks.Count; seed += 11)
        {
            var (there, back) = (
                RulebookComparison.Of(RandomRulebooks.Of(seed - 1), RandomRulebooks.Of(seed)),
                RulebookComparison.Of(RandomRulebooks.Of(seed), RandomRulebooks.Of(seed - 1))
            );
            there
                .Changes.Select(change => $"{change.Where} {change.Before?.Says} {change.After?.Says}")
                .Order()
                .ShouldBe(back.Changes.Select(change => $"{change.Where} {change.After?.Says} {change.Before?.Says}").Order());
        }
    }

    /// <summary>A rulebook as on a day settles what happened on that day as the rulebook does.</summary>
    [Property(MaxTest = 60)]
    public void AsOn_TheDayOfAClaim_SettlesItAsTheRulebook(Trial trial)
    {
        foreach (var claim in trial.Claims)
        {
            var day = claim with { Admitted = null, Filed = null, Items = [.. claim.Items.Select(item => item with { Date = null })] };
            SettlementText.Of(trial.Rulebook.AsOn(claim.Discharged).Settle(day)).ShouldBe(Expected(trial.Rulebook.Settle(day)));
        }

        static string Expected(Settlement settlement) => SettlementText.Of(settlement);
    }

    [Fact]
    public void AsOn_ADayOfEveryRulebook_Loads()
    {
        foreach (var index in Directory.EnumerateFiles(Repository.Rules, "index.yaml", SearchOption.AllDirectories))
        {
            var rulebook = Rulebook.Load(Path.GetDirectoryName(index)!);
            foreach (var years in (int[])[0, 1, 3, 10])
                RulebookComparison
                    .Of(rulebook.AsOn(rulebook.From), rulebook.AsOn(rulebook.From.AddYears(years)))
                    .Changes.Length.ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    /// <summary>Nothing is lost: the sums of the effects are the differences of the totals, and the changes of all bearers add up to
    /// nothing.</summary>
    [Property(MaxTest = 100)]
    public void Effects_AnyClaimsByAnyTwoRulebooks_AddUp(TwoRulebooks pair)
    {
        var (before, after) = (pair.Trial.Rulebook, RandomRulebooks.Of(pair.Other));
        var claims = pair.Trial.Claims.Select(claim => claim with { Member = claim.Member with { Id = "M" } }).ToList();
        var effect = RulebookComparison.Of(before, after).SettleAll(claims, new() { MaxParallelism = 1 });
        var (one, other) = (Settled(before, claims), Settled(after, claims));
        effect.Unsettled.ShouldBeEmpty();
        effect.Bill.ShouldBe(one.Sum(settlement => settlement.Bill));
        effect.Patient.Before.ShouldBe(one.Sum(settlement => settlement.Patient));
        effect.Patient.After.ShouldBe(other.Sum(settlement => settlement.Patient));
        effect.Account.Change.ShouldBe(other.Sum(settlement => settlement.Account) - one.Sum(settlement => settlement.Account));
        effect.Hospital.Change.ShouldBe(other.Sum(settlement => settlement.Hospital) - one.Sum(settlement => settlement.Hospital));
        foreach (var fund in effect.Funds)
            (fund.Before, fund.After).ShouldBe(
                (one.Sum(settlement => settlement.PaidBy(fund.Id)), other.Sum(settlement => settlement.PaidBy(fund.Id)))
            );
        (effect.Funds.Sum(fund => fund.Change) + effect.Patient.Change + effect.Hospital.Change).ShouldBe(Money.Zero);
        (effect.Losers.Sum - effect.Winners.Sum).ShouldBe(effect.Patient.Change);
        (effect.Winners.Count + effect.Losers.Count + effect.Unchanged).ShouldBe(claims.Count);
        effect.Claims.Select(claim => claim.Number).ShouldBe(Enumerable.Range(1, claims.Count).Select(number => (long)number));
    }

    /// <summary>Sums beyond the range of amounts are refused and never wrap.</summary>
    [Fact]
    public void Effects_OfTheLargestClaims_AddUpOrAreRefused()
    {
        var comparison = Pair.Changed(folder => folder.Replace("2-basic.yaml", "75%", "0%"));
        var largest = TestClaim.Stay(Money.Largest.InYuan);
        var effect = comparison.SettleAll(Enumerable.Repeat(largest, 1_000), new() { MaxParallelism = 1 });
        effect.Losers.Sum.InYuan.ShouldBe(1_000 * decimal.Round((90_000_000_000_000m - 600) * 0.75m, 2));
        effect.Funds[0].Change.ShouldBe(-effect.Losers.Sum);
        Should.Throw<OverflowException>(() => comparison.SettleAll(Enumerable.Repeat(largest, 1_100), new() { MaxParallelism = 1 }));
    }

    private static List<Settlement> Settled(Rulebook rulebook, IReadOnlyList<Claim> claims) =>
        [.. rulebook.SettleAll(claims, new() { MaxParallelism = 1 }).Select(result => result.Settlement!)];
}
