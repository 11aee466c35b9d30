using ReimbursementRules.Checklists;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Reads a <c>*.cases.yaml</c>.</summary>
internal static class CaseReader
{
    public static IReadOnlyList<Case> ReadFile(string path, ProblemLog problems)
    {
        if (NodeReader.ReadFile(path, problems) is not { } file)
            return [];
        var cases = file.Items().Select(Case).ToList();
        foreach (
            var name in file
                .Elements.Select(node => node.Optional("case"))
                .OfType<Node>()
                .GroupBy(name => name.Raw, StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
        )
            name.Wrong(
                "case.twice",
                $"two cases of this file are named '{name.Raw}'. Give each a sentence of its own.",
                $"本文件有两个案例都叫“{name.Raw}”。请分别命名。"
            );
        return cases;
    }

    private static Case Case(Node node)
    {
        node.OnlyKeys(
            "case",
            "why",
            "history",
            "claim",
            "expect",
            "claims",
            "assemble",
            "checklist",
            "applicant",
            "ledger",
            "contract",
            "year",
            "contribution",
            "contributor",
            "contributors",
            "target",
            "provider",
            "figures"
        );
        node["why"].Text();
        if (node.Optional("target") is { } target)
            return TargetCaseReader.Read(node, target);
        var sequence = node.Optional("claims");
        var ledger = node.Optional("ledger");
        if (
            (sequence ?? ledger) is { } several
            && (node.Optional("claim") ?? node.Optional("expect") ?? (ledger == several ? null : ledger)) is { } both
        )
            both.Wrong(
                "case.both",
                "a case has either 'claim' and 'expect', or 'claims', or 'ledger'.",
                "案例应有“claim”和“expect”，或“claims”，或“ledger”，不能并存。"
            );
        var assembled = node.Optional("assemble");
        if (assembled is not null && (node.Optional("claim") ?? sequence ?? ledger) is { } beside)
            beside.Wrong("case.both", "a case with 'assemble' has no other claims.", "有“assemble”的案例不能再写其他申请。");
        var applicant = node.Optional("applicant") ?? node.Optional("checklist");
        if (applicant is not null && (node.Optional("claim") ?? node.Optional("history") ?? sequence ?? ledger ?? assembled) is { } more)
            more.Wrong("case.both", "a case with 'applicant' has no claims.", "有“applicant”的案例不能再写报销申请。");
        var contract = node.Optional("year") ?? node.Optional("contract");
        if (
            contract is not null
            && (node.Optional("claim") ?? node.Optional("history") ?? sequence ?? ledger ?? assembled ?? applicant) is { } apart
        )
            apart.Wrong("case.both", "a case with 'year' has its claims under 'year'.", "有“year”的案例应把申请写在“year”下。");
        var contribution = node.Optional("contribution") ?? node.Optional("contributor") ?? node.Optional("contributors");
        if (
            contribution is not null
            && (node.Optional("claim") ?? node.Optional("history") ?? sequence ?? ledger ?? assembled ?? applicant ?? contract)
                is { } besides
        )
            besides.Wrong("case.both", "a case with 'contribution' has no claims.", "有“contribution”的案例不能再写报销申请。");
        return new(
            node["case"].Text(),
            node.Place,
            node.Optional("history") is { } history ? HistoryReader.Read(history) : History.Empty,
            sequence is not null ? Sequence(sequence)
                : (ledger ?? assembled ?? applicant ?? contract ?? contribution) is null ? [Expected(node)]
                : [],
            ledger is null ? [] : Operations(ledger)
        )
        {
            Assembled = assembled is null ? null : Assembled(assembled, node["expect"]),
            Applicant = applicant is null ? null : OfApplicant(node),
            Contract = contract is null ? null : OfContract(node),
            Contribution = contribution is null ? null : OfContribution(node),
        };
    }

    private static ContributionCase OfContribution(Node node)
    {
        node["contribution"].Text();
        if (node.Optional("contributors") is not { } several)
            return new(node["contribution"], [OfContributor(node)]);
        if ((node.Optional("contributor") ?? node.Optional("expect")) is { } both)
            both.Wrong(
                "case.both",
                "a case has either 'contributor' and 'expect', or 'contributors'.",
                "案例应有“contributor”和“expect”，或“contributors”，不能并存。"
            );
        if (several is { IsSequence: true, Elements.Count: 0 })
            several.Wrong(
                "case.empty",
                "a case has at least one contributor, such as - { contributor: …, expect: … }.",
                "案例至少应有一位缴费人，如 - { contributor: …, expect: … }。"
            );
        foreach (var one in several.Items())
            one.OnlyKeys("contributor", "expect");
        return new(node["contribution"], [.. several.Items().Select(OfContributor)]);
    }

    private static ExpectedContributor OfContributor(Node node) => new(ContributorReader.Read(node["contributor"]), Stated(node["expect"]));

    private static ApplicantCase OfApplicant(Node node)
    {
        node["checklist"].Text();
        return new(node["checklist"], Applicant.Read(node["applicant"]), Stated(node["expect"]));
    }

    private static ContractCase OfContract(Node node)
    {
        node["contract"].Text();
        var year = node["year"];
        return new(
            node["contract"],
            ProviderYearReader.Read(year, "claims"),
            [.. (year.Optional("claims")?.Items() ?? []).Select(ClaimReader.Read)],
            Stated(node["expect"])
        );
    }

    private static AssembledCase Assembled(Node claims, Node expect)
    {
        if (claims is { IsSequence: true, Elements.Count: 0 })
            claims.Wrong(
                "case.empty",
                "a case has at least one claim, such as - { discharged: …, items: … }.",
                "案例至少应有一笔申请，如 - { discharged: …, items: … }。"
            );
        return new([.. claims.Items().Select(ClaimReader.Read)], [.. expect.Items().Select(Stated)], expect);
    }

    private static IReadOnlyList<LedgerOperation> Operations(Node node)
    {
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong(
                "case.empty",
                "a ledger has at least one operation, such as - settle: { id: A, … }.",
                "台账至少应有一项操作，如 - settle: { id: A, … }。"
            );
        return [.. node.Items().Select(OperationReader.Read)];
    }

    private static IReadOnlyList<ExpectedClaim> Sequence(Node node)
    {
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong(
                "case.empty",
                "a case has at least one claim, such as - { claim: …, expect: … }.",
                "案例至少应有一笔申请，如 - { claim: …, expect: … }。"
            );
        return [.. node.Items().Select(OneOfSequence)];
    }

    private static ExpectedClaim OneOfSequence(Node node)
    {
        node.OnlyKeys("claim", "expect");
        return Expected(node);
    }

    private static ExpectedClaim Expected(Node node) => new(ClaimReader.Read(node["claim"]), Stated(node["expect"]));

    /// <summary>What is expected, of which there must be something.</summary>
    public static Node Stated(Node expect)
    {
        if (expect.Entries().Count == 0 && expect.IsMapping)
            expect.Wrong(
                "expect.empty",
                "a case expects at least one amount, such as patient: 6_950.00.",
                "案例至少应预期一个金额，如 patient: 6_950.00。"
            );
        return expect;
    }
}
