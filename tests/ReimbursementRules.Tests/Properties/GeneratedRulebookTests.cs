using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The random rulebooks and claims that the other properties rest on.</summary>
public sealed class GeneratedRulebookTests
{
    [Fact]
    public void Rulebook_Generated_LoadsWithoutProblems()
    {
        var refused = new List<string>();
        for (var seed = 0; seed < RandomRulebooks.Count; seed++)
            try
            {
                RandomRulebooks.Of(seed);
            }
            catch (PolicyException e)
            {
                refused.Add($"{e.Message}\n{RandomRulebooks.Texts(seed)}");
            }

        refused.ShouldBeEmpty();
    }

    [Fact]
    public void Trials_Generated_ReachEveryKindOfStepAndEveryReasonToSkip()
    {
        var all = Trial.Any.Generator.Sample(300, new Rnd(20_261_121, 1_234_567), 50).SelectMany(trial => trial.Settled()).ToList();
        all.Count.ShouldBeGreaterThan(500);
        all.SelectMany(settlement => settlement.Steps)
            .Select(step => step.Kind)
            .Distinct()
            .Order()
            .ShouldBe(Enum.GetValues<StepKind>().Except([StepKind.Stated]));
        all.SelectMany(settlement => settlement.Skipped)
            .Select(skipped => skipped.Reason)
            .Distinct()
            .Order()
            .ShouldBe(Enum.GetValues<SkipReason>().Except([SkipReason.Stated]));
        all.Select(settlement => settlement.Status).Distinct().Order().ShouldBe(Enum.GetValues<SettlementStatus>());
        all.Count(settlement => settlement.Payers.Count(payer => payer.Amount > Money.Zero) > 1).ShouldBeGreaterThan(50);
        all.Count(settlement => settlement.Hospital != Money.Zero).ShouldBeGreaterThan(20);
        all.Count(settlement => settlement.Account > Money.Zero && settlement.Cash > Money.Zero).ShouldBeGreaterThan(20);
        all.Count(settlement => settlement.Steps.Count(step => step.Kind == StepKind.Account && step.Amount > Money.Zero) > 1)
            .ShouldBeGreaterThan(2);
        all.ShouldContain(settlement => settlement.Bill == Money.Zero);
        all.Max(settlement => settlement.Bill.InYuan).ShouldBeGreaterThan(1_000_000_000_000m);
    }
}
