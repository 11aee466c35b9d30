using System.Collections.Frozen;
using System.Text;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads the Chinese names of keys and words in a claim as the keys and words of claim files. Keys may be mixed; what is
/// written in letters that any file has is left as it is, so that a claim in English costs nothing more.</summary>
internal static class ChineseClaim
{
    private const string OfItem = "item.";

    private static string ItemsKey => ClaimNames.Quoted("items");

    /// <summary>What the keys are called that are no facts.</summary>
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["费用明细"] = "items",
        ["明细"] = "items",
        ["收费明细"] = "items",
        ["本地事实"] = "attributes",
        ["附加信息"] = "attributes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names that may mean one key or another.</summary>
    private static readonly FrozenDictionary<string, string[]> Ambiguous = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["级别"] = ["hospital.level", "hospital.tier"],
        ["等级"] = ["hospital.level", "hospital.tier", "item.class"],
        ["类别"] = ["item.class", "item.kind", "scheme"],
        ["类型"] = ["setting", "scheme", "item.kind"],
        ["编号"] = ["id", "member.id", "provider.id"],
        ["编码"] = ["item.code", "provider.id", "disease"],
        ["日期"] = ["discharged", "admitted", "item.date"],
        ["时间"] = ["discharged", "admitted", "item.date"],
        ["比例"] = ["item.first_self_pay", "liable_share"],
        ["价格"] = ["item.ceiling_price", "item.purchase_price"],
        ["单价"] = ["item.ceiling_price", "item.purchase_price"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbers = ClaimFields
        .All.Where(field => field.IsNumber)
        .Select(field => field.Key)
        .Concat(ItemFields.All.Where(field => field.IsNumber).Select(field => OfItem + field.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The keys and words of a claim, or of anything else that states facts as a claim does.</summary>
    public static void Read(Node node) => Read(node, ofItem: false);

    /// <summary>The keys and words of an item of a bill.</summary>
    public static void ReadItem(Node node) => Read(node, ofItem: true);

    /// <summary>A key or a word with its Chinese name before it, such as <c>医院级别 (hospital.level)</c>.</summary>
    public static BilingualText Both(string name, string id) => new($"{name} ({id})", ChineseName.Listed(id, name));

    private static void Read(Node node, bool ofItem)
    {
        foreach (var key in node.KeysToo)
            if (!Ascii.IsValid(key.Raw) && !char.IsAsciiDigit(key.Raw[0]))
                ReadKey(node, key, ofItem);
        foreach (var (key, value) in node.Pairs)
            if (value.IsScalar && !Ascii.IsValid(value.Raw))
                ReadWord(ofItem ? OfItem + key.Raw : key.Raw, value);
    }

    private static void ReadKey(Node node, Node key, bool ofItem)
    {
        var name = PlainWord.Of(key.Raw);
        if (Ambiguous.TryGetValue(name, out var choices))
        {
            var all = choices.Select(id => Both(Terms.OfFact(id).Zh, id)).ToList();
            key.Wrong(
                "key.ambiguous",
                $"'{key.Raw}' may be {string.Join(" or ", all.Select(one => one.En))}. Write one of these.",
                $"“{key.Raw}”可能是{string.Join("或", all.Select(one => one.Zh))}。请写其中之一。"
            );
            return;
        }

        if ((Others.GetValueOrDefault(name) ?? Terms.FieldCalled(name)) is not { } found)
        {
            Unknown(key, name, ofItem);
            return;
        }

        var isOfItem = found.StartsWith(OfItem, StringComparison.Ordinal);
        var meant = ofItem && isOfItem ? found[OfItem.Length..] : found;
        if (isOfItem != ofItem && found != "attributes")
            key.Wrong(
                "key.unknown",
                $"the key '{key.Raw}' ({found}) is not known here. "
                    + (
                        isOfItem
                            ? "It is stated of an item: write it under 'items'."
                            : "It is stated of the claim: write it beside 'items'."
                    ),
                $"此处不能有键{ChineseName.Quoted(found, key.Raw)}。"
                    + (isOfItem ? $"它属于明细，请写在{ItemsKey}下。" : $"它属于申请，请与{ItemsKey}并列。")
            );
        else if (node.Optional(meant) is not null)
            key.Wrong(
                "key.twice",
                $"the key '{key.Raw}' ({found}) stands here a second time. Keep one of them.",
                $"键{ChineseName.Quoted(found, key.Raw)}重复。请只保留一个。"
            );
        else
            key.Means(meant);
    }

    /// <summary>A Chinese key that is none: which was meant, or what they are called.</summary>
    private static void Unknown(Node key, string name, bool ofItem)
    {
        List<string> ids = ofItem
            ? [.. ItemFields.All.Select(field => OfItem + field.Key)]
            : [.. ClaimFields.All.Select(field => field.Key)];
        if (key.Problems.IsFull)
            return;
        var nearest = Spelling.Nearest(name, [.. ids.SelectMany(Terms.NamesOf).Where(one => !Ascii.IsValid(one))]);
        var id = nearest is null ? null : Terms.FieldCalled(nearest);
        var all = ids.Select(one => Both(Terms.OfFact(one).Zh, one)).ToList();
        var hint = id is null
            ? new BilingualText(
                $"Known: {string.Join(", ", all.Select(one => one.En))}.",
                $"可用：{string.Join('、', all.Select(one => one.Zh))}。"
            )
            : new($"Did you mean '{nearest}' ({id})?", $"是否想写{ChineseName.Quoted(id, nearest!)}？");
        key.Wrong("key.unknown", $"the key '{key.Raw}' is not known here. {hint.En}", $"此处不能有键“{key.Raw}”。{hint.Zh}");
    }

    private static void ReadWord(string fact, Node value)
    {
        if (Numbers.Contains(fact) || Terms.WordsOf(fact) is not { } words)
            return;
        if (words.Called(value.Raw) is { } word)
        {
            value.Means(word.Id);
            return;
        }

        var known = words.All.Select(one => Both(one.Zh, one.Id)).ToList();
        value.Wrong(
            "word.unknown",
            $"'{value.Raw}' is no word of {Both(Terms.OfFact(fact).Zh, fact).En}. Known: {string.Join(", ", known.Select(one => one.En))}.",
            $"“{value.Raw}”不是{ClaimNames.Quoted(fact)}的取值。可用：{string.Join('、', known.Select(one => one.Zh))}。"
        );
        value.Means(words.All[0].Id);
    }
}
