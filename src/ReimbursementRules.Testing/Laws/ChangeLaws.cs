using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Spaces;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Laws of a claim that is written otherwise and is the same, or that is changed one way.</summary>
internal static class ChangeLaws
{
    /// <summary>The order of the lines of a bill decides nothing.</summary>
    public static BilingualText? ItemOrder(LawTrial trial)
    {
        var items = trial.Claim.Items;
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
        return null;
    }

    /// <summary>A line cut in two, where nothing is worked out item by item.</summary>
    public static BilingualText? LineSplit(LawTrial trial)
    {
        if (LineAt(trial.Settlement) is not (>= 0 and var at) || ClaimSpace.Of(trial.Rulebook).WorksByItem)
            return null;
        var line = trial.Claim.Items[at];
        var first = Money.FromCents(line.Amount.Cents / 3);
        var claim = trial.Claim with
        {
            Items = [.. trial.Claim.Items.RemoveAt(at), line with { Amount = first }, line with { Amount = line.Amount - first }],
        };
        return SettledText.Difference(SettledText.WithoutItems(trial.Settlement), SettledText.WithoutItems(trial.Instead(claim)!));
    }

    /// <summary>More fee, never less of the funds.</summary>
    public static BilingualText? MoreFee(LawTrial trial)
    {
        var before = LawTrial.Funds(trial.Settlement);
        for (var at = 0; at < trial.Claim.Items.Length; at++)
        {
            var item = trial.Claim.Items[at];
            foreach (var more in (Money[])[Money.FromCents(1), Money.Yuan(100), item.Amount])
            {
                var claim = trial.Claim with { Items = trial.Claim.Items.SetItem(at, item with { Amount = item.Amount + more }) };
                if (trial.Instead(claim) is { } settled && LawTrial.Funds(settled) is var after && after < before)
                    return new(
                        $"the funds pay {before}, and {after} where items[{at}] costs {more} more.",
                        $"各基金支付 {before}，而 items[{at}] 多 {more} 元时只支付 {after}。"
                    );
            }
        }

        return null;
    }

    /// <summary>The same care at a lower level, never less of the funds.</summary>
    public static BilingualText? LowerLevel(LawTrial trial)
    {
        if (trial.Claim.Provider.Level is not (HospitalLevel.Two or HospitalLevel.Three) || trial.Claim.Provider.Level is not { } level)
            return null;
        var before = LawTrial.Funds(trial.Settlement);
        foreach (var lower in (HospitalLevel[])[HospitalLevel.One, HospitalLevel.Two])
            if (
                lower < level
                && trial.Instead(trial.Claim with { Provider = trial.Claim.Provider with { Level = lower } }) is { } settled
                && LawTrial.Funds(settled) is var after
                && after < before
            )
                return new(
                    $"the funds pay {before} at level {EnumWord(level)}, and {after} at level {EnumWord(lower)}.",
                    $"{EnumWord(level)} 级医院时各基金支付 {before}，而 {EnumWord(lower)} 级医院时支付 {after}。"
                );
        return null;
    }

    /// <summary>A poor member, never more than one who is not.</summary>
    public static BilingualText? Poverty(LawTrial trial)
    {
        if (trial.Claim.Member.Poverty is not { } poverty || poverty == Claims.Poverty.None)
            return null;
        var other = trial.Instead(trial.Claim with { Member = trial.Claim.Member with { Poverty = Claims.Poverty.None } });
        return other is null || trial.Settlement.Patient <= other.Patient
            ? null
            : new(
                $"the member, {EnumWord(poverty)}, pays {trial.Settlement.Patient}, and one who is not poor {other.Patient}.",
                $"困难人员（{EnumWord(poverty)}）承担 {trial.Settlement.Patient}，而非困难人员承担 {other.Patient}。"
            );
    }

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
