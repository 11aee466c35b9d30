using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Turns a settlement round: which amount of an item leaves this much to someone?</summary>
internal static class SolveCommand
{
    private const int Pieces = 4_096;

    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string> ClaimFile = new("claim")
    {
        HelpName = BothLanguages.Of("claim", "单据"),
        Description = BothLanguages.Of(
            "The claim, in YAML or JSON; the amount of one of its items is looked for.",
            "单据文件，YAML 或 JSON；求其中一项的金额。"
        ),
    };
    private static readonly Option<(string Of, Money Sum)> For = new("--for")
    {
        HelpName = BothLanguages.Of("NAME=AMOUNT", "名称=金额"),
        Required = true,
        Description = BothLanguages.Of(
            "What must come out: patient, cash, account, hospital, a payer or a part such as basic.share, and how much of it "
                + "in yuan; below zero for a saving of the hospital.",
            "应得的结果：patient、cash、account、hospital、某支付方，或某部分如 basic.share，及其金额（元）；医疗机构的结余为负数。"
        ),
        CustomParser = ParseGoal,
    };

    private static readonly Option<int> Item = new("--item")
    {
        HelpName = BothLanguages.Of("NUMBER", "序号"),
        Description = BothLanguages.Of("The item whose amount is looked for, from 1.", "求哪一项的金额，从 1 起。"),
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<Money> From = AmountOption.Create("--from", "The least amount to try.", "最小金额。", Money.Zero);
    private static readonly Option<Money> To = AmountOption.Create("--to", "The most to try.", "最大金额。", Money.Yuan(1_000_000));
    private static readonly Option<string?> HistoryFile = FileOption.Create(
        "--history",
        "What the member used before.",
        "参保人此前的累计。"
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "solve",
            BothLanguages.Of("Finds the amounts of an item for which a sum comes out as asked.", "求使某个结果等于给定数的项目金额。")
        )
        {
            Folder,
            ClaimFile,
            For,
            Item,
            From,
            To,
            HistoryFile,
            Engine,
        };
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
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
        argument.AddError(
            $"'{text}' does not say what must come out. Write it as patient=6950.00.",
            $"“{text}”没有说明应得的结果，请写成 patient=6950.00 的形式。"
        );
        return default;
    }
}
