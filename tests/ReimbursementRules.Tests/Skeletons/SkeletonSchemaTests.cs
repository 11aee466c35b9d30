using System.Text.Json.Nodes;
using Json.Schema;
using ReimbursementRules.Schemas;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Tests.Schemas;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Skeletons;

/// <summary>A new city's files name their schemas, which take them.</summary>
public sealed class SkeletonSchemaTests
{
    private const string Names = "# yaml-language-server: $schema=";

    [Fact]
    public void Files_NameTheSchemaInTheirFirstLine_WhichTakesThem()
    {
        var files = CitySkeleton.Files(SkeletonFolder.Full(), Language.Chinese);
        var policy = files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        policy.Count.ShouldBe(19);
        foreach (var (name, text) in policy)
        {
            var first = text.Split('\n')[0];
            first.ShouldBe($"{Names}.schema/{PolicySchema.Of(name)}");
            EditorView.Wrong(JsonSchema.FromText(files[first[Names.Length..]]), text).ShouldBeEmpty(name);
        }

        var settings = JsonNode.Parse(files[".vscode/settings.json"])!["yaml.schemas"]!;
        settings["./.schema/index.schema.json"]!.ToJsonString().ShouldBe("""["index.yaml"]""");
        settings["./.schema/cases.schema.json"]!
            .AsArray()
            .Count.ShouldBe(policy.Count(file => file.Key.Contains(".cases.", StringComparison.Ordinal)));
    }
}
