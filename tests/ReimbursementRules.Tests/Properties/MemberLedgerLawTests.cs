using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Whatever was done to a ledger, it says what settling the claims that stand would say.</summary>
public sealed class MemberLedgerLawTests
{
    [Property]
    public void Lines_AfterAnyOperations_AddUpToTheClaimsThatStandSettledAfresh(Trial trial)
    {
        var ledger = RandomOperations.On(trial);
        var afresh = Afresh(ledger);
        foreach (var name in ledger.Rulebook.Payers.Concat(["patient", "hospital", "bill"]))
            Sum(ledger.Lines.Select(line => line.Settlement), name).ShouldBe(Sum(afresh, name), name);
        foreach (var claim in ledger.Lines.GroupBy(line => line.ClaimId))
            Sum(claim.Select(line => line.Settlement), "patient").ShouldBe(Sum(afresh.Where(one => one.Claim.Id == claim.Key), "patient"));
    }

    [Property]
    public void Settlements_InAnyOrderOfArrival_AreThoseOfABatch(Trial trial)
    {
        var dice = new Dice(trial.Seed);
        var claims = trial
            .Claims.Select((claim, i) => claim with { Id = $"{i}", Member = claim.Member with { Id = "M" } })
            .OrderBy(_ => dice.Below(100))
            .ToList();
        var ledger = claims.Aggregate(MemberLedger.Open(trial.Rulebook), (ledger, claim) => ledger.Settle(claim, claim.Discharged));
        foreach (var result in trial.Rulebook.SettleAll(claims))
            SettlementText
                .Of(ledger.Settlements.Single(one => one.Claim.Id == result.Claim!.Id))
                .ShouldBe(SettlementText.Of(result.Settlement!));
    }

    [Property]
    public void History_AfterAnyOperations_IsThatOfTheClaimsThatStand(Trial trial)
    {
        var ledger = RandomOperations.On(trial);
        SettlementText
            .OfHistory(ledger.History)
            .ShouldBe(SettlementText.OfHistory(Afresh(ledger) is [.., var last] ? last.History : History.Empty));
        ledger.Settlements.Select(SettlementText.Of).ShouldBe(Afresh(ledger).Select(SettlementText.Of));
        ledger
            .Lines.SelectMany(line => line.Settlement.History.Entries)
            .All(entry => entry.Amount >= Money.Zero && entry.Times >= 0)
            .ShouldBeTrue();
    }

    [Property]
    public void Lines_AfterAnyOperations_AreNumberedAndOnlyAdded(Trial trial)
    {
        var before = MemberLedger.Open(trial.Rulebook);
        foreach (var ledger in RandomOperations.Steps(trial))
        {
            ledger.Lines.Take(before.Lines.Length).SequenceEqual(before.Lines).ShouldBeTrue();
            ledger.Lines.Select(line => line.Number).SequenceEqual(Enumerable.Range(1, ledger.Lines.Length)).ShouldBeTrue();
            ledger
                .Lines.Skip(before.Lines.Length)
                .All(line => before.ClosedThrough == null || line.Posted > before.ClosedThrough)
                .ShouldBeTrue();
            before = ledger;
        }
    }

    [Property]
    public void Receivables_AfterAnyOperations_AreWhatPayersPayLessDenialsAndPayments(Trial trial)
    {
        var dice = new Dice(trial.Seed);
        var receivables = Receivables.Empty;
        MemberLedger? last = null;
        foreach (var ledger in RandomOperations.Steps(trial))
            (last, receivables) = (ledger, RandomOperations.DenyAndPay(receivables.Post(ledger), ledger, dice));
        foreach (var payer in trial.Rulebook.Payers)
            Owed(receivables, payer)
                .ShouldBe(
                    Sum(last!.Settlements.Where(one => one.Status != SettlementStatus.Held), payer)
                        + Of(receivables, payer, PostingKind.Denial)
                        + Of(receivables, payer, PostingKind.Payment)
                );
        var standing = last!.Settlements.Select(one => one.Claim.Id).ToHashSet(StringComparer.Ordinal);
        receivables
            .Postings.Where(posting => posting.Kind == PostingKind.Denial && !standing.Contains(posting.ClaimId))
            .Aggregate(Money.Zero, (sum, posting) => sum + posting.Amount)
            .ShouldBe(Money.Zero);
        receivables
            .Postings.Where(posting => posting.Kind == PostingKind.Denial)
            .GroupBy(posting => (posting.ClaimId, posting.Item, posting.Receivable))
            .ShouldAllBe(same => same.Aggregate(Money.Zero, (sum, posting) => sum - posting.Amount) >= Money.Zero);
    }

    [Property]
    public void DailyTotals_AfterAnyOperations_AddUpToTheLines(Trial trial)
    {
        var lines = RandomOperations.On(trial).Lines.Where(line => !line.IsHeld).ToList();
        var totals = DailyTotals.Of(lines);
        totals.Aggregate(Money.Zero, (sum, total) => sum + total.Amount).ShouldBe(Sum(lines.Select(line => line.Settlement), "bill"));
        foreach (var payer in trial.Rulebook.Payers)
        foreach (var day in lines.GroupBy(line => line.Posted))
            totals
                .Where(total => total.Day == day.Key && total.Payer == payer)
                .Aggregate(Money.Zero, (sum, total) => sum + total.Amount)
                .ShouldBe(Sum(day.Select(line => line.Settlement), payer));
        DailyTotals.Compare(lines, totals).ShouldBeEmpty();
    }

    private static Money Owed(Receivables receivables, string payer) =>
        receivables
            .Balances.Where(balance => balance.Receivable.Payer == payer)
            .Aggregate(Money.Zero, (sum, balance) => sum + balance.Amount);

    private static Money Of(Receivables receivables, string payer, PostingKind kind) =>
        receivables
            .Postings.Where(posting => posting.Receivable.Payer == payer && posting.Kind == kind)
            .Aggregate(Money.Zero, (sum, posting) => sum + posting.Amount);

    /// <summary>The claims that stand, each with the history of the one before, as their reviews left them.</summary>
    private static List<Settlement> Afresh(MemberLedger ledger)
    {
        var afresh = new List<Settlement>();
        var history = History.Empty;
        foreach (var now in ledger.Settlements)
        {
            var settlement = ledger.Rulebook.Settle(now.Claim, history, [], RandomOperations.ReviewOf(ledger, now.Claim.Id));
            afresh.Add(settlement);
            history = settlement.History;
        }

        return afresh;
    }

    private static Money Sum(IEnumerable<Settlement> settlements, string name) =>
        settlements.Aggregate(
            Money.Zero,
            (sum, one) =>
                sum
                + name switch
                {
                    "patient" => one.Patient,
                    "hospital" => one.Hospital,
                    "bill" => one.Bill,
                    _ => one.PaidBy(name),
                }
        );
}
