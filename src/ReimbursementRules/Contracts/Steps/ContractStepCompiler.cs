using System.Collections.Immutable;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and one line here.</summary>
internal static class ContractStepCompiler
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        Kind.Of<AsSettledPolicy>("as_settled", AsSettledStep.Read, AsSettledStep.Compile),
        Kind.Of<StandardPolicy>("standard", StandardStep.Read, StandardStep.Compile),
        Kind.Of<AveragePolicy>("average", AverageStep.Read, AverageStep.Compile),
        Kind.Of<PricePolicy>("price", PriceStep.Read, PriceStep.Compile),
        Kind.Of<DenialsPolicy>("denials", DenialsStep.Read, DenialsStep.Compile),
        Kind.Of<TotalPolicy>("total", TotalStep.Read, TotalStep.Compile),
        Kind.Of<FactorPolicy>("factor", FactorStep.Read, FactorStep.Compile),
        Kind.Of<RetentionPolicy>("retention", RetentionStep.Read, RetentionStep.Compile),
        Kind.Of<AdvancePolicy>("advance", AdvanceStep.Read, AdvanceStep.Compile),
        Kind.Of<SplitPolicy>("split", SplitStep.Read, SplitStep.Compile),
    ];

    /// <summary>Reads what a step's kind states; null after a problem with the kind.</summary>
    public static StepForm? Read(Node node)
    {
        var stated = node["kind"];
        var word = stated.Text();
        if (Kinds.FirstOrDefault(kind => kind.Word == word) is { } known)
            return known.Read(node);
        string[] words = [.. Kinds.Select(kind => kind.Word)];
        stated.NameWords(words);
        var hint = node.Problems.Hint(word, words);
        if (word.Length > 0)
            stated.Wrong(
                "contract.kind",
                $"'{word}' is not a kind of step of a contract.{hint.En}",
                $"“{word}”不是合同的步骤种类。{hint.Zh}"
            );
        return null;
    }

    /// <summary>Compiles a step; null for one of an unknown kind.</summary>
    public static ContractStep? Compile(StepPolicy step, ContractContext contract) =>
        Kinds.FirstOrDefault(kind => kind.Form == step.Form?.GetType())?.Compile(step, step.Form!, contract);

    /// <summary>A kind of step: its word, the record of what it states, and how that is read and compiled.</summary>
    private sealed record Kind(
        string Word,
        Type Form,
        Func<Node, StepForm> Read,
        Func<StepPolicy, StepForm, ContractContext, ContractStep> Compile
    )
    {
        public static Kind Of<TForm>(string word, Func<Node, TForm> read, Func<StepPolicy, TForm, ContractContext, ContractStep> compile)
            where TForm : StepForm => new(word, typeof(TForm), read, (step, stated, contract) => compile(step, (TForm)stated, contract));
    }
}
