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

    private static string ItemsKey => ClaimNames.Quoted("items");

    /// <summary>What the keys are called that are no facts.</summary>
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["费用明细"] = "items",
        ["明细"] = "items",
        ["收费明细"] = "items",
        ["本地事实"] = "attributes",
        ["本地事项"] = "attributes",
        ["附加信息"] = "attributes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<Term> KeysOfClaim = [.. ClaimFields.All.Select(field => Terms.FieldOf(field.Key))],
        KeysOfItem = [.. ItemFields.All.Select(field => Terms.FieldOf(OfItem + field.Key) with { Id = field.Key })];

    /// <summary>The keys and words of a claim, or of anything else that states facts as a claim does.</summary>
    public static void Read(Node node) => Read(node, ofItem: false);

    /// <summary>The keys and words of an item of a bill.</summary>
    public static void ReadItem(Node node) => Read(node, ofItem: true);

    private static void Read(Node node, bool ofItem)
    {
        foreach (var key in node.KeysToo)
            if (!Ascii.IsValid(key.Raw) && !char.IsAsciiDigit(key.Raw[0]))
                ReadKey(node, key, ofItem);
            else if (ofItem && key.Raw.StartsWith(OfItem, StringComparison.Ordinal) && IsKeyOfItem(key.Raw))
                key.Wrong(
                    "key.unknown",
                    $"the key '{key.Raw}' is not known here. Write '{key.Raw[OfItem.Length..]}'.",
                    $"此处不能有键{ChineseName.Quoted(key.Raw, ClaimNames.OfItem(key.Raw[OfItem.Length..]))}。"
                        + $"请写{ClaimNames.QuotedOfItem(key.Raw[OfItem.Length..])}。"
                );
        foreach (var (key, value) in node.Pairs)
            if (value.IsScalar)
                ClaimValues.Read(ofItem ? OfItem + key.Raw : key.Raw, value, isChinese: !Ascii.IsValid(key.AsWritten));
    }

    private static bool IsKeyOfItem(string key) => ItemFields.All.Any(field => field.Key == key[OfItem.Length..]);

    private static void ReadKey(Node node, Node key, bool ofItem)
    {
        ClaimValues.WithoutQuotes(key);
        var name = PlainWord.Of(key.Raw);
        if (FieldTerms.Ambiguous.TryGetValue(name, out var choices))
        {
            List<string> here = [.. choices.Where(id => IsOfItem(id) == ofItem)];
            if (ofItem && here is [var only])
                ChineseKeys.Take(node, key, only[OfItem.Length..], only[OfItem.Length..]);
            else if (here.Count == 0)
                Elsewhere(key, $"'{key.Raw}'", $"“{key.Raw}”", isOfItem: !ofItem);
            else
                Ambiguous(key, here, hasMore: here.Count < choices.Length && !ofItem);
            return;
        }

        if ((Others.GetValueOrDefault(name) ?? Terms.FieldCalled(name)) is not { } found)
        {
            ChineseKeys.Unknown(key, ofItem ? KeysOfItem : KeysOfClaim);
            return;
        }

        var meant = IsOfItem(found) ? found[OfItem.Length..] : found;
        if (IsOfItem(found) != ofItem && found != "attributes")
            Elsewhere(key, $"'{key.Raw}' ({meant})", $"“{key.Raw}”（{meant}）", IsOfItem(found));
        else
            ChineseKeys.Take(node, key, meant, meant);
    }

    private static bool IsOfItem(string id) => id.StartsWith(OfItem, StringComparison.Ordinal);

    private static void Elsewhere(Node key, string en, string zh, bool isOfItem) =>
        key.Wrong(
            "key.unknown",
            $"the key {en} is not known here. "
                + (isOfItem ? "It is stated of an item: write it under 'items'." : "It is stated of the claim: write it beside 'items'."),
            $"此处不能有键{zh}。" + (isOfItem ? $"它属于明细，请写在{ItemsKey}下。" : $"它属于单据，请与{ItemsKey}并列。")
        );

    /// <summary>A name of several keys: those that may stand here, and whether others may stand of an item.</summary>
    private static void Ambiguous(Node key, IReadOnlyList<string> here, bool hasMore)
    {
        List<BilingualText> all = [.. here.Select(id => ChineseKeys.Both(Terms.OfFact(id).Zh, IsOfItem(id) ? id[OfItem.Length..] : id))];
        var more = hasMore
            ? new BilingualText(" What is stated of an item stands under 'items'.", "属于明细的，请写在“费用明细”（items）下。")
            : BilingualText.None;
        var way = all.Count > 1 ? new BilingualText("Write one of these.", "请写其中之一。") : new("Write this.", "请写明。");
        key.Wrong(
            "key.ambiguous",
            $"'{key.Raw}' may be {string.Join(" or ", all.Select(one => one.En))}. {way.En}{more.En}",
            $"“{key.Raw}”可能是{string.Join("或", all.Select(one => one.Zh))}。{way.Zh}{more.Zh}"
        );
    }
}
