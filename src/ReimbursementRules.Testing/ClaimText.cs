using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;

namespace ReimbursementRules.Testing;

/// <summary>A claim as JSON on one line, which a file of claims takes as it is.</summary>
internal static class ClaimText
{
    public static string Of(Claim claim) => JsonSerializer.Serialize(claim, ReimbursementJsonContext.Default.Claim);
}
