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
    private const string AboutEn = """
        Says who bears how much of a claim as one of its amounts grows: straight lines with exact slopes, the row that makes each bend,
        where a cent more costs the patient more than a cent, and where ceilings cut.

        Exit code: 0 drawn; 1 the rulebook, claim or history has problems, or a file cannot be written; 2 misused.
        """;

    private const string AboutZh = """
        说明随着单据的某项金额增长，各方分担多少：带精确斜率的直线、造成每处转折的表行、多一分费用使患者多付不止一分之处，
        以及限额起作用之处。

        退出码：0 已绘出；1 规则册、单据或累计有问题，或文件无法写入；2 用法有误。
        """;

    /// <summary>In place of the number of an item.</summary>
    private const int TheBill = 0;

    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string> ClaimFile = new("claim")
    {
        HelpName = BothLanguages.Of("claim", "单据"),
        Description = BothLanguages.Of("The claim, in YAML or JSON.", "单据文件，YAML 或 JSON。"),
    };
    private static readonly Option<int> Item = new("--item")
    {
        HelpName = BothLanguages.Of("NUMBER|bill", "序号|bill"),
        Description = BothLanguages.Of(
            "What grows: an item, from 1, or the bill as a whole, whose items keep the proportion that they have in the claim.",
            "什么增长：某一项（序号从 1 起），或费用总额（bill），其各项保持单据中的比例。"
        ),
        DefaultValueFactory = _ => 1,
        CustomParser = ParseItem,
    };
    private static readonly Option<Money> From = AmountOption.Create("--from", "The least amount.", "最小金额。", Money.Zero);
    private static readonly Option<Money> To = AmountOption.Create("--to", "The largest amount.", "最大金额。", Money.Yuan(1_000_000));
    private static readonly Option<string?> HistoryFile = FileOption.Create(
        "--history",
        "What the member used before.",
        "参保人此前的累计。"
    );
    private static readonly Option<string?> By = new("--by")
    {
        HelpName = BothLanguages.Of("FACT", "事实"),
        Description = BothLanguages.Of(
            "A curve for each word of a fact, such as hospital.level, poverty or age.",
            "按某个事实的每个取值各绘一条曲线，如 hospital.level、poverty 或 age。"
        ),
    };
    private static readonly Option<string?> CsvFile = FileOption.Create(
        "--csv",
        "Writes every segment with its exact numbers as CSV too.",
        "另将每段及其精确数值写成 CSV。"
    );
    private static readonly Option<string?> SvgFile = FileOption.Create(
        "--svg",
        "Draws the curves as an SVG picture too: each payer's, or with --by the patient's.",
        "另将曲线绘成 SVG 图：各支付方的；带 --by 时为患者的。"
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command("curve", BothLanguages.Of(AboutEn, AboutZh))
        {
            Folder,
            ClaimFile,
            Item,
            From,
            To,
            HistoryFile,
            By,
            CsvFile,
            SvgFile,
            Engine,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static void Check(CommandResult result) =>
        new CommandFiles()
            .Reads(new BilingualText("the claim", "单据文件"), result.GetValue(ClaimFile))
            .Reads("--history", StatedOption.Value(result, HistoryFile))
            .ReadsRulebook(result.GetValue(Folder))
            .Writes("--csv", StatedOption.Value(result, CsvFile))
            .Writes("--svg", StatedOption.Value(result, SvgFile))
            .Check(result);

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
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
                    "单据的费用总额为零，各项目没有比例。请填写金额，或改为变化某一项。"
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
        argument.AddError($"'{text}' is no item. Write its number, from 1, or bill.", $"“{text}”不是项目。请写序号（从 1 起）或 bill。");
        return 1;
    }
}
