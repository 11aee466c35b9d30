using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Checklists;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Episodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Schemas;

/// <summary>The JSON Schemas (draft-07) of the files of a rulebook, for editors: keys and words are offered as one types, with what they
/// mean in Chinese and English, and what cannot stand somewhere is underlined. They are made of the tables that the readers use, and
/// take whatever these take; what only a whole rulebook can tell, <see cref="RulebookCheck"/> says.</summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Name, BilingualText Title, ValueForm Form)[] Kinds =
    [
        ("index.schema.json", new("the index of a rulebook", "规则册的索引"), IndexKeys.Index.Schema),
        ("gates.schema.json", new("the gates of a rulebook", "规则册的关口"), GateReader.FileKeys.Schema),
        ("catalogue.schema.json", new("the catalogue of a rulebook", "规则册的目录"), CatalogueReader.Keys.Schema),
        ("layer.schema.json", new("a layer of a rulebook", "规则册的一层待遇"), LayerKeys.Layer.Schema),
        ("cases.schema.json", new("cases of a rulebook", "规则册的用例"), CaseKinds.Form),
        ("episodes.schema.json", new("which claims are settled as one", "合并结算的规则"), EpisodeReader.FileKeys.Schema),
        ("providers.schema.json", new("a register of providers", "机构登记"), RegisterReader.ProvidersFile.Schema),
        ("members.schema.json", new("a register of members", "参保登记"), RegisterReader.MembersFile.Schema),
        ("checklists.schema.json", new("checklists", "条件清单"), ChecklistReader.FileKeys.Schema),
        ("targets.schema.json", new("targets", "目标"), TargetKeys.File.Schema),
        ("contract.schema.json", new("contracts with providers", "与机构的合同"), ContractReader.FileKeys.Schema),
        ("contributions.schema.json", new("what is paid in", "筹资"), ContributionKeys.File.Schema),
        ("claim.schema.json", new("a claim", "一张单据"), ClaimForm.Of),
        ("history.schema.json", new("a history", "累计记录"), HistoryReader.File),
        ("provider-year.schema.json", new("the year of a provider", "机构的一年"), ProviderYearReader.Form),
        ("contributor.schema.json", new("a contributor", "缴费人"), ContributorReader.Form),
        ("figures.schema.json", new("figures that no claim has", "外来数字"), Figures.Form),
    ];

    /// <summary>The schemas that fit every rulebook, by the names of their files, such as <c>layer.schema.json</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Files() => Files(RulebookNames.OfAny);

    /// <summary>The schemas of one rulebook: its own facts and words, payers, lists and parameters are offered and no others taken; its
    /// parts, layers and quotas are offered. After a change of its <c>index.yaml</c> they are made anew.</summary>
    /// <param name="rulebook">The rulebook.</param>
    public static ImmutableSortedDictionary<string, string> Files(Rulebook rulebook)
    {
        Given.Value(rulebook);
        return Files(() => RulebookNames.Of(rulebook));
    }

    /// <summary>The name of the schema of a file of a rulebook: <c>layer.schema.json</c> of <c>2-basic.yaml</c>; null where a rulebook has
    /// no such file. What is handed in beside a rulebook may have any name: <c>claim.schema.json</c>, <c>history.schema.json</c>,
    /// <c>provider-year.schema.json</c>, <c>contributor.schema.json</c> and <c>figures.schema.json</c> are for that.</summary>
    /// <param name="file">The name of the file, without its folder.</param>
    public static string? Of(string file)
    {
        var name = Given.Value(file);
        return name.EndsWith(FileNames.CasesEnding, StringComparison.Ordinal)
            ? "cases.schema.json"
            : name switch
            {
                "index.yaml" => "index.schema.json",
                GateReader.File or GateReader.LawFile => "gates.schema.json",
                "1-catalogue.yaml" => "catalogue.schema.json",
                "episodes.yaml" => "episodes.schema.json",
                "providers.yaml" => "providers.schema.json",
                "members.yaml" => "members.schema.json",
                "checklists.yaml" => "checklists.schema.json",
                FolderReader.TargetsFile => "targets.schema.json",
                "contract.yaml" => "contract.schema.json",
                "contributions.yaml" => "contributions.schema.json",
                _ => PolicyFiles.IsLayer(name) ? "layer.schema.json" : null,
            };
    }

    /// <summary>The text of <c>.vscode/settings.json</c> that tells the YAML extension of Visual Studio Code which file has which
    /// schema.</summary>
    /// <param name="files">The names of the files; those without a schema are left out.</param>
    /// <param name="schemas">Where the schemas are, seen from the folder that is opened, such as <c>.schema</c>.</param>
    /// <param name="folder">Where the files are, seen in the same way; empty for the folder itself.</param>
    public static string EditorSettings(IEnumerable<string> files, string schemas = ".schema", string folder = "")
    {
        Given.Value(schemas);
        Given.Value(folder);
        var globs = new JsonObject();
        foreach (
            var kind in Given
                .Value(files)
                .Order(StringComparer.Ordinal)
                .GroupBy(file => Of(file) ?? "", StringComparer.Ordinal)
                .Where(kind => kind.Key.Length > 0)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        )
            globs[$"./{schemas}/{kind.Key}"] = new JsonArray([
                .. kind.Select(file => (JsonNode)(folder.Length == 0 ? file : $"{folder}/{file}")),
            ]);
        return Text(new JsonObject { ["yaml.schemas"] = globs });
    }

    private static ImmutableSortedDictionary<string, string> Files(Func<SchemaDraft> draft) =>
        Kinds.ToImmutableSortedDictionary(kind => kind.Name, kind => Text(draft().File(kind.Title, kind.Form)), StringComparer.Ordinal);

    private static string Text(JsonObject json) => json.ToJsonString(Written) + "\n";
}
