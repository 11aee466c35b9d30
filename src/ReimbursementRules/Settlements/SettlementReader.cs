using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Settlements;

/// <summary>Reads a settlement back from its JSON in full: the cuts, lines and moves of the bill, from which all its sums follow
/// again.</summary>
internal sealed class SettlementReader
{
    private readonly Node _node;
    private readonly Claim _claim;
    private readonly int _sign;
    private readonly LegendReader _legend;
    private readonly List<TraceLine> _lines = [];
    private readonly List<(int Turn, Move Move)> _moves = [];
    private readonly List<long> _itemAmounts = [];

    private SettlementReader(Node node)
    {
        _node = node;
        _claim = LinkedReader.Read(node, ClaimReader.Read(node["claim"]));
        _sign = node["reversal"].YesNo() ? -1 : 1;
        _legend = new(node);
    }

    /// <summary>The keys of a settlement; <c>number</c> and <c>line</c> are those that a batch adds.</summary>
    private static readonly ImmutableArray<string> Keys =
    [
        "number",
        "line",
        "rulebook",
        "version",
        "fingerprint",
        "as_on",
        "title",
        "payer_titles",
        "account_payer",
        "account_payers",
        "fact_titles",
        "step_titles",
        "claim",
        LinkedReader.Key,
        "status",
        "reversal",
        "bill",
        "patient",
        "account",
        "cash",
        "hospital",
        "payers",
        "accounts",
        "parts",
        "items",
        "steps",
        "findings",
        "skipped",
        "review",
        "settled_from",
        "history_before",
        "history",
    ];

    /// <summary>The settlement at a node, as far as it has no problem.</summary>
    public static Settlement Read(Node node)
    {
        if (node.IsMapping && node.Optional("bill") is not null && node.Optional("steps") is null)
            SumsOnly(node);
        node.OnlyKeys(Keys.AsSpan());
        return new SettlementReader(node).Read();
    }

    public static void SumsOnly(Node node) =>
        node.Wrong(
            "settlement.sums_only",
            "this has the sums of a settlement only. Write it in full: 'settle --format json', or 'batch --full'.",
            "此处只有结算的合计。请完整写出：“settle --format json”或“batch --full”。"
        );

    private Settlement Read()
    {
        var cuts = Cuts();
        foreach (var step in _node["steps"].Items())
            Line(step);
        var before = HistoryReader.Read(_node["history_before"], mayBeNegative: true);
        var after = HistoryReader.Read(_node["history"], mayBeNegative: true);
        var used = Used(before, after);
        var skipped = _node["skipped"].Items().Select(Skipped).ToList();
        var outcome = new Outcome(
            _node["status"].OneOf("settled", "held", "refused") switch
            {
                "settled" => SettlementStatus.Settled,
                "held" => SettlementStatus.Held,
                _ => SettlementStatus.Refused,
            },
            [.. _node["findings"].Items().Select(Finding)],
            _legend.Skips(skipped),
            before,
            used
        )
        {
            Day = after.Origin.Through ?? default,
            After = after.Origin,
            Reviewed = _node.Optional("review") is { } review ? review.OneOf("passed", "failed") is "passed" : null,
            SettledFrom = _node.Optional("settled_from") is { } from ? HistoryReader.Read(from, mayBeNegative: true) : null,
        };
        var moves = _moves.OrderBy(move => move.Turn).Select(move => move.Move).ToArray();
        return new(_claim, new(_legend.Read(), _claim, cuts, [.. _lines], moves, [.. _itemAmounts]), outcome, _sign);
    }

    private ItemCut[] Cuts()
    {
        var items = _node["items"].Items();
        if (items.Count != _claim.Items.Length)
            _node["items"]
                .Wrong(
                    "settlement.count",
                    $"{Counted.There(items.Count, "item")} here, and the claim has {_claim.Items.Length}.",
                    $"此处有 {items.Count} 项，而单据有 {_claim.Items.Length} 项。"
                );
        return [.. items.Select(Cut)];
    }

    private ItemCut Cut(Node item) =>
        new(
            Cents(item["over_ceiling"]),
            Cents(item["first_self_pay"]),
            _legend.Row(item["source"]),
            -1,
            Cents(item["refused"]) != 0 ? CutWay.Refused
                : Cents(item["out_of_scope"]) != 0 ? CutWay.OutOfScope
                : CutWay.InScope
        );

