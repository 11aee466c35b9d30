using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and one line here.</summary>
internal static class StepCompiler
{
    private static readonly string[] Kinds = ["deductible", "tiers", "cap", "quota", "top_up", "account"];

    /// <summary>Reads and compiles a step; null after a problem with its kind.</summary>
    public static Step? Compile(StepPolicy step, LayerContext layer)
    {
        switch (step.Kind.Text())
        {
            case "deductible":
                return DeductibleStep.Compile(step, layer);
            case "tiers":
                return TiersStep.Compile(step, layer);
            case "cap":
                return CapStep.Compile(step, layer);
            case "quota":
                return QuotaStep.Compile(step, layer);
            case "top_up":
                return TopUpStep.Compile(step, layer);
            case "account":
                return AccountStep.Compile(step, layer);
            case var kind:
                var hint = Spelling.Hint(kind, Kinds);
                if (kind.Length > 0)
                    step.Kind.Wrong("step.kind", $"'{kind}' is not a kind of step.{hint.En}", $"“{kind}”不是步骤种类。{hint.Zh}");
                return null;
        }
    }
}
