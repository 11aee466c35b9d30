using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Tests.Generators;

/// <summary>A claim in words, for comparisons and for whoever reads a failing test.</summary>
internal static class ClaimText
{
    public static string Of(Claim claim) =>
        $"claim {Words(ClaimFields.All, claim)} {Words(claim.Attributes)}\n"
        + $"{string.Join("\n", claim.Items.Select(item => "  " + Of(item)))}";

    public static string Of(FeeItem item) => $"{Words(ItemFields.All, item)} {Words(item.Attributes)}";

    private static string Words<T>(IEnumerable<Field<T>> fields, T owner) =>
        string.Join(
            ' ',
            fields
                .Select(field => (field.Key, Text: field.Stated(owner)))
                .Where(stated => stated.Text is not null)
                .Select(stated => $"{stated.Key}={stated.Text}")
        );

    private static string Words(IEnumerable<KeyValuePair<string, string>> attributes) =>
        string.Join(",", attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
