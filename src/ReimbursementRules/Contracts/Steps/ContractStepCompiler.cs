using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and one line here.</summary>
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

    /// <summary>Reads and compiles a step; null after a problem with its kind.</summary>
    public static ContractStep? Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.Optional("note")?.Text();
        switch (step.Kind.Text())
        {
            case "as_settled":
                return AsSettledStep.Compile(step, contract);
            case "standard":
                return StandardStep.Compile(step, contract);
            case "average":
                return AverageStep.Compile(step, contract);
            case "price":
                return PriceStep.Compile(step, contract);
            case "denials":
                return DenialsStep.Compile(step, contract);
            case "total":
                return TotalStep.Compile(step, contract);
            case "factor":
                return FactorStep.Compile(step, contract);
            case "retention":
                return RetentionStep.Compile(step, contract);
            case "advance":
                return AdvanceStep.Compile(step, contract);
            case "split":
                return SplitStep.Compile(step, contract);
            case var kind:
                var hint = Spelling.Hint(kind, Kinds);
                if (kind.Length > 0)
                    step.Kind.Wrong(
                        "contract.kind",
                        $"'{kind}' is not a kind of step of a contract.{hint.En}",
                        $"“{kind}”不是合同的步骤种类。{hint.Zh}"
                    );
                return null;
        }
    }
}
