using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The personal account pays what is left of the base, up to what earlier layers of the claim left of its balance.</summary>
internal sealed class AccountStep(int index, int row, int account) : Step(index)
{
    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<AccountPolicy>(
            "account",
            new("the personal account pays up to its balance", "个人账户：付到余额用完"),
            pays: true,
            Keys,
            Read,
            (step, _, layer) => Compile(step, layer)
        );

    public static AccountPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new();
    }

    public static AccountStep Compile(StepPolicy step, LayerContext layer) =>
        new(layer.AddStep(step.Id, Period.Claim), layer.AddRow(step), layer.PayerOfLayer);

    public override void Run(LayerRun run)
    {
        var bill = run.Desk.Bill;
        var balance = run.Desk.Balance(account);
        var before = bill.Paid(account);
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

/// <summary>What a step of kind <c>account</c> states: nothing but its name.</summary>
internal sealed record AccountPolicy : StepForm;
