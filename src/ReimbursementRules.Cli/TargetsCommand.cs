using System.CommandLine;
using System.Text;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Holds settled claims, or tables, against the targets of a rulebook.</summary>
internal static class TargetsCommand
{
    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string?> Settlements = new("settlements")
    {
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = BothLanguages.Of("settlements", "结算"),
        Description = BothLanguages.Of(
            "The settled claims, as 'batch' writes them; with --full where a target asks about items. Left out, the tables of the "
                + "rulebook are held against its targets on tables, each with the case that is nearest to the bound.",
            "batch 写出的结算；目标涉及项目时须带 --full。不写时，以规则册的各表对照其对表的目标，每项列出离界限最近的情形。"
        ),
    };
    private static readonly BilingualText WayOut = new(
        "Name the file that 'batch --out FILE --full' wrote.",
        "请给出“batch --out 文件 --full”所写的文件。"
    );
    private static readonly Option<string?> FiguresFile = FileOption.Create(
        "--figures",
        "What claims do not say, such as the income of the fund: names and numbers. Without it such targets are not asked.",
        "单据中没有的数，如基金收入：名称及数值。未给出时不考核这类目标。"
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "targets",
            BothLanguages.Of(
                "Holds settled claims, or the tables of a rulebook, against its targets. Exit code 1 where one that must be met is missed.",
                "对照规则册的目标考核已结算的单据或规则册的各表。有必须达到的目标未达到时，退出码为 1。"
            )
        )
        {
            Folder,
            Settlements,
            FiguresFile,
            Engine,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Settlements) is null && result.GetValue(FiguresFile) is not null)
                result.AddError(
                    "--figures belongs to settled claims. Name the file that 'batch --out FILE --full' wrote.",
                    "--figures 只用于已结算的单据。请给出 batch --out 文件 --full 写出的文件。"
                );
        });
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).RunOverFiles(() =>
        {
            if (parsed.GetValue(Settlements) is not { } file)
                return OfTables(parsed, new(output, language));
            var results = Measure(parsed, file);
            new TargetsSheet(output, language).Write(results);
            return results.Any(result => result is { Status: TargetStatus.Missed, IsWish: false }) ? CommandLine.Failed : CommandLine.Done;
        });
    }

    private static int OfTables(ParseResult parsed, TargetsSheet sheet)
    {
        var results = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine))).Measure();
        sheet.Write(results);
        return results.Any(target => target is { Status: TargetStatus.Missed, IsWish: false }) ? CommandLine.Failed : CommandLine.Done;
    }

    private static IReadOnlyList<ClaimTargetResult> Measure(ParseResult parsed, string file)
    {
        var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
        var figures = parsed.GetValue(FiguresFile) is { } path ? Figures.Load(path) : Figures.None;
        using var lines = new StreamReader(InputFile.Open(file, new BilingualText("settlements", "结算"), WayOut), Encoding.UTF8);
        return rulebook.Measure(RealisedClaim.ReadLines(lines, Path.GetFileName(file)), figures);
    }
}
