using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Reports;

/// <summary>The facts that a claim states, in the words of policies.</summary>
internal static class StatedFacts
{
    /// <summary>What a sheet shows on lines of its own.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["id", "member.id", "provider.id", "admitted", "discharged"];

    /// <summary>Every other field that is stated, then the region's own facts.</summary>
    public static IEnumerable<string> Of(Claim claim) =>
        ClaimFields
            .All.Where(field => !Elsewhere.Contains(field.Key))
            .Select(field => (field.Key, Text: field.Stated(claim)))
            .Where(stated => stated.Text is not null)
            .Select(stated => $"{stated.Key} {stated.Text}")
            .Concat(claim.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
}
