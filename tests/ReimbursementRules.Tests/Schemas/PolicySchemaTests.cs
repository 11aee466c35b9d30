using System.Text.Json.Nodes;
using Json.Schema;
using ReimbursementRules.Schemas;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Schemas;

/// <summary>A schema takes whatever the readers take: every file that is shipped, by the schemas of all rulebooks and by its own.</summary>
public sealed class PolicySchemaTests
{
    private static readonly Dictionary<string, JsonSchema> OfAll = Read(PolicySchema.Files());

    public static TheoryData<string> Folders =>
        [
            .. Directory
                .EnumerateFiles(Repository.In("rules"), "index.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.In("rules"), Path.GetDirectoryName(file)!).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Files_ThatAreShipped_AreTaken(string folder)
    {
        var path = Repository.In("rules", folder);
        var own = Read(PolicySchema.Files(Rulebook.Load(path)));
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml"))
        {
            var schema = PolicySchema.Of(Path.GetFileName(file)).ShouldNotBeNull($"{file} has no schema");
            EditorView.Wrong(OfAll[schema], File.ReadAllText(file)).ShouldBeEmpty($"{file} by the schema of all");
            EditorView.Wrong(own[schema], File.ReadAllText(file)).ShouldBeEmpty($"{file} by its own schema");
        }
    }

    /// <summary>Files that are handed in beside a rulebook.</summary>
    public static TheoryData<string, string> Beside =>
        new()
        {
            { "claims", "claim.schema.json" },
            { "years", "provider-year.schema.json" },
            { "contributors", "contributor.schema.json" },
            { "district-year", "figures.schema.json" },
        };

    [Theory]
    [MemberData(nameof(Beside))]
    public void FilesBesideARulebook_AreTaken(string folder, string schema)
    {
        var files = Directory.GetFiles(Repository.In("samples", "Analyst", folder), "*.yaml");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
            EditorView
                .Wrong(
                    OfAll[file.EndsWith(".history.yaml", StringComparison.Ordinal) ? "history.schema.json" : schema],
                    File.ReadAllText(file)
                )
                .ShouldBeEmpty(file);
    }

    /// <summary>Folders whose readers have tables of keys alone.</summary>
    public static TheoryData<string> WithTables =>
        ["Policies", "Layers", "Cases", "Episodes", "Checklists", "Registers", "Targets", "Ledgers", "Contracts", "Contributions"];

    [Theory]
    [MemberData(nameof(WithTables))]
    public void Readers_RefuseKeysByATable(string folder) =>
        Directory
            .EnumerateFiles(Repository.In("src", "ReimbursementRules", folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("OnlyKeys([", StringComparison.Ordinal) || line.Contains("OnlyKeys(\"", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Keys_OfATable_AreSaidInBothLanguages()
    {
        KeyTables.All.Count.ShouldBeGreaterThan(80);
        foreach (var key in KeyTables.All.SelectMany(table => table.Keys))
        {
            key.Says.Zh.ShouldMatch("[\u4e00-\u9fff]", key.Name);
            key.Says.En.ShouldMatch("^[ -~]+$", key.Name);
        }
    }

    /// <summary>The pages for editors, in both languages, name every schema, and what they show of a hover text is so.</summary>
    [Theory]
    [InlineData("editor.md")]
    [InlineData("zh/13-editor.md")]
    public void Page_NamesEverySchema(string page)
    {
        var text = File.ReadAllText(Repository.In(["rules", "docs", .. page.Split('/')]));
        PolicySchema.Files().Keys.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        text.ShouldContain($"`{JsonNode.Parse(PolicySchema.Files()["layer.schema.json"])!["properties"]!["decided_by"]!["description"]}`");
    }

    internal static Dictionary<string, JsonSchema> Read(IReadOnlyDictionary<string, string> files) =>
        files.ToDictionary(file => file.Key, file => JsonSchema.FromText(file.Value), StringComparer.Ordinal);
}
