using System.CommandLine;
using System.CommandLine.Parsing;
using NRules.Diagnostics.Dgml;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Lists the rules of a rulebook, and draws the networks that NRules makes of them.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Option<string?> Table = new("--table")
    {
        HelpName = "NAME",
        Description = "Lists only the tables whose name has this in it.",
    };
    private static readonly Option<string?> GraphFile = new("--graph")
    {
        HelpName = "FILE",
        Description =
            "Writes the Rete networks to a file instead: .dot or .gv for Graphviz, .dgml for Visual Studio. In DGML the "
            + "network of the items stands in a second file, NAME-items.dgml.",
    };

    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("rules", "Lists the rules of a rulebook: each row of each table, when it applies, and its reference.")
        {
            Folder,
            Table,
            GraphFile,
            Lang,
            Engine,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (result.GetValue(GraphFile) is { } path && !IsDgml(path) && !IsDot(path))
            result.AddError(
                $"--graph: '{path}' ends neither in .dot or .gv (Graphviz) nor in .dgml. Name the file so that the form is clear."
            );
        if (result.GetValue(GraphFile) is not null && result.GetValue(Table) is not null)
            result.AddError("--graph draws all tables: leave --table out.");
        var graph = result.GetValue(GraphFile);
        new CommandFiles()
            .ReadsRulebook(result.GetValue(Folder))
            .Writes("--graph", graph)
            .Writes("--graph", graph is not null && IsDgml(graph) ? OfItems(graph) : null)
            .Check(result, LanguageOption.Of(result.GetValue(Lang)));
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
        return new Guard(error, language).Run(() =>
        {
            var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
            if (parsed.GetValue(GraphFile) is { } path)
                Draw(rulebook, path);
            else
                return List(rulebook, parsed.GetValue(Table) ?? "", language, output, error);
            return CommandLine.Done;
        });
    }

    private static int List(Rulebook rulebook, string table, Language language, TextWriter output, TextWriter error)
    {
        var rules = rulebook.Rules.Where(rule => rule.Table.Contains(table, StringComparison.Ordinal)).ToList();
        foreach (var rule in rules)
        {
            output.WriteLine(rule.Name);
            output.WriteLine($"    {rule.Conditions.In(language)}");
            if (rule.Source.Reference.In(language) is { Length: > 0 } reference)
                output.WriteLine($"    {reference}");
        }

        if (rules.Count > 0)
            return CommandLine.Done;
        var known = string.Join(", ", rulebook.Rules.Select(rule => rule.Table).Distinct());
        error.WriteLine(
            new BilingualText(
                $"--table: no table has '{table}' in its name. Known: {known}.",
                $"--table：没有名称含“{table}”的表。可用：{known}。"
            ).In(language)
        );
        return CommandLine.Failed;
    }

    private static void Draw(Rulebook rulebook, string path)
    {
        var networks = rulebook.Networks();
        if (IsDot(path))
            OutputFile.Write(path, DotGraph.Of(networks), "--graph");
        else
            for (var i = 0; i < networks.Count; i++)
                OutputFile.Write(i == 0 ? path : OfItems(path), new DgmlWriter(networks[i]).GetContents(), "--graph");
    }

    private static string OfItems(string path) => $"{Path.ChangeExtension(path, null)}-items.dgml";

    private static bool IsDgml(string path) => path.EndsWith(".dgml", StringComparison.OrdinalIgnoreCase);

    private static bool IsDot(string path) =>
        path.EndsWith(".dot", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".gv", StringComparison.OrdinalIgnoreCase);
}
