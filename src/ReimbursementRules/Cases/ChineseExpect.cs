using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Reads the Chinese names under <c>expect</c>. The titles of payers are the rulebook's: they are read once the case is
/// settled.</summary>
internal static class ChineseExpect
{
    /// <summary>What is expected of a settlement.</summary>
    public static Node Read(Node expect)
    {
        ChineseKeys.Read(expect, CaseTerms.OfExpected);
        ChineseKeys.ReadWord(expect, "status", CaseTerms.OfExpected, Terms.WordsOf<SettlementStatus>());
        if (expect.Optional("parts") is { } parts)
            ChineseKeys.Read(parts, CaseTerms.OfParts);
        if (expect.Optional("year") is { } year)
            ChineseKeys.Read(year, CaseTerms.OfExpected);
        foreach (var item in expect.Optional("items")?.Elements ?? [])
            ChineseKeys.Read(item, CaseTerms.OfExpectedItem);
        return expect;
    }
}
