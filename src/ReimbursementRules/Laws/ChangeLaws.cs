using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Spaces;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>Laws of a claim that is written otherwise and is the same, or that is changed one way.</summary>
internal static class ChangeLaws
{
    /// <summary>The order of the lines of a bill decides nothing.</summary>
    public static LawFinding ItemOrder(LawTrial trial)
    {
        var items = trial.Claim.Items;
        if (items.Length < 2)
            return LawFinding.NotAsked;
        var expected = SettledText.WithoutOrder(trial.Settlement);
        foreach (
            var order in (ImmutableArray<FeeItem>[])
                [
                    [.. items.Reverse()],
                    [.. items.OrderBy(item => item.Amount)],
                    [.. items[(items.Length / 2)..], .. items[..(items.Length / 2)]],
                ]
        )
            if (SettledText.Difference(expected, SettledText.WithoutOrder(Settle(trial, items, order))) is { } broken)
                return broken;
        return (BilingualText?)null;
    }

    /// <summary>A line cut in two, where nothing is worked out item by item.</summary>
    public static LawFinding LineSplit(LawTrial trial)
    {
        if (LineAt(trial.Settlement) is not (>= 0 and var at) || ClaimSpace.Of(trial.Rulebook).WorksByItem)
            return LawFinding.NotAsked;
        var line = trial.Claim.Items[at];
        var first = Money.FromCents(line.Amount.Cents / 3);
        var claim = trial.Claim with
        {
            Items = [.. trial.Claim.Items.RemoveAt(at), line with { Amount = first }, line with { Amount = line.Amount - first }],
        };
        return SettledText.Difference(SettledText.WithoutItems(trial.Settlement), SettledText.WithoutItems(trial.Instead(claim)!));
    }

    /// <summary>More fee, never less of the funds: each item at ever greater amounts.</summary>
    public static LawFinding MoreFee(LawTrial trial)
    {
        var known = ClaimSpace.Of(trial.Rulebook).Amounts;
        var largest = LawFinding.NotAsked;
        for (var at = 0; at < trial.Claim.Items.Length; at++)
        {
            var item = trial.Claim.Items[at];
            var (most, less) = (Money.Zero, Money.Zero);
            foreach (var amount in TriedAmounts.Of(trial, at, known))
            {
                var claim = trial.Claim with { Items = trial.Claim.Items.SetItem(at, item with { Amount = amount }) };
                if (trial.Instead(claim) is not { } settled)
                    continue;
                var funds = LawTrial.Funds(settled);
                largest = Larger(
                    largest,
                    most - funds,
                    Rounding(settled),
                    new(
                        $"the funds pay {most} where items[{at}] costs {less}, and {funds} where it costs {amount}.",
                        $"items[{at}] 为 {less} 元时各基金支付 {most}，而为 {amount} 元时只支付 {funds}。"
                    )
                );
                if (funds > most)
                    (most, less) = (funds, amount);
            }
        }

        return largest;
    }

    /// <summary>The same care at a lower level, never less of the funds: at each level, whatever the claim says.</summary>
    public static LawFinding LowerLevel(LawTrial trial)
    {
        (HospitalLevel Level, Money Funds)? lower = null;
        var largest = LawFinding.NotAsked;
        foreach (var level in (HospitalLevel[])[HospitalLevel.One, HospitalLevel.Two, HospitalLevel.Three])
        {
            if (trial.Instead(trial.Claim with { Provider = trial.Claim.Provider with { Level = level } }) is not { } settled)
                continue;
            var funds = LawTrial.Funds(settled);
            if (lower is { } one)
                largest = Larger(
                    largest,
                    funds - one.Funds,
                    Rounding(settled),
                    new(
                        $"the funds pay {funds} at level {EnumWord(level)}, and {one.Funds} at level {EnumWord(one.Level)}.",
                        $"{EnumWord(level)} 级医院时各基金支付 {funds}，而 {EnumWord(one.Level)} 级医院时支付 {one.Funds}。"
                    )
                );
            if (lower is null || funds < lower.Value.Funds)
                lower = (level, funds);
        }

        return largest;
    }

    /// <summary>A poor member, never more than one who is not: each word of poverty, whatever the claim says.</summary>
    public static LawFinding Poverty(LawTrial trial)
    {
        if (With(Claims.Poverty.None) is not { } other)
            return LawFinding.NotAsked;
        var largest = LawFinding.NotAsked;
        foreach (var poverty in Enum.GetValues<Poverty>().Where(word => word != Claims.Poverty.None))
            if (With(poverty) is { } settled)
                largest = Larger(
                    largest,
                    settled.Patient - other.Patient,
                    Rounding(settled),
                    new(
                        $"the member, {EnumWord(poverty)}, pays {settled.Patient}, and one who is not poor {other.Patient}.",
                        $"困难人员（{EnumWord(poverty)}）承担 {settled.Patient}，而非困难人员承担 {other.Patient}。"
                    )
                );
        return largest;

        Settlement? With(Poverty poverty) => trial.Instead(trial.Claim with { Member = trial.Claim.Member with { Poverty = poverty } });
    }

    /// <summary>The larger of what was found and of what is more than rounding may come to.</summary>
    private static LawFinding Larger(LawFinding found, Money by, Money rounding, BilingualText what) =>
        by > rounding && !(found.By >= by) ? new(true, what, by)
        : found.IsAsked ? found
        : new(true, null);

    /// <summary>What rounding alone may come to: where a layer works on what another left, a cent more may be a cent less of both, for each
    /// move of money, and each item where items are rounded.</summary>
    private static Money Rounding(Settlement settlement) =>
        Money.FromCents(settlement.Steps.Sum(step => (long)step.Moves.Length) * settlement.Items.Length);

    /// <summary>The settlement of the claim with its items in another order. Where the claims before gave items something, that goes with
    /// them.</summary>
    private static Settlement Settle(LawTrial trial, ImmutableArray<FeeItem> items, ImmutableArray<FeeItem> order) =>
        items.SequenceEqual(order)
            ? trial.Settlement
            : trial.Rulebook.Settle(trial.Claim with { Items = order }, trial.Settlement.HistoryBefore);

    /// <summary>A line that the catalogue did not cut, and that has no price.</summary>
    private static int LineAt(Settlement settlement) =>
        Enumerable
            .Range(0, settlement.Items.Length)
            .FirstOrDefault(
                i =>
                    settlement.Claim.Items[i] is { CeilingPrice: null, PurchasePrice: null, Amount.Cents: > 1 }
                    && (
                        settlement.Items[i].InScope == settlement.Items[i].Fee || settlement.Items[i].OutOfScope == settlement.Items[i].Fee
                    ),
                -1
            );

    private static string EnumWord<T>(T word)
        where T : struct, Enum => word.ToString();
}
