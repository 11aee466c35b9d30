using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Cli;

/// <summary>Loads rulebooks and settles their cases.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Folders = new("folder")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "A rulebook, or a folder with rulebooks below it.",
    };
    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    private static readonly Option<bool> DemandCases = new("--demand-cases")
    {
        Description = "Fail where a file of a rulebook has no cases beside it, such as 2-basic.yaml without 2-basic.cases.yaml.",
    };

    private static readonly Option<bool> Coverage = new("--coverage")
    {
        Description = "Tells what the cases reach of each file, in percent, and what they do not, with what a case would need.",
    };
    private static readonly Option<string?> LcovFile = new("--lcov")
    {
        HelpName = "FILE",
        Description = "Writes the coverage as a tracefile of lcov too.",
    };
    private static readonly Option<string?> CoberturaFile = new("--cobertura")
    {
        HelpName = "FILE",
        Description = "Writes the coverage as Cobertura XML too.",
    };
    private static readonly Option<decimal?> FailUnder = new("--fail-under")
    {
        HelpName = "PERCENT",
        Description = "Fails where less is reached of all the rulebooks together: a percentage from 0 to 100, such as 95 or 97.5.",
        CustomParser = Percentages.Parse,
    };

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("check", "Checks rulebooks: loads them, and settles all their cases.")
        {
            Folders,
            DemandCases,
            Coverage,
            LcovFile,
            CoberturaFile,
            FailUnder,
            MutantWork.Mutants,
            MutantWork.Sample,
            MutantWork.WriteCases,
            MutantWork.FailUnder,
            Lang,
            Engine,
        };
        command.Validators.Add(Check);
        command.Validators.Add(MutantWork.Check);
        command.SetAction(parsed =>
        {
            var language = LanguageOption.Of(parsed.GetValue(Lang));
            return new Guard(error, language).Run(() =>
                Run(
                    parsed.GetRequiredValue(Folders),
                    EngineOption.Of(parsed.GetValue(Engine)),
                    new(output, language, parsed.GetValue(DemandCases), CoverageOf(parsed)),
                    MutantWork.Of(parsed, error, language)
                )
            );
        });
        return command;
    }

    private static void Check(CommandResult result)
    {
        var files = new CommandFiles().Writes("--lcov", result.GetValue(LcovFile)).Writes("--cobertura", result.GetValue(CoberturaFile));
        foreach (var folder in result.GetValue(Folders) ?? [])
            files.ReadsRulebook(folder);
        files.Check(result, LanguageOption.Of(result.GetValue(Lang)));
    }

    /// <summary>The sheet of what is reached; null where nobody asks.</summary>
    private static CoverageSheet? CoverageOf(ParseResult parsed)
    {
        var (lcov, cobertura, percent) = (parsed.GetValue(LcovFile), parsed.GetValue(CoberturaFile), parsed.GetValue(FailUnder));
        return parsed.GetValue(Coverage) || lcov is not null || cobertura is not null || percent is not null
            ? new()
            {
                FailUnder = percent,
                Lcov = lcov,
                Cobertura = cobertura,
            }
            : null;
    }

    private static int Run(string[] folders, IRuleEngine engine, CheckSheet sheet, MutantWork? mutants)
    {
        var (named, rulebooks) = (new NamedOnce(), new NamedOnce());
        foreach (var folder in folders)
            if (named.IsNew(folder))
                Check(folder, engine, sheet, mutants, rulebooks);
            else
                Repeated(folder, sheet);
        mutants?.End(sheet);
        sheet.End();
        return sheet.Failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Repeated(string folder, CheckSheet sheet) =>
        sheet.Note(new($"{folder}: checked above, and counted once.", $"{folder}：上文已检查，只计一次。"), "yellow");

    private static void Check(string folder, IRuleEngine engine, CheckSheet sheet, MutantWork? mutants, NamedOnce known)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                sheet.Problem(
                    folder,
                    new(
                        "there is no such folder. Name a rulebook, or a folder above rulebooks.",
                        "没有此文件夹。请给出规则册或其上级文件夹。"
                    )
                );
                return;
            }

            var rulebooks = RulebookCheck.Folders(folder);
            if (rulebooks.Count == 0)
                sheet.Problem(
                    folder,
                    new("there is no rulebook here: no index.yaml in it or below it.", "此处没有规则册：其中及下级均无 index.yaml。")
                );
            foreach (var rulebook in rulebooks)
            {
                if (!known.IsNew(rulebook))
                {
                    Repeated(rulebook, sheet);
                    continue;
                }

                var coverage = sheet.AsksCoverage ? RulebookCoverage.Run(rulebook, engine) : null;
                var report = coverage?.Check ?? RulebookCheck.Run(rulebook, engine);
                if (coverage is null)
                    sheet.Add(report);
                else
                    sheet.Add(coverage);
                mutants?.Add(report, sheet);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            sheet.Problem(folder, new($"the folder cannot be read: {e.Message}", $"无法读取文件夹：{e.Message}"));
        }
    }
}
