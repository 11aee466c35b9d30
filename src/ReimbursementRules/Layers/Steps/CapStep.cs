using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>A ceiling: on the cost that counts, before the rate is taken, or on what the payer pays, after it.</summary>
/// <param name="index">The step in the legend.</param>
/// <param name="part">The part that it leaves.</param>
/// <param name="isOnCost">Whether it limits the cost that counts.</param>
/// <param name="beyond">What becomes of that which is cut off a payment.</param>
/// <param name="sum">What it adds up from claim to claim.</param>
/// <param name="adjusted">The limits.</param>
/// <param name="items">Which items it limits; null for all.</param>
internal sealed class CapStep(
    int index,
    int part,
    bool isOnCost,
    BeyondCap beyond,
    RunningSum sum,
    AdjustedAmounts adjusted,
    Table<bool>? items
) : Step(index)
{
    /// <summary>The name of the table of its items.</summary>
    public const string ItemsKey = "items";

    private readonly Table<Amount> _amounts = adjusted.Table;

    public override bool LooksAtItems => items is not null;

    public override bool CountsItems => items is not null;

    public override bool NeedsPaymentsByItem => items is not null && !isOnCost;

    /// <summary>Which items it limits; null for all.</summary>
    public Table<bool>? Items => items;

    public bool IsOnCost => isOnCost;

    /// <summary>What becomes of that which is cut off a payment.</summary>
    public BeyondCap Rest => beyond;

    /// <summary>Whether the cost beyond the limit is left whole, for which a rate of the cost must be known.</summary>
    public bool CutsTheCost => beyond == BeyondCap.WholeCost;

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        StepDay.Key,
        Need(
            "of",
            ValueForms.Words(("payment", "封支付", "what is paid"), ("cost", "封费用", "the cost that counts")),
            "封顶线封的是什么",
            "what it limits"
        ),
        May(ItemsKey, ConditionForm.Of, "只管的明细：只封这些费用", "the items that it limits; all where left out"),
        Need("amount", TableForm.AmountsOrNone.Schema, "金额：封顶线，带日期", "the limits, by days"),
        AdjustedAmounts.Key,
        May(
            "beyond",
            ValueForms.Words(("patient", "患者", "the patient"), ("hospital", "医疗机构", "the hospital")),
            "超出归谁：截下来的由谁承担",
            "who bears what is cut off a payment"
        ),
        May(
            "cuts",
            ValueForms.Words(
                ("payment", "只截支付", "the payment"),
                ("cost", "连费用一起截，留给下一个支付方", "the cost too, for the next fund")
            ),
            "截什么：到顶以后",
            "what is cut beyond the limit"
        ),
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
        .. SumForm.Keys,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<CapPolicy>("cap", new("limits the cost or the payment", "封顶线：限制费用或支付"), pays: false, Keys, Read, Compile);

    public static CapPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var sum = SumForm.Read(node);
        if (sum.Per == Period.Item)
            node["per"]
                .Wrong(
                    "cap.item",
                    "a cap is not per item. Write the claim, a day, a month or a year.",
                    "封顶线不能逐项计算。请写 claim、day、month 或 year。"
                );
        var onCost = node["of"].OneOf("payment", "cost") is "cost";
        var items = node.Optional(ItemsKey);
        if (items is not null && node.Optional("cuts") is { } cuts && cuts.Raw == "cost")
            cuts.Wrong(
                "cap.cuts",
                "a cap of some items cuts the payment alone. Leave 'cuts' out, or 'items'.",
                "只封部分费用的封顶线只截支付。请删去“cuts”，或删去“items”。"
            );
        return new(
            sum,
            onCost,
            Beyond(node, onCost),
            node.Optional("cuts")?.Place,
            sum.Tell(TableReader.Read(node["amount"], row => AmountPolicy.ReadOrNone(row["value"]), TableForm.AmountsOrNone))
        )
        {
            Adjust = AdjustedAmounts.Read(node),
            DecidedBy = StepDay.Read(node),
            Items = items is null ? null : ConditionReader.Read(items),
            ItemsAt = items?.Place ?? node.Place,
        };
    }

    public static CapStep Compile(StepPolicy step, CapPolicy stated, LayerContext layer)
    {
        var adjusted = AdjustedAmounts.Compile(step, stated.Amount, stated.Adjust, layer, isLess: null, stated.DecidedBy);
        var amounts = adjusted.Table;
        if (amounts.IsOfItem)
            layer.WrongByItem(
                step.Place,
                "cap.item",
                new(
                    "the rows of a cap cannot ask facts of items. To limit some items, name them with 'items' beside 'amount', in a cap "
                        + "for each group.",
                    "封顶线的行不能使用项目的事实。若只封部分项目，请在“amount”旁用“items”写明这些项目，每组一个封顶线。"
                ),
                ByService,
                stated.DecidedBy
            );
        if (stated is { Items: not null, IsOnCost: false } && !layer.PaysRates)
            layer.Problems.Add(
                stated.ItemsAt,
                "cap.items",
                "a cap of payment with 'items' asks what is paid for each item: the step that pays must be of kind tiers.",
                "带“items”的支付额封顶线需要知道每项的支付额：支付步骤应为 tiers。"
            );
        return new(
            layer.AddStep(step.Id, stated.Sum.Per),
            layer.AddPart(step.Id),
            stated.IsOnCost,
            stated.Beyond,
            layer.AddSum(step, stated.Sum, stated.IsOnCost ? "cost" : "payment", stated.Amount, amounts),
            adjusted,
            stated.Items is { } items ? layer.Items(step, ItemsKey, items, stated.ItemsAt) : null
        );
    }

    private static readonly BilingualText ByService = new(
        "'decided_by: service' gives each item the values of its own day, and this cap is one for all of them. Say on the step which day "
            + "of the claim chooses it, such as 'decided_by: admission'.",
        "“decided_by: service”使每个项目按各自的日期取值，而该封顶线只有一个。请在本步骤写明按单据的哪一天取值，如“decided_by: admission”。"
    );

    private static BeyondCap Beyond(Node node, bool onCost)
    {
        var (beyond, cuts) = (node.Optional("beyond"), node.Optional("cuts"));
        var byHospital = beyond?.OneOf("patient", "hospital") is "hospital";
        var wholeCost = cuts?.OneOf("payment", "cost") is "cost";
        if (onCost && byHospital)
            beyond!.Wrong(
                "cap.beyond",
                "only what is cut off a payment can fall to the hospital; a cost that does not count stays with the patient.",
                "只有从支付额截减的部分可由医疗机构承担；不计入的费用由患者承担。"
            );
        if (wholeCost && (onCost || byHospital))
            cuts!.Wrong(
                "cap.cuts",
                "'cuts: cost' is for a cap on payment whose rest stays with the patient, for the next fund. Leave it out.",
                "“cuts: cost”用于支付额封顶、其余部分留给患者（由下一基金支付）的情形。请删去。"
            );
        return byHospital ? BeyondCap.Hospital
            : wholeCost ? BeyondCap.WholeCost
            : BeyondCap.Patient;
    }

    public override StatedTables Stated => adjusted.Stated;

    public override IEnumerable<long> Amounts => adjusted.Values;

    public override bool IsReady(Desk settling, Layer layer) => IsKnown(_amounts, settling, layer);

    public override Amount? AmountOf(int row) => AmountOf(_amounts, row);

    public override bool ChangesAmounts => adjusted.HasChanges;

    public override int CountsBy => sum.IsApart ? _amounts.Index : -1;

    public override void Count(Desk settling, StatedLayer stated)
    {
        if (isOnCost)
            stated.Take(part);
        var row = settling.Row(_amounts);
        if (!sum.IsApart || !_amounts.Values[row].IsNone)
            sum.Add(settling, row, isOnCost ? stated.Cost(IsOf) : stated.Paid(IsOf));

        bool IsOf(int item) => items is null || settling.Row(items, item) == 0;
    }

    public override void Run(LayerRun run)
    {
        var row = run.Desk.Row(_amounts);
        var before = sum.Before(run.Desk, row);
        var worked = run.Worked(isOnCost, items);
        // Stryker disable once Equality : of nothing nothing is cut or counted
        if (items is not null && worked == 0)
            return;
        run.Counts.Hold(run, isOnCost);
        var cut = 0L;
        if (!_amounts.Values[row].IsNone)
        {
            var limit = adjusted.Of(run, row);
            if (worked > 0)
                adjusted.Explain(run, Index, row);
            cut = worked - Math.Min(worked, Math.Max(0, limit - before));
            var kind = isOnCost ? StepKind.CapOnCost : StepKind.CapOnPayment;
            var line = run.Desk.Bill.Add(new(Index, kind, _amounts.Rows[row], worked, cut) { Limit = limit, Before = before });
            if (isOnCost)
                run.CutCost(line, part, cut, items);
            else
                run.CutPayment(line, part, cut, beyond, items);
        }

        run.Counts.Cut(run, isOnCost, cut);
        if (!sum.IsApart || !_amounts.Values[row].IsNone)
            run.Counts.Add(new(sum, row, isOnCost, items, worked - cut));
    }
}

