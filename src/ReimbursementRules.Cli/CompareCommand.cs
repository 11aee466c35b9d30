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
    private const string About = """
        Compares two rulebooks, or two days of one: what they say, in which cases, and what it comes to over claims.

        compare A B                       both, each value in its own time, from the day on which the later begins
        compare A B --on DAY              both as they stand on the day
        compare A --on DAY --with DAY     one rulebook as it stands on two days
        compare A B --prove               whether they bear the same of every claim of one item, or the smallest claim that tells them apart

        With --claims each rulebook settles all claims of the file, as batch does, with histories of its own. Claims keep their own dates: as on a
        day, a rulebook settles them by the values of that day, whenever they were. What not both can settle is listed and counts in no sum.

        With --prove every case that rows of either rulebook tell apart is compared by its curves, the same each time; histories are not proved.
        Where no claim tells them apart but they state something otherwise, such as a rate that grows by age, that is listed as not proved.

        Exit code: 0 compared, whatever the differences, and with --prove proved equal; 1 a rulebook or file has problems, or neither rulebook can
        settle a claim; 2 misused; with --prove also 3 a claim tells them apart; 4 no difference found, but not everything is
        proved, or they state something otherwise.
        """;

    private static readonly Argument<string[]> Folders = new("rulebook")
    {
        Arity = new(1, 2),
        Description = "The folder with a rulebook's index.yaml; one or two.",
    };
    private static readonly Option<DateOnly?> On = DayOption.Create(
        "--on",
        "Compares the rulebooks as they stand on this day; with --with, the first of them."
    );
    private static readonly Option<DateOnly?> With = DayOption.Create(
        "--with",
        "Compares with the rulebook, or the second one, as it stands on this day."
    );
    private static readonly Option<string?> ClaimsFile = new("--claims")
    {
        HelpName = "FILE",
        Description = "Claims to settle by both: JSON Lines or CSV, those of a member together, or one claim in YAML.",
    };
    private static readonly Option<string?> Format = new("--format")
    {
        Description = "The form of the claims; by the name of the file where left out, or else jsonl.",
    };
    private static readonly Option<string?> HtmlFile = new("--html")
    {
        HelpName = "FILE",
        Description = "Writes the comparison as a page with pictures too.",
    };
    private static readonly Option<string?> JsonFile = new("--json")
    {
        HelpName = "FILE",
        Description = "Writes the comparison as JSON too, with every claim.",
    };
    private static readonly Option<bool> Prove = new("--prove")
    {
        Description =
            "Proves that both bear the same of every claim of one item with an empty history, or finds one that tells them apart.",
    };
    private static readonly Option<int> Budget = new("--budget")
    {
        HelpName = "CASES",
        Description =
            "With --prove, how many cases are compared at most: a number of cases and not of seconds, so that it comes out the same on "
            + "every machine. Some 20 a second.",
        DefaultValueFactory = _ => 1_000,
    };
    private static readonly Option<Money> UpTo = AmountOption.Create("--up-to", "With --prove, the largest amount.", Money.Yuan(1_000_000));
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    static CompareCommand() => Format.AcceptOnlyFromAmong("jsonl", "csv", "yaml");

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("compare", About)
        {
            Folders,
            On,
            With,
            ClaimsFile,
            Format,
            HtmlFile,
            JsonFile,
            Prove,
            Budget,
            UpTo,
            Lang,
            Engine,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static void Check(CommandResult result)
    {
        var (hasOn, hasWith) = (result.GetResult(On) is not null, result.GetResult(With) is not null);
        if (hasWith && !hasOn)
            result.AddError("--with needs the other day: add --on DAY.");
        if (result.GetResult(Folders)?.Tokens.Count == 1 && !hasWith)
            result.AddError("One rulebook is compared with itself on another day: add --on DAY --with DAY, or name a second rulebook.");
        var isProof = result.GetValue(Prove);
        if (isProof && (result.GetResult(ClaimsFile) ?? result.GetResult(HtmlFile) ?? result.GetResult(JsonFile)) is not null)
            result.AddError("--prove makes its claims itself and writes a text: leave --claims, --html and --json out.");
        if (!isProof && (StatedOption.IsGiven(result, Budget) || StatedOption.IsGiven(result, UpTo)))
            result.AddError("--budget and --up-to are for --prove: add it, or leave them out.");
        if (StatedOption.Is(result, Budget, budget => budget <= 0) || StatedOption.Is(result, UpTo, upTo => upTo == Money.Zero))
            result.AddError("--budget and --up-to are above 0.");
        var files = new CommandFiles()
            .Reads("--claims", result.GetValue(ClaimsFile))
            .Writes("--html", result.GetValue(HtmlFile))
            .Writes("--json", result.GetValue(JsonFile));
        foreach (var folder in result.GetValue(Folders) ?? [])
            files.ReadsRulebook(folder);
        files.Check(result, LanguageOption.Of(result.GetValue(Lang)));
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
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
                        "各申请合计超过最大金额。请分批比较。"
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
        var comparison = RulebookComparison.Of(before, after);
        var claims = parsed.GetValue(ClaimsFile) is { } path
            ? StreamFailure.Plain(() =>
                comparison.SettleAll(ClaimFile.In(path, parsed.GetValue(Format)), text => text.Read(), (text, place) => text.At(place))
            )
            : null;
        output.Write(ComparisonTextReport.Write(comparison, claims, language));
        if (parsed.GetValue(HtmlFile) is { } html)
            OutputFile.Write(html, ComparisonHtmlReport.Write(comparison, claims, language), "--html");
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
