using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Certificates;

/// <summary>Something that holds of every settlement, and is tried.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Says">What it says.</param>
/// <param name="Holds">Whether it holds of a settlement by the rulebook and of the same claim by another engine.</param>
internal sealed record Law(string Id, BilingualText Says, Func<Settlement, Settlement, bool> Holds)
{
    public static ImmutableArray<Law> All { get; } =
    [
        new(
            "divided",
            new("The bill is what payers, patient and hospital bear, to the cent.", "费用等于各支付方、患者与医疗机构负担之和，分毫不差。"),
            (one, _) => one.Bill == Sum(one.Payers) + one.Patient + one.Hospital && one.Patient == one.Account + one.Cash
        ),
        new(
            "divided_by_part",
            new("The parts add up to the bill, and in each of them its bearers.", "各部分之和等于费用，每部分内各方之和等于该部分。"),
            (one, _) =>
                one.Parts.Sum(part => part.Amount) == one.Bill
                && one.Parts.Sum(part => part.Patient) == one.Patient
                && one.Payers.All(payer => one.Parts.Sum(part => Of(part.Payers, payer.Payer)) == payer.Amount)
        ),
        new(
            "nothing_negative",
            new("Nobody but a hospital that keeps a saving bears less than nothing.", "除留用结余的医疗机构外，任何一方的负担均不为负。"),
            (one, _) => one.Payers.All(payer => payer.Amount >= Money.Zero) && one.Cash >= Money.Zero && one.Account >= Money.Zero
        ),
        new(
            "reversal",
            new("A settlement and its reversal come to nothing.", "结算与其冲正相抵为零。"),
            (one, _) =>
                one.Reverse() is var back
                && one.Bill + back.Bill == Money.Zero
                && one.Patient + back.Patient == Money.Zero
                && one.Payers.Zip(back.Payers).All(pair => pair.First.Amount + pair.Second.Amount == Money.Zero)
                && back.History.Entries.SequenceEqual(History.Empty.Entries)
        ),
        new(
            "both_engines",
            new("Both engines choose the same rows and come to the same.", "两种引擎选取相同的行，结果相同。"),
            (one, other) =>
                one.Patient == other.Patient
                && one.Payers.SequenceEqual(other.Payers)
                && one.Steps.Select(step => step.Source.Place).SequenceEqual(other.Steps.Select(step => step.Source.Place))
        ),
    ];

    private static Money Sum(ImmutableArray<PayerAmount> payers) => payers.Sum(payer => payer.Amount);

    private static Money Of(ImmutableArray<PayerAmount> payers, string payer) => payers.First(one => one.Payer == payer).Amount;
}
