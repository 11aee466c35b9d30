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
internal sealed class CapStep(int index, int part, bool isOnCost, BeyondCap beyond, RunningSum sum, AdjustedAmounts adjusted) : Step(index)
{
    private readonly Table<Amount> _amounts = adjusted.Table;

    public bool IsOnCost => isOnCost;

    /// <summary>What becomes of that which is cut off a payment.</summary>
    public BeyondCap Rest => beyond;

    /// <summary>Whether the cost beyond the limit is left whole, for which a rate of the cost must be known.</summary>
    public bool CutsTheCost => beyond == BeyondCap.WholeCost;

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        Need(
            "of",
            ValueForms.Words(("payment", "封支付", "what is paid"), ("cost", "封费用", "the cost that counts")),
            "封顶线封的是什么",
            "what it limits"
        ),
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
        return new(
            sum,
            onCost,
            Beyond(node, onCost),
            node.Optional("cuts")?.Place,
            sum.Tell(TableReader.Read(node["amount"], row => AmountPolicy.ReadOrNone(row["value"]), TableForm.AmountsOrNone))
        )
        {
            Adjust = AdjustedAmounts.Read(node),
        };
    }

    public static CapStep Compile(StepPolicy step, CapPolicy stated, LayerContext layer)
    {
        var adjusted = AdjustedAmounts.Compile(step, stated.Amount, stated.Adjust, layer, isLess: null);
        var amounts = adjusted.Table;
        if (amounts.IsOfItem)
            layer.WrongByItem(
                step.Place,
                "cap.item",
                new(
                    "a cap cannot ask facts of items. Put the items into a layer of their own with 'items'.",
                    "封顶线不能使用项目的事实。请用“items”为这些项目单设一层。"
                ),
                stated.IsOnCost ? CostByService : PaymentByService
            );
        return new(
            layer.AddStep(step.Id, stated.Sum.Per),
            layer.AddPart(step.Id),
            stated.IsOnCost,
            stated.Beyond,
            layer.AddSum(step, stated.Sum, stated.IsOnCost ? "cost" : "payment", stated.Amount, amounts),
            adjusted
        );
    }

    private static readonly BilingualText CostByService = new(
        "'decided_by: service' gives each item the values of its own day, and this cap is one for all of them. Put it into a layer before "
            + "this one, by another day and with a rate of 0%, and let this layer work on the share that it leaves, such as "
            + "'base: first.share'.",
        "“decided_by: service”使每个项目按各自的日期取值，而该封顶线只有一个。请在本层之前单设一层（按其他日期，支付比例 0%）设封顶线，"
            + "本层以其余下的部分为基数，如“base: first.share”。"
    );

    private static readonly BilingualText PaymentByService = new(
        "'decided_by: service' gives each item the values of its own day, and this cap is one for all of them. Let another day decide this "
            + "layer, and tell the items of different days apart in the rows of its rates by a fact of items, such as 'item.period' under "
            + "'facts' of index.yaml.",
        "“decided_by: service”使每个项目按各自的日期取值，而该封顶线只有一个。请改由其他日期决定本层，并在比例的行中用项目的事实区分不同日期的项目，"
            + "如在 index.yaml 的“facts”中声明“item.period”。"
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
            sum.Add(settling, row, isOnCost ? stated.Cost : stated.Paid);
    }

    public override void Run(LayerRun run)
    {
        var row = run.Desk.Row(_amounts);
        var before = sum.Before(run.Desk, row);
        var worked = isOnCost ? run.Cost : run.Paid + run.Saved;
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
                run.CutCost(line, part, cut);
            else
                run.CutPayment(line, part, cut, beyond);
        }

        run.Counts.Cut(isOnCost, cut);
        if (!sum.IsApart || !_amounts.Values[row].IsNone)
            run.Counts.Add(sum, row, isOnCost, worked - cut);
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
