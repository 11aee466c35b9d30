using System.Collections.Immutable;
using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;

namespace ReimbursementRules.Contracts;

/// <summary>Turns the contracts of a policy into contracts that can settle years. Whatever can be checked before a year arrives is checked
/// here.</summary>
internal sealed class ContractCompiler(IndexPolicy index, IRuleEngine engine, Register? register, ProblemLog problems)
{
    private readonly DatedLists _lists = new(index.Lists);

    /// <summary>Compiles the contracts; none after a problem.</summary>
    public static ImmutableArray<CompiledContract> Compile(
        IndexPolicy index,
        IReadOnlyList<ContractPolicy> stated,
        IRuleEngine engine,
        Register? register,
        ProblemLog problems
    )
    {
        var compiler = new ContractCompiler(index, engine, register, problems);
        ImmutableArray<CompiledContract> contracts = [.. stated.Select(compiler.Compile)];
        return problems.IsEmpty ? contracts : [];
    }

    private CompiledContract Compile(ContractPolicy contract)
    {
        var from = contract.From is { } stated && stated > index.From ? stated : index.From;
        var (ofYear, ofLines) = (new ContractTables(index, _lists, problems), new ContractTables(index, _lists, problems));
        var context = new ContractContext(contract, index, from, ofYear, ofLines, problems);
        var payer = index.Payer(contract.Fund, problems);
        if (payer > 0 && index.Payers[payer - 1].IsAccount)
            problems.Wrong(
                contract.Fund,
                "contract.fund",
                $"'{contract.Fund.Text}' is the patient's own account, which has no contracts. Name a fund.",
                $"“{contract.Fund.Text}”是患者的个人账户，没有合同。请写基金。"
            );
        var (appliesToYear, appliesToLine, claims) = (context.AppliesToYear(), context.AppliesToLine(), context.Claims());
        List<ContractStep> steps = [.. contract.Steps.Select(step => ContractStepCompiler.Compile(step, context)).OfType<ContractStep>()];
        CheckOrder(contract, steps, problems);
        return new()
        {
            Policy = contract,
            Index = index,
            Fund = payer > 0 ? index.Payers[payer - 1] : null!,
            Days = DaysReader.Read(from, contract.Until, problems),
            AppliesToYear = appliesToYear,
            AppliesToLine = appliesToLine,
            Claims = claims,
            Steps = steps,
            OfYear = ofYear.Build(engine, register),
            OfLines = ofLines.Build(engine, register),
        };
    }

    /// <summary>First the steps that take lines, the last of them all that are left; then those that take off; then those that divide the
    /// rest.</summary>
    private static void CheckOrder(ContractPolicy contract, List<ContractStep> steps, ProblemLog problems)
    {
        if (steps.Count < contract.Steps.Count)
            return;
        if (steps.OfType<TakingStep>().LastOrDefault() is not { } last)
            problems.Add(
                contract.Place,
                "contract.rest",
                "no step says what the fund pays. Add one of kind standard or as_settled.",
                "没有步骤说明基金支付什么。请增加 standard 或 as_settled 步骤。"
            );
        else if (last.Claims is not null)
            problems.Add(
                last.Place,
                "contract.rest",
                "the last step of kind standard or as_settled takes all claims that are left, so that every case has a "
                    + "method. Leave 'claims' out of it.",
                "最后一个 standard 或 as_settled 步骤应涵盖其余全部单据，使每一病例都有支付方式。请删去其“claims”。"
            );
        else if (steps.OfType<TakingStep>().FirstOrDefault(step => step.Claims is null) is { } early && early != last)
            problems.Add(
                last.Place,
                "contract.rest",
                $"nothing is left for this step: '{early.Id}' takes all claims. Give that one 'claims', or remove this one.",
                $"本步骤无可处理的单据：“{early.Id}”已涵盖全部。请为其写“claims”，或删去本步骤。"
            );
        foreach (var again in steps.OfType<DenialsStep>().Skip(1))
            problems.Add(
                again.Place,
                "contract.denials",
                "what was denied is taken off once, and an earlier step of kind denials does so. Remove this one.",
                "拒付金额只扣减一次，此前已有 denials 步骤。请删去本步骤。"
            );
        for (var i = 1; i < steps.Count; i++)
            if (steps[i].Turn < steps[i - 1].Turn)
                problems.Add(
                    steps[i].Place,
                    "contract.order",
                    "this step stands too late. First come standard and as_settled, then average, price, denials, total, "
                        + "factor and retention, then advance and split.",
                    "本步骤位置过后。应先写 standard 和 as_settled，再写 average、price、denials、total、factor 和 "
                        + "retention，最后写 advance 和 split。"
                );
    }
}
