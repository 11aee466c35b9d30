using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The personal account pays what is left of the base, up to what earlier layers of the claim left of its balance.</summary>
internal sealed class AccountStep(int index, int row) : Step(index)
{
    public static AccountStep Compile(StepPolicy step, LayerContext layer)
    {
        step.Node.OnlyKeys("id", "kind", "note");
        return new(layer.AddStep(step.Id, Period.Claim), layer.AddRow(step));
    }

    public override void Run(LayerRun run)
    {
        var bill = run.Desk.Bill;
        var balance = run.Desk.Claim.AccountBalance.Cents;
        var before = bill.Paid(bill.Legend.Account);
        var due = Math.Min(run.Cost, balance - before);
        var paid = Math.Min(due, run.Payable);
        run.Pay(
            new(
                bill.Add(
                    new(Index, StepKind.Account, row, run.Cost, paid)
                    {
                        Limit = balance,
                        Before = before,
                        Due = due,
                    }
                ),
                paid
            )
        );
    }
}
