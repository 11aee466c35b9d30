using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the files that say how claims are settled into a <see cref="Policy"/>, noting every problem.</summary>
internal static class PolicyReader
{
    private static readonly string[] Beside =
    [
        GateReader.File,
        "episodes.yaml",
        "providers.yaml",
        "members.yaml",
        "checklists.yaml",
        FolderReader.TargetsFile,
    ];

    private static readonly string[] WithValues = ["contract.yaml", "contributions.yaml"];

    /// <summary>The policy; null where something essential is not there at all.</summary>
    /// <param name="files">The files.</param>
    /// <param name="stepOfLayer">Reads what the kind of a layer's step states; null for an unknown kind.</param>
    public static Policy? Read(PolicyFiles files, Func<Node, StepForm?> stepOfLayer)
    {
        var unused = UnusedNames.Of(files);
        var index = Index(files.Folders);
        var catalogue = files["1-catalogue.yaml"] is { } file ? CatalogueReader.Read(file) : null;
        var policy = new Policy(
            index!,
            GateReader.Read(files),
            catalogue!,
            [.. files.Layers.Select(layer => LayerReader.Read(layer, stepOfLayer))]
        )
        {
            Baseline = files.Folders[0].Baseline,
            Unused = unused,
            Fingerprint = files.Folders[0].Print.Of(),
            Stated = new(
                index is null || catalogue is null
                    ? []
                    : StatedReader.OfIndex([.. files.Folders.Reverse().Select(folder => folder.Index).OfType<Node>()], catalogue),
                StatedReader.OfFiles([.. files.Laws, .. Beside.Select(name => files[name]).OfType<Node>()]),
                StatedReader.OfValues(WithValues.Select(name => files[name]).OfType<Node>())
            ),
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
}
