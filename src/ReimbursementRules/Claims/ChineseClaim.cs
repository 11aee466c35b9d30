using System.Collections.Frozen;
using System.Collections.Immutable;
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

    private static readonly ImmutableArray<Term> KeysOfClaim = [.. ClaimFields.All.Select(field => Terms.FieldOf(field.Key))],
        KeysOfItem = [.. ItemFields.All.Select(field => Terms.FieldOf(OfItem + field.Key))];

    /// <summary>The keys and words of a claim, or of anything else that states facts as a claim does.</summary>
    public static void Read(Node node) => Read(node, ofItem: false);

    /// <summary>The keys and words of an item of a bill.</summary>
    public static void ReadItem(Node node) => Read(node, ofItem: true);

    private static void Read(Node node, bool ofItem)
    {
        foreach (var key in node.KeysToo)
            if (!Ascii.IsValid(key.Raw) && !char.IsAsciiDigit(key.Raw[0]))
                ReadKey(node, key, ofItem);
        foreach (var (key, value) in node.Pairs)
            if (value.IsScalar)
                ReadWord(ofItem ? OfItem + key.Raw : key.Raw, value);
    }

    private static void ReadKey(Node node, Node key, bool ofItem)
    {
        var name = PlainWord.Of(key.Raw);
        if (Ambiguous.TryGetValue(name, out var choices))
        {
            var all = choices.Select(id => ChineseKeys.Both(Terms.OfFact(id).Zh, id)).ToList();
            key.Wrong(
                "key.ambiguous",
                $"'{key.Raw}' may be {string.Join(" or ", all.Select(one => one.En))}. Write one of these.",
                $"“{key.Raw}”可能是{string.Join("或", all.Select(one => one.Zh))}。请写其中之一。"
            );
            return;
        }

        if ((Others.GetValueOrDefault(name) ?? Terms.FieldCalled(name)) is not { } found)
        {
            ChineseKeys.Unknown(key, ofItem ? KeysOfItem : KeysOfClaim);
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
                $"此处不能有键“{key.Raw}”（{found}）。" + (isOfItem ? "它属于明细，请写在“items”下。" : "它属于申请，请与“items”并列。")
            );
        else
            ChineseKeys.Take(node, key, meant, found);
    }

    private static void ReadWord(string fact, Node value)
    {
        if (!Numbers.Contains(fact) && Terms.WordsOf(fact) is { } words)
            ChineseKeys.ReadWord(value, words, ChineseKeys.Both(Terms.OfFact(fact).Zh, fact));
    }
}
