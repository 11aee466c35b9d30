using System.Collections.Frozen;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Reads the facts that a region asks beyond the built-in ones: words, a whole number, or a date.</summary>
internal static class FactReader
{
    private const string Item = "item.";

    /// <summary>The most words of a fact that are looked through, included; more are found by their hash.</summary>
    private const int FewWords = 8;

    private static readonly FrozenSet<string> BuiltIn = KnownFacts.All.Select(fact => fact.Name).ToFrozenSet(StringComparer.Ordinal);

    private static readonly KeyForm Title = May("title", ValueForms.Bilingual, "标题：给人看的名称", "what people call it");

    private static readonly KeyForm Kind = May(
        "kind",
        ValueForms.Words(("number", "整数", "a whole number"), ("date", "日期", "a date")),
        "种类",
        "which kind of fact"
    );

    private static readonly KeyTable NumberKeys = new(
        Title,
        Kind with
        {
            IsNeeded = true,
        },
        May(
            "default",
            ValueForms.Either(ValueForms.Whole(0, Fact.LargestNumber), ValueForms.Day),
            "默认：单据没写时的数或日期",
            "the number or the day of a claim that states none"
        )
    );

    private static readonly KeyTable WordKeys = new(
        Title,
        Need("words", WordsForm, "取值：有哪些词", "its words, with or without their titles"),
        May("default", ValueForms.Text, "默认：单据没写时按哪个词", "the word of a claim that states none"),
        Kind
    );

    /// <summary>The form of a fact.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        ValueForms.AnyOf(
            ValueForms.Words(("number", "整数", "a whole number"), ("date", "日期", "a date"))(draft),
            ValueForms.List(ValueForms.Id, 2)(draft),
            NumberKeys.Schema(draft),
            WordKeys.Schema(draft)
        );

    private static JsonObject WordsForm(SchemaDraft draft)
    {
        var titled = ValueForms.ByName(ValueForms.Bilingual)(draft);
        titled["minProperties"] = 2;
        return ValueForms.AnyOf(ValueForms.List(ValueForms.Id, 2)(draft), titled);
    }

    public static Fact Read(Node name, Node node)
    {
        if (BuiltIn.Contains(name.Raw))
            name.Wrong(
                "fact.builtin",
                $"'{name.Raw}' is a built-in fact. Choose another name, or use it without declaring it.",
                $"{ClaimNames.Quoted(name.Raw)}是内置事实。请换名称，或直接使用。"
            );
        var id = name.Id();
        var key = id.StartsWith(Item, StringComparison.Ordinal) ? id[Item.Length..] : id;
        if (node.IsMapping && node.Optional("kind") is { } kind)
        {
            node.OnlyKeys(NumberKeys);
            return kind.OneOf("number", "date") is "date" ? Date(id, key, node) : Number(id, key, node);
        }

        return node switch
        {
            { IsScalar: true, Raw: "number" } => Number(id, key, node),
            { IsScalar: true, Raw: "date" } => Date(id, key, node),
            _ => Words(id, key, node),
        };
    }

    /// <summary>The word of a region's fact that a claim or item states; null where it states none.</summary>
    private static string? Stated(in Asked asked, string key) =>
        (asked.IsOfItem ? asked.Item.Attributes : asked.Claim.Attributes).TryGetValue(key, out var word) ? word : null;

    private static Fact Number(string id, string key, Node node)
    {
        long? otherwise = node.IsMapping ? node.Optional("default")?.Whole(0, Fact.LargestNumber) : null;
        return new(
            id,
            FactKind.Number,
            [],
            null,
            NumberOf: (in asked) =>
                Stated(asked, key) is not { } text ? otherwise
                : Digits.TryParseWhole(text, out var number) ? number
                : 0
        )
        {
            Domain = (0, Fact.LargestNumber),
            Titled = Titled(node, []),
        };
    }

    private static Fact Date(string id, string key, Node node)
    {
        var stated = node.IsMapping ? node.Optional("default") : null;
        var otherwise = stated?.Date();
        if (stated is not null && IsoDay.TryParse(stated.Raw) is { } day && (day < Fact.FirstDate || day > Fact.LastDate))
            stated.Wrong(
                "date.range",
                $"no claim states {stated.Raw}: write a day from {IsoDay.Show(Fact.FirstDate)} to {IsoDay.Show(Fact.LastDate)}.",
                $"单据不能写 {stated.Raw}：请写 {IsoDay.Show(Fact.FirstDate)} 至 {IsoDay.Show(Fact.LastDate)} 之间的日期。"
            );
        return FactForms.Date(
            id,
            (in asked) => Stated(asked, key) is { } text ? IsoDay.TryParse(text) ?? Fact.FirstDate : otherwise,
            Fact.FirstDate,
            Fact.LastDate
        ) with
        {
            Titled = Titled(node, []),
        };
    }

    private static Fact Words(string id, string key, Node node)
    {
        if (node.IsMapping)
            node.OnlyKeys(WordKeys);
        var list = node.IsMapping ? node["words"] : node;
        IReadOnlyList<KeyValuePair<Node, Node>> titles = list.IsMapping ? list.Pairs : [];
        var stated = list.IsMapping ? [.. titles.Select(title => title.Key)] : list.Items();
        var words = Distinct(stated);
        var titled = Titled(node, titles);
        if ((list.IsSequence || list.IsMapping) && stated.Count < 2)
            list.Wrong(
                "fact.words",
                "a fact has at least two words, such as [standard, high].",
                "事实至少应有两个取值，如 [standard, high]。"
            );
        if (words.Length < stated.Count)
            foreach (var word in stated.GroupBy(word => word.Raw, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
                word.Wrong(
                    "fact.words",
                    $"the word '{word.Raw}' stands here a second time. Keep one of them.",
                    $"取值“{word.Raw}”重复。请只保留一个。"
                );
        var otherwise = words.Length > 0 && node.IsMapping ? node.Optional("default")?.OneOf(words) : null;
        if (words.Length <= FewWords)
            return new(
                id,
                FactKind.Words,
                words,
                otherwise,
                (in asked) => Stated(asked, key) is { } word ? Math.Max(0, Array.IndexOf(words, word)) : null
            )
            {
                Titled = titled,
            };
        var codes = words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        return new(
            id,
            FactKind.Words,
            words,
            otherwise,
            (in asked) => Stated(asked, key) is { } word ? codes.GetValueOrDefault(word) : null
        )
        {
            Titled = titled,
        };
    }

    /// <summary>The titles of a fact and its words; null where it has none.</summary>
    private static FactTitle? Titled(Node node, IReadOnlyList<KeyValuePair<Node, Node>> words)
    {
        var title = node.IsMapping ? node.Optional("title")?.Bilingual() : null;
        var called = new Dictionary<string, BilingualText>(words.Count, StringComparer.Ordinal);
        foreach (var (word, says) in words)
            called[word.Raw] = says.Bilingual();
        return title is null && called.Count == 0 ? null : new(title, called);
    }

    /// <summary>The words of a list, each once.</summary>
    private static string[] Distinct(IReadOnlyList<Node> list)
    {
        var words = new string[list.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = list[i].Id();
        if (words.Length > FewWords)
            return [.. words.Distinct(StringComparer.Ordinal)];
        for (var i = 1; i < words.Length; i++)
            if (Array.IndexOf(words, words[i]) < i)
                return [.. words.Distinct(StringComparer.Ordinal)];
        return words;
    }
}
