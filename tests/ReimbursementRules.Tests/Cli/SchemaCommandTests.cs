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

    private string Settings => Path.Combine(_root, ".vscode", "settings.json");

    /// <summary>A rulebook within the folder that is opened.</summary>
    private string Town()
    {
        using var folder = new RulebookFolder();
        var town = Directory.CreateDirectory(Path.Combine(_root, "rules", "town")).FullName;
        foreach (var file in Directory.EnumerateFiles(folder.Path))
            File.Copy(file, Path.Combine(town, Path.GetFileName(file)));
        return town;
    }

    private CliRun WithSettings(string? before, params string[] more)
    {
        if (before is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Settings)!);
            File.WriteAllText(Settings, before);
        }

        return CliRun.Of(["schema", Town(), "--out", Out, "--vscode", _root, .. more]);
    }

    [Fact]
    public void VsCode_WithoutSettings_MapsTheFilesOfTheRulebook()
    {
        var run = WithSettings(null);
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(0);
        run.Output.ShouldEndWith($"{Settings}\n");
        File.ReadAllText(Settings)
            .ShouldBe(
                """
                {
                  "yaml.schemas": {
                    "./schemas/catalogue.schema.json": [
                      "rules/town/1-catalogue.yaml"
                    ],
                    "./schemas/index.schema.json": [
                      "rules/town/index.yaml"
                    ],
                    "./schemas/layer.schema.json": [
                      "rules/town/2-basic.yaml"
                    ]
                  }
                }

                """
            );
    }

    [Fact]
    public void VsCode_OtherSettings_Stay_AndFilesOfASchemaAreAdded()
    {
        WithSettings(
            """
            {
                "editor.tabSize": 4,
                "yaml.schemas": {
                    "./schemas/layer.schema.json": "rules/other/*.yaml",
                    "./my.json": ["my.yaml"]
                },
                "名称": null
            }
            """
        )
            .Code.ShouldBe(0);
        var once = File.ReadAllText(Settings);
        once.ShouldBe(
            """
            {
                "editor.tabSize": 4,
                "yaml.schemas": {
                    "./schemas/layer.schema.json": [
                        "rules/other/*.yaml",
                        "rules/town/2-basic.yaml"
                    ],
                    "./my.json": [
                        "my.yaml"
                    ],
                    "./schemas/catalogue.schema.json": [
                        "rules/town/1-catalogue.yaml"
                    ],
                    "./schemas/index.schema.json": [
                        "rules/town/index.yaml"
                    ]
                },
                "名称": null
            }

            """
        );
        CliRun.Of("schema", Path.Combine(_root, "rules", "town"), "--out", Out, "--vscode", _root).Code.ShouldBe(0);
        File.ReadAllText(Settings).ShouldBe(once);
    }

    [Theory]
    [InlineData("{\n  // mine\n  \"a\": 1\n}", "it is not plain JSON")]
    [InlineData("{ \"a\": 1, }", "it is not plain JSON")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", "it is not plain JSON")]
    [InlineData("{ \"a\": { \"b\": 1, \"b\": 2 } }", "it is not plain JSON")]
    [InlineData("[]", "it is not plain JSON")]
    [InlineData("{ \"yaml.schemas\": [] }", "'yaml.schemas' in it is not a mapping")]
    [InlineData(
        "{ \"yaml.schemas\": { \"./schemas/layer.schema.json\": [1] } }",
        "'./schemas/layer.schema.json' in it is not a list of files"
    )]
    public void VsCode_SettingsThatWouldBeLost_AreLeft_AndNothingIsWritten(string before, string why)
    {
        var run = WithSettings(before);
        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"--vscode: '{Settings}' was left as it is, and nothing was written: {why}");
        File.ReadAllText(Settings).ShouldBe(before);
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public void VsCode_SettingsThatWouldBeLost_AreToldInChinese() =>
        WithSettings("{ // mine\n}", "--lang", "zh")
            .Error.ShouldBe(
                $"--vscode：“{Settings}”未作改动，也没有写出任何文件：它不是单纯的 JSON：其中的注释、多余的逗号或重复的键会丢失。"
                    + "请先改好它，或用 --vscode 另写一个文件夹，再把其中“yaml.schemas”下的内容抄过来。\n"
            );

    [Fact]
    public void VsCode_OfAnotherFolder_IsRefused()
    {
        var other = Directory.CreateDirectory(Path.Combine(_root, "other")).FullName;
        var run = CliRun.Of("schema", Town(), "--out", Out, "--vscode", other);
        run.Code.ShouldBe(1);
        run.Error.ShouldContain($"--vscode: the folder '{Out}' (--out) is not within '{other}', and the editor would not find it.");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public void VsCode_WithoutARulebook_IsRefused()
    {
        var run = CliRun.Of("schema", "--out", Out, "--vscode", Path.Combine(_root, "nowhere"));
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("--vscode needs a rulebook, whose files are named there. Name its folder.\n");
        run.Error.ShouldContain($"--vscode: '{Path.Combine(_root, "nowhere")}' is not a folder. Name a folder.\n");
        CliRun
            .Of("schema", "--out", Out, "--vscode", _root, "--lang", "zh")
            .Error.ShouldContain("--vscode 需要规则册，以便写明其中的文件。请写出规则册的文件夹。\n");
    }
}
