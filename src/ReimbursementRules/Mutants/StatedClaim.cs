using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>Claims with one thing stated otherwise, or not at all; and claims as case files write them.</summary>
internal static class StatedClaim
{
    private const string OfItem = "item.";

    private static readonly string[] Amounts = ["amount", "ceiling_price", "purchase_price", "account_balance"];

    /// <summary>A claim, of which a fact is a word; null where it cannot be stated.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="fact">The fact as conditions name it; one of items is stated of all of them.</param>
    /// <param name="word">The word or number.</param>
    /// <param name="book">The rulebook, which has facts of its own.</param>
    public static Claim? With(Claim claim, string fact, string word, Rulebook book)
    {
        var isOfItem = fact.StartsWith(OfItem, StringComparison.Ordinal);
        var key = isOfItem ? fact[OfItem.Length..] : fact;
        if (book.Compiled.Index.IsOfRegion(fact))
            return isOfItem
                ? claim with
                {
                    Items = [.. claim.Items.Select(item => item with { Attributes = item.Attributes.SetItem(key, word) })],
                }
                : claim with
                {
                    Attributes = claim.Attributes.SetItem(key, word),
                };
        if (fact == "admission")
            word = word switch
            {
                "first" => "1",
                "second" => "2",
                "later" => "3",
                _ => word,
            };
        if (fact == "admission_number")
            key = "admission";
        if (!isOfItem)
            return ClaimFields.All.FirstOrDefault(field => field.Key == key) is { } ofClaim ? Read(ofClaim, Copied(claim), word) : null;
        if (ItemFields.All.FirstOrDefault(field => field.Key == key) is not { } ofItem)
            return null;
        FeeItem?[] items = [.. claim.Items.Select(item => Read(ofItem, item with { }, word))];
        return items.Contains(null) ? null : claim with { Items = [.. items.OfType<FeeItem>()] };
    }

    /// <summary>The claim without one thing that it states, for each of them but its discharge and its items.</summary>
    public static IEnumerable<Claim> Fewer(Claim claim)
    {
        foreach (var field in ClaimFields.All)
            if (field.Key != "discharged" && field.Stated(claim) is not null)
                yield return Without(claim, field);
        foreach (var name in claim.Attributes.Keys.Order(StringComparer.Ordinal))
            yield return claim with
            {
                Attributes = claim.Attributes.Remove(name),
            };
        for (var i = 0; i < claim.Items.Length; i++)
            foreach (var fewer in Fewer(claim.Items[i]))
                yield return claim with
                {
                    Items = claim.Items.SetItem(i, fewer),
                };
    }

    private static IEnumerable<FeeItem> Fewer(FeeItem item)
    {
        foreach (var field in ItemFields.All)
            if (field.Key != "amount" && field.Stated(item) is not null)
                yield return Copy(ItemFields.All, field, item, new() { Amount = item.Amount, Attributes = item.Attributes });
        foreach (var name in item.Attributes.Keys.Order(StringComparer.Ordinal))
            yield return item with
            {
                Attributes = item.Attributes.Remove(name),
            };
    }

    /// <summary>The claim on one line, in the keys of case files.</summary>
    public static string Show(Claim claim)
    {
        var items = string.Join(
            ", ",
            claim.Items.Select(item => $"{{ {string.Join(", ", Stated(ItemFields.All, item).Concat(Own(item.Attributes)))} }}")
        );
        return $"{{ {string.Join(", ", Stated(ClaimFields.All, claim).Concat(Own(claim.Attributes)))}, items: [{items}] }}";
    }

    /// <summary>An amount as files write it, such as <c>1_200.50</c>; whole yuan without cents.</summary>
    public static string Show(Money amount)
    {
        var text = amount.ToReadable().Replace(',', '_');
        return text.EndsWith(".00", StringComparison.Ordinal) ? text[..^3] : text;
    }

    /// <summary>A word as YAML reads it back, in quotes where it must be.</summary>
    public static string Show(string word) =>
        word.Length > 0
        && char.IsAsciiLetterOrDigit(word[0])
        && word.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.' or '%')
            ? word
            : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<string> Stated<T>(ImmutableArray<Field<T>> fields, T owner)
    {
        foreach (var field in fields)
            if (field.Stated(owner) is { } text)
                yield return $"{field.Key}: {(Amounts.Contains(field.Key) ? Amount(text) : Show(text))}";
    }

    private static string Amount(string text) => Money.TryParse(text, out var amount) ? Show(amount) : text;

    private static IEnumerable<string> Own(ImmutableDictionary<string, string> attributes)
    {
        var stated = attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Show(pair.Value)}");
        return attributes.IsEmpty ? [] : [$"attributes: {{ {string.Join(", ", stated)} }}"];
    }

    /// <summary>A claim of which everything can be set, and nothing of the other is.</summary>
    private static Claim Copied(Claim claim) => claim with { Member = claim.Member with { }, Provider = claim.Provider with { } };

    private static Claim Without(Claim claim, Field<Claim> without) =>
        Copy(
            ClaimFields.All,
            without,
            claim,
            new()
            {
                Discharged = claim.Discharged,
                Items = claim.Items,
                Attributes = claim.Attributes,
            }
        );

    private static T Copy<T>(ImmutableArray<Field<T>> fields, Field<T> without, T from, T to)
    {
        foreach (var field in fields)
            if (field != without && field.Stated(from) is { } text)
                field.Read(to, Scalar(text, new()));
        return to;
    }

    private static T? Read<T>(Field<T> field, T owner, string text)
        where T : class
    {
        var problems = new ProblemLog();
        field.Read(owner, Scalar(text, problems));
        return problems.IsEmpty ? owner : null;
    }

    private static Node Scalar(string text, ProblemLog problems) =>
        new(NodeKind.Scalar, new NodeFile("claim", problems), 1, 1, text, quoted: true);
}
