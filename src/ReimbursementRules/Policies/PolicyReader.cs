using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the files that say how claims are settled into a <see cref="Policy"/>, noting every problem.</summary>
internal static class PolicyReader
{
    private static readonly string[] Beside =
    [
        "0-gates.yaml",
        "episodes.yaml",
        "providers.yaml",
        "members.yaml",
        "checklists.yaml",
        FolderReader.TargetsFile,
    ];

    private static readonly string[] WithValues = ["contract.yaml", "contributions.yaml"];

    /// <summary>The policy; null where something essential is not there at all.</summary>
    public static Policy? Read(PolicyFiles files)
    {
        var index = Index(files.Folders);
        var (gates, catalogue) = (files["0-gates.yaml"], files["1-catalogue.yaml"]);
        var policy = new Policy(
            index!,
            gates is null ? [] : GateReader.Read(gates),
            catalogue is null ? null! : Catalogue(catalogue),
            [.. files.Layers.Select(LayerReader.Read)]
        )
        {
            Base = files.Folders[0].Base,
            Indexes = [.. files.Folders.Reverse().Select(folder => folder.Index).OfType<Node>()],
            Files = [.. Beside.Select(name => files[name]).OfType<Node>()],
            ValueFiles = [.. WithValues.Select(name => files[name]).OfType<Node>()],
        };
        return index is null || catalogue is null ? null : policy;
    }

    /// <summary>The rulebook's own index over those of the folders on which it builds; null where its own cannot be read.</summary>
    private static IndexPolicy? Index(IReadOnlyList<PolicyFolder> folders)
    {
        IndexPolicy? index = null;
        foreach (var node in folders.Reverse().Select(folder => folder.Index).OfType<Node>())
            index = IndexReader.Read(node, index);
        return folders[0].Index is null ? null : index;
    }

    private static CataloguePolicy Catalogue(Node node)
    {
        node.OnlyKeys("kind", "ceiling", "ceiling_prices", "decided_by", "table", "note");
        node.Optional("note")?.Text();
        node["kind"].OneOf("catalogue");
        return new(
            node["ceiling"].OneOf("trim", "reject", "hospital") switch
            {
                "trim" => CeilingRule.Trim,
                "reject" => CeilingRule.Reject,
                _ => CeilingRule.Hospital,
            },
            node.Optional("ceiling_prices") is { } prices ? TableReader.Read(prices, "value") : null,
            node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            TableReader.Read(node["table"], "first_self_pay", "out_of_scope"),
            node.Place
        );
    }
}
