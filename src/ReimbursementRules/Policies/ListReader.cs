using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads a list of words: one for all days, or a history of how it is made up.</summary>
internal static class ListReader
{
    public static ListPolicy Read(Node list) =>
        list.IsMapping
            ? new(TableReader.History(list, Version))
            : new([new(DateOnly.MinValue, new([], Words(list), [], list.Place), new(list.Place, ""))]);

    private static Dated<ListVersion> Version(Node from, Node node)
    {
        node.OnlyKeys("of", "add", "remove", "reference", "href", "note", "status");
        if (node.IsMapping && node.Optional("of") is null && node.Optional("add") is null)
            node.Wrong("list.version", "a version of a list has 'of', 'add' or both.", "列表的每个版本应有“of”、“add”或两者。");
        return new(
            from.FirstDay(),
            new(Words(node.Optional("of")), Words(node.Optional("add")), Words(node.Optional("remove")), from.Place),
            TableReader.Source(node, from.Place)
        );
    }

    private static List<Word> Words(Node? list)
    {
        List<Word> words = [.. (list?.Items() ?? []).Select(word => word.OpenWord())];
        if (list is { IsSequence: true, Elements.Count: 0 })
            list.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        return words;
    }
}