    private void Line(Node step)
    {
        var kind = Kind(step["kind"]);
        var line = new TraceLine(_legend.Step(step, kind), kind, _legend.Row(step["source"]), Cents(step["base"]), Cents(step["amount"]))
        {
            Rate = step.Optional("rate")?.ComputedRate() ?? Rate.None,
            Limit = Whole(step["limit"]),
            Before = Whole(step["before"]),
            Due = step.Optional("due") is { } due ? Cents(due) : 0,
        };
        _lines.Add(Detailed(line, step));
        foreach (var move in step["moves"].Items())
            Move(move, kind);
    }

    /// <summary>The line with what only its kind says.</summary>
    private TraceLine Detailed(TraceLine line, Node step) =>
        line.Kind switch
        {
            StepKind.Band => line with { Upper = step.Optional("upper") is { } upper ? Whole(upper) : long.MaxValue },
            StepKind.QuotaShare => line with { StandardRow = _legend.Row(step["standard"]) },
            StepKind.RateChange => line with { RateBefore = step["rate_before"].ComputedRate() },
            StepKind.BedDays => line with { Days = step.Optional("days")?.SignedWhole() ?? 0 },
            StepKind.Weighted => line with { Part = _legend.Part(step["part"].Text()) },
            StepKind.AmountTimes or StepKind.AmountGrowth => line with { Times = step.Optional("times")?.Number() ?? 0 },
            StepKind.QuotaExcess => line with { Rest = Cents(step["rest"]) },
            _ => line,
        };

    private void Move(Node move, StepKind kind)
    {
        var kept = move.Optional("kept_as");
        var to = kept ?? move["payer"];
        var amounts = move.Optional("items")?.Items().Select(Cents).ToArray();
        if (amounts is not null && amounts.Length != _claim.Items.Length)
            move["items"]
                .Wrong(
                    "settlement.count",
                    $"{Counted.There(amounts.Length, "item")} here, and the claim has {_claim.Items.Length}.",
                    $"此处有 {amounts.Length} 项，而单据有 {_claim.Items.Length} 项。"
                );
        _moves.Add(
            (
                move.Optional("turn")?.SignedWhole() ?? 0,
                new(
                    _lines.Count - 1,
                    _legend.Part(move["part"].Text()),
                    kept is null ? _legend.Payer(to) : _legend.Part(to.Text()),
                    kept is not null ? MoveWay.Rename
                        : kind == StepKind.QuotaSaving ? MoveWay.Saving
                        : MoveWay.Pay,
                    amounts is null ? -1 : _itemAmounts.Count,
                    Cents(move["amount"])
                )
            )
        );
        _itemAmounts.AddRange(amounts ?? []);
    }

    /// <summary>What the claim alone used: what the history after it has more than the one before.</summary>
    private UsedAmount[] Used(History before, History after) =>
        [
            .. History
                .Of(after.Entries.Concat(before.Entries.Select(entry => entry with { Amount = -entry.Amount, Times = -entry.Times })))
                .Entries.Select(entry => new UsedAmount(
                    _legend.Slot(entry),
                    entry.Each,
                    entry.Since,
                    (entry.Times != 0 ? entry.Times : entry.Amount.Cents) * _sign
                )),
        ];

    private static Finding Finding(Node node) =>
        new(
            node["id"].Text(),
            Words<Verdict>(node["verdict"]),
            node["message"].Bilingual(),
            node.Optional("item")?.SignedWhole() - 1,
            node.Optional("due")?.Date(),
            LegendReader.Source(node["source"])
        );

    private static SkippedLayer Skipped(Node node) =>
        new(node["layer"].Text(), node["title"].Bilingual(), Words<SkipReason>(node["reason"]), node.Optional("conditions")?.Text() ?? "")
        {
            Unmet = node.Optional("unmet")?.Bilingual(),
        };

    private static StepKind Kind(Node node) => Words<StepKind>(node);

    private static T Words<T>(Node node)
        where T : struct, Enum
    {
        var words = EnumWords.All<T>();
        return Enum.GetValues<T>()[Math.Max(0, Array.IndexOf(words, node.OneOf(words)))];
    }

    private long Cents(Node node) => Whole(node) * _sign;

    private static long Whole(Node node) => node.SignedMoney()?.Cents ?? 0;
}
