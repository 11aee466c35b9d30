using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Batches;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Says what changed between two rulebooks, or two days of one, and what it comes to over claims.</summary>
internal static class CompareCommand
{
    private const string AboutEn = """
        Compares two rulebooks, or two days of one: what they say, in which cases, and what it comes to over claims.

        compare A B                       both, each value in its own time, from the day on which the later begins
        compare A B --on DAY              both as they stand on the day
        compare A --on DAY --with DAY     one rulebook as it stands on two days
        compare A B --prove               whether they bear the same of every claim of one item, or a claim that tells them apart

        With --claims each rulebook settles all claims of the file, as batch does, with histories of its own. Claims keep their own dates: as on a
        day, a rulebook settles them by the values of that day, whenever they were. What not both can settle is listed and counts in no sum.

        With --prove every case that rows of either rulebook tell apart is compared by its curves, the same each time; histories are not proved.
        Where no claim tells them apart but they state something otherwise, such as a rate that grows by age, that is listed as not proved.

        Exit code: 0 compared, whatever the differences, and with --prove proved equal; 1 a rulebook or file has problems, or neither rulebook can
        settle a claim; 2 misused; with --prove also 3 a claim tells them apart; 4 no difference found, but not everything is
        proved, or they state something otherwise.
        """;

    private const string AboutZh = """
        比较两个规则册，或同一规则册的两个日期：规定有何不同，涉及哪些情形，以及对一批单据的影响。

        compare A B                       两个规则册，各值按其生效期间，自较晚一方生效之日起
        compare A B --on 日期             两个规则册，均以该日为准
        compare A --on 日期 --with 日期   同一规则册在两个日期
        compare A B --prove               两者对任何只有一条费用的单据的分担是否相同，或一件能区分两者的单据

        带 --claims 时，两个规则册分别结算文件中的全部单据，方式同 batch，各自累计。单据的日期不变：
        以某日为准时，无论单据何时发生，均按该日的值结算。并非双方都能结算的单据只列出，不计入合计。

        带 --prove 时，凡任一规则册的表行能区分的情形，均以曲线比较，每次结果相同；此前的累计不在证明之内。
        没有单据能区分两者，但两者的规定有所不同时（如随年龄增长的比例），列为未证明。

        退出码：0 已比较（无论有无不同），带 --prove 时为已证明相同；1 规则册或文件有问题，或有单据双方都无法结算；2 用法有误；
        带 --prove 时还有：3 有单据能区分两者；4 未发现不同，但并非全部得到证明，或规定有所不同。
        """;

