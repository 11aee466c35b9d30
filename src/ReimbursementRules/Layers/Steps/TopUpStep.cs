using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The payer raises what was paid to a share of the bill, or of some parts of it as they were at first.</summary>
internal sealed class TopUpStep(int index, int part, int[]? of, int[] less, int[] counts, Table<int> shares) : Step(index)
{
    public static TopUpStep Compile(StepPolicy step, LayerContext layer)
    {
        step.Node.OnlyKeys("id", "kind", "of", "less", "counts", "to", "note");
        var of = step.Node["of"];
        var shares = layer.Table(step, "to", 0, row => row["value"].Rate().Millionths, "value");
        layer.Leans(shares, (a, b) => a < b);
        if (shares.IsOfItem)
            layer.WrongByItem(
                step.Node,
                "top_up.item",
                new(
                    "a share that payments are raised to is for a claim and cannot ask facts of items. Put the items into a "
                        + "layer of their own with 'items'.",
                    "补足比例针对整笔申请，不能使用项目的事实。请用“items”为这些项目单设一层。"
                ),
                new(
                    "a share that payments are raised to is for a claim, and 'decided_by: service' gives each item the values of its own "
                        + "day. Let another day decide this layer, such as 'decided_by: discharge'.",
                    "补足比例针对整笔申请，而“decided_by: service”使每个项目按各自的日期取值。请改由其他日期决定本层，如“decided_by: discharge”。"
                )
            );
        var ofParts = of is { IsScalar: true, Raw: "bill" } ? null : layer.PartsAtFirst(of);
        var lessParts = step.Node.Optional("less") is { } less ? layer.Parts(LayerReader.PartNames(less)) : [];
        return new(
            layer.AddStep(step.Id, Period.Claim),
            layer.AddPart(step.Id),
            ofParts,
            lessParts,
            step.Node.Optional("counts") is { } counts ? Counted(counts, layer) : layer.AllFunds(),
            shares
        );
    }

    private static int[] Counted(Node counts, LayerContext layer)
    {
        foreach (var payer in counts.Items().GroupBy(payer => payer.Raw, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            payer.Wrong(
                "payer.twice",
                $"'{payer.Raw}' stands here a second time, and what it pays would count twice. Keep one of them.",
                $"“{payer.Raw}”重复，其支付额会重复计算。请只保留一个。"
            );
        return [.. counts.Items().Select(layer.Payer)];
    }

    public override void Run(LayerRun run)
    {
        var row = run.Desk.Row(shares);
        var from = of is null ? run.Desk.Claim.Bill : Layer.Original(run.Desk, of);
        var @base = Math.Max(0, from - Layer.Original(run.Desk, less));
        var target = Rounding.Portion(@base, shares.Values[row]);
        var before = 0L;
        foreach (var payer in counts)
            before += run.Desk.Bill.Paid(payer);
        var due = Math.Max(0, target - before);
        var paid = Math.Max(0, Math.Min(due, Math.Min(run.Cost, run.Payable)));
        var line = run.Desk.Bill.Add(
            new(Index, StepKind.TopUp, shares.Rows[row], @base, paid)
            {
                Rate = shares.Values[row],
                Limit = target,
                Before = before,
                Due = due,
            }
        );
        run.Pay(new(line, paid));
        run.Rest = (line, part);
    }
}
