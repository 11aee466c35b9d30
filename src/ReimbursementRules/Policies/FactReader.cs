using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the facts that a region asks beyond the built-in ones.</summary>
internal static class FactReader
{
    public static Fact Read(Node name, Node node)
    {
        if (node.IsMapping)
            node.OnlyKeys("words", "default");
        var list = node.IsMapping ? node["words"] : node;
        var words = list.Items().Select(word => word.Id()).Distinct(StringComparer.Ordinal).ToList();
        if (list.IsSequence && list.Elements.Count < 2)
            list.Wrong("fact.words", "a fact has at least two words, such as [standard, high].", "事实至少应有两个取值，如 [standard, high]。");
        foreach (var word in list.Elements.GroupBy(word => word.Raw, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            word.Wrong("fact.words", $"the word '{word.Raw}' stands here a second time. Keep one of them.", $"取值“{word.Raw}”重复。请只保留一个。");
        if (Facts.All.Any(fact => fact.Name == name.Raw))
            name.Wrong("fact.builtin", $"'{name.Raw}' is a built-in fact. Choose another name, or use it without declaring it.", $"“{name.Raw}”是内置事实。请换名称，或直接使用。");
        var otherwise = words.Count > 0 && node.IsMapping ? node.Optional("default")?.OneOf([.. words]) : null;
        var id = name.Id();
        var key = id.StartsWith("item.", StringComparison.Ordinal) ? id["item.".Length..] : id;
        return new(id, FactKind.Words, words, otherwise, (in asked) => (asked.IsOfItem ? asked.Item.Attributes : asked.Claim.Attributes).TryGetValue(key, out var word) ? Math.Max(0, words.IndexOf(word)) : null);
    }
}
