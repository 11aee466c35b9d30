using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Settling;

/// <summary>Which sum of a settlement a name in either language means.</summary>
internal static class SumNames
{
    private static readonly string[] Keys = ["patient", "cash", "account", "hospital"];

    /// <summary>The sums as files write them.</summary>
    public static ImmutableArray<string> Of(string name, Legend legend)
    {
        if (Keys.Contains(name) || legend.Parts.Contains(name) || Funds(legend).Any(payer => payer.Id == name))
            return [name];
        IEnumerable<string?> meant =
        [
            CaseTerms.OfExpected.Called(name)?.Id is { } key && Keys.Contains(key) ? key : null,
            CaseTerms.OfParts.Called(name)?.Id,
            .. legend
                .PayersTitled(name)
                .Where(payer => !payer.IsAccount || !legend.HasSeveralAccounts)
                .Select(payer => payer.IsAccount ? "account" : payer.Id),
        ];
        return [.. meant.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<PayerName> Funds(Legend legend) => legend.Payers.Take(1..legend.FundsEnd);
}
