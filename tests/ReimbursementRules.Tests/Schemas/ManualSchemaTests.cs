using Json.Schema;
using ReimbursementRules.Schemas;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Schemas;

/// <summary>The examples of both manuals by the schemas: an editor underlines nothing of what the manual shows.</summary>
public sealed class ManualSchemaTests
{
    private static readonly Dictionary<string, JsonSchema> OfAll = PolicySchemaTests.Read(PolicySchema.Files());

    public static TheoryData<ReadmeExample> Examples => [.. ReadmeExample.In(Manual.Text), .. ReadmeExample.In(ChineseManual.Text)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfAManual_IsTaken(ReadmeExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        using var folder = example.Folder();
        var own = PolicySchemaTests.Read(PolicySchema.Files(folder.Load()));
        foreach (var schemas in new[] { OfAll, own })
        {
            // A table of cases has no schema: it is no YAML.
            foreach (var (file, text) in example.Files.Where(file => !file.Key.EndsWith(".csv", StringComparison.Ordinal)))
                EditorView.Wrong(schemas[PolicySchema.Of(Path.GetFileName(file)).ShouldNotBeNull(file)], text).ShouldBeEmpty(file);
            // A claim in JSON has a schema of its own, that of System.Text.Json.
            foreach (var claim in example.Claims.Where(claim => !claim.StartsWith('{')))
                EditorView.Wrong(schemas["claim.schema.json"], claim).ShouldBeEmpty(claim);
            foreach (var history in example.Histories)
                EditorView.Wrong(schemas["history.schema.json"], history).ShouldBeEmpty(history);
        }
    }
}
