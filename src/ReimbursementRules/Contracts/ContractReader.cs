using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts;

/// <summary>Reads <c>contract.yaml</c>: what a fund pays a provider over a year.</summary>
internal static class ContractReader
{
    public static IReadOnlyList<ContractPolicy> Read(PolicyFiles files) => files["contract.yaml"] is { } file ? Read(file) : [];

    private static readonly KeyTable Keys = new(
        SharedKeys.Id,
        SharedKeys.Title,
        Need("fund", ValueForms.Declared(NameKind.Payer), "基金：谁付钱", "who pays"),
        SharedKeys.From,
        SharedKeys.Until,
        May("applies", ConditionForm.Of, "适用于：哪些机构", "the providers to which it applies"),
        May("claims", ConditionForm.Of, "哪些单据", "the claims that it takes"),
        Need("steps", ValueForms.List(ContractStepCompiler.Form), "步骤：各步，按次序", "what it does, step by step"),
        SharedKeys.Note
    );

    /// <summary>The keys of the file.</summary>
    public static KeyTable FileKeys { get; } = new(Need("contracts", ValueForms.List(Keys.Schema), "合同：各份合同", "the contracts"));

    private static IReadOnlyList<ContractPolicy> Read(Node node)
    {
        SameTables.SettleContracts(node.Optional("contracts")?.Elements ?? [], ContractStepCompiler.KeysOf);
        return Ids.OnlyList(node, FileKeys, "合同", Contract);
    }

    private static ContractPolicy Contract(Node node)
    {
        node.OnlyKeys(Keys);
        node.Optional("note")?.OneOrBoth();
        var steps = node["steps"].Items().Select(Step).ToList();
        Ids.Once(node["steps"], "steps", "步骤");
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            node["fund"].Word(),
            node.Optional("from")?.FirstDay(),
            DaysReader.End(node.Optional("until")),
            ConditionReader.Read(node.Optional("applies")),
            ConditionReader.Read(node.Optional("claims")),
            steps,
            node.Place
        );
    }

    private static StepPolicy Step(Node node) =>
        new(node["id"].Id(), node.Optional("id")?.Place ?? node.Place, node["kind"].Word(), ContractStepCompiler.Read(node), node.Place)
        {
            Title = node.Optional("title")?.Bilingual(),
            Note = node.Optional("note")?.OneOrBoth(),
        };
}
