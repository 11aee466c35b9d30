using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Reference;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The library against a plain computation in decimals, to the cent, from nothing to a trillion yuan.</summary>
public sealed class PlainReferenceTests
{
    [Property(MaxTest = 500)]
    public void Settle_AYearOfClaims_IsThePlainComputation(PlainTrial trial)
    {
        var (policy, rulebook) = trial.Of;
        var year = new PlainYear(policy);
        foreach (var settlement in Settled(rulebook, trial.Claims))
            (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe(year.Settle(settlement.Claim.Items));
    }

    [Property]
    public void Settle_AYearOfClaims_NeverExceedsTheYearlyFigures(PlainTrial trial)
    {
        var (policy, rulebook) = trial.Of;
        var settled = Settled(rulebook, trial.Claims);
        if (policy.PerYear)
        {
            settled.Sum(settlement => settlement.Fund()).ShouldBeLessThanOrEqualTo(policy.Cap);
            settled
                .SelectMany(settlement => settlement.Steps)
                .Where(step => step.Layer == "basic" && step.Kind == StepKind.Deductible)
                .Sum(step => step.Amount.InYuan)
                .ShouldBeLessThanOrEqualTo(policy.Deductible);
        }

        settled
            .SelectMany(settlement => settlement.Steps)
            .Where(step => step.Layer == "illness" && step.Kind == StepKind.Deductible)
            .Sum(step => step.Amount.InYuan)
            .ShouldBeLessThanOrEqualTo(policy.IllnessDeductible);
    }

    private static List<Settlement> Settled(Rulebook rulebook, IEnumerable<Claim> claims)
    {
        var settled = new List<Settlement>();
        foreach (var claim in claims)
            settled.Add(rulebook.Settle(claim, settled.Count == 0 ? History.Empty : settled[^1].History));
        return settled;
    }
}
