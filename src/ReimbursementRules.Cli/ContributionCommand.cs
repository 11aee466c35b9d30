using System.CommandLine;
using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Computes what is paid in for one contributor.</summary>
internal static class ContributionCommand
{
    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Argument<string> ContributorFile = new("contributor") { Description = "The contributor, in YAML or JSON." };
    private static readonly Option<string?> Plan = new("--plan")
    {
        HelpName = "ID",
        Description = "The contribution that is asked; may be left out where the rulebook has one.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("contribution", "Computes what is paid in for a contributor, and writes who pays what, and why.")
        {
            Folder,
            ContributorFile,
            Plan,
            Lang,
            Engine,
        };
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
        return new Guard(error, language).Run(() =>
        {
            var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
            if (Chosen(rulebook, parsed.GetValue(Plan)) is { } plan)
            {
                output.Write(ContributionReport.Write(plan.Of(Contributor.Load(parsed.GetRequiredValue(ContributorFile))), language));
                return CommandLine.Done;
            }

            error.WriteLine(NotChosen(rulebook).In(language));
            return CommandLine.Failed;
        });
    }

    private static ContributionPlan? Chosen(Rulebook rulebook, string? id) =>
        id is null
            ? rulebook.Contributions is [var only]
                ? only
                : null
            : rulebook.Contributions.FirstOrDefault(plan => plan.Id == id);

    private static BilingualText NotChosen(Rulebook rulebook)
    {
        var ids = string.Join(", ", rulebook.Contributions.Select(plan => plan.Id));
        return ids.Length == 0
            ? new($"{rulebook.Id} has no contributions.yaml.", $"{rulebook.Id} 没有 contributions.yaml。")
            : new($"Name one of these contributions with --plan: {ids}.", $"请用 --plan 指定以下缴费项目之一：{ids}。");
    }
}
