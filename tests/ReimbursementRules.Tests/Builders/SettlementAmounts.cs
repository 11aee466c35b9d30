using ReimbursementRules.Settlements;

namespace ReimbursementRules.Tests.Builders;

/// <summary>The amounts that tests ask of a settlement, in yuan.</summary>
internal static class SettlementAmounts
{
    public static decimal Fund(this Settlement settlement) => settlement.PaidBy("fund").InYuan;

    public static decimal Aid(this Settlement settlement) => settlement.PaidBy("aid").InYuan;

    /// <summary>What the patient holds of a part in the end; zero where the bill has no such part.</summary>
    public static decimal Held(this Settlement settlement, string part) =>
        settlement.Parts.FirstOrDefault(p => p.Name == part)?.Patient.InYuan ?? 0m;
}
