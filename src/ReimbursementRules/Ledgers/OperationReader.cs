using System.Collections.Immutable;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Ledgers;

/// <summary>Reads the operations of a ledger in a case.</summary>
internal static class OperationReader
{
    private static readonly string[] Beside = [.. OperationKeys.Beside.Names];

    public static LedgerOperation Read(Node node)
    {
        node.OnlyKeys(OperationKeys.Operation);
        var stated = node.Pairs.Where(pair => !Beside.Contains(pair.Key.Raw)).ToList();
        if (node.IsMapping && stated.Count != 1)
            node.Wrong(
                "case.operation",
                "expected one operation here, such as settle: { id: A, … }, and beside it 'on', 'clerk' or 'expect'.",
                "此处应为一项操作，如 settle: { id: A, … }，并可附“on”、“clerk”或“expect”。"
            );
        var operation = stated.Count == 1 ? Operation(node, stated[0].Key.Raw, stated[0].Value) : Nothing(node);
        return operation with
        {
            On = node.Optional("on")?.Date(),
            Clerk = node.Optional("clerk")?.Text() ?? "",
            Expect = Expected(node.Optional("expect")),
        };
    }

    private static Node? Expected(Node? expect)
    {
        if (expect?.Entries().Count == 0 && expect.IsMapping)
            expect.Wrong(
                "expect.empty",
                "an operation expects at least one thing here, such as lines: 1; or leave 'expect' out.",
                "此处至少应有一项预期，如 lines: 1；也可删去“expect”。"
            );
        return expect is null ? null : ChineseExpect.Read(expect);
    }

    private static LedgerOperation Operation(Node node, string kind, Node value) =>
        kind switch
        {
            "settle" => OfClaim(node, value, (ledger, claim, on, clerk) => ledger.Settle(claim, on, clerk)),
            "correct" => OfClaim(node, value, (ledger, claim, on, clerk) => ledger.Correct(claim, on, clerk)),
            "reverse" => Reverse(node, value.PlainId()),
            "review" => Review(node, value),
            "close" => Close(node, value.Date()),
            "deny" => Deny(node, value),
            "pay" => Pay(node, value),
            "recover" => Recover(node, value),
            "total_recovered" => Total(node, value.Money()),
            "reconcile" => Reconcile(node, value),
            "daily" => Daily(node, value),
            "ageing" => Ageing(node, value),
            _ => Nothing(node),
        };

    private static LedgerOperation OfClaim(Node node, Node value, Func<MemberLedger, Claim, DateOnly, string, MemberLedger> operation)
    {
        var claim = ClaimReader.Read(value);
        return new(
            node,
            (ledgers, on, clerk) => ledgers.With(operation(ledgers.Ledger, claim, on, clerk)),
            claim.Id,
            claim.Filed ?? claim.Discharged
        );
    }

    private static LedgerOperation Reverse(Node node, string id) =>
        new(node, (ledgers, on, clerk) => ledgers.With(ledgers.Ledger.Reverse(id, on, clerk)));

    private static LedgerOperation Close(Node node, DateOnly through) =>
        new(node, (ledgers, _, _) => ledgers.Close(through), Closes: through);

    private static LedgerOperation Total(Node node, Money stated) =>
        new(node, (ledgers, _, _) => ledgers with { Mismatches = ledgers.Recoveries.Compare(stated) is { } mismatch ? [mismatch] : [] });

    private static LedgerOperation Review(Node node, Node value)
    {
        value.OnlyKeys(OperationKeys.Review);
        var (id, passed) = (value["claim"].PlainId(), value["passed"].YesNo());
        return new(node, (ledgers, on, clerk) => ledgers.With(ledgers.Ledger.Review(id, passed, on, clerk)), id);
    }

    private static LedgerOperation Deny(Node node, Node value)
    {
        value.OnlyKeys(OperationKeys.Deny);
        var (id, item, amount, reason) = (
            value["claim"].PlainId(),
            value["item"].Whole(1, 100_000),
            value["amount"].Money(),
            value["reason"].Text()
        );
        return new(
            node,
            (ledgers, on, _) =>
                ledgers with
                {
                    Receivables = ledgers.Receivables.Deny(ledgers.Ledger.LineOf(id), item - 1, amount, reason, on),
                }
        );
    }

    private static LedgerOperation Pay(Node node, Node value)
    {
        value.OnlyKeys(OperationKeys.Pay);
        var (payer, amount) = (value["payer"].Text(), value["amount"].Money());
        return new(node, (ledgers, on, _) => ledgers.Pay(payer, amount, on));
    }

    private static LedgerOperation Recover(Node node, Node value)
    {
        value.OnlyKeys(OperationKeys.Recover);
        var (type, amount, penalty, from) = (
            value["type"].Text(),
            value["amount"].Money(),
            value.Optional("penalty")?.Text(),
            value.Optional("from")?.Text() ?? ""
        );
        return new(
            node,
            (ledgers, on, _) =>
                ledgers with
                {
                    Recoveries = penalty is null
                        ? ledgers.Recoveries.Recover(type, amount, on, from)
                        : ledgers.Recoveries.Recover(type, amount, on, ledgers.Ledger.Rulebook, penalty, from),
                }
        );
    }

    private static LedgerOperation Reconcile(Node node, Node value)
    {
        var stated = value
            .Items()
            .Select(one =>
            {
                one.OnlyKeys(OperationKeys.Reconcile);
                return new StatedSettlement(
                    one["day"].Date(),
                    one["claim"].PlainId(),
                    Pays(one).ToImmutableDictionary(StringComparer.Ordinal)
                );
            })
            .ToList();
        return new(node, (ledgers, _, _) => ledgers with { Mismatches = Reconciliation.Compare(ledgers.Ledger.Lines, stated) });
    }

    private static LedgerOperation Daily(Node node, Node value)
    {
        var stated = value
            .Items()
            .SelectMany(one =>
            {
                one.OnlyKeys(OperationKeys.Daily);
                var (day, clerk) = (one["day"].Date(), one.Optional("clerk")?.Text());
                var scheme = one.Optional("scheme") is { } word
                    ? (Scheme?)Enum.GetValues<Scheme>()[Array.IndexOf(EnumWords.All<Scheme>(), word.OneOf(EnumWords.All<Scheme>()))]
                    : null;
                return Pays(one).Select(pays => new DailyTotal(day, clerk, scheme, pays.Key, pays.Value));
            })
            .ToList();
        return new(node, (ledgers, _, _) => ledgers with { Mismatches = DailyTotals.Compare(ledgers.Ledger.Lines, stated) });
    }

    private static LedgerOperation Ageing(Node node, Node value)
    {
        value.OnlyKeys(OperationKeys.Ageing);
        var term = value["term_days"].Whole(0, 36_500);
        return new(node, (ledgers, on, _) => ledgers with { Aged = ledgers.Receivables.Ageing(on, term) });
    }

    private static List<KeyValuePair<string, Money>> Pays(Node node) =>
        node["pays"]
            .Entries()
            .Select(pays => KeyValuePair.Create(pays.Key.Raw, pays.Value.SignedMoney() ?? Money.Zero))
            .DistinctBy(pays => pays.Key)
            .ToList();

    /// <summary>Stands for an operation after a problem.</summary>
    private static LedgerOperation Nothing(Node node) => new(node, (ledgers, _, _) => ledgers);
}
