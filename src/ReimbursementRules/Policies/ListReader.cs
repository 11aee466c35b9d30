using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Reads a list of words: one for all days, or a history of how it is made up.</summary>
internal static class ListReader
{
    private static readonly KeyTable Keys = new(
        May("of", ValueForms.List(ValueForms.Declared(NameKind.List), 1), "由哪些名单组成", "the lists of which it is made up"),
        May("add", Words, "增加的词", "words that are added"),
        May("remove", Words, "减去的词", "words that are taken out"),
        SharedKeys.Reference,
        SharedKeys.Href,
        SharedKeys.Note,
        SharedKeys.Status
    );

    /// <summary>The form of a list.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        ValueForms.AnyOf(
            Words(draft),
            ValueForms.ByDay(one =>
            {
                var version = Keys.Schema(one);
                version["anyOf"] = new JsonArray(Has("of"), Has("add"));
                return version;
            })(draft)
        );

    private static JsonObject Words(SchemaDraft draft) => ValueForms.List(ValueForms.Text, 1)(draft);

    private static JsonObject Has(string key) => new() { ["required"] = new JsonArray((JsonNode)key) };

    public static ListPolicy Read(Node list) =>
        list.IsMapping
            ? new(TableReader.History(list, Version))
            : new([new(DateOnly.MinValue, new([], Words(list), [], list.Place), new(list.Place, ""))]);

    private static Dated<ListVersion> Version(Node from, Node node)
    {
        node.OnlyKeys(Keys);
        if (node.IsMapping && node.Optional("of") is null && node.Optional("add") is null)
            node.Wrong("list.version", "a version of a list has 'of', 'add' or both.", "名单的每个版本应有“of”、“add”或两者。");
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
            list.Wrong("list.empty", "a list has at least one word.", "名单至少应有一个词。");
        return words;
    }
}
