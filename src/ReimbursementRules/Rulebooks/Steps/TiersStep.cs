using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Rulebooks.Steps;

/// <summary>The payer pays a rate of the cost, or marginal rates in bands of it; over a period the bands go on where the last claim left them.</summary>
internal sealed class TiersStep(int index, int part, bool isOnBase, int slot, Table<Bands> tables) : Step(index)
{
    public override bool LooksAtItems => tables.IsOfItem;

    public static TiersStep Compile(StepPolicy step, LayerContext layer)
    {
        step.Node.OnlyKeys("id", "kind", "edges", "per", "table", "note");
        var per = step.Node.Optional("per") is { } period ? LayerReader.Per(period) : Period.Claim;
        var table = layer.Table(step, "table", new([0], [0]), row => Read(row["value"]), "value");
        if (per == Period.Item || (table.IsOfItem && per != Period.Claim))
            step.Node["per"].Wrong("tiers.per", "bands by item are for one claim. Leave 'per' out, or ask no facts of items.", "逐项分段只能按一次就医计算。请删去“per”，或不使用项目的事实。");
        var onBase = step.Node["edges"].OneOf("after_deductible", "on_base") is "on_base";
        if (table.IsOfItem && onBase)
            step.Node["edges"].Wrong("tiers.edges", "bands by item are cut after the deductible: write 'edges: after_deductible'.", "逐项分段须在扣除起付线后计算：请写“edges: after_deductible”。");
        return new(layer.AddStep(step.Id, per), layer.AddPart(step.Id), onBase, layer.AddSlot(step.Id, per), table);
    }

    public override void Run(LayerRun run)
    {
        var before = slot < 0 ? 0 : run.Settling.Before(slot);
        var start = isOnBase ? before + run.Deducted : before;
        if (slot >= 0)
            run.Settling.Use(slot, isOnBase ? run.Cost + run.Deducted : run.Cost);
        if (!tables.IsOfItem)
            PayBands(run, run.Settling.Row(tables), start, run.Cost, before, null);
        else
            for (var row = 0; row < tables.Values.Length; row++)
                PayRow(run, row);
    }

    private static Bands Read(Node node)
    {
        if (!node.IsSequence)
            return new([0], [node.Rate().Millionths]);
        if (node.Elements.Count == 0)
            node.Wrong("bands.empty", "expected at least one band, such as { above: 0, rate: 80% }.", "至少应有一段，如 { above: 0, rate: 80% }。");
        var above = new List<long>();
        var rates = new List<int>();
        foreach (var band in node.Elements)
        {
            band.OnlyKeys("above", "rate");
            var edge = band["above"].Money().Cents;
            if (above.Count == 0 && edge != 0)
                band["above"].Wrong("bands.start", "the first band begins above 0. Write { above: 0, rate: 0% } first where nothing is paid below.", "第一段应从 0 开始。下方不支付时请先写 { above: 0, rate: 0% }。");
            if (above.Count > 0 && edge <= above[^1])
                band["above"].Wrong("bands.order", "the bands must rise: this one does not begin above the one before it.", "各段应递增：本段的起点不高于前一段。");
            above.Add(edge);
            rates.Add(band["rate"].Rate().Millionths);
        }

        return new([.. above], [.. rates]);
    }

    /// <summary>Pays for the items that one row applies to, in bands of their own.</summary>
    private void PayRow(LayerRun run, int row)
    {
        var pool = (ItemPool)run.Pool;
        var left = new long[pool.Items];
        for (var item = 0; item < left.Length; item++)
            if (run.Settling.Row(tables, item) == row)
                left[item] = pool.LeftOf(item);
        var cost = left.Sum();
        if (cost > 0)
            PayBands(run, row, 0, cost, 0, left);
    }

    private void PayBands(LayerRun run, int row, long start, long cost, long before, long[]? items)
    {
        var bands = tables.Values[row];
        var exact = (Int128)0;
        var rounded = 0L;
        var line = -1;
        if (run.Settling.RoundEach == RoundingUnit.Item && run.Pool is ItemPool pool)
            items ??= [.. Enumerable.Range(0, pool.Items).Select(pool.LeftOf)];
        var unpaid = items?.ToArray();
        for (var band = 0; band < bands.Above.Length; band++)
        {
            var upper = band + 1 < bands.Above.Length ? bands.Above[band + 1] : long.MaxValue;
            var inBand = Math.Min(start + cost, upper) - Math.Max(start, bands.Above[band]);
            if (inBand <= 0)
                continue;
            long paid;
            long[]? byItem = null;
            if (run.Settling.RoundEach == RoundingUnit.Total)
            {
                exact += (Int128)inBand * bands.Rates[band];
                var sum = (long)Rounding.Divide(exact, Rate.WholeMillionths);
                paid = Math.Min(sum - rounded, run.Payable);
                rounded = sum;
                byItem = unpaid is null ? null : ((ItemPool)run.Pool).Divided(paid, unpaid);
            }
            else if (run.Settling.RoundEach == RoundingUnit.Item)
            {
                byItem = RoundedByItem(inBand, bands.Rates[band], items!, unpaid!);
                paid = byItem.Sum();
            }
            else
            {
                paid = Math.Min(Rounding.Portion(inBand, bands.Rates[band]), run.Payable);
                byItem = unpaid is null ? null : ((ItemPool)run.Pool).Divided(paid, unpaid);
            }

            line = run.Settling.Ledger.Add(new(Index, StepKind.Band, tables.Rows[row], bands.Rates[band], inBand, paid, bands.Above[band], upper, before));
            run.Pay(line, paid, byItem);
            for (var item = 0; item < byItem?.Length; item++)
                unpaid![item] -= byItem[item];
        }

        if (line >= 0)
            run.Rest = (line, part);
    }

    /// <summary>Each item's part of the band, exact, times the rate, rounded for the item alone; never more than is left of it.</summary>
    private static long[] RoundedByItem(long inBand, int rate, long[] items, long[] unpaid)
    {
        var sum = items.Sum();
        return sum == 0
            ? new long[items.Length]
            : [.. items.Select((left, item) => Math.Min(unpaid[item], (long)Rounding.Divide((Int128)inBand * rate * left, (Int128)sum * Rate.WholeMillionths)))];
    }
}
