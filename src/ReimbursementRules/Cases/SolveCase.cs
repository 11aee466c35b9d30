using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Cases;

/// <summary>A claim in which the amount of one item is not known, what must come out of it, and the amount that gives it.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="History">What the member used before.</param>
/// <param name="Claim">The claim; the amount of the item is zero.</param>
/// <param name="Item">The place of the item among those of the claim, from 0.</param>
/// <param name="Goal">The name and value of what must come out.</param>
/// <param name="From">The least amount.</param>
/// <param name="To">The most, included.</param>
/// <param name="Expect">Names and values as they stand.</param>
internal sealed record SolveCase(
    BilingualText Name,
    FilePlace Place,
    History History,
    Claim Claim,
    int Item,
    KeyValuePair<Node, Node> Goal,
    Money From,
    Money To,
    Node Expect
) : Case(Name, Place)
{
    /// <summary>The word for no amount.</summary>
    public const string None = "none";

    private static readonly Money Most = Money.Yuan(1_000_000);

    private static readonly KeyTable SolveKeys = new(
        May("item", ValueForms.Whole(1, 100_000), "第几条明细：求哪一条的金额，从 1 起", "the item whose amount is looked for, from 1"),
        Need("for", ValueForms.ByName(ValueForms.Text), "应得：什么应得多少", "what must come out, and how much of it"),
        May("from", ValueForms.Money, "自：最小金额", "the least amount to try"),
        May("to", ValueForms.Money, "至：最大金额", "the most to try")
    )
    {
        MayBeChinese = true,
    };

    public static CaseKind Kind { get; } =
        new(
            ["solve"],
            new(
                May(
                    "solve",
                    SolveKeys.Schema,
                    "求金额：已知结果，求一条费用的金额",
                    "finds the amount of an item for which a sum comes out"
                )
            ),
            Read
        );

    private static SolveCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claims", "assemble", "ledger"],
            "a case with 'solve' has one 'claim', and no others.",
            "有“solve”的用例只有一张单据“claim”，不能再写其他单据。"
        );
        var solve = node["solve"];
        ChineseKeys.ReadAll(solve, CaseTerms.OfSolve);
        solve.OnlyKeys(SolveKeys);
        var item = solve.Optional("item")?.Whole(1, 100_000) ?? 1;
        var (from, to) = (solve.Optional("from")?.Money() ?? Money.Zero, solve.Optional("to")?.Money() ?? Most);
        if (from > to)
            solve["from"].Wrong("solve.range", "'from' is above 'to'.", "“from”大于“to”。");
        return new(
            name,
            node.Place,
            ClaimsCase.Before(node),
            ClaimReader.Read(WithUnknown(node["claim"], item, solve)),
            item - 1,
            GoalOf(solve["for"]),
            from,
            to,
            Expected(node["expect"])
        );
    }

    /// <summary>The claim, whose item has an amount in the place of the one that is looked for.</summary>
    private static Node WithUnknown(Node claim, int item, Node solve)
    {
        ChineseClaim.Read(claim);
        var items = claim.Optional("items")?.Elements ?? [];
        if (item > items.Count)
        {
            if (items.Count > 0)
                (solve.Optional("item") ?? solve).Wrong(
                    "solve.item",
                    $"the claim has no item {item}; its items are 1 to {items.Count}.",
                    $"单据没有第 {item} 项；共有 {items.Count} 项。"
                );
            return claim;
        }

        var of = items[item - 1];
        ChineseClaim.ReadItem(of);
        if (of.Optional("amount") is { } amount)
            amount.Wrong(
                "solve.amount",
                "this is the amount that 'solve' looks for. Leave it out.",
                "这里的金额正是“solve”要求的数。请删去。"
            );
        else if (of.IsMapping)
            of.AddPlain("amount", "0");
        return claim;
    }

    private static KeyValuePair<Node, Node> GoalOf(Node node)
    {
        var entries = node.Entries();
        if (entries.Count != 1 && node.IsMapping)
            node.Wrong(
                "solve.for",
                "expected one thing here that must come out, such as fund: 4_650.00 or fund / bill: 80%.",
                "此处应写一个应得的结果，如 fund: 4_650.00 或 fund / bill: 80%。"
            );
        return entries.Count > 0 ? entries[0] : new(node, node);
    }

    private static Node Expected(Node expect)
    {
        ChineseExpect.Read(expect);
        ChineseKeys.ReadWord(expect, "solved", CaseTerms.OfExpected, CaseTerms.Solved);
        if (expect["solved"].Raw == None && expect.Pairs.Count > 1)
            expect.Wrong(
                "solve.none",
                "where no amount gives it there is no settlement of which more could be expected. Leave the rest out.",
                "没有金额能得出时，也就没有结算结果可供核对。请删去其余各项。"
            );
        return expect;
    }
}
