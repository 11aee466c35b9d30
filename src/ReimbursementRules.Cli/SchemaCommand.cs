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
            "规则册的文件夹；写出后还会提示其中的本地事项、支付方、名单和部分。"
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
        };
        command.Validators.Add(Check);
        command.SetAction(parsed =>
            new Guard(error, language).Run(() =>
            {
                var rulebook = parsed.GetValue(Folder) is { } folder ? Rulebook.Load(folder) : null;
                Write(parsed.GetRequiredValue(Out), rulebook is null ? PolicySchema.Files() : PolicySchema.Files(rulebook), output);
                return CommandLine.Done;
            })
        );
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (StatedOption.Value(result, Out) is { } folder && (folder.Length == 0 || File.Exists(folder)))
            result.AddError($"--out: '{folder}' is not a folder. Name a folder.", $"--out：“{folder}”不是文件夹，请写文件夹名。");
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
