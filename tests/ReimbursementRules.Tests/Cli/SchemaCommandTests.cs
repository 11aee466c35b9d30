using System.Text.Json.Nodes;
using ReimbursementRules.Schemas;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The command writes the schemas of all rulebooks, or of one, into a folder.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("schema-").FullName;

    private string Out => Path.Combine(_root, "schemas");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void WithoutARulebook_TheSchemasOfAllAreWritten()
    {
        var run = CliRun.Of("schema", "--out", Out);
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(0);
        run.Output.ShouldBe(string.Concat(PolicySchema.Files().Keys.Select(name => $"{Path.Combine(Out, name)}\n")));
        foreach (var (name, text) in PolicySchema.Files())
            File.ReadAllText(Path.Combine(Out, name)).ShouldBe(text);
    }

    [Fact]
    public void OfARulebook_ItsPayersAndPartsAreOffered()
    {
        using var folder = new RulebookFolder();
        CliRun.Of("schema", folder.Path, "--out", Out).Code.ShouldBe(0);
        var layer = JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "layer.schema.json")))!;
        layer["properties"]!["payer"]!["enum"]!.ToJsonString().ShouldBe("""["fund","aid"]""");
        layer["properties"]!["payer"]!["enumDescriptions"]![0]!.ToString().ShouldBe("基金 — Fund");
        layer["properties"]!["payer"]!["description"]!.ToString().ShouldBe("支付方：谁付钱 — who pays");
        layer["definitions"]!["parts"]!.ToJsonString().ShouldContain("basic.deductible");
        layer["definitions"]!["conditions"]!["additionalProperties"]!.ToJsonString().ShouldBe("false");
    }

    [Fact]
    public void OfARulebookWithProblems_NothingIsWritten()
    {
        using var folder = new RulebookFolder();
        var run = CliRun.Of("schema", folder.Replace("2-basic.yaml", "payer: fund", "payer: found").Path, "--out", Out);
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("'found' is not a payer of index.yaml.");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public void Out_ThatIsAFile_IsRefused()
    {
        File.WriteAllText(Out, "x");
        var run = CliRun.Of("schema", "--out", Out);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain($"--out: '{Out}' is not a folder. Name a folder.\n");
        CliRun.Of("schema", "--out", Out, "--lang", "zh").Error.ShouldContain($"--out：“{Out}”不是文件夹，请写文件夹名。\n");
    }
}
