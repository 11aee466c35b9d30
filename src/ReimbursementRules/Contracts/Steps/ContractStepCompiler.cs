using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and two lines here.</summary>
internal static class ContractStepCompiler
{
    private static readonly string[] Kinds =
    [
        "as_settled",
        "standard",
        "average",
        "price",
        "denials",
        "total",
        "factor",
        "retention",
        "advance",
        "split",
    ];

    /// <summary>Reads what a step's kind states; null after a problem with the kind.</summary>
    public static StepForm? Read(Node node)
    {
        switch (node["kind"].Text())
        {
            case "as_settled":
                return AsSettledStep.Read(node);
            case "standard":
                return StandardStep.Read(node);
            case "average":
                return AverageStep.Read(node);
            case "price":
                return PriceStep.Read(node);
            case "denials":
                return DenialsStep.Read(node);
            case "total":
                return TotalStep.Read(node);
            case "factor":
                return FactorStep.Read(node);
            case "retention":
                return RetentionStep.Read(node);
            case "advance":
                return AdvanceStep.Read(node);
            case "split":
                return SplitStep.Read(node);
            case var kind:
                var hint = Spelling.Hint(kind, Kinds);
                if (kind.Length > 0)
                    node["kind"]
                        .Wrong(
                            "contract.kind",
                            $"'{kind}' is not a kind of step of a contract.{hint.En}",
                            $"“{kind}”不是合同的步骤种类。{hint.Zh}"
                        );
                return null;
        }
    }

    /// <summary>Compiles a step; null for one of an unknown kind.</summary>
    public static ContractStep? Compile(StepPolicy step, ContractContext contract) =>
        step.Form switch
        {
            AsSettledPolicy stated => AsSettledStep.Compile(step, stated, contract),
            StandardPolicy stated => StandardStep.Compile(step, stated, contract),
            AveragePolicy stated => AverageStep.Compile(step, stated, contract),
            PricePolicy stated => PriceStep.Compile(step, stated, contract),
            DenialsPolicy stated => DenialsStep.Compile(step, stated, contract),
            TotalPolicy stated => TotalStep.Compile(step, stated, contract),
            FactorPolicy stated => FactorStep.Compile(step, stated, contract),
            RetentionPolicy stated => RetentionStep.Compile(step, stated, contract),
            AdvancePolicy stated => AdvanceStep.Compile(step, stated, contract),
            SplitPolicy stated => SplitStep.Compile(step, stated, contract),
            _ => null,
        };
}
