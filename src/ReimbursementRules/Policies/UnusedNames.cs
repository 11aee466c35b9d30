using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>What an index declares and no file of the rulebook names.</summary>
internal static class UnusedNames
{
    private static readonly string[] Sections = ["payers", "parameters", "lists", "facts"];

    /// <summary>The names that the rulebook's own index declares and that stand nowhere else, with the section of each.</summary>
    public static IReadOnlyList<(string Section, Word Name)> Of(PolicyFiles files)
    {
        if (files.Folders[0].Index is not { } own)
            return [];
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.All)
            Collect(file, named);
        foreach (var index in files.Folders.Select(folder => folder.Index).OfType<Node>())
        foreach (var (key, value) in index.Pairs)
            if (!Sections.Contains(key.Raw))
                Collect(value, named);
            else
                foreach (var entry in value.Pairs)
                    Collect(entry.Value, named);
        (string Section, Word Name)[] unused =
        [
            .. from section in Sections
            from entry in own.Optional(section)?.Pairs ?? []
            where !named.Contains(entry.Key.Raw) && !IsNeeded(section, own)
            select (section, new Word(entry.Key.Raw, entry.Key.Place)),
        ];
        var targets = unused.Length == 0 ? [] : FolderReader.TargetFiles(files.Folders[0]).Select(File.ReadAllText).ToList();
        return [.. unused.Where(name => !targets.Exists(text => text.Contains(name.Name.Text, StringComparison.Ordinal)))];
    }

    /// <summary>A rulebook has a payer, whether or not anything is paid by it.</summary>
    private static bool IsNeeded(string section, Node index) => section == "payers" && index[section].Pairs.Count == 1;

    private static void Collect(Node node, HashSet<string> named)
    {
        if (node.IsScalar)
            named.Add(node.Raw);
        for (var i = 0; i < node.Elements.Count; i++)
            Collect(node.Elements[i], named);
        for (var i = 0; i < node.Pairs.Count; i++)
        {
            named.Add(node.Pairs[i].Key.Raw);
            Collect(node.Pairs[i].Value, named);
        }
    }
}
