using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks.Steps;

/// <summary>A ceiling: on the cost that counts, before the rate is taken, or on what the payer pays, after it.</summary>
internal sealed class CapStep(int index, int part, bool isOnCost, bool isBorneByHospital, int slot, Table<Amount> amounts) : Step(index)
{
    public bool IsOnCost => isOnCost;

    public static CapStep Compile(StepPolicy step, LayerContext layer)
    {
        step.Node.OnlyKeys("id", "kind", "of", "per", "shared", "amount", "beyond", "note");
        var per = LayerReader.Per(step.Node["per"]);
        if (per == Period.Item)
            step.Node["per"].Wrong("cap.item", "a cap is not per item. Write the claim, a day, a month or a year.", "封顶线不能逐项计算。请写 claim、day、month 或 year。");
        var amounts = layer.Table(step, "amount", Amount.None, row => layer.AmountOrNone(row["value"]), "value");
        if (amounts.IsOfItem)
            step.Node.Wrong("cap.item", "a cap cannot ask facts of items. Put the items into a layer of their own with 'items'.", "封顶线不能使用项目的事实。请用“items”为这些项目单设一层。");
        layer.Leans(amounts, null);
        var onCost = step.Node["of"].OneOf("payment", "cost") is "cost";
        var beyond = step.Node.Optional("beyond");
        var byHospital = beyond?.OneOf("patient", "hospital") is "hospital";
        if (onCost && byHospital)
            beyond!.Wrong("cap.beyond", "only what is cut off a payment can fall to the hospital; a cost that does not count stays with the patient.", "只有从支付额截减的部分可由医疗机构承担；不计入的费用由患者承担。");
        return new(layer.AddStep(step.Id, per), layer.AddPart(step.Id), onCost, byHospital, layer.AddSlot(step, per, onCost ? "cost" : "payment"), amounts);
    }

    public override StatedTables Stated => StatedTables.Of(amounts);

    public override bool IsReady(Settling settling) => IsKnown(amounts, settling);

    public override void Run(LayerRun run)
    {
        var row = run.Settling.Row(amounts);
        var before = slot < 0 ? 0 : run.Settling.Before(slot);
        var worked = isOnCost ? run.Cost : run.Paid + run.Saved;
        var cut = 0L;
        if (!amounts.Values[row].IsNone)
        {
            var limit = run.AmountOf(amounts.Values[row]);
            cut = worked - Math.Min(worked, Math.Max(0, limit - before));
            var kind = isOnCost ? StepKind.CapOnCost : StepKind.CapOnPayment;
            var line = run.Settling.Ledger.Add(new(Index, kind, amounts.Rows[row], 0, worked, cut, limit, 0, before));
            if (isOnCost)
                run.CutCost(line, part, cut);
            else
                run.CutPayment(line, isBorneByHospital ? -1 : part, cut);
        }

        run.Counts.Cut(isOnCost, cut);
        if (slot >= 0)
            run.Counts.Add(slot, isOnCost, worked - cut);
    }
}
