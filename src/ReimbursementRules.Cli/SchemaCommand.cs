using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Schemas;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Writes the schemas by which an editor offers keys and words, and underlines what cannot stand somewhere.</summary>
internal static class SchemaCommand
{
    private static readonly Argument<string?> Folder = new("rulebook")
    {
        HelpName = BothLanguages.Of("rulebook", "规则册"),
        Arity = ArgumentArity.ZeroOrOne,
        Description = BothLanguages.Of(
            "The folder of a rulebook, whose own facts, payers, lists and parts are then offered too.",
            "规则册的文件夹；写出后还会提示其中的本地事实、支付方、名单和部分。"
        ),
    };
    private static readonly Option<string> Out = new("--out")
    {
        HelpName = BothLanguages.Of("FOLDER", "文件夹"),
        Required = true,
        Description = BothLanguages.Of(
            "The folder for the schemas; those that it has are written anew.",
            "存放格式说明的文件夹；其中已有的会重新写出。"
        ),
    };

    private static readonly Option<string> VsCode = new("--vscode")
    {
        HelpName = BothLanguages.Of("FOLDER", "文件夹"),
        Description = BothLanguages.Of(
            "The folder that Visual Studio Code opens, such as . for this one: its .vscode/settings.json says which file of the rulebook "
                + "has which schema. Other settings stay as they are.",
            "编辑器打开的文件夹，如 . 表示当前文件夹：其中的 .vscode/settings.json 会写明规则册的哪个文件用哪个格式说明。其他设置保持不变。"
        ),
    };

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "schema",
            BothLanguages.Of(
                "Writes JSON Schemas of the files of a rulebook, by which an editor offers keys and words as you type.",
                "写出规则册各文件的格式说明（JSON），编辑器据此在输入时提示键和词。"
            )
        )
        {
            Folder,
            Out,
            VsCode,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed =>
            new Guard(error, language).Run(() =>
            {
                var folder = parsed.GetValue(Folder);
                var rulebook = folder is null ? null : Rulebook.Load(folder);
                var (into, opened) = (parsed.GetRequiredValue(Out), parsed.GetValue(VsCode));
                var settings = opened is null ? null : EditorSettingsFile.Of(opened, folder!, into);
                Write(into, rulebook is null ? PolicySchema.Files() : PolicySchema.Files(rulebook), output);
                if (settings is not null)
                    output.WriteLine(settings.Write());
                return CommandLine.Done;
            })
        );
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (StatedOption.Value(result, Out) is { } folder && (folder.Length == 0 || File.Exists(folder)))
            result.AddError($"--out: '{folder}' is not a folder. Name a folder.", $"--out：“{folder}”不是文件夹，请写文件夹名。");
        if (StatedOption.Value(result, VsCode) is not { } opened)
            return;
        if (!Directory.Exists(opened))
            result.AddError($"--vscode: '{opened}' is not a folder. Name a folder.", $"--vscode：“{opened}”不是文件夹，请写文件夹名。");
        if (result.GetResult(Folder) is not { Implicit: false })
            result.AddError(
                "--vscode needs a rulebook, whose files are named there. Name its folder.",
                "--vscode 需要规则册，以便写明其中的文件。请写出规则册的文件夹。"
            );
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> files, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw OutputFile.Unwritten(folder, "--out", Yaml.FileTrouble.Of(e));
        }

        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            OutputFile.Write(path, text);
            output.WriteLine(path);
        }
    }
}