/// <summary>What a step of kind <c>cap</c> states.</summary>
/// <param name="Sum">What it adds up.</param>
/// <param name="IsOnCost">Whether it limits the cost that counts.</param>
/// <param name="Beyond">What becomes of that which is cut off a payment.</param>
/// <param name="CutsAt">Where it says what it cuts; null where it does not.</param>
/// <param name="Amount">The limits.</param>
internal sealed record CapPolicy(SumForm Sum, bool IsOnCost, BeyondCap Beyond, FilePlace? CutsAt, DatedTablePolicy<AmountPolicy> Amount)
    : StepForm
{
    /// <summary>The day that chooses the limits; null for that of the layer.</summary>
    public required DecidingDay? DecidedBy { get; init; }

    /// <summary>Conditions on the items that it limits; null for all.</summary>
    public required ConditionsPolicy? Items { get; init; }

    /// <summary>Where they stand.</summary>
    public required FilePlace ItemsAt { get; init; }

    /// <summary>The changes of the limits, in their order.</summary>
    public required IReadOnlyList<DatedTablePolicy<AmountChange>> Adjust { get; init; }

    public override IReadOnlyList<string> Tables => ["amount", "adjust"];
}

/// <summary>What becomes of that which a cap cuts off a payment.</summary>
internal enum BeyondCap
{
    /// <summary>The patient keeps it.</summary>
    Patient,

    /// <summary>The hospital bears it.</summary>
    Hospital,

    /// <summary>The patient keeps it together with the own share of that cost: the cost beyond is left whole.</summary>
    WholeCost,
}
