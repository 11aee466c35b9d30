using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The patient keeps the first part of the base: of each item, of the claim, or of what adds up over a day, month or benefit
/// year.</summary>
/// <param name="index">The step in the legend.</param>
/// <param name="part">The part that it leaves.</param>
/// <param name="per">Of what it is taken.</param>
/// <param name="sum">What it adds up from claim to claim.</param>
/// <param name="takenFrom">What it is taken from first; null for the base alone.</param>
/// <param name="ceiling">What deductibles come to at most over a longer period; null for no ceiling.</param>
/// <param name="adjusted">The amounts.</param>
internal sealed class DeductibleStep(
    int index,
    int part,
    Period per,
    RunningSum sum,
    TakenFrom? takenFrom,
    DeductibleCeiling? ceiling,
    AdjustedAmounts adjusted
) : Step(index)
{
    private readonly Table<Amount> _amounts = adjusted.Table;

    public override bool LooksAtItems => per == Period.Item || _amounts.IsOfItem || takenFrom is not null;

    /// <summary>Whether it is taken of each item.</summary>
    public bool IsByItem => per == Period.Item;

    /// <summary>What it is taken from first; null for the base alone.</summary>
    public TakenFrom? First => takenFrom;

    /// <summary>What deductibles come to at most over a longer period; null for no ceiling.</summary>
    public DeductibleCeiling? Ceiling => ceiling;

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        StepDay.Key,
        Need("amount", TableForm.Amounts.Schema, "金额：起付线，带日期", "the deductibles, by days"),
        AdjustedAmounts.Key,
        May(
            DeductibleCeiling.Word,
            DeductibleCeiling.Form,
            "累计上限：各次起付线一年最多多少",
            "what the deductibles of a longer period come to at most"
        ),
        May("taken_from", TakenFrom.Form, "先从哪里扣：先从哪些部分扣", "the parts from which it is taken first"),
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
        .. SumForm.Keys,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<DeductiblePolicy>(
            "deductible",
            new("the deductible: the patient bears the first part", "起付线：患者先承担的一段"),
            pays: false,
            Keys,
            Read,
            Compile
        );

    public static DeductiblePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var sum = SumForm.Read(node);
        var takenFrom = node.Optional("taken_from");
        if (takenFrom is not null && sum.Per == Period.Item)
            takenFrom.Wrong(
                "deductible.taken_from",
                "a deductible per item is taken from that item. Leave 'taken_from' out.",
                "逐项起付线从该项扣除。请删去“taken_from”。"
            );
        return new(
            sum,
            sum.Tell(TableReader.Read(node["amount"], row => AmountPolicy.Read(row["value"]), TableForm.Amounts)),
            takenFrom is null ? null : TakenFrom.Read(takenFrom)
        )
        {
            Adjust = AdjustedAmounts.Read(node),
            DecidedBy = StepDay.Read(node),
            Ceiling = node.Optional(DeductibleCeiling.Word) is { } ceiling ? DeductibleCeiling.Read(ceiling, sum.Per) : null,
        };
    }

    public static DeductibleStep Compile(StepPolicy step, DeductiblePolicy stated, LayerContext layer)
    {
        var per = stated.Sum.Per;
        var adjusted = AdjustedAmounts.Compile(step, stated.Amount, stated.Adjust, layer, isLess: true, stated.DecidedBy);
        var amounts = adjusted.Table;
        if (amounts.IsOfItem && per != Period.Item)
            layer.WrongByItem(
                step.Place,
                "deductible.item",
                new(
                    "a deductible that asks facts of items is taken of each item: write 'per: item'. To take it once of some items, put "
                        + "them into a layer of their own with 'items'.",
                    "按项目事实确定的起付线逐项扣除：请写“per: item”。若对部分项目只扣一次，请用“items”为其单设一层。"
                ),
                new(
                    "'decided_by: service' gives each item the values of its own day, and this deductible is one for all of them. Say on "
                        + "the step which day of the claim chooses it, such as 'decided_by: admission'.",
                    "“decided_by: service”使每个项目按各自的日期取值，而该起付线只有一个。请在本步骤写明按单据的哪一天取值，如“decided_by: admission”。"
                ),
                stated.DecidedBy
            );
        var takes = stated.TakenFrom is { } from ? TakenFrom.Compile(from, step, layer) : null;
        return new(
            layer.AddStep(step.Id, per),
            layer.AddPart(step.Id),
            per,
            layer.AddSum(step, stated.Sum, "deductible", stated.Amount, amounts),
            takes,
            stated.Ceiling is { } ceiling ? DeductibleCeiling.Compile(step, ceiling, layer, stated.DecidedBy) : null,
            adjusted
        );
    }

    public override StatedTables Stated => adjusted.Stated;

    public override IEnumerable<long> Amounts => adjusted.Values;

    public override bool IsReady(Desk settling, Layer layer) =>
        IsKnown(_amounts, settling, layer) && (ceiling is null || IsKnown(ceiling.Amounts, settling, layer));

    public override Amount? AmountOf(int row) => AmountOf(_amounts, row);

    public override bool ChangesAmounts => adjusted.HasChanges || ceiling is not null;

    public override int CountsBy => sum.IsApart ? _amounts.Index : ceiling?.CountsBy ?? -1;

    public override void Count(Desk settling, StatedLayer stated)
    {
        var kept = stated.Deduct(part);
        if (per != Period.Item)
            sum.Add(settling, settling.Row(_amounts), kept);
        ceiling?.Add(settling, kept);
    }

    public override void Run(LayerRun run)
    {
        if (per == Period.Item)
            RunByItem(run);
        else
            RunOnSum(run);
    }

    private void RunOnSum(LayerRun run)
    {
        var row = run.Desk.Row(_amounts);
        if (_amounts.Values[row].IsNone)
            return;
        var limit = adjusted.Of(run, row);
        var before = sum.Before(run.Desk, row);
        var due = Math.Max(0, limit - before);
        if (run.Cost > 0 || takenFrom is not null)
            adjusted.Explain(run, Index, row);
        if (ceiling is not null && ceiling.Left(run, due) is var left && left < due)
            (limit, due) = (before + left, left);
        var first = takenFrom is null ? default : takenFrom.Take(run, due);
        var kept = Math.Min(run.Cost - first.OfBase, due - first.Amount);
        // Only a base that counts what its parts were at first holds less, and of that nothing is taken first.
        var held = Math.Min(kept, run.Payable);
        var line = run.Desk.Bill.Add(
            new(Index, StepKind.Deductible, _amounts.Rows[row], run.Cost - first.OfBase + first.Amount, held + first.Amount)
            {
                Limit = limit,
                Before = before,
                // Stryker disable once Arithmetic : of what is taken first all is held, and nothing more would be due
                Due = kept + first.Amount,
            }
        );
        if (first.Amount > 0)
            run.DeductOf(line, part, first);
        run.Deduct(line, part, kept);
        sum.Add(run.Desk, row, kept + first.Amount);
        ceiling?.Add(run.Desk, kept + first.Amount);
    }

    /// <summary>One line for each row that applies to some item.</summary>
    private void RunByItem(LayerRun run)
    {
        var pool = (ItemPool)run.Pool;
        for (var row = 0; row < _amounts.Values.Length; row++)
        {
            if (_amounts.Values[row].IsNone)
                continue;
            var limit = adjusted.Of(run, row);
            var worked = 0L;
            var kept = new long[pool.Items];
            for (var item = 0; item < kept.Length; item++)
                if (run.Desk.Row(_amounts, item) == row)
                {
                    worked += pool.LeftOf(item);
                    kept[item] = Math.Min(pool.LeftOf(item), limit);
                }

            if (worked == 0)
                continue;
            adjusted.Explain(run, Index, row);
            run.DeductByItem(
                run.Desk.Bill.Add(new(Index, StepKind.Deductible, _amounts.Rows[row], worked, kept.Sum()) { Limit = limit }),
                part,
                kept
            );
        }
    }
}

/// <summary>What a step of kind <c>deductible</c> states.</summary>
/// <param name="Sum">What it adds up.</param>
/// <param name="Amount">The amounts.</param>
/// <param name="TakenFrom">What it is taken from first; null for the base alone.</param>
internal sealed record DeductiblePolicy(SumForm Sum, DatedTablePolicy<AmountPolicy> Amount, TakenFromPolicy? TakenFrom) : StepForm
{
    /// <summary>The day that chooses the amounts; null for that of the layer.</summary>
    public required DecidingDay? DecidedBy { get; init; }

    /// <summary>The changes of the amounts, in their order.</summary>
    public required IReadOnlyList<DatedTablePolicy<AmountChange>> Adjust { get; init; }

    /// <summary>What deductibles come to at most over a longer period; null for no ceiling.</summary>
    public required DeductibleCeilingPolicy? Ceiling { get; init; }

    public override IReadOnlyList<string> Tables => ["amount", "adjust", DeductibleCeiling.Word];
}
