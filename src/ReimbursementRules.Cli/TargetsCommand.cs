using System.CommandLine;
using System.Text;
using ReimbursementRules.Settlements;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Holds settled claims, or tables, against the targets of a rulebook.</summary>
internal static class TargetsCommand
{
    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Argument<string?> Settlements = new("settlements")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "The settled claims, as 'batch' writes them; with --full where a target asks about items. Left out, the tables of the "
            + "rulebook are held against its targets on tables, each with the case that is nearest to the bound.",
    };
    private static readonly BilingualText WayOut = new(
        "Name the file that 'batch --out FILE --full' wrote.",
        "请给出“batch --out FILE --full”所写的文件。"
    );
    private static readonly Option<string?> FiguresFile = new("--figures")
    {
        HelpName = "FILE",
        Description = "What claims do not say, such as the income of the fund: names and numbers. Without it such targets are not asked.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command(
            "targets",
            "Holds settled claims, or the tables of a rulebook, against its targets. Exit code 1 where one that must be met is missed."
        )
        {
            Folder,
            Settlements,
            FiguresFile,
            Lang,
            Engine,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Settlements) is null && result.GetValue(FiguresFile) is not null)
                result.AddError("--figures belongs to settled claims. Name the file that 'batch --out FILE --full' wrote.");
        });
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
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
        using var lines = new StreamReader(InputFile.Open(file, "settlements", WayOut), Encoding.UTF8);
        return rulebook.Measure(RealisedClaim.ReadLines(lines, Path.GetFileName(file)), figures);
    }
}
