using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Skeletons;

/// <summary>The files of a rulebook that are on no disk yet.</summary>
/// <param name="folder">The name of their folder.</param>
/// <param name="files">The texts by file name.</param>
internal sealed class TextStore(string folder, IReadOnlyDictionary<string, string> files) : PolicyStore
{
    public override bool HasFolder(string path) => path == folder;

    public override bool HasFile(string path) => files.ContainsKey(Path.GetFileName(path));

    public override List<string> Names(string path, bool isBuiltOn) => [.. files.Keys.Order(StringComparer.Ordinal)];

    public override Node? Read(string path, string name, ProblemLog problems, Action<string>? told = null)
    {
        var text = files[Path.GetFileName(path)];
        told?.Invoke(text);
        return NodeReader.ReadText(name, text, problems);
    }
}
