using System.CommandLine;
using System.CommandLine.Parsing;
using NRules.Diagnostics.Dgml;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Lists the rules of a rulebook, and draws the networks that NRules makes of them.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Option<string?> Table = new("--table")
    {
        HelpName = BothLanguages.Of("NAME", "名称"),
        Description = BothLanguages.Of("Lists only the tables whose name has this in it.", "只列出名称含此内容的表。"),
    };
    private static readonly Option<string?> GraphFile = new("--graph")
    {
        HelpName = BothLanguages.Of("FILE", "文件"),
        Description = BothLanguages.Of(
            "Writes the Rete networks to a file instead: .dot or .gv for Graphviz, .dgml for Visual Studio. In DGML the "
                + "network of the items stands in a second file, NAME-items.dgml.",
            "改为将 Rete 网络写入文件：.dot 或 .gv 供 Graphviz，.dgml 供 Visual Studio。DGML 中，项目的网络另存为“文件名-items.dgml”。"
        ),
    };

    private static readonly Option<bool> Facts = new("--facts")
    {
        Description = BothLanguages.Of(
            "Lists the facts that the tables ask of claims instead, and who asks each: gates, the catalogue, layers.",
            "改为列出各表对单据询问的事实，以及由谁询问：关口、目录、各层。"
        ),
    };

    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "rules",
            BothLanguages.Of(
                "Lists the rules of a rulebook: each row of each table, when it applies, and its reference.",
                "列出规则册的规则：每个表的每一行、适用条件及依据。"
            )
        )
        {
            Folder,
            Table,
            GraphFile,
            Facts,
            Engine,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (StatedOption.Value(result, GraphFile) is { } path && !IsDgml(path) && !IsDot(path))
            result.AddError(
                $"--graph: '{path}' ends neither in .dot or .gv (Graphviz) nor in .dgml. Name the file so that the form is clear.",
                $"--graph：“{path}”不以 .dot、.gv（Graphviz）或 .dgml 结尾。请用文件名指明格式。"
            );
        if (StatedOption.Value(result, GraphFile) is not null && StatedOption.Value(result, Table) is not null)
            result.AddError("--graph draws all tables: leave --table out.", "--graph 绘出全部表：请删去 --table。");
        if (result.GetValue(Facts) && (StatedOption.Value(result, GraphFile) ?? StatedOption.Value(result, Table)) is not null)
            result.AddError("--facts lists no tables: leave --table and --graph out.", "--facts 不列出表：请删去 --table 和 --graph。");
        var graph = StatedOption.Value(result, GraphFile);
        new CommandFiles()
            .ReadsRulebook(result.GetValue(Folder))
            .Writes("--graph", graph)
            .Writes("--graph", graph is not null && IsDgml(graph) ? OfItems(graph) : null)
            .Check(result);
    }

    private const string Otherwise = " otherwise";

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).Run(() =>
        {
            var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
            if (parsed.GetValue(GraphFile) is { } path)
                Draw(rulebook, path, language);
            else if (parsed.GetValue(Facts))
                ListFacts(rulebook, language, output);
            else
                return List(rulebook, parsed.GetValue(Table) ?? "", language, output, error);
            return CommandLine.Done;
        });
    }

    private static void ListFacts(Rulebook rulebook, Language language, TextWriter output)
    {
        foreach (var fact in rulebook.Facts)
        {
            output.WriteLine(new BilingualText($"{fact.Title.En} ({fact.Name})", $"{fact.Title.Zh}（{fact.Name}）").In(language));
            output.WriteLine(
                new BilingualText(
                    $"    asked by {string.Join(", ", fact.AskedBy.Select(one => one.Written))}",
                    $"    询问者：{string.Join('、', fact.AskedBy.Select(one => one.Text.Zh))}"
                ).In(language)
            );
            if (fact.MustBeStated)
                output.WriteLine(new BilingualText("    must be stated where it decides", "    起作用时须写明").In(language));
        }
    }

    private static int List(Rulebook rulebook, string table, Language language, TextWriter output, TextWriter error)
    {
        var rules = rulebook.Rules.Where(rule => rule.Table.Contains(table, StringComparison.Ordinal)).ToList();
        foreach (var rule in rules)
        {
            output.WriteLine(Name(rule, language));
            output.WriteLine($"    {rule.Conditions.In(language)}");
            if (rule.Source.Reference.In(language) is { Length: > 0 } reference)
                output.WriteLine($"    {reference}");
        }

        if (rules.Count > 0)
            return CommandLine.Done;
        var known = rulebook.Rules.Select(rule => rule.Table).Distinct().ToList();
        error.WriteLine(
            new BilingualText(
                $"--table: no table has '{table}' in its name. Known: {string.Join(", ", known)}.",
                $"--table：没有名称含“{table}”的表。可用：{string.Join('、', known)}。"
            ).In(language)
        );
        return CommandLine.Failed;
    }

    /// <summary>The name of a rule, in which the row of all other cases is told by a word.</summary>
    private static string Name(PolicyRule rule, Language language) =>
        language == Language.Chinese && rule.Name.EndsWith(Otherwise, StringComparison.Ordinal)
            ? rule.Name[..^Otherwise.Length] + " 其他情形"
            : rule.Name;

    private static void Draw(Rulebook rulebook, string path, Language language)
    {
        var networks = rulebook.Networks();
        if (IsDot(path))
            OutputFile.Write(path, DotGraph.Of(networks, language), "--graph");
        else
            for (var i = 0; i < networks.Count; i++)
                OutputFile.Write(i == 0 ? path : OfItems(path), new DgmlWriter(networks[i]).GetContents(), "--graph");
    }

    private static string OfItems(string path) => $"{Path.ChangeExtension(path, null)}-items.dgml";

    private static bool IsDgml(string path) => path.EndsWith(".dgml", StringComparison.OrdinalIgnoreCase);

    private static bool IsDot(string path) =>
        path.EndsWith(".dot", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".gv", StringComparison.OrdinalIgnoreCase);
}
