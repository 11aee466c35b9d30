using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Reads a <c>*.cases.yaml</c>.</summary>
internal static class CaseReader
{
    public static IReadOnlyList<Case> ReadFile(string path, List<Problem> problems)
    {
        if (NodeReader.ReadFile(path, problems) is not { } file)
            return [];
        var cases = file.Items().Select(Case).ToList();
        foreach (var (node, _) in file.Elements.Zip(cases).GroupBy(pair => pair.Second.Name, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            node["case"].Wrong("case.twice", $"two cases of this file are named '{node["case"].Raw}'. Give each a sentence of its own.", $"本文件有两个案例都叫“{node["case"].Raw}”。请分别命名。");
        return cases;
    }

    private static Case Case(Node node)
    {
        node.OnlyKeys("case", "why", "history", "claim", "expect", "claims");
        node["why"].Text();
        var sequence = node.Optional("claims");
        if (sequence is not null && (node.Optional("claim") ?? node.Optional("expect")) is { } both)
            both.Wrong("case.both", "a case has either 'claim' and 'expect', or 'claims'.", "案例应有“claim”和“expect”，或“claims”，不能并存。");
        return new(
            node["case"].Text(),
            node.Place,
            node.Optional("history") is { } history ? HistoryReader.Read(history) : History.Empty,
            sequence is null ? [Expected(node)] : [.. sequence.Items().Select(OneOfSequence)]);
    }

    private static ExpectedClaim OneOfSequence(Node node)
    {
        node.OnlyKeys("claim", "expect");
        return Expected(node);
    }

    private static ExpectedClaim Expected(Node node)
    {
        var expect = node["expect"];
        if (expect.Entries().Count == 0 && expect.IsMapping)
            expect.Wrong("expect.empty", "a case expects at least one amount, such as patient: 6_950.00.", "案例至少应预期一个金额，如 patient: 6_950.00。");
        return new(ClaimReader.Read(node["claim"]), expect);
    }
}
