using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The keys that steps of contracts have in common.</summary>
internal static class StepKeys
{
    public static KeyForm Id { get; } = SharedKeys.Id;

    public static KeyForm Kind { get; } = KindOfStep.Key;

    public static KeyForm Title { get; } = SharedKeys.TitleIfAny;

    public static KeyForm Claims { get; } = May("claims", ConditionForm.Of, "哪些单据", "the claims that it takes");

    public static KeyForm Items { get; } = May("items", ConditionForm.Of, "明细：哪些费用", "the items that count");

    public static KeyForm Of { get; } = Need("of", ValueForms.Id, "哪一步的预算", "the step whose budget it is");

    public static KeyForm Rate { get; } = Need("rate", TableForm.Rates.Schema, "比例，带日期", "the share, by days");

    public static KeyForm Amount { get; } = Need("amount", TableForm.Amounts.Schema, "金额，带日期", "the amount, by days");
}
