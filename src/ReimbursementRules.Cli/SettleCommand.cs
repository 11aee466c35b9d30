using System.CommandLine;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Settles one claim and writes the result.</summary>
internal static class SettleCommand
{
    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string> ClaimFile = new("claim")
    {
        HelpName = BothLanguages.Of("claim", "单据"),
        Description = BothLanguages.Of("The claim, in YAML or JSON.", "单据文件，YAML 或 JSON。"),
    };
    private static readonly Option<string?> HistoryFile = FileOption.Create(
        "--history",
        "What the member used before: a list of entries, or the JSON of the settlement before.",
        "参保人此前的累计：条目列表，或上一次结算的 JSON。"
    );
    private static readonly Option<DateOnly?> Date = DayOption.Create(
        "--date",
        "Settles the claim as if discharged on this day; its other days move along.",
        "按此日出院结算；单据的其他日期随之移动。"
    );
    private static readonly Option<string> Format = new("--format")
    {
        Description = BothLanguages.Of("The form of the result.", "结果的格式。"),
        DefaultValueFactory = _ => "text",
    };
    private static readonly Option<DateOnly?> Printed = DayOption.Create(
        "--printed",
        "With --format html, the day of print, which stands at the end of the page; none where left out.",
        "带 --format html 时，页末所写的打印日期；未给出时不写。"
    );
    private static readonly Option<string?> OutFile = FileOption.Create(
        "--out",
        "Writes the result to a file instead.",
        "将结果写入文件，而不是标准输出。"
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    static SettleCommand() => Format.AcceptOnlyFromAmong("text", "json", "html");

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "settle",
            BothLanguages.Of("Settles a claim and writes who pays what, and why.", "结算一张单据，写出各方支付多少及依据。")
        )
        {
            Folder,
            ClaimFile,
            HistoryFile,
            Date,
            Engine,
            Format,
            Printed,
            OutFile,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Printed) is not null && StatedOption.Value(result, Format) != "html")
                result.AddError(
                    "--printed is for a page: add --format html, or leave --printed out.",
                    "--printed 只用于网页：请加上 --format html，或删去 --printed。"
                );
        });
        command.Validators.Add(result =>
            new CommandFiles()
                .ReadsRulebook(result.GetValue(Folder))
                .Reads(new BilingualText($"'{result.GetValue(ClaimFile)}'", $"“{result.GetValue(ClaimFile)}”"), result.GetValue(ClaimFile))
                .Reads("--history", StatedOption.Value(result, HistoryFile))
                .Writes("--out", StatedOption.Value(result, OutFile))
                .Check(result)
        );
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).Run(() =>
        {
            var report = Report(Settle(parsed), parsed, language);
            if (parsed.GetValue(OutFile) is { } path)
                OutputFile.Write(path, report);
            else
                output.Write(report);
            return CommandLine.Done;
        });
    }

    private static Settlement Settle(ParseResult parsed)
    {
        var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
        var claim = Claim.Load(parsed.GetRequiredValue(ClaimFile));
        var history = parsed.GetValue(HistoryFile) is { } path ? History.Load(path) : History.Empty;
        return rulebook.Settle(parsed.GetValue(Date) is { } day ? claim.MovedTo(day) : claim, history);
    }

    private static string Report(Settlement settlement, ParseResult parsed, Language language) =>
        parsed.GetValue(Format) switch
        {
            "json" => JsonReport.Write(settlement),
            "html" => HtmlReport.Write(settlement, language, parsed.GetValue(Printed)),
            _ => TextReport.Write(settlement, language),
        };
}
