using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Schemas;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>The <c>.vscode/settings.json</c> of a folder that an editor opens, with which schema the files of a rulebook have. What else
/// stands in it stays; where that cannot be kept as it is, nothing is written.</summary>
internal sealed class EditorSettingsFile
{
    private const string Option = "--vscode";

    /// <summary>The key under which the YAML extension has its schemas.</summary>
    private const string Key = "yaml.schemas";

    private readonly string _path;
    private readonly string _text;

    private EditorSettingsFile(string path, string text) => (_path, _text) = (path, text);

    /// <summary>The file with what is to stand in it, which is not written yet.</summary>
    /// <param name="opened">The folder that the editor opens.</param>
    /// <param name="rulebook">The folder of the rulebook.</param>
    /// <param name="schemas">The folder of the schemas.</param>
    /// <exception cref="EditorSettingsException">What stands there cannot be kept, or a folder is not within the one that is
    /// opened.</exception>
    public static EditorSettingsFile Of(string opened, string rulebook, string schemas)
    {
        var path = Path.Combine(opened, ".vscode", "settings.json");
        var own = JsonNode.Parse(
            PolicySchema.EditorSettings(
                Directory.EnumerateFiles(rulebook, "*.yaml").Select(file => Path.GetFileName(file)),
                Within(opened, schemas, "--out"),
                Within(opened, rulebook, "rulebook")
            )
        )!;
        if (!File.Exists(path))
            return new(path, Text(own, "  "));
        var before = Read(path);
        var all = Merged(path, before, own[Key]!.AsObject());
        return new(path, Text(all, Indent(before)));
    }

    /// <summary>Writes the file, and returns its path.</summary>
    public string Write()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw OutputFile.Unwritten(_path, Option, FileTrouble.Of(e));
        }

        OutputFile.Write(_path, _text, Option);
        return _path;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = FileTrouble.Of(e);
            throw new EditorSettingsException(new($"{Option}: cannot read '{path}': {why.En}", $"{Option}：无法读取“{path}”：{why.Zh}"));
        }
    }

    /// <summary>Where a folder is, seen from the one that is opened; empty for that itself.</summary>
    private static string Within(string opened, string folder, string name)
    {
        var seen = Path.GetRelativePath(Path.GetFullPath(opened), Path.GetFullPath(folder)).Replace('\\', '/');
        return seen == "." ? ""
            : seen == ".." || seen.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(seen)
                ? throw new EditorSettingsException(
                    new(
                        $"{Option}: the folder '{folder}' ({name}) is not within '{opened}', and the editor would not find it. Name the "
                            + "folder that the editor opens, with both within it.",
                        $"{Option}：文件夹“{folder}”（{name}）不在“{opened}”之内，编辑器找不到。请写编辑器打开的文件夹，两者都应在其中。"
                    )
                )
            : seen;
    }

    /// <summary>What stands there, with the entries of the rulebook: files that a schema has already stay beside them.</summary>
    private static JsonObject Merged(string path, string before, JsonObject own)
    {
        JsonObject all;
        try
        {
            all =
                before.Trim().Length == 0
                    ? []
                    : JsonNode.Parse(before, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                        ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw NotKept(
                path,
                new(
                    "it is not plain JSON: a comment, a comma too many or a key that stands twice would be lost",
                    "它不是单纯的 JSON：其中的注释、多余的逗号或重复的键会丢失"
                )
            );
        }

        if (all[Key] is not (null or JsonObject))
            throw NotKept(path, new($"'{Key}' in it is not a mapping", $"其中的“{Key}”不是键值形式"));
        var schemas = all[Key] as JsonObject ?? [];
        foreach (var (schema, files) in own)
        {
            List<string> globs =
            [
                .. schemas[schema] switch
                {
                    null => [],
                    JsonArray list when list.All(one => one is JsonValue value && value.GetValueKind() == JsonValueKind.String) =>
                        list.Select(one => one!.GetValue<string>()),
                    JsonValue one when one.GetValueKind() == JsonValueKind.String => [one.GetValue<string>()],
                    _ => throw NotKept(path, new($"'{schema}' in it is not a list of files", $"其中的“{schema}”不是文件列表")),
                },
            ];
            globs.AddRange(files!.AsArray().Select(file => file!.GetValue<string>()).Where(file => !globs.Contains(file)).ToList());
            schemas[schema] = new JsonArray([.. globs.Select(file => (JsonNode)file)]);
        }

        if (schemas.Parent is null)
            all[Key] = schemas;
        return all;
    }

    private static EditorSettingsException NotKept(string path, BilingualText why) =>
        new(
            new(
                $"{Option}: '{path}' was left as it is, and nothing was written: {why.En}. Mend it, or name another folder with "
                    + $"{Option} and copy what comes under '{Key}' into yours.",
                $"{Option}：“{path}”未作改动，也没有写出任何文件：{why.Zh}。请先改好它，或用 {Option} 另写一个文件夹，再把其中“{Key}”下的内容抄过来。"
            )
        );

    /// <summary>The blanks that stand before the first key.</summary>
    private static string Indent(string text)
    {
        var line = text.Split('\n').Skip(1).FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        var indent = line[..^line.TrimStart().Length];
        return indent.Length is > 0 and <= 127 && indent.All(sign => sign == indent[0]) && indent[0] is ' ' or '\t' ? indent : "  ";
    }

    private static string Text(JsonNode json, string indent) =>
        json.ToJsonString(
            new()
            {
                WriteIndented = true,
                IndentCharacter = indent[0],
                IndentSize = indent.Length,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        ) + "\n";
}

/// <summary>The settings of an editor cannot be written.</summary>
internal sealed class EditorSettingsException(BilingualText words) : CommandException(words);
