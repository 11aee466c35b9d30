using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks.Steps;

/// <summary>A ceiling: on the cost that counts, before the rate is taken, or on what the payer pays, after it.</summary>
internal sealed class CapStep(int index, int part, bool isOnCost, int slot, Table<Amount> amounts) : Step(index)
{
    public bool IsOnCost => isOnCost;

    public static CapStep Compile(StepPolicy step, LayerContext layer)
    {
        step.Node.OnlyKeys("id", "kind", "of", "per", "amount", "note");
        var per = LayerReader.Per(step.Node["per"]);
        if (per == Period.Item)
            step.Node["per"].Wrong("cap.item", "a cap is not per item. Write the claim, a day, a month or a year.", "封顶线不能逐项计算。请写 claim、day、month 或 year。");
        var amounts = layer.Table(step, "amount", Amount.None, row => layer.AmountOrNone(row["value"]), "value");
        if (amounts.IsOfItem)
            step.Node.Wrong("cap.item", "a cap cannot ask facts of items. Put the items into a layer of their own with 'items'.", "封顶线不能使用项目的事实。请用“items”为这些项目单设一层。");
        return new(layer.AddStep(step.Id, per), layer.AddPart(step.Id), step.Node["of"].OneOf("payment", "cost") is "cost", layer.AddSlot(step.Id, per), amounts);
    }

    public override void Run(LayerRun run)
    {
        var row = run.Settling.Row(amounts);
        var before = slot < 0 ? 0 : run.Settling.Before(slot);
        var worked = isOnCost ? run.Cost : run.Paid + run.Saved;
        var cut = 0L;
        if (!amounts.Values[row].IsNone)
        {
            var limit = amounts.Values[row].On(run.Day);
            cut = worked - Math.Min(worked, Math.Max(0, limit - before));
            var kind = isOnCost ? StepKind.CapOnCost : StepKind.CapOnPayment;
            var line = run.Settling.Ledger.Add(new(Index, kind, amounts.Rows[row], 0, worked, cut, limit, 0, before));
            if (isOnCost)
                run.CutCost(line, part, cut);
            else
                run.CutPayment(line, part, cut);
        }

        if (slot >= 0)
            run.Settling.Use(slot, worked - cut);
    }
}
