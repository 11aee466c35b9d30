using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Layers;

/// <summary>A layer pays by a step of kind account exactly where its payer is the personal account.</summary>
internal static class AccountChecks
{
    public static void Check(LayerPolicy layer, IReadOnlyList<Step?> steps, bool isAccount, ProblemLog problems)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var kind = layer.Steps[i].Kind;
            if (!isAccount && steps[i] is AccountStep)
                problems.Wrong(
                    kind,
                    "step.account",
                    $"'{layer.Payer.Text}' is not the personal account, which alone pays up to its balance. Name the account "
                        + "as payer, or write tiers or quota.",
                    $"“{layer.Payer.Text}”不是个人账户，只有个人账户按余额支付。请将支付方改为个人账户，或写 tiers、quota。"
                );
            if (isAccount && steps[i] is not AccountStep && StepCompiler.Pays(layer.Steps[i]))
                problems.Wrong(
                    kind,
                    "step.account",
                    $"'{layer.Payer.Text}' is the personal account, which pays what is left up to its balance. Write 'kind: account'.",
                    $"“{layer.Payer.Text}”是个人账户，在余额内支付剩余费用。请写“kind: account”。"
                );
        }
    }
}
