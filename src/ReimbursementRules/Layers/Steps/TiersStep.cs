using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The payer pays a rate of the cost, or marginal rates in bands of it; over a period the bands go on where the last claim left
/// them.</summary>
internal sealed class TiersStep(int index, int part, bool isOnBase, RunningSum sum, Table<Bands> tables, RateAdjustment[] adjustments)
    : Step(index)
{
    private readonly bool _isOfItem = tables.IsOfItem || Array.Exists(adjustments, adjustment => adjustment.IsOfItem);

    public override bool LooksAtItems => _isOfItem;

    /// <summary>Whether the bands begin at the base, not after the deductible.</summary>
    public bool IsOnBase => isOnBase;

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        May(
            "edges",
            ValueForms.Words(("after_deductible", "从起付线以上算起", "after the deductible"), ("on_base", "从零算起", "at the base")),
            "从哪里分段：只有一个比例时不必写",
            "where the bands begin; of one flat rate it need not be said"
        ),
        Need("table", BandsReader.Table.Schema, "表：比例或分段，带日期", "the rates or bands, by days"),
        RateAdjustment.Key,
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
        .. SumForm.Keys,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<TiersPolicy>(
            "tiers",
            new("the payer pays a rate, or rates in bands", "分段报销：支付方按比例或分段支付"),
            pays: true,
            Keys,
            Read,
            Compile
        );

    public static TiersPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var sum = SumForm.Read(node, Period.Claim);
        var table = TableReader.Read(node["table"], row => BandsReader.Read(row["value"]), BandsReader.Table);
        var addsUpByRow = !TiersPolicy.IsFlat(table);
        var edges = node.Optional("edges") is null && TiersPolicy.IsFlat(table) ? null : node["edges"];
        return new(
            sum,
            node.Optional("per")?.Place ?? node.Place,
            edges?.OneOf("after_deductible", "on_base") is "on_base",
            edges?.Place ?? node.Place,
            sum.Tell(table with { AddsUpByRow = addsUpByRow }),
            [
                .. RateAdjustment
                    .Read(node.Optional("adjust"))
                    .Select(one => one with { Table = one.Table with { AddsUpByRow = addsUpByRow } }),
            ]
        );
    }

    public static TiersStep Compile(StepPolicy step, TiersPolicy stated, LayerContext layer)
    {
        var per = stated.Sum.Per;
        var table = layer.Table(step, "table", stated.Table, Bands.Repealed, bands => bands.Bind(layer));
        layer.Leans(table, (a, b) => a.PaysLess(b), (a, b) => a.Differs(b));
        var adjustments = RateAdjustment.Compile(step, stated.Adjust, layer);
        var isOfItem = table.IsOfItem || Array.Exists(adjustments, adjustment => adjustment.IsOfItem);
        if (per == Period.Item || (isOfItem && per != Period.Claim))
            layer.WrongByItem(
                stated.PerAt,
                "tiers.per",
                new(
                    "bands by item are for one claim. Leave 'per' out, or ask no facts of items.",
                    "逐项分段只能按一次就医计算。请删去“per”，或不使用项目的事实。"
                ),
                new(
                    "'decided_by: service' gives each item the bands of its own day, and those are for one claim. Leave 'per' out, or let "
                        + "another day decide this layer.",
                    "“decided_by: service”使每个项目按各自的日期分段，只能按一次就医计算。请删去“per”，或改由其他日期决定本层。"
                )
            );
        if (isOfItem && stated.IsOnBase)
            layer.Problems.Add(
                stated.EdgesAt,
                "tiers.edges",
                "bands by item are cut after the deductible: write 'edges: after_deductible'.",
                "逐项分段须在扣除起付线后计算：请写“edges: after_deductible”。"
            );
        return new(
            layer.AddStep(step.Id, per),
            layer.AddPart(step.Id),
            stated.IsOnBase,
            layer.AddSum(step, stated.Sum, stated.IsOnBase ? "tiers on_base" : "tiers", stated.Table, table, HaveOtherEdges),
            table,
            adjustments
        );
    }

    /// <summary>Whether the bands of the rows begin elsewhere, so that it matters which amount they go on from.</summary>
    private static bool HaveOtherEdges(IReadOnlyList<RowPolicy<BandsPolicy>> rows) =>
        rows.Count > 1 && rows.Any(row => !row.Value.Bands.Above.SequenceEqual(rows[0].Value.Bands.Above));

    public override StatedTables Stated =>
        new(
            [(tables.IsOfItem, tables.Index), .. adjustments.Select(adjustment => adjustment.Place)],
            rows => Changed(tables.Values[rows[0]], rows),
            null,
            tables.Rows
        );

    /// <summary>The bands of a row with the changes that the rows of the adjustments make.</summary>
    private Bands Changed(Bands bands, int[] rows) =>
        bands.IsRepealed
            ? bands
            : bands with
            {
                Rates =
                [
                    .. bands.Rates.Select(rate =>
                        adjustments.Index().Aggregate(rate, (changed, one) => one.Item.Change(rows[one.Index + 1]).Of(changed))
                    ),
                ],
            };

    public override int CountsBy => sum.IsApart ? tables.Index : -1;

    public override void Count(Desk settling, StatedLayer stated) =>
        sum.Add(settling, _isOfItem ? 0 : settling.Row(tables), isOnBase ? stated.Cost() + stated.Deducted : stated.Cost());

    public override void Run(LayerRun run)
    {
        var row = _isOfItem ? 0 : run.Desk.Row(tables);
        var before = sum.Before(run.Desk, row);
        var start = isOnBase ? before + run.Deducted : before;
        sum.Add(run.Desk, row, isOnBase ? run.Cost + run.Deducted : run.Cost);
        // Stryker disable once Unary : no table asks an item here, so that any would do
        if (!_isOfItem)
            PayBands(run, -1, start, run.Cost, before, null);
        else
            PayByRow(run);
    }

    /// <summary>Pays for the items that the same rows apply to, in bands of their own.</summary>
    private void PayByRow(LayerRun run)
    {
        var pool = (ItemPool)run.Pool;
        foreach (
            var items in Enumerable
                .Range(0, pool.Items)
                .Where(item => pool.LeftOf(item) > 0)
                .GroupBy(item => RowsOf(run, item))
                .OrderBy(group => group.Key)
        )
        {
            var left = new long[pool.Items];
            foreach (var item in items)
                left[item] = pool.LeftOf(item);
            // Stryker disable once Linq : a group has items
            PayBands(run, items.First(), 0, left.Sum(), 0, left);
        }
    }

    /// <summary>One number for the rows of all tables that apply to an item; numbers sort as the rows stand in the file.</summary>
    private Int128 RowsOf(LayerRun run, int item)
    {
        var rows = (Int128)run.Desk.Row(tables, item);
        foreach (var adjustment in adjustments)
            rows = rows * adjustment.Rows + adjustment.Row(run.Desk, item);
        return rows;
    }

    private TakenRate RateOf(LayerRun run, Bands bands, int band, int item)
    {
        var taken = new TakenRate(bands.RateOf(band, run.Desk));
        if (bands.IsRepealed)
            return taken;
        foreach (var adjustment in adjustments)
            taken = adjustment.Apply(taken, Index, adjustment.Row(run.Desk, item), run.Desk.Bill);
        return taken;
    }

    /// <summary>Pays the bands of the claim, or of the items that have the rows of one of them.</summary>
    private void PayBands(LayerRun run, int item, long start, long cost, long before, long[]? items)
    {
        var row = run.Desk.Row(tables, item);
        var bands = tables.Values[row];
        var isOfTotal = run.Desk.RoundEach == RoundingUnit.Total;
        var (sum, sumBefore) = (new RoundedRates(isOfTotal), new RoundedRates(isOfTotal));
        // Stryker disable once Unary : where no band is paid nothing is left to be kept
        var line = -1;
        if ((run.Desk.RoundEach == RoundingUnit.Item || run.PaysByItem) && run.Pool is ItemPool pool)
            items ??= [.. Enumerable.Range(0, pool.Items).Select(pool.LeftOf)];
        var unpaid = items?.ToArray();
        for (var band = 0; band < bands.Above.Length; band++)
        {
            var upper = band + 1 < bands.Above.Length ? bands.Above[band + 1] : long.MaxValue;
            var inBand = Math.Min(start + cost, upper) - Math.Max(start, bands.Above[band]);
            if (inBand <= 0)
                continue;
            var taken = RateOf(run, bands, band, item);
            var (due, paid, byItem, lost) =
                run.Desk.RoundEach == RoundingUnit.Item
                    ? PaidByItem(taken, inBand, items!, unpaid!)
                    : Paid(run, taken, inBand, ref sum, ref sumBefore, unpaid);
            line = run.Desk.Bill.Add(
                new(Index, StepKind.Band, tables.Rows[row], inBand, paid)
                {
                    Rate = taken.Rate,
                    Limit = bands.Above[band],
                    Upper = upper,
                    Before = before,
                    Due = due,
                }
            );
            run.Pay(
                new(line, paid, byItem)
                {
                    Cost = inBand,
                    Covered = inBand,
                    LostLine = taken.Line,
                    LostPart = taken.Part,
                    // Stryker disable once Conditional : a rate that is not lowered loses nothing
                    Lost = taken.Line < 0 ? 0 : lost,
                    Group = items,
                }
            );
            for (var i = 0; i < byItem?.Length; i++)
                unpaid![i] -= byItem[i];
        }

        if (line >= 0)
            run.Rest = (line, part);
    }

    /// <summary>What the band pays, of each item where they are told apart, and what a lowered rate costs.</summary>
    private static (long Due, long Paid, long[]? ByItem, long Lost) Paid(
        LayerRun run,
        TakenRate taken,
        long inBand,
        ref RoundedRates sum,
        ref RoundedRates sumBefore,
        long[]? unpaid
    )
    {
        var rounded = sum.Next(inBand, taken.Rate);
        var lost = Math.Max(0, sumBefore.Next(inBand, taken.Before) - rounded);
        var paid = Math.Min(rounded, run.Payable);
        return (rounded, paid, unpaid is null ? null : ((ItemPool)run.Pool).Divided(paid, unpaid), lost);
    }

    private static (long Due, long Paid, long[] ByItem, long Lost) PaidByItem(TakenRate taken, long inBand, long[] items, long[] unpaid)
    {
        var dueByItem = RoundedByItem(inBand, taken.Rate, items);
        var byItem = Left(dueByItem, unpaid);
        var paid = byItem.Sum();
        // Stryker disable once Linq : all are nothing where the largest is
        var isNoneLeft = items.Sum() == 0;
        var due = isNoneLeft ? Rounding.Portion(inBand, taken.Rate) : dueByItem.Sum();
        // Stryker disable once Conditional : a rate that is not lowered loses nothing
        var lost = taken.Line < 0 ? 0 : Left(RoundedByItem(inBand, taken.Before, items), unpaid).Sum() - paid;
        return (due, paid, byItem, lost);
    }

    /// <summary>Each item's part of the band, exact, times the rate, rounded for the item alone.</summary>
    private static long[] RoundedByItem(long inBand, Rate rate, long[] items)
    {
        var sum = items.Sum();
        return sum == 0 ? new long[items.Length] : [.. items.Select(left => Rounding.PortionOf(inBand, left, sum, rate))];
    }

    /// <summary>Never more than is left of an item.</summary>
    private static long[] Left(long[] due, long[] unpaid) => [.. due.Select((amount, item) => Math.Min(unpaid[item], amount))];
}

/// <summary>What a step of kind <c>tiers</c> states.</summary>
/// <param name="Sum">What it adds up.</param>
/// <param name="PerAt">Where that stands.</param>
/// <param name="IsOnBase">Whether the bands begin at the base, not after the deductible.</param>
/// <param name="EdgesAt">Where that stands.</param>
/// <param name="Table">The rates.</param>
/// <param name="Adjust">The changes of the rates, in their order.</param>
internal sealed record TiersPolicy(
    SumForm Sum,
    FilePlace PerAt,
    bool IsOnBase,
    FilePlace EdgesAt,
    DatedTablePolicy<BandsPolicy> Table,
    IReadOnlyList<AdjustmentPolicy> Adjust
) : StepForm
{
    public override IReadOnlyList<string> Tables => ["table", "adjust"];

    public override IReadOnlyList<string> Idle => IsFlat(Table) ? ["edges"] : [];

    /// <summary>Whether every row has one rate, so that it does not matter where bands begin.</summary>
    public static bool IsFlat(DatedTablePolicy<BandsPolicy> table) => table.Rows.All(row => row.Value is null or { Bands.Above.Length: 1 });
}
