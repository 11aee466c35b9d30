using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>Loads rulebooks and settles their cases.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Folders = new("folder")
    {
        Arity = ArgumentArity.OneOrMore,
        HelpName = BothLanguages.Of("folder", "文件夹"),
        Description = BothLanguages.Of("A rulebook, or a folder with rulebooks below it.", "规则册，或其下有规则册的文件夹。"),
    };
    private static readonly Option<string> Engine = EngineOption.Create();

    private static readonly Option<bool> DemandCases = new("--demand-cases")
    {
        Description = BothLanguages.Of(
            "Fails where a file of a rulebook has no cases beside it, such as 2-basic.yaml without 2-basic.cases.yaml.",
            "规则册的文件旁没有用例时不通过，如有 2-basic.yaml 而没有 2-basic.cases.yaml。"
        ),
    };

    private static readonly Option<bool> Coverage = new("--coverage")
    {
        Description = BothLanguages.Of(
            "Tells what the cases reach of each file, in percent, and what they do not, with what a case would need.",
            "说明用例覆盖各文件的百分比、未覆盖之处，以及覆盖所需的用例。"
        ),
    };
    private static readonly Option<string?> LcovFile = FileOption.Create(
        "--lcov",
        "Writes the coverage as a tracefile of lcov too.",
        "另将覆盖率写成 lcov 的跟踪文件。"
    );
    private static readonly Option<string?> CoberturaFile = FileOption.Create(
        "--cobertura",
        "Writes the coverage as Cobertura XML too.",
        "另将覆盖率写成 Cobertura XML。"
    );
    private static readonly Option<decimal?> FailUnder = new("--fail-under")
    {
        HelpName = BothLanguages.Of("PERCENT", "百分数"),
        Description = BothLanguages.Of(
            "Fails where less is reached of all the rulebooks together: a percentage from 0 to 100, such as 95 or 97.5.",
            "全部规则册合计的覆盖率低于此数时不通过：0 至 100 的百分数，如 95 或 97.5。"
        ),
        CustomParser = Percentages.Parse,
    };

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "check",
            BothLanguages.Of("Checks rulebooks: loads them, and settles all their cases.", "检查规则册：加载并结算其全部用例。")
        )
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
            Engine,
        };
        command.Validators.Add(Check);
        command.Validators.Add(MutantWork.Check);
        command.SetAction(parsed =>
        {
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
        var files = new CommandFiles()
            .Writes("--lcov", StatedOption.Value(result, LcovFile))
            .Writes("--cobertura", StatedOption.Value(result, CoberturaFile));
        foreach (var folder in result.GetValue(Folders) ?? [])
            files.ReadsRulebook(folder);
        files.Check(result);
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
        foreach (var folder in folders)
            Check(folder, engine, sheet, mutants);
        mutants?.End(sheet);
        sheet.End();
        return sheet.Failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Check(string folder, IRuleEngine engine, CheckSheet sheet, MutantWork? mutants)
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
            var why = FileTrouble.Of(e);
            sheet.Problem(folder, new($"the folder cannot be read: {why.En}", $"无法读取文件夹：{why.Zh}"));
        }
    }
}
