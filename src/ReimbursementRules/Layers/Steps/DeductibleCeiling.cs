using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>What the deductibles of single claims come to at most over a longer period.</summary>
/// <param name="index">Its place in the legend: the step's name, over the longer period.</param>
/// <param name="sum">What adds up.</param>
/// <param name="amounts">The ceilings.</param>
/// <param name="ownDay">The day that chooses them; null for that of the layer.</param>
internal sealed class DeductibleCeiling(int index, RunningSum sum, Table<Amount> amounts, DecidingDay? ownDay)
{
    /// <summary>The key of a step that states it, and the name of its table.</summary>
    public const string Word = "at_most";

    private const string Code = "deductible.at_most";

    private static readonly KeyTable Keys = new([
        Need("amount", TableForm.AmountsOrNone.OwnSchema, "金额：累计的上限，带日期", "the ceilings, by days"),
        .. SumForm.Keys,
    ]);

    /// <summary>Its place in the legend.</summary>
    public int Index => index;

    /// <summary>The ceilings.</summary>
    public Table<Amount> Amounts => amounts;

    /// <summary>The table whose row tells which sum a deductible adds to; -1 where all rows have one.</summary>
    public int CountsBy => sum.IsApart ? amounts.Index : -1;

    public static JsonObject Form(SchemaDraft draft) => ValueForms.Mapping(Keys)(draft);

    public static DeductibleCeilingPolicy Read(Node node, Period per)
    {
        node.OnlyKeys(Keys);
        var sum = SumForm.Read(node);
        if (node.IsMapping && sum.Per is Period.Claim or Period.Item)
            node["per"]
                .Wrong(
                    Code,
                    "deductibles add up over several claims. Write 'per: year', 'quarter', 'month', 'stay' or 'day'.",
                    "起付线的累计上限跨多次就医。请写“per: year”、“quarter”、“month”、“stay”或“day”。"
                );
        if (per != Period.Claim)
            node.Wrong(
                Code,
                "a ceiling is for deductibles that begin anew with each claim: write 'per: admission' beside it. A deductible that itself "
                    + "runs over a period is its own ceiling; leave 'at_most' out.",
                "累计上限用于每次就医重新计算的起付线：请在步骤中写“per: admission”。按周期累计的起付线本身就是上限，请删去“at_most”。"
            );
        return new(
            sum,
            sum.Tell(TableReader.Read(node["amount"], row => AmountPolicy.ReadOrNone(row["value"]), TableForm.AmountsOrNone)),
            node.Place
        );
    }

    public static DeductibleCeiling Compile(StepPolicy step, DeductibleCeilingPolicy stated, LayerContext layer, DecidingDay? ownDay)
    {
        var amounts = layer.Table(step, Word, stated.Amount, ownDay);
        if (amounts.IsOfItem)
            layer.WrongByItem(
                stated.Place,
                Code,
                new(
                    "the ceiling of deductibles is one for the claim and cannot ask facts of items.",
                    "起付线的累计上限按单据计算，不能使用项目的事实。"
                ),
                new(
                    "'decided_by: service' gives each item the values of its own day, and the ceiling of deductibles is one for the claim. "
                        + "Let another day decide this layer.",
                    "“decided_by: service”使每个项目按各自的日期取值，而起付线的累计上限按单据计算。请改由其他日期决定本层。"
                ),
                ownDay
            );
        layer.Leans(amounts, (a, b) => b.IsBelow(a));
        return new(
            layer.AddStep(step.Id, stated.Sum.Per),
            layer.AddSum(step, stated.Sum, "deductible", stated.Amount, amounts),
            amounts,
            ownDay
        );
    }

    /// <summary>What of a deductible is still due, with a line that says why.</summary>
    public long Left(LayerRun run, long due)
    {
        var row = run.Desk.Row(amounts);
        if (amounts.Values[row].IsNone || due == 0)
            return due;
        var (limit, before) = (run.AmountOf(amounts.Values[row], ownDay), sum.Before(run.Desk, row));
        run.Explain(amounts.Values[row], (ushort)Math.Min(index, ushort.MaxValue), amounts.Rows[row], ownDay);
        var cut = due - Math.Min(due, Math.Max(0, limit - before));
        run.Desk.Bill.Add(
            new((ushort)Math.Min(index, ushort.MaxValue), StepKind.DeductibleCeiling, amounts.Rows[row], due, cut)
            {
                Limit = limit,
                Before = before,
            }
        );
        return due - cut;
    }

    /// <summary>Adds what a deductible took.</summary>
    public void Add(Desk desk, long amount)
    {
        var row = desk.Row(amounts);
        if (!sum.IsApart || !amounts.Values[row].IsNone)
            sum.Add(desk, row, amount);
    }
}

/// <summary>What a step of kind <c>deductible</c> states under <c>at_most</c>.</summary>
/// <param name="Sum">What it adds up.</param>
/// <param name="Amount">The ceilings.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DeductibleCeilingPolicy(SumForm Sum, DatedTablePolicy<AmountPolicy> Amount, FilePlace Place);
