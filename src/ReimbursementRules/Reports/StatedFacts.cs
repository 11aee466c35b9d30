using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The facts that a claim states, in the words of policies.</summary>
internal static class StatedFacts
{
    public static IEnumerable<string> Of(Claim claim)
    {
        var asked = new Asked(claim, -1, 0, claim.Discharged);
        return Facts.All
            .Where(fact => !fact.IsOfItem && fact.Name != "admission")
            .Select(fact => (fact.Name, Word: Word(fact, asked)))
            .Append((Name: "admission", Word: claim.Admission is { } number ? $"{number}" : null))
            .Append((Name: "age", Word: claim.Member.Age is { } age ? $"{age}" : null))
            .Append((Name: "born", Word: claim.Member.Born is { } born ? Words.Day(born) : null))
            .Append((Name: "department", Word: claim.Department))
            .Append((Name: "account_balance", Word: claim.AccountBalance == Money.Zero ? null : claim.AccountBalance.ToString()))
            .Where(stated => stated.Word is not null)
            .Select(stated => $"{stated.Name} {stated.Word}")
            .Concat(claim.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
    }

    private static string? Word(Fact fact, Asked asked) =>
        fact.WordOf?.Invoke(asked) is { } index ? index >= 0 && index < fact.Words.Count ? fact.Words[index] : null
        : fact.Name == "disease" ? asked.Claim.Disease
        : null;
}
