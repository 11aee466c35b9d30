using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Lists whose entries have names.</summary>
internal static class Ids
{
    /// <summary>The entries of a file that has one list and nothing else.</summary>
    /// <param name="file">The file.</param>
    /// <param name="keys">The key of the list, which is also what its entries are called in English.</param>
    /// <param name="zh">What they are called in Chinese.</param>
    /// <param name="read">Reads an entry.</param>
    public static IReadOnlyList<T> OnlyList<T>(Node file, KeyTable keys, string zh, Func<Node, T> read)
    {
        file.OnlyKeys(keys);
        var key = keys.Keys[0].Name;
        var list = file[key];
        var entries = list.Items().Select(read).ToList();
        Once(list, key, zh);
        return entries;
    }

    /// <summary>A problem for every entry whose <c>id</c> one before it has.</summary>
    /// <param name="list">The list.</param>
    /// <param name="en">What its entries are called, in English and in the plural.</param>
    /// <param name="zh">What they are called in Chinese.</param>
    public static void Once(Node list, string en, string zh)
    {
        foreach (
            var id in list
                .Elements.Select(one => one.Optional("id"))
                .OfType<Node>()
                .GroupBy(id => id.Raw, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
        )
            id.Wrong("id.twice", $"two {en} are named '{id.Raw}'. Give each a name of its own.", $"有两个{zh}都叫“{id.Raw}”。请分别命名。");
    }
}
