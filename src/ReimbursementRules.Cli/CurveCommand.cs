using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Says who bears how much of a claim as one of its amounts grows: straight lines, and what makes them bend.</summary>
internal static class CurveCommand
{
    private const string About = """
        Says who bears how much of a claim as one of its amounts grows: straight lines with exact slopes, the row that makes each bend,
        where a cent more costs the patient more than a cent, and where ceilings cut.

        Exit code: 0 drawn; 1 the rulebook, claim or history has problems, or a file cannot be written; 2 misused.
        """;

    /// <summary>In place of the number of an item.</summary>
    private const int TheBill = 0;

    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Argument<string> ClaimFile = new("claim") { Description = "The claim, in YAML or JSON." };
    private static readonly Option<int> Item = new("--item")
    {
        HelpName = "NUMBER|bill",
        Description = "What grows: an item, from 1, or the bill as a whole, whose items keep the proportion that they have in the claim.",
        DefaultValueFactory = _ => 1,
        CustomParser = ParseItem,
    };
    private static readonly Option<Money> From = AmountOption.Create("--from", "The least amount.", Money.Zero);
    private static readonly Option<Money> To = AmountOption.Create("--to", "The largest amount.", Money.Yuan(1_000_000));
    private static readonly Option<string?> HistoryFile = new("--history")
    {
        HelpName = "FILE",
        Description = "What the member used before.",
    };
    private static readonly Option<string?> By = new("--by")
    {
        HelpName = "FACT",
        Description = "A curve for each word of a fact, such as hospital.level, poverty or age.",
    };
    private static readonly Option<string?> CsvFile = new("--csv")
    {
        HelpName = "FILE",
        Description = "Writes every segment with its exact numbers as CSV too.",
    };
    private static readonly Option<string?> SvgFile = new("--svg")
    {
        HelpName = "FILE",
        Description = "Draws the curves as an SVG picture too: each payer's, or with --by the patient's.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("curve", About) { Folder, ClaimFile, Item, From, To, HistoryFile, By, CsvFile, SvgFile, Lang, Engine };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static void Check(CommandResult result) =>
        new CommandFiles()
            .Reads("the claim", result.GetValue(ClaimFile))
            .Reads("--history", result.GetValue(HistoryFile))
            .ReadsRulebook(result.GetValue(Folder))
            .Writes("--csv", result.GetValue(CsvFile))
            .Writes("--svg", result.GetValue(SvgFile))
            .Check(result, LanguageOption.Of(result.GetValue(Lang)));

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
        return new Guard(error, language).Run(() =>
        {
            var curves = Curves(parsed);
            output.Write(CurveTextReport.Write(curves, language));
            if (parsed.GetValue(CsvFile) is { } csv)
                OutputFile.Write(csv, CurveCsvReport.Write(curves), "--csv");
            if (parsed.GetValue(SvgFile) is { } svg)
                OutputFile.Write(svg, CurveSvgReport.Write(curves, language), "--svg");
            return CommandLine.Done;
        });
    }

    private static ImmutableArray<NamedCurve> Curves(ParseResult parsed)
    {
        var history = parsed.GetValue(HistoryFile) is { } path ? History.Load(path) : History.Empty;
        var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
        var claim = Claim.Load(parsed.GetRequiredValue(ClaimFile));
        var what = new VariedAmount(
            parsed.GetValue(Item) is not TheBill and var number ? number - 1 : null,
            parsed.GetValue(From),
            parsed.GetValue(To)
        );
        if (what.From > what.To)
            throw new QuestionException(new("'--from' is above '--to'.", "“--from”大于“--to”。"));
        if (what.Item >= claim.Items.Length)
            throw QuestionException.NoItem(what.Item.GetValueOrDefault() + 1, claim);
        if (what.Item is null && claim.Items.All(item => item.Amount == Money.Zero))
            throw new QuestionException(
                new(
                    "the bill of the claim is nothing, so that its items are in no proportion. Give them amounts, or let one item grow.",
                    "申请的费用总额为零，各项目没有比例。请填写金额，或改为变化某一项。"
                )
            );
        return parsed.GetValue(By) is { } fact
            ? NamedCurve.By(rulebook, claim, history, what, fact)
            : [new(new("", ""), Curve.Of(rulebook, claim, history, what))];
    }

    private static int ParseItem(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (text == "bill")
            return TheBill;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        argument.AddError($"'{text}' is no item. Write its number, from 1, or bill.");
        return 1;
    }
}
