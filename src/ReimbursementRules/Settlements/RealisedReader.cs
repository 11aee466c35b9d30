using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Settlements;

/// <summary>Reads settlements back from the lines that a batch writes.</summary>
internal static class RealisedReader
{
    public static IReadOnlyList<RealisedClaim> Read(TextReader lines, string name)
    {
        var claims = new List<RealisedClaim>();
        var problems = new ProblemLog();
        for (var number = 1; !problems.IsFull && lines.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line) && Line(line, name, number, problems) is { } claim)
                claims.Add(claim);
        problems.ThrowForInput();
        return claims;
    }

    /// <summary>One settlement; null after a problem, each of which stands on the line.</summary>
    private static RealisedClaim? Line(string line, string name, int number, ProblemLog problems)
    {
        var found = new ProblemLog();
        var claim = NodeReader.ReadText("settlement.json", line, found) is { } node ? Claim(node, new(name, number, 1)) : null;
        problems.AddRange(found.Select(problem => problem with { Place = new(name, number, problem.Place.Column) }));
        return found.Count == 0 ? claim : null;
    }

    private static RealisedClaim Claim(Node node, FilePlace place)
    {
        var amounts = new RealisedAmounts(
            Amount(node["bill"]),
            Amount(node["patient"]),
            Amount(node["hospital"]),
            Amounts(node["payers"], Amount),
            Amounts(node["parts"], part => Amount(part["at_first"]))
        );
        var claim = new RealisedClaim(
            node["rulebook"].Text(),
            LinkedReader.Read(node, ClaimReader.ReadSettled(node["claim"])) with
            {
                Place = place,
            },
            place,
            amounts
        )
        {
            IsRefused = node["status"].OneOf("settled", "held", "refused") is "refused",
            Sign = node["reversal"].YesNo() ? -1 : 1,
        };
        if (node.Problems.Count == 0 && !amounts.AddUp)
            node["bill"]
                .Wrong(
                    "settlement.sums",
                    "what payers, patient and hospital bear does not add up to the bill. The line was changed after it was written.",
                    "支付方、患者与医疗机构的负担之和不等于费用总额。该行在写出后被改动。"
                );
        return claim;
    }

    private static Dictionary<string, Money> Amounts(Node node, Func<Node, Money> read) =>
        node.Entries()
            .DistinctBy(entry => entry.Key.Raw)
            .ToDictionary(entry => entry.Key.Raw, entry => read(entry.Value), StringComparer.Ordinal);

    private static Money Amount(Node node) => node.SignedMoney() ?? Money.Zero;
}
