using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Cases;

/// <summary>Claims of one member, one after another, and what must come of each.</summary>
internal sealed record ClaimsCase(BilingualText Name, FilePlace Place, History History, IReadOnlyList<ExpectedClaim> Claims)
    : Case(Name, Place)
{
    private static readonly KeyTable ExpectedKeys = new(Need("claim", ClaimForm.Of, "一张单据", "a claim"), CaseReader.Expect)
    {
        MayBeChinese = true,
    };

    public static CaseKind Kind { get; } =
        new(
            ["claims"],
            new(
                May("history", HistoryReader.Form, "累计记录：此前用了多少", "what was used before"),
                May("claim", ClaimForm.Of, "一张单据", "a claim"),
                CaseReader.Expect,
                May(
                    "claims",
                    ValueForms.List(ValueForms.Either(ExpectedKeys.Schema, ClaimForm.Of), 1),
                    "几张单据：同一个人的，一张接一张",
                    "claims of one member, one after another"
                )
            ),
            Read
        );

    /// <summary>The history that a case begins with.</summary>
    public static History Before(Node node) => node.Optional("history") is { } history ? HistoryReader.Read(history) : History.Empty;

    private static ClaimsCase Read(BilingualText name, Node node)
    {
        var sequence = node.Optional("claims");
        if (sequence is not null)
            CaseReader.NotBeside(
                node,
                ["claim", "expect", "ledger"],
                "a case has either 'claim' and 'expect', or 'claims', or 'ledger'.",
                "用例应有“claim”和“expect”，或“claims”，或“ledger”，不能并存。"
            );
        return new(name, node.Place, Before(node), sequence is null ? [Expected(node)] : Sequence(sequence));
    }

    private static IReadOnlyList<ExpectedClaim> Sequence(Node node)
    {
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong(
                "case.empty",
                "a case has at least one claim, such as - { claim: …, expect: … }.",
                "用例至少应有一张单据，如 - { claim: …, expect: … }。"
            );
        return [.. node.Items().Select((one, i) => OneOfSequence(one, i == node.Elements.Count - 1))];
    }

    /// <summary>What comes of the last claim must be said: nothing after it could tell.</summary>
    private static ExpectedClaim OneOfSequence(Node node, bool isLast)
    {
        ChineseKeys.Read(node, CaseTerms.OfCase);
        node.OnlyKeys(ExpectedKeys);
        return isLast || node.Optional("expect") is not null ? Expected(node) : new(ClaimReader.Read(node["claim"]), null);
    }

    private static ExpectedClaim Expected(Node node) =>
        new(ClaimReader.Read(node["claim"]), CaseReader.Stated(ChineseExpect.Read(node["expect"])));
}

/// <summary>A claim and what must come of it.</summary>
/// <param name="Claim">The claim, with its day of discharge.</param>
/// <param name="Expect">Names and values as they stand; the runner knows what each name means. Null where nothing is said of it.</param>
internal sealed record ExpectedClaim(Claim Claim, Node? Expect);
