using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Finds the file of each kind of step. A new kind is one new file and one line here.</summary>
internal static class ContractStepCompiler
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        Kind.Of<AsSettledPolicy>(
            "as_settled",
            new("pays what the settlements say", "据实支付：结算单说多少付多少"),
            AsSettledStep.Keys,
            AsSettledStep.Read,
            AsSettledStep.Compile
        ),
        Kind.Of<StandardPolicy>(
            "standard",
            new("pays by a payment standard", "付费标准：按标准结算"),
            StandardStep.Keys,
            StandardStep.Read,
            StandardStep.Compile
        ),
        Kind.Of<AveragePolicy>(
            "average",
            new("holds an average against a target", "次均费用：与次均目标比较"),
            AverageStep.Keys,
            AverageStep.Read,
            AverageStep.Compile
        ),
        Kind.Of<PricePolicy>(
            "price",
            new("takes back what is above a price", "同病同价：超过约定价的收回"),
            PriceStep.Keys,
            PriceStep.Read,
            PriceStep.Compile
        ),
        Kind.Of<DenialsPolicy>(
            "denials",
            new("takes off what was denied", "核减：核减的步骤"),
            DenialsStep.Keys,
            DenialsStep.Read,
            DenialsStep.Compile
        ),
        Kind.Of<TotalPolicy>(
            "total",
            new("pays no more than a total", "总额控制：全年不超过总额"),
            TotalStep.Keys,
            TotalStep.Read,
            TotalStep.Compile
        ),
        Kind.Of<FactorPolicy>(
            "factor",
            new("pays a share by the assessment", "考核系数：按考核支付百分之几"),
            FactorStep.Keys,
            FactorStep.Read,
            FactorStep.Compile
        ),
        Kind.Of<RetentionPolicy>(
            "retention",
            new("holds back a share of a budget", "预留：每月预留一部分"),
            RetentionStep.Keys,
            RetentionStep.Read,
            RetentionStep.Compile
        ),
        Kind.Of<AdvancePolicy>(
            "advance",
            new("pays a share of a budget ahead", "预付：每月预付预算的一部分"),
            AdvanceStep.Keys,
            AdvanceStep.Read,
            AdvanceStep.Compile
        ),
        Kind.Of<SplitPolicy>(
            "split",
            new("hands a share of fees on", "分成：机构留一部分，其余上交"),
            SplitStep.Keys,
            SplitStep.Read,
            SplitStep.Compile
        ),
    ];

    /// <summary>The form of a step: that of its kind.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        ValueForms.AnyOf([
            .. Kinds.Select(kind =>
                draft.Shared($"contract step {kind.Word}", () => KindOfStep.Schema(draft, kind.Word, kind.Says, kind.Keys))
            ),
        ]);

    /// <summary>The keys of a kind; null for an unknown one.</summary>
    public static KeyTable? KeysOf(string kind) => Kinds.FirstOrDefault(one => one.Word == kind)?.Keys;

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

    /// <summary>A kind of step: its word, what it does, its keys, and how the record of what it states is read and compiled.</summary>
    private sealed record Kind(
        string Word,
        BilingualText Says,
        Type Form,
        KeyTable Keys,
        Func<Node, StepForm> Read,
        Func<StepPolicy, StepForm, ContractContext, ContractStep> Compile
    )
    {
        public static Kind Of<TForm>(
            string word,
            BilingualText says,
            KeyTable keys,
            Func<Node, TForm> read,
            Func<StepPolicy, TForm, ContractContext, ContractStep> compile
        )
            where TForm : StepForm =>
            new(word, says, typeof(TForm), keys, read, (step, stated, contract) => compile(step, (TForm)stated, contract));
    }
}
