using System.CommandLine;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Json;
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
    private static readonly Option<string?> HistoryFile = FileOption.Create(
        "--history",
        "With --credited, the member's history before: a list of entries, or the JSON of a settlement.",
        "与 --credited 同用：参保人此前的累计：条目列表，或一次结算的 JSON。"
    );
    private static readonly Option<string?> CreditedFile = FileOption.Create(
        "--credited",
        "Writes the member's history in JSON, with what is credited to personal accounts.",
        "将划入个人账户之后的累计记录写成 JSON。"
    );
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
            HistoryFile,
            CreditedFile,
            Engine,
        };
        command.Validators.Add(result =>
        {
            if (StatedOption.Value(result, HistoryFile) is not null && StatedOption.Value(result, CreditedFile) is null)
                result.AddError(
                    "--history is what --credited adds to: add --credited FILE, or leave --history out.",
                    "--history 是 --credited 要划入的累计记录：请加上 --credited 文件，或删去 --history。"
                );
        });
        command.Validators.Add(result =>
            new CommandFiles()
                .ReadsRulebook(result.GetValue(Folder))
                .Reads(new BilingualText("the contributor", "缴费人文件"), result.GetValue(ContributorFile))
                .Reads("--history", StatedOption.Value(result, HistoryFile))
                .Writes("--credited", StatedOption.Value(result, CreditedFile))
                .Check(result)
        );
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
                var contribution = plan.Of(Contributor.Load(parsed.GetRequiredValue(ContributorFile)));
                if (parsed.GetValue(CreditedFile) is { } path)
                    OutputFile.Write(path, Json(contribution.Credited(Before(parsed))), "--credited");
                output.Write(ContributionReport.Write(contribution, language));
                return CommandLine.Done;
            }

            error.WriteLine(NotChosen(rulebook).In(language));
            return CommandLine.Failed;
        });
    }

    private static History Before(ParseResult parsed) => parsed.GetValue(HistoryFile) is { } path ? History.Load(path) : History.Empty;

    private static string Json(History history) => JsonSerializer.Serialize(history, ReimbursementJsonContext.Default.History) + "\n";

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
