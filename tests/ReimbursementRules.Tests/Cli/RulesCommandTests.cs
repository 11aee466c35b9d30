using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

public sealed class RulesCommandTests : IDisposable
{
    private readonly RulebookFolder _folder = new();
    private readonly string _files = Directory.CreateTempSubdirectory("rules-").FullName;

    [Fact]
    public void Rules_OfATable_AreListedWithConditionsAndReference()
    {
        var run = CliRun.Of("rules", _folder.Path, "--table", "catalogue");
        run.Code.ShouldBe(0);
        run.Output.ShouldStartWith(
            "catalogue 1-catalogue.yaml:7\n    day of discharge: from 2020-01-01, item class: A\n    Town order 1\n"
        );
    }

    [Fact]
    public void Rules_InChinese_SayTheConditionsInChinese() =>
        CliRun.Of("rules", _folder.Path, "--lang", "zh").Output.ShouldContain("    出院日：2020-01-01 起，目录类别：甲类\n");

    [Fact]
    public void Facts_OfARulebook_AreListedWithWhoAsksThem()
    {
        CliRun
            .Of("rules", _folder.Path, "--facts", "--lang", "zh")
            .Output.ShouldContain("就医类型（setting）\n    询问者：基本\n    起作用时须写明\n");
        CliRun
            .Of("rules", _folder.Path, "--facts")
            .Output.ShouldContain("item class (item.class)\n    asked by catalogue\n    must be stated where it decides\n");
        CliRun.Of("rules", _folder.Path, "--facts", "--table", "x").Error.ShouldContain("--facts lists no tables");
    }

    [Fact]
    public void Rules_OfAnUnknownTable_SayWhichAreKnown()
    {
        var run = CliRun.Of("rules", _folder.Path, "--table", "cataloge");
        run.Code.ShouldBe(1);
        run.Error.ShouldBe(
            "--table: no table has 'cataloge' in its name. Known: catalogue, basic.applies, basic.deductible.amount, basic.share.table.\n"
        );
    }

    [Theory]
    [InlineData("graph.dot")]
    [InlineData("graph.gv")]
    public void Graph_ForGraphviz_HasEveryRuleAndBalances(string file)
    {
        CliRun.Of("rules", _folder.Path, "--graph", In(file)).Code.ShouldBe(0);
        var dot = File.ReadAllText(In(file));
        foreach (var rule in _folder.Load().Rules)
            dot.ShouldContain($"label=\"{rule.Name}\"");
        dot.Count(letter => letter == '{').ShouldBe(dot.Count(letter => letter == '}'));
        (dot.Count(letter => letter == '"') % 2).ShouldBe(0);
    }

    [Fact]
    public void Graph_ForVisualStudio_HasAFileForTheClaimAndOneForItems()
    {
        CliRun.Of("rules", _folder.Path, "--graph", In("graph.dgml")).Code.ShouldBe(0);
        var files = Directory.GetFiles(_files).Order(StringComparer.Ordinal).ToList();
        files.Select(Path.GetFileName).ShouldBe(["graph-items.dgml", "graph.dgml"]);
        var nodes = files
            .SelectMany(file => System.Xml.Linq.XDocument.Load(file).Descendants())
            .Select(node => node.Attribute("Rule")?.Value)
            .ToHashSet();
        foreach (var rule in _folder.Load().Rules)
            nodes.ShouldContain(rule.Name);
    }

    [Theory]
    [InlineData("--graph", "graph.png")]
    [InlineData("--graph", "graph.dot", "--table", "basic")]
    public void Graph_Misused_IsAUsageError(params string[] args)
    {
        CliRun.Of(["rules", _folder.Path, .. args]).Code.ShouldBe(2);
        File.Exists(args[1]).ShouldBeFalse();
    }

    [Fact]
    public void Rules_OfNoRulebook_TellItsProblems() => CliRun.Of("rules", _files).Code.ShouldBe(1);

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_files, recursive: true);
    }

    private string In(string file) => Path.Combine(_files, file);
}
