using System.CommandLine;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Settles one claim and writes the result.</summary>
internal static class SettleCommand
{
    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Argument<string> ClaimFile = new("claim") { Description = "The claim, in YAML or JSON." };
    private static readonly Option<string?> HistoryFile = new("--history")
    {
        HelpName = "FILE",
        Description = "What the member used before: a list of entries, or the JSON of the settlement before.",
    };
    private static readonly Option<DateOnly?> Date = DayOption.Create(
        "--date",
        "Settles the claim as if discharged on this day; its other days move along."
    );
    private static readonly Option<string> Format = new("--format")
    {
        Description = "The form of the result.",
        DefaultValueFactory = _ => "text",
    };
    private static readonly Option<string?> OutFile = new("--out")
    {
        HelpName = "FILE",
        Description = "Writes the result to a file instead.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    static SettleCommand() => Format.AcceptOnlyFromAmong("text", "json", "html");

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("settle", "Settles a claim and writes who pays what, and why.")
        {
            Folder,
            ClaimFile,
            HistoryFile,
            Date,
            Lang,
            Engine,
            Format,
            OutFile,
        };
        command.Validators.Add(result =>
            new CommandFiles()
                .ReadsRulebook(result.GetValue(Folder))
                .Reads($"'{result.GetValue(ClaimFile)}'", result.GetValue(ClaimFile))
                .Reads("--history", result.GetValue(HistoryFile))
                .Writes("--out", result.GetValue(OutFile))
                .Check(result, LanguageOption.Of(result.GetValue(Lang)))
        );
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
        return new Guard(error, language).Run(() =>
        {
            var report = Report(Settle(parsed), parsed.GetValue(Format), language);
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

    private static string Report(Settlement settlement, string? format, Language language) =>
        format switch
        {
            "json" => JsonReport.Write(settlement),
            "html" => HtmlReport.Write(settlement, language),
            _ => TextReport.Write(settlement, language),
        };
}
