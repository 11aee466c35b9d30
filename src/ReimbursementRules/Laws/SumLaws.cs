using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>Laws of the sums of one settlement.</summary>
internal static class SumLaws
{
    /// <summary>Bill, parts and items are what payers, patient and hospital have of them; the patient's is account and cash.</summary>
    public static LawFinding Divided(LawTrial trial)
    {
        var settlement = trial.Settlement;
        return First([
            Same("bill", settlement.Bill, Of(settlement.Payers) + settlement.Patient + settlement.Hospital),
            Same("patient", settlement.Patient, settlement.Account + settlement.Cash),
            Same("bill", settlement.Bill, settlement.Claim.Items.Sum(item => item.Amount)),
            .. settlement.Parts.SelectMany(part => Part(settlement, part)),
            .. settlement.Items.SelectMany((item, i) => Item($"items[{i}]", item)),
            .. Totals("parts", settlement, part => part.Amount, part => part.Patient, part => part.Account, part => part.Hospital),
            .. Items(settlement),
            .. settlement.Payers.Select(
                (payer, i) => Same($"parts: {payer.Payer}", payer.Amount, Of(settlement.Parts, part => part.Payers[i].Amount))
            ),
            .. settlement.Payers.Select(
                (payer, i) => Same($"items: {payer.Payer}", payer.Amount, Of(settlement.Items, item => item.Payers[i].Amount))
            ),
        ]);
    }

    /// <summary>Nothing is below zero but what the hospital saves of a payment standard, and what it must return.</summary>
    public static LawFinding NothingNegative(LawTrial trial)
    {
        var settlement = trial.Settlement;
        var saves = settlement.Steps.Any(step => step.Kind == StepKind.QuotaSaving);
        return First([
            NotBelow("account", settlement.Account),
            NotBelow("cash", settlement.Cash),
            .. settlement.Payers.Select(payer => NotBelow(payer.Payer, payer.Amount)),
            .. settlement.Parts.SelectMany(part =>
                (BilingualText?[])
                    [
                        NotBelow($"{part.Name}.at_first", part.AtFirst),
                        NotBelow($"{part.Name}.account", part.Account),
                        NotBelow($"{part.Name}.cash", part.Cash),
                        .. part.Payers.Select(payer => NotBelow($"{part.Name}.{payer.Payer}", payer.Amount)),
                    ]
            ),
            .. settlement.Items.SelectMany(
                (item, i) =>
                    (BilingualText?[])
                        [
                            NotBelow($"items[{i}].out_of_scope", item.OutOfScope),
                            NotBelow($"items[{i}].over_ceiling", item.OverCeiling),
                            NotBelow($"items[{i}].first_self_pay", item.FirstSelfPay),
                            NotBelow($"items[{i}].in_scope", item.InScope),
                            NotBelow($"items[{i}].refused", item.Refused),
                            NotBelow($"items[{i}].account", item.Account),
                            NotBelow($"items[{i}].cash", item.Cash),
                            saves ? null : NotBelow($"items[{i}].hospital", item.Hospital),
                            .. item.Payers.Select(payer => NotBelow($"items[{i}].{payer.Payer}", payer.Amount)),
                        ]
            ),
            .. settlement.Steps.SelectMany(step =>
                (BilingualText?[])
                    [
                        NotBelow($"{step.Layer}.{step.Step}: base", step.Base),
                        NotBelow($"{step.Layer}.{step.Step}: amount", step.Amount),
                        .. step.Moves.Select(move => NotBelow($"{step.Layer}.{step.Step}: {move.Part}", move.Amount)),
                    ]
            ),
            saves ? null : NotBelow("hospital", settlement.Hospital),
            .. settlement.Accounts.Select(account => NotBelow(account.Payer, account.Amount)),
            .. settlement
                .Steps.Where(step => step.Kind == StepKind.Account)
                .Select(step => NotBelow($"{step.Layer}.{step.Step}: balance left", step.Limit - step.Before - step.Amount)),
            settlement.Accounts is [var only] && settlement.Claim.AccountBalance is { } balance && only.Amount > balance
                ? new($"the account pays {only.Amount} and had {balance}.", $"个人账户支付 {only.Amount}，而余额为 {balance}。")
                : null,
        ]);
    }

    private static IEnumerable<BilingualText?> Part(Settlement settlement, PartAmount part)
    {
        var renamed = settlement
            .Steps.SelectMany(step => step.Moves)
            .Where(move => move.IsKept && move.Part == part.Name)
            .Sum(move => move.Amount);
        yield return Same($"{part.Name}", part.Amount, Of(part.Payers) + part.Patient + part.Hospital);
        yield return Same($"{part.Name}.patient", part.Patient, part.Account + part.Cash);
        yield return Same($"{part.Name}.at_first", part.AtFirst, part.Amount + renamed);
    }

    private static IEnumerable<BilingualText?> Item(string name, ItemSettlement item)
    {
        yield return Same(name, item.Fee, item.OutOfScope + item.OverCeiling + item.FirstSelfPay + item.InScope + item.Refused);
        yield return Same(name, item.Fee, Of(item.Payers) + item.Patient + item.Hospital);
        yield return Same($"{name}.patient", item.Patient, item.Account + item.Cash);
    }

    private static IEnumerable<BilingualText?> Totals(string name, Settlement settlement, params Func<PartAmount, Money>[] of)
    {
        Money[] whole = [settlement.Bill, settlement.Patient, settlement.Account, settlement.Hospital];
        return of.Select((amount, i) => Same(name, whole[i], Of(settlement.Parts, amount)));
    }

    private static IEnumerable<BilingualText?> Items(Settlement settlement) =>
        [
            Same("items", settlement.Bill, Of(settlement.Items, item => item.Fee)),
            Same("items: patient", settlement.Patient, Of(settlement.Items, item => item.Patient)),
            Same("items: account", settlement.Account, Of(settlement.Items, item => item.Account)),
            Same("items: hospital", settlement.Hospital, Of(settlement.Items, item => item.Hospital)),
        ];

    private static Money Of(IEnumerable<PayerAmount> payers) => payers.Sum(payer => payer.Amount);

    private static Money Of<T>(IEnumerable<T> all, Func<T, Money> amount) => all.Sum(amount);

    private static BilingualText? Same(string name, Money whole, Money sum) =>
        whole == sum
            ? null
            : new($"'{name}' is {whole}, and what it is made of adds up to {sum}.", $"“{name}”为 {whole}，而各部分之和为 {sum}。");

    private static BilingualText? NotBelow(string name, Money amount) =>
        amount >= Money.Zero ? null : new($"'{name}' is {amount}, which is below zero.", $"“{name}”为 {amount}，小于零。");

    private static BilingualText? First(IEnumerable<BilingualText?> broken) => broken.FirstOrDefault(one => one is not null);
}