    private static readonly Argument<string[]> Folders = new("rulebook")
    {
        Arity = new(1, 2),
        HelpName = BothLanguages.Of("rulebook", "规则册"),
        Description = BothLanguages.Of(
            "The folder with a rulebook's index.yaml; one or two.",
            "规则册的文件夹，其中有 index.yaml；一个或两个。"
        ),
    };
    private static readonly Option<DateOnly?> On = DayOption.Create(
        "--on",
        "Compares the rulebooks as they stand on this day; with --with, the first of them.",
        "以此日为准比较各规则册；带 --with 时，此日为前者的日期。"
    );
    private static readonly Option<DateOnly?> With = DayOption.Create(
        "--with",
        "Compares with the rulebook, or the second one, as it stands on this day.",
        "与规则册（有两个时为后者）在此日的规定比较。"
    );
    private static readonly Option<string?> ClaimsFile = FileOption.Create(
        "--claims",
        "Claims to settle by both: JSON Lines or CSV, those of a member together, or one claim in YAML.",
        "由双方结算的单据：JSON Lines 或 CSV，同一参保人的相邻；或一张 YAML 单据。"
    );
    private static readonly Option<string?> Format = new("--format")
    {
        Description = BothLanguages.Of(
            "The form of the claims; by the name of the file where left out, or else jsonl.",
            "单据的格式；未给出时按文件名判断，否则为 jsonl。"
        ),
    };
    private static readonly Option<string?> HtmlFile = FileOption.Create(
        "--html",
        "Writes the comparison as a page with pictures too.",
        "另将比较结果写成带图的网页。"
    );
    private static readonly Option<DateOnly?> Printed = DayOption.Create(
        "--printed",
        "With --html, the day of print, which stands at the end of the page; none where left out.",
        "带 --html 时，页末所写的打印日期；未给出时不写。"
    );
    private static readonly Option<string?> JsonFile = FileOption.Create(
        "--json",
        "Writes the comparison as JSON too, with every claim.",
        "另将比较结果写成 JSON，含每张单据。"
    );
    private static readonly Option<bool> Prove = new("--prove")
    {
        Description = BothLanguages.Of(
            "Proves that both bear the same of every claim of one item with an empty history, or finds one that tells them apart.",
            "证明双方对任何没有此前累计的、只有一条费用的单据分担相同，或找出能区分两者的单据。"
        ),
    };
    private static readonly Option<int> Budget = new("--budget")
    {
        HelpName = BothLanguages.Of("CASES", "情形数"),
        Description = BothLanguages.Of(
            "With --prove, how many cases are compared at most: a number of cases and not of seconds, so that it comes out the same on "
                + "every machine. Some 20 a second.",
            "带 --prove 时最多比较多少种情形：按情形计数而不按秒，因此在任何机器上结果相同。每秒约 20 种。"
        ),
        DefaultValueFactory = _ => 1_000,
    };
    private static readonly Option<Money> UpTo = AmountOption.Create(
        "--up-to",
        "With --prove, the largest amount.",
        "带 --prove 时的最大金额。",
        Money.Yuan(1_000_000)
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    static CompareCommand() => Format.AcceptOnlyFromAmong("jsonl", "csv", "yaml");

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command("compare", BothLanguages.Of(AboutEn, AboutZh))
        {
            Folders,
            On,
            With,
            ClaimsFile,
            Format,
            HtmlFile,
            Printed,
            JsonFile,
            Prove,
            Budget,
            UpTo,
            Engine,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static void Check(CommandResult result)
    {
        var (hasOn, hasWith) = (result.GetResult(On) is not null, result.GetResult(With) is not null);
        if (hasWith && !hasOn)
            result.AddError("--with needs the other day: add --on DAY.", "--with 还需要另一日期：请加 --on 日期。");
        if (result.GetResult(Folders)?.Tokens.Count == 1 && !hasWith)
            result.AddError(
                "One rulebook is compared with itself on another day: add --on DAY --with DAY, or name a second rulebook.",
                "只有一个规则册时，比较它在两个日期的规定：请加 --on 日期 --with 日期，或给出第二个规则册。"
            );
        var isProof = StatedOption.Value(result, Prove);
        if (isProof && (result.GetResult(ClaimsFile) ?? result.GetResult(HtmlFile) ?? result.GetResult(JsonFile)) is not null)
            result.AddError(
                "--prove makes its claims itself and writes a text: leave --claims, --html and --json out.",
                "--prove 自行生成单据，只写出文本：请删去 --claims、--html 和 --json。"
            );
        if (result.GetResult(Printed) is not null && result.GetResult(HtmlFile) is null)
            result.AddError(
                "--printed is for a page: add --html FILE, or leave --printed out.",
                "--printed 只用于网页：请加上 --html 文件，或删去 --printed。"
            );
        if (!isProof && (StatedOption.IsGiven(result, Budget) || StatedOption.IsGiven(result, UpTo)))
            result.AddError(
                "--budget and --up-to are for --prove: add it, or leave them out.",
                "--budget 和 --up-to 须与 --prove 同用：请加上 --prove，或删去这两项。"
            );
        if (StatedOption.Is(result, Budget, budget => budget <= 0) || StatedOption.Is(result, UpTo, upTo => upTo == Money.Zero))
            result.AddError("--budget and --up-to are above 0.", "--budget 和 --up-to 应大于 0。");
        var files = new CommandFiles()
            .Reads("--claims", StatedOption.Value(result, ClaimsFile))
            .Writes("--html", StatedOption.Value(result, HtmlFile))
            .Writes("--json", StatedOption.Value(result, JsonFile));
        foreach (var folder in result.GetValue(Folders) ?? [])
            files.ReadsRulebook(folder);
        files.Check(result);
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).RunOverFiles(() =>
        {
            try
            {
                return Compare(parsed, output, error, language);
            }
            catch (OverflowException)
            {
                throw new BatchInputException(
                    new(
                        "the claims add up to more than the largest amount. Compare fewer at a time.",
                        "各单据合计超过最大金额。请分批比较。"
                    )
                );
            }
        });
    }

    private static int Compare(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        var folders = parsed.GetRequiredValue(Folders);
        var (on, with) = (parsed.GetValue(On), parsed.GetValue(With));
        var (before, after) = ComparedFolders.Load((folders[0], on), (folders[^1], with ?? on), EngineOption.Of(parsed.GetValue(Engine)));
        if (parsed.GetValue(Prove))
            return ProveEqual(
                EqualityProof.Of(before, after, parsed.GetValue(UpTo), parsed.GetValue(Budget), new CasesSoFar(error, language)),
                output,
                language
            );
        var comparison = RulebookComparison.Of(before, after, folders[0], folders[^1]);
        var claims = parsed.GetValue(ClaimsFile) is { } path
            ? StreamFailure.Plain(() =>
                comparison.SettleAll(ClaimFile.In(path, parsed.GetValue(Format)), text => text.Read(), (text, place) => text.At(place))
            )
            : null;
        output.Write(ComparisonTextReport.Write(comparison, claims, language));
        if (parsed.GetValue(HtmlFile) is { } html)
            OutputFile.Write(html, ComparisonHtmlReport.Write(comparison, claims, language, parsed.GetValue(Printed)), "--html");
        if (parsed.GetValue(JsonFile) is { } json)
            OutputFile.Write(json, ComparisonJsonReport.Write(comparison, claims), "--json");
        return claims?.Unsettled.Any(claim => claim.Before.Length > 0 && claim.After.Length > 0) is true
            ? CommandLine.Failed
            : CommandLine.Done;
    }

    private static int ProveEqual(EqualityProof proof, TextWriter output, Language language)
    {
        output.Write(EqualityTextReport.Write(proof, language));
        return proof.Differences.Length > 0 ? CommandLine.Differs
            : proof.IsEqual ? CommandLine.Done
            : CommandLine.Unproved;
    }
}
