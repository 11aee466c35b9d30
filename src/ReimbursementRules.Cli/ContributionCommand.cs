using System.CommandLine;
using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Computes what is paid in for one contributor.</summary>
internal static class ContributionCommand
{
    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string> ContributorFile = new("contributor")
    {
        HelpName = BothLanguages.Of("contributor", "缴费人"),
        Description = BothLanguages.Of("The contributor, in YAML or JSON.", "缴费人文件，YAML 或 JSON。"),
    };
    private static readonly Option<string?> Plan = new("--plan")
    {
        HelpName = BothLanguages.Of("ID", "编号"),
        Description = BothLanguages.Of(
            "The contribution that is asked; may be left out where the rulebook has one.",
            "缴费项目；规则册只有一项时可不给出。"
        ),
    };
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "contribution",
            BothLanguages.Of(
                "Computes what is paid in for a contributor, and writes who pays what, and why.",
                "计算缴费人应缴的费用，写出各方缴纳多少及依据。"
            )
        )
        {
            Folder,
            ContributorFile,
            Plan,
            Engine,
        };
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
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
        var ids = rulebook.Contributions.Select(plan => plan.Id).ToList();
        return ids.Count == 0
            ? new($"{rulebook.Id} has no contributions.yaml.", $"{rulebook.Id} 没有 contributions.yaml。")
            : new(
                $"Name one of these contributions with --plan: {string.Join(", ", ids)}.",
                $"请用 --plan 指定以下缴费项目之一：{string.Join('、', ids)}。"
            );
    }
}
