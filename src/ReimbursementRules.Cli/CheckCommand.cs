using System.CommandLine;
using ReimbursementRules.Checks;
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

    public static Command Create(TextWriter output, TextWriter error)
    {
        var command = new Command("check", "Checks rulebooks: loads them, and settles all their cases.")
        {
            Folders,
            DemandCases,
            MutantWork.Mutants,
            MutantWork.Sample,
            MutantWork.WriteCases,
            Lang,
            Engine,
        };
        command.Validators.Add(MutantWork.Check);
        command.SetAction(parsed =>
        {
            var language = LanguageOption.Of(parsed.GetValue(Lang));
            return new Guard(error, language).Run(() =>
                Run(
                    parsed.GetRequiredValue(Folders),
                    EngineOption.Of(parsed.GetValue(Engine)),
                    new(output, language, parsed.GetValue(DemandCases)),
                    MutantWork.Of(parsed, error, language)
                )
            );
        });
        return command;
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
                var report = RulebookCheck.Run(rulebook, engine);
                sheet.Add(report);
                mutants?.Add(report, sheet);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            sheet.Problem(folder, new($"the folder cannot be read: {e.Message}", $"无法读取文件夹：{e.Message}"));
        }
    }
}
