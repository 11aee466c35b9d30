using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and two lines here.</summary>
internal static class StepCompiler
{
    private static readonly string[] Kinds = ["deductible", "tiers", "cap", "quota", "top_up", "account"];

    /// <summary>Reads what a step's kind states; null after a problem with the kind.</summary>
    public static StepForm? Read(Node node)
    {
        switch (node["kind"].Text())
        {
            case "deductible":
                return DeductibleStep.Read(node);
            case "tiers":
                return TiersStep.Read(node);
            case "cap":
                return CapStep.Read(node);
            case "quota":
                return QuotaStep.Read(node);
            case "top_up":
                return TopUpStep.Read(node);
            case "account":
                return AccountStep.Read(node);
            case var kind:
                var hint = Spelling.Hint(kind, Kinds);
                if (kind.Length > 0)
                    node["kind"].Wrong("step.kind", $"'{kind}' is not a kind of step.{hint.En}", $"“{kind}”不是步骤种类。{hint.Zh}");
                return null;
        }
    }

    /// <summary>Compiles a step; null for one of an unknown kind.</summary>
    public static Step? Compile(StepPolicy step, LayerContext layer) =>
        step.Form switch
        {
            DeductiblePolicy stated => DeductibleStep.Compile(step, stated, layer),
            TiersPolicy stated => TiersStep.Compile(step, stated, layer),
            CapPolicy stated => CapStep.Compile(step, stated, layer),
            QuotaPolicy stated => QuotaStep.Compile(step, stated, layer),
            TopUpPolicy stated => TopUpStep.Compile(step, stated, layer),
            AccountPolicy => AccountStep.Compile(step, layer),
            _ => null,
        };
}
