using System.Globalization;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests.Generators;

/// <summary>A claim in words, for comparisons and for whoever reads a failing test.</summary>
internal static class ClaimText
{
    public static string Of(Claim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"claim {claim.Admitted:yyyy-MM-dd}..{claim.Discharged:yyyy-MM-dd} filed {claim.Filed:yyyy-MM-dd} {claim.Setting} {claim.Location} {claim.Cause} {claim.Channel} '{claim.Disease}' ")
        + string.Create(CultureInfo.InvariantCulture, $"admission {claim.Admission} emergency {claim.Emergency} balance {claim.AccountBalance} {claim.Member} {claim.Provider} {Words(claim.Attributes)}\n")
        + string.Join("\n", claim.Items.Select(item => "  " + Of(item)));

    public static string Of(FeeItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{item.Code}|{item.Name}|{item.Amount}|{item.Class}|{item.Kind}|{item.FirstSelfPay}|{item.Quantity}|{item.CeilingPrice}|{item.Date:yyyy-MM-dd}|{item.DaysOfSupply}|{item.Essential}|{Words(item.Attributes)}");

    private static string Words(IEnumerable<KeyValuePair<string, string>> attributes) =>
        string.Join(",", attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
