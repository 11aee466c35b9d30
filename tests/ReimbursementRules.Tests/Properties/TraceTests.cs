using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The trace is the computation: what it says adds up to what was paid.</summary>
public sealed class TraceTests
{
    [Property]
    public void Moves_AnyClaim_AddUpToWhatEachPays(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                var moves = settlement
                    .Steps.SelectMany(step => step.Moves)
                    .Where(move => !move.IsKept)
                    .ToLookup(move => move.To, move => move.Amount);
                foreach (var payer in settlement.Payers)
                    Sum(moves[payer.Payer]).ShouldBe(payer.Amount);
                Sum(moves["purse"]).ShouldBe(settlement.Account);
                Sum(moves["hospital"]).ShouldBe(settlement.Hospital - Savings(settlement));
            }
        );

    [Property]
    public void Layer_AnyClaim_PaysItsLinesLessItsCaps(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                foreach (var layer in settlement.Steps.Where(step => step.Kind != StepKind.Refusal).GroupBy(step => step.Layer))
                {
                    var worked = Sum(layer.Where(step => Pays(step.Kind)).Select(step => step.Amount));
                    var cut = Sum(layer.Where(step => step.Kind == StepKind.CapOnPayment).Select(step => step.Amount));
                    var paid = Sum(
                        layer
                            .SelectMany(step => step.Moves)
                            .Where(move => !move.IsKept && move.To != "hospital")
                            .Select(move => move.Amount)
                    );
                    paid.ShouldBe(worked - cut);
                }
            }
        );

    /// <summary>Less is kept only where the base counts what its parts were at first and no more is held.</summary>
    [Property]
    public void Deductible_ForAWholeClaim_IsWhatIsLeftOfItOrTheWholeBase(Trial trial) =>
        EachStep(
            trial,
            StepKind.Deductible,
            step =>
            {
                step.Amount.ShouldBeLessThanOrEqualTo(step.Base);
                if (step.Before > Money.Zero)
                    (step.Due ?? step.Amount).ShouldBe(Least(step.Base, Most(Money.Zero, step.Limit - step.Before)));
                if (!IsAsOriginal(trial, step.Layer))
                    step.Due.ShouldBeNull();
            }
        );

    /// <summary>Less only where the base counts what its parts were at first and no more is held.</summary>
    [Property]
    public void Band_AnyClaim_PaysItsRateOfItsBase(Trial trial) =>
        EachStep(
            trial,
            StepKind.Band,
            step =>
            {
                var exact = step.Base.InYuan * step.Rate!.Value.Share;
                var off = decimal.Abs(step.Amount.InYuan - exact);
                if (IsAsOriginal(trial, step.Layer) && step.Amount.InYuan < exact)
                    return;
                switch (RandomRulebooks.Texts(trial.Seed).RoundEach)
                {
                    case "move":
                        step.Amount.ShouldBe(step.Base.Portion(step.Rate.Value));
                        break;
                    case "total":
                        off.ShouldBeLessThan(0.01m);
                        break;
                    default:
                        off.ShouldBeLessThanOrEqualTo(0.005m * trial.Claims.Max(claim => claim.Items.Length));
                        break;
                }
            }
        );

    /// <summary>Less only where the base counts what its parts were at first and no more is held.</summary>
    [Property]
    public void Account_AnyClaim_PaysItsBaseUpToWhatIsLeftOfTheBalance(Trial trial) =>
        EachStep(
            trial,
            StepKind.Account,
            step =>
            {
                var due = Least(step.Base, step.Limit - step.Before);
                if (IsAsOriginal(trial, step.Layer))
                    step.Amount.ShouldBeLessThanOrEqualTo(due);
                else
                    step.Amount.ShouldBe(due);
            }
        );

    /// <summary>Raised to the target and no further, and to less only where the layer's base holds no more.</summary>
    [Property]
    public void TopUp_AnyClaim_ReachesItsTargetAndNoMore(Trial trial) =>
        EachStep(
            trial,
            StepKind.TopUp,
            step =>
            {
                step.Limit.ShouldBe(step.Base.Portion(step.Rate!.Value));
                step.Amount.ShouldBeLessThanOrEqualTo(Most(Money.Zero, step.Limit - step.Before));
            }
        );

    [Property]
    public void Cap_AnyClaims_IsNeverExceeded(Trial trial)
    {
        foreach (
            var step in trial
                .Settled()
                .SelectMany(settlement => settlement.Steps)
                .Where(step => step.Kind is StepKind.CapOnPayment or StepKind.CapOnCost)
        )
            (step.Base - step.Amount).ShouldBe(Least(step.Base, Most(Money.Zero, step.Limit - step.Before)));
    }

    /// <summary>The running sum of a cap on all payments is what was paid: it can be read off the claims before.</summary>
    [Property]
    public void CapOnPayment_AnyClaims_CountsWhatWasPaid(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                foreach (var layer in settlement.Steps.Where(step => step.Kind != StepKind.Refusal).GroupBy(step => step.Layer))
                {
                    var last = layer.LastOrDefault(step => step is { Kind: StepKind.CapOnPayment, Step: not LayerTexts.SomePayment });
                    if (last is not null)
                        Sum(
                                layer
                                    .SelectMany(step => step.Moves)
                                    .Where(move => !move.IsKept && move.To != "hospital")
                                    .Select(move => move.Amount)
                            )
                            .ShouldBe(last.Base - last.Amount);
                }
            }
        );

    /// <summary>What a cap or deductible says was used before is what the claims before it used in its period: nothing is forgotten or
    /// counted twice.</summary>
    [Property]
    public void Before_AnyClaims_NeverFallsWithinAPeriod(Trial trial)
    {
        foreach (var settlement in trial.Settled())
        foreach (var entry in settlement.History.Entries)
            settlement
                .Used.Where(used => (used.What, used.Each, used.Per, used.Since) == (entry.What, entry.Each, entry.Per, entry.Since))
                .Aggregate(Money.Zero, (sum, used) => sum + used.Amount)
                .ShouldBeLessThanOrEqualTo(entry.Amount);
    }

    /// <summary>What the hospital bears of it, and what is told of listed prices, is what the items have above their ceilings.</summary>
    [Property]
    public void OverCeiling_AnyClaim_IsThatOfTheItems(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                var catalogue = RandomRulebooks.Texts(trial.Seed).Files["1-catalogue.yaml"];
                var over = Sum(settlement.Items.Select(item => item.OverCeiling));
                var lines = settlement.Steps.Where(step => step.Kind == StepKind.OverCeiling).ToList();
                if (catalogue.Contains("ceiling: hospital", StringComparison.Ordinal))
                {
                    Sum(lines.Select(step => step.Amount)).ShouldBe(over);
                    settlement
                        .Parts.Where(part => part.Name == "over_ceiling")
                        .ShouldAllBe(part => part.Hospital == over && part.Amount == over);
                }
                else
                {
                    Sum(lines.Select(step => step.Amount)).ShouldBeLessThanOrEqualTo(over);
                    lines.ShouldAllBe(step => step.Moves.IsEmpty && catalogue.Contains("ceiling_prices", StringComparison.Ordinal));
                }
            }
        );

    /// <summary>Whether the amount of a line is what its layer pays. A new kind is a failure here until it says so.</summary>
    private static bool Pays(StepKind kind) =>
        kind switch
        {
            StepKind.Band or StepKind.TopUp or StepKind.Account or StepKind.QuotaShare or StepKind.QuotaSaving => true,
            StepKind.Deductible or StepKind.CapOnCost or StepKind.CapOnPayment or StepKind.QuotaExcess => false,
            StepKind.RateChange or StepKind.BedDays or StepKind.Tolerance or StepKind.OverCeiling or StepKind.Refusal => false,
            StepKind.Weighted => false,
            StepKind.AmountTimes or StepKind.AmountGrowth or StepKind.AmountRounding or StepKind.AmountBound => false,
            StepKind.AmountChange or StepKind.AmountShare or StepKind.DeductibleCeiling => false,
            _ => throw UnknownKind.Of(kind),
        };

    private static bool IsAsOriginal(Trial trial, string layer) =>
        RandomRulebooks
            .Texts(trial.Seed)
            .Files.Values.First(file => file.StartsWith($"id: {layer}\n", StringComparison.Ordinal))
            .Contains("as: original", StringComparison.Ordinal);

    private static Money Savings(Settlement settlement) =>
        Sum(settlement.Parts.Where(part => part.Hospital < Money.Zero).Select(part => part.Hospital));

    private static void EachStep(Trial trial, StepKind kind, Action<TraceStep> holds) =>
        EachSettlement(
            trial,
            settlement =>
            {
                foreach (var step in settlement.Steps.Where(step => step.Kind == kind))
                    holds(step);
            }
        );

    private static void EachSettlement(Trial trial, Action<Settlement> holds)
    {
        foreach (var settlement in trial.Settled())
            holds(settlement);
    }

    private static Money Least(Money a, Money b) => a < b ? a : b;

    private static Money Most(Money a, Money b) => a > b ? a : b;

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
