using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>contract.yaml</c>: what a fund pays a provider over a year.</summary>
internal static class ContractReader
{
    /// <param name="node">The file.</param>
    /// <param name="form">Reads what the kind of a step states; null for an unknown kind.</param>
    public static IReadOnlyList<ContractPolicy> Read(Node node, Func<Node, StepForm?> form) =>
        Ids.OnlyList(node, "contracts", "合同", contract => Contract(contract, form));

    private static ContractPolicy Contract(Node node, Func<Node, StepForm?> form)
    {
        node.OnlyKeys("id", "title", "fund", "from", "until", "applies", "claims", "steps", "note");
        node.Optional("note")?.Text();
        var steps = node["steps"].Items().Select(step => Step(step, form)).ToList();
        Ids.Once(node["steps"], "steps", "步骤");
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            node["fund"].Word(),
            node.Optional("from")?.Date(),
            RegisterReader.End(node.Optional("until")),
            TableReader.Conditions(node.Optional("applies")),
            TableReader.Conditions(node.Optional("claims")),
            steps,
            node.Place
        );
    }

    private static StepPolicy Step(Node node, Func<Node, StepForm?> form) =>
        new(node["id"].Id(), node.Optional("id")?.Place ?? node.Place, node["kind"].Word(), form(node), node.Place)
        {
            Note = node.Optional("note")?.Text(),
        };
}
