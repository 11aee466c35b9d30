using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Claims;

/// <summary>A claim or an item on one line, in the words of claim files: what it states, and nothing else.</summary>
internal static class ClaimLine
{
    public static string Of(Claim claim) =>
        Line([
            .. Stated(ClaimFields.All, claim),
            .. Stated("attributes.", claim.Attributes),
            $"items: [{string.Join(", ", claim.Items.Select(Of))}]",
        ]);

    public static string Of(FeeItem item) => Line([.. Stated(ItemFields.All, item), .. Stated("attributes.", item.Attributes)]);

    private static string Line(IReadOnlyList<string> stated) => $"{{ {string.Join(", ", stated)} }}";

    private static IEnumerable<string> Stated<T>(IEnumerable<Field<T>> fields, T owner) =>
        from field in fields
        let text = field.Stated(owner)
        where text is not null
        select $"{field.Key}: {text}";

    private static IEnumerable<string> Stated(string prefix, IEnumerable<KeyValuePair<string, string>> attributes) =>
        attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{prefix}{pair.Key}: {pair.Value}");
}
