using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The amounts of a step's table, and what is changed of them, one change after another.</summary>
/// <param name="table">The amounts.</param>
/// <param name="changes">The changes.</param>
/// <param name="ownDay">The day that chooses them; null for that of the layer.</param>
internal sealed class AdjustedAmounts(Table<Amount> table, Table<AmountChange>[] changes, DecidingDay? ownDay)
{
    /// <summary>The most amounts that are told of which the rows of several tables may come to.</summary>
    private const int MostValues = 200;

    private static readonly ValueForm SumOrShare = ValueForms.Either(ValueForms.Money, ValueForms.Rate);

    private static readonly TableForm Changes = new(
        "changes of an amount",
        May("add", SumOrShare, "加：增加多少元，或其百分之几", "what is added: an amount, or a share of it"),
        May("less", SumOrShare, "减：减少多少元，或其百分之几", "what is taken off: an amount, or a share of it"),
        May("times", ValueForms.Rate, "按原金额的百分之几", "the share of the amount that is taken")
    );

    /// <summary>The key of a step that lists them.</summary>
    public static KeyForm Key { get; } =
        May(
            "adjust",
            ValueForms.Either(ValueForms.List(Form), SameTables.Form),
            "调整：在表的金额上再加减",
            "changes of the amounts, one after another"
        ) with
        {
            HasTables = true,
        };

    public Table<Amount> Table => table;

    /// <summary>What the tables say together.</summary>
    public StatedTables Stated =>
        new([(table.IsOfItem, table.Index), .. changes.Select(change => (change.IsOfItem, change.Index))], null, Changed, table.Rows);

    /// <summary>Amounts in cents that the tables may come to by the values in force last, where something is changed.</summary>
    public IEnumerable<long> Values =>
        changes.Length == 0
            ? []
            : changes.Aggregate(
                table.Values.Where(amount => !amount.IsNone).Select(amount => amount.AtLast).Distinct().Take(MostValues),
                (before, change) => before.SelectMany(cents => change.Values.Select(one => one.Of(cents))).Distinct().Take(MostValues)
            );

    public static IReadOnlyList<DatedTablePolicy<AmountChange>> Read(Node step) =>
        [.. (step.Optional("adjust")?.Items() ?? []).Select(one => TableReader.Read(one, ReadRow, Changes))];

    /// <param name="step">The step.</param>
    /// <param name="amount">Its amounts.</param>
    /// <param name="adjust">What is changed of them.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="isLess">Whether a larger amount pays less; null where that cannot be said.</param>
    /// <param name="ownDay">The day that chooses them; null for that of the layer.</param>
    public static AdjustedAmounts Compile(
        StepPolicy step,
        DatedTablePolicy<AmountPolicy> amount,
        IReadOnlyList<DatedTablePolicy<AmountChange>> adjust,
        LayerContext layer,
        bool? isLess,
        DecidingDay? ownDay = null
    )
    {
        var amounts = layer.Table(step, "amount", amount, ownDay);
        layer.Leans(amounts, isLess is null ? null : (a, b) => b.IsBelow(a));
        return new(amounts, [.. adjust.Select((one, i) => Compile(step, one, $"adjust.{i + 1}", layer, isLess, ownDay))], ownDay);
    }

    /// <summary>The amount of a row for the claim, with its changes, in cents.</summary>
    public long Of(LayerRun run, int row)
    {
        var cents = run.AmountOf(table.Values[row], ownDay);
        foreach (var change in changes)
            cents = change.Values[run.Desk.Row(change)].Of(cents);
        return cents;
    }

    /// <summary>Whether anything is changed.</summary>
    public bool HasChanges => changes.Length > 0;

    /// <summary>Lines that say how the amount of a row is computed, and one for each change of it.</summary>
    public void Explain(LayerRun run, ushort step, int row)
    {
        run.Explain(table.Values[row], step, table.Rows[row], ownDay);
        ExplainChanges(run, step, row);
    }

    /// <summary>A line for each change of the amount of a row.</summary>
    public void ExplainChanges(LayerRun run, ushort step, int row)
    {
        if (changes.Length == 0)
            return;
        var before = run.AmountOf(table.Values[row], ownDay);
        foreach (var change in changes)
        {
            var at = run.Desk.Row(change);
            var made = change.Values[at];
            var after = made.Of(before);
            if (after != before)
                run.Desk.Bill.Add(
                    new(step, made.IsOfShare ? StepKind.AmountShare : StepKind.AmountChange, change.Rows[at], before, after)
                    {
                        Rate = made.Share,
                        Limit = made.IsOfShare ? 0 : made.Number,
                    }
                );
            before = after;
        }
    }

    private Amount Changed(int[] rows) =>
        table.Values[rows[0]] is { IsNone: false } amount && changes.Length > 0
            ? new ChangedAmount(amount, [.. changes.Select((change, i) => change.Values[rows[i + 1]])])
            : table.Values[rows[0]];

    private static JsonObject Form(SchemaDraft draft) => Changes.Schema(draft);

    private static Table<AmountChange> Compile(
        StepPolicy step,
        DatedTablePolicy<AmountChange> stated,
        string name,
        LayerContext layer,
        bool? isLess,
        DecidingDay? ownDay
    )
    {
        var changes = layer.Table(step, name, stated, AmountChange.Nothing, ownDay);
        layer.Leans(
            changes,
            isLess is null ? null : (a, b) => b.IsBelow(a),
            isLess is null ? null : (a, b) => a.IsBelow(b) || b.IsBelow(a)
        );
        if (changes.IsOfItem)
            layer.WrongByItem(
                stated.Entries[0].Source.Place,
                "adjust.item",
                new(
                    "a change of an amount cannot ask facts of items: the amount is changed once for the claim. Ask them in the rows of "
                        + "'amount', or put the items into a layer of their own with 'items'.",
                    "金额的调整不能使用项目的事实：金额按单据调整一次。请在“amount”的行中使用，或用“items”为这些项目单设一层。"
                ),
                new(
                    "'decided_by: service' gives each item the values of its own day, and an amount is changed once for the claim. Let "
                        + "another day decide this layer, or write the changed amounts as rows of 'amount'.",
                    "“decided_by: service”使每个项目按各自的日期取值，而金额按单据调整一次。请改由其他日期决定本层，或将调整后的金额写成“amount”的行。"
                ),
                ownDay
            );
        return changes;
    }

    private static AmountChange ReadRow(Node node)
    {
        var named = Changes.Values.Where(key => node.Optional(key) is not null).ToList();
        if (named.Count == 1)
            return ReadOne(named[0], node[named[0]]);
        node.Wrong(
            "adjust.row",
            "a row that adjusts an amount has one of 'add', 'less' and 'times'. Write 'times: 100%' where the amount stays as it is.",
            "调整金额的表，每行应有“add”、“less”、“times”之一。金额不变时请写“times: 100%”。"
        );
        return AmountChange.Nothing;
    }

    private static AmountChange ReadOne(string key, Node node) =>
        (key, node.Raw.EndsWith('%')) switch
        {
            ("times", _) => new(AmountChangeWay.Times, node.Rate().Millionths),
            ("add", true) => new(AmountChangeWay.AddShare, node.Rate().Millionths),
            (_, true) => new(AmountChangeWay.Times, Rate.WholeMillionths - node.Rate().Millionths),
            ("add", _) => new(AmountChangeWay.Add, node.Money().Cents),
            _ => new(AmountChangeWay.Less, node.Money().Cents),
        };
}
