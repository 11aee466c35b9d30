using System.Collections.Frozen;
using System.Text;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads the words that people write as values of a claim: Chinese words, and what is one but for a habit of writing.</summary>
internal static class ClaimValues
{
    private const string OfItem = "item.";

    private static readonly FrozenSet<string> Numbers = ClaimFields
        .All.Where(field => field.IsNumber)
        .Select(field => field.Key)
        .Concat(ItemFields.All.Where(field => field.IsNumber).Select(field => OfItem + field.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Texts = ClaimFields
        .All.Where(field => field is TextField<Claim>)
        .Select(field => field.Key)
        .Concat(ItemFields.All.Where(field => field is TextField<FeeItem>).Select(field => OfItem + field.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A value of a fact or a key.</summary>
    /// <param name="fact">The fact or the key; what belongs to an item begins with <c>item.</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="isChinese">Whether its key is written in Chinese.</param>
    public static void Read(string fact, Node value, bool isChinese)
    {
        var isAscii = Ascii.IsValid(value.Raw);
        if (!isAscii && !Texts.Contains(fact) && Terms.IsField(fact))
            WithoutQuotes(value);
        if (Terms.WordsOf(fact) is not { } words)
            return;
        if (Numbers.Contains(fact))
        {
            if (!isAscii && words.Called(value.Raw) is { } numbered)
                Number(value, words.All.IndexOf(numbered) + 1, words.All.Length);
            return;
        }

        if (words.Called(value.Raw) is null && LikelyWord.Of(fact, value.Raw) is { } likely)
            Likely(fact, value, words.Of(likely)!, isChinese || !isAscii);
        else
            ChineseKeys.ReadWord(value, words, ChineseKeys.Named(Terms.OfFact(fact).Zh, fact));
    }

    /// <summary>Refuses quotation marks that would be a part of a key or a word, and reads it without them.</summary>
    public static void WithoutQuotes(Node word)
    {
        if (WideSigns.WithoutQuotes(word.Raw) is not { } inside)
            return;
        var way = word.Written(inside);
        word.Wrong(
            "text.quote",
            $"the quotation marks '{word.Raw[0]}' and '{word.Raw[^1]}' around '{inside}' would be a part of it. {way.En}",
            $"“{inside}”两侧的引号 {word.Raw[0]} 和 {word.Raw[^1]} 会成为它的一部分。{way.Zh}"
        );
        word.Means(inside);
    }

    /// <summary>A word in the place of a number, such as 首次 of the first admission.</summary>
    private static void Number(Node value, int number, int last)
    {
        var way =
            number < last
                ? value.Written(Digits.Show(number))
                : new($"Write the number, from {number}.", $"请写明第几次，从 {number} 起。");
        value.Wrong(
            "number.form",
            $"'{value.Raw}' is not a whole number, as is expected here. {way.En}",
            $"此处应为整数，“{value.Raw}”不是。{way.Zh}"
        );
        value.Means(Digits.Show(number));
    }

    private static void Likely(string fact, Node value, Term likely, bool isChinese)
    {
        var named = ChineseKeys.Named(Terms.OfFact(fact).Zh, fact);
        if (!isChinese)
            named = named with { En = $"'{fact}'" };
        var way = value.Written(isChinese ? likely.Zh : likely.Id);
        value.Wrong("word.unknown", $"'{value.Raw}' is no word of {named.En}. {way.En}", $"“{value.Raw}”不是{named.Zh}的取值。{way.Zh}");
        value.Means(likely.Id);
    }
}
