using System.Globalization;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the files of one rulebook into a <see cref="Policy"/>, noting every problem.</summary>
internal static class PolicyReader
{
    /// <summary>Reads a folder, and those on which it builds; null where something essential is not there at all.</summary>
    public static Policy? Read(string folder, ProblemLog problems)
    {
        if (FolderReader.Read(folder, problems) is not { } folders)
            return null;
        var files = Files(folders);
        Node? gates = null,
            catalogue = null,
            episodes = null,
            providers = null,
            members = null,
            checklists = null,
            contract = null,
            contributions = null,
            targets = null;
        var layers = new List<(int Turn, Node Node)>();
        foreach (var (name, of) in files)
            switch (name)
            {
                case "index.yaml":
                    break;
                case "0-gates.yaml":
                    gates = of.Read(name, problems);
                    break;
                case "1-catalogue.yaml":
                    catalogue = of.Read(name, problems);
                    break;
                case "episodes.yaml":
                    episodes = of.Read(name, problems);
                    break;
                case "providers.yaml":
                    providers = of.Read(name, problems);
                    break;
                case "members.yaml":
                    members = of.Read(name, problems);
                    break;
                case "checklists.yaml":
                    checklists = of.Read(name, problems);
                    break;
                case "contract.yaml":
                    contract = of.Read(name, problems);
                    break;
                case "contributions.yaml":
                    contributions = of.Read(name, problems);
                    break;
                case FolderReader.TargetsFile:
                    targets = of.Read(name, problems);
                    break;
                case var _ when Turn(name) is >= 2 and var turn:
                    if (of.Read(name, problems) is { } layer)
                        layers.Add((turn, layer));
                    break;
                default:
                    problems.Add(
                        new(of.Seen + name, 0, 0),
                        "file.name",
                        $"'{name}' is not a file of a rulebook. Name it index.yaml, episodes.yaml, providers.yaml, "
                            + "members.yaml, checklists.yaml, contract.yaml, contributions.yaml, 0-gates.yaml, "
                            + "1-catalogue.yaml, a layer by its turn, such as 2-basic.yaml, or cases, such as "
                            + "2-basic.cases.yaml.",
                        $"“{name}”不是规则册的文件。请命名为 index.yaml、episodes.yaml、providers.yaml、members.yaml、"
                            + "checklists.yaml、contract.yaml、contributions.yaml、0-gates.yaml、1-catalogue.yaml，"
                            + "或按顺序命名待遇层，如 2-basic.yaml；案例如 2-basic.cases.yaml。"
                    );
                    break;
            }

        CheckTurns(layers, problems);
        Require("index.yaml", folders[0].Names, problems);
        Require("1-catalogue.yaml", files.Keys, problems);
        var index = Index(folders);
        var targetFiles = FolderReader.Targets(folders[0], problems).Prepend(targets).OfType<Node>().Select(TargetReader.Read).ToList();
        var policy = new Policy(
            index!,
            gates is null ? [] : GateReader.Read(gates),
            catalogue is null ? null! : Catalogue(catalogue),
            [.. layers.OrderBy(layer => layer.Turn).Select(layer => LayerReader.Read(layer.Node))]
        )
        {
            Episodes = episodes is null ? [] : EpisodeReader.Read(episodes),
            Providers = providers is null ? null : RegisterReader.Providers(providers),
            Checklists = checklists is null ? [] : ChecklistReader.Read(checklists),
            Contracts = contract is null ? [] : ContractReader.Read(contract),
            Contributions = contributions is null ? null : ContributionReader.Read(contributions),
            Members = members is null ? null : RegisterReader.Members(members),
            TableTargets = [.. targetFiles.SelectMany(file => file.OfTables)],
            ClaimTargets = [.. targetFiles.SelectMany(file => file.OfClaims)],
            Baseline = folders[0].Baseline,
            Indexes = [.. folders.Reverse().Select(folder => folder.Index).OfType<Node>()],
            Files = [.. ((Node?[])[gates, episodes, providers, members, checklists, targets]).OfType<Node>()],
            ValueFiles = [.. ((Node?[])[contract, contributions]).OfType<Node>()],
        };
        return index is null || catalogue is null ? null : policy;
    }

    /// <summary>The files by name, those of the farthest folder first; of two with the same name the nearer one counts.</summary>
    private static Dictionary<string, PolicyFolder> Files(IReadOnlyList<PolicyFolder> folders)
    {
        var files = new Dictionary<string, PolicyFolder>(StringComparer.Ordinal);
        foreach (var folder in folders.Reverse())
        foreach (var name in folder.Names)
            files[name] = folder;
        return files;
    }

    /// <summary>The rulebook's own index over those of the folders on which it builds; null where its own cannot be read.</summary>
    private static IndexPolicy? Index(IReadOnlyList<PolicyFolder> folders)
    {
        IndexPolicy? index = null;
        foreach (var node in folders.Reverse().Select(folder => folder.Index).OfType<Node>())
            index = IndexReader.Read(node, index);
        return folders[0].Index is null ? null : index;
    }

    private static void CheckTurns(List<(int Turn, Node Node)> layers, ProblemLog problems)
    {
        foreach (var same in layers.GroupBy(layer => layer.Turn))
        foreach (var (turn, second) in same.Skip(1))
            problems.Add(
                new(second.Place.File, 0, 0),
                "file.turn",
                $"{same.First().Node.Place.File} has turn {turn} already. Give each file a number of its own.",
                $"{same.First().Node.Place.File} 的顺序也是 {turn}。请给每个文件不同的编号。"
            );
    }

    private static int Turn(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal)
        && name.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 3 and var dash
        && int.TryParse(name[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            ? turn
            : -1;

    private static void Require(string name, IEnumerable<string> files, ProblemLog problems)
    {
        if (!files.Contains(name))
            problems.Add(
                new(name, 0, 0),
                "file.missing",
                $"the rulebook has no {name}. Every rulebook has one.",
                $"规则册缺少 {name}。每个规则册都应有此文件。"
            );
    }

    private static CataloguePolicy Catalogue(Node node)
    {
        node.OnlyKeys("kind", "ceiling", "ceiling_prices", "decided_by", "table", "note");
        node.Optional("note")?.Text();
        node["kind"].OneOf("catalogue");
        return new(
            node["ceiling"].OneOf(("trim", CeilingRule.Trim), ("reject", CeilingRule.Reject), ("hospital", CeilingRule.Hospital)),
            node.Optional("ceiling_prices") is { } prices ? TableReader.Read(prices, "value") : null,
            node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            TableReader.Read(node["table"], "first_self_pay", "out_of_scope"),
            node.Place
        );
    }
}
