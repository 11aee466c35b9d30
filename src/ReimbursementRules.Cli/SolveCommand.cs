using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Turns a settlement round: which amount of an item leaves this much to someone?</summary>
internal static class SolveCommand
{
    private const int Pieces = 4_096;

    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Argument<string> ClaimFile = new("claim")
    {
        Description = "The claim, in YAML or JSON; the amount of one of its items is looked for.",
    };
    private static readonly Option<(string Of, Money Sum)> For = new("--for")
    {
        HelpName = "NAME=AMOUNT",
        Required = true,
        Description =
            "What must come out: patient, cash, account, hospital, a payer or a part such as basic.share, and how much of it "
            + "in yuan; below zero for a saving of the hospital.",
        CustomParser = ParseGoal,
    };

    private static readonly Option<int> Item = new("--item")
    {
        HelpName = "NUMBER",
        Description = "The item whose amount is looked for, from 1.",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<Money> From = AmountOption.Create("--from", "The least amount to try.", Money.Zero);
    private static readonly Option<Money> To = AmountOption.Create("--to", "The most to try.", Money.Yuan(1_000_000));
    private static readonly Option<string?> HistoryFile = new("--history")
    {
        HelpName = "FILE",
        Description = "What the member used before.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("solve", "Finds the amounts of an item for which a sum comes out as asked.")
        {
            Folder,
            ClaimFile,
            For,
            Item,
            From,
            To,
            HistoryFile,
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
            var question = Question(parsed);
            var search = new AmountSearch(question.At, question.Goal.Cents);
            var range = AmountRange.Of(parsed.GetValue(From).Cents, parsed.GetValue(To).Cents, Pieces, question.Edges);
            search.Run(range);
            foreach (var line in SolveSheet.Lines(question, search, range))
                output.WriteLine(line.In(language));
            return search.Found.Count > 0 ? CommandLine.Done : CommandLine.Failed;
        });
    }

    private static AmountQuestion Question(ParseResult parsed)
    {
        var (of, sum) = parsed.GetValue(For);
        var history = parsed.GetValue(HistoryFile) is { } path ? History.Load(path) : History.Empty;
        if (parsed.GetValue(From) > parsed.GetValue(To))
            throw new QuestionException(new("'--from' is above '--to'.", "“--from”大于“--to”。"));
        return new(
            Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine))),
            Claim.Load(parsed.GetRequiredValue(ClaimFile)),
            history,
            parsed.GetValue(Item),
            of,
            sum
        );
    }

    private static (string Of, Money Sum) ParseGoal(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var at = text.LastIndexOf('=');
        var isBelowZero = text.AsSpan(at + 1).StartsWith("-");
        if (at > 0 && Money.TryParse(text[(at + (isBelowZero ? 2 : 1))..], out var sum))
            return (text[..at], isBelowZero ? -sum : sum);
        argument.AddError($"'{text}' does not say what must come out. Write it as patient=6950.00.");
        return default;
    }
}
