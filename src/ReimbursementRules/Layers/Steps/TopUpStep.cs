using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The payer raises what was paid to a share of the bill, or of some parts of it as they were at first.</summary>
internal sealed class TopUpStep(int index, int part, BaseParts? of, BaseParts less, int[] counts, Table<int> shares) : Step(index)
{
    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        Need(
            "of",
            ValueForms.Either(ValueForms.Words(("bill", "费用总额", "the whole bill")), LayerKeys.BaseForm),
            "分母：补到谁的百分之几",
            "of what the share is"
        ),
        May("less", LayerKeys.BaseForm, "要减去的部分", "parts that are taken off first"),
        May("counts", ValueForms.List(ValueForms.Declared(NameKind.Payer)), "计入：哪些支付方算已付", "the payers whose payments count"),
        Need("to", TableForm.Rates.Schema, "补到多少，带日期", "the share to which payments are raised, by days"),
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<TopUpPolicy>(
            "top_up",
            new("raises what was paid to a share", "补足：把已付的补到一定比例"),
            pays: true,
            Keys,
            Read,
            Compile
        );

    /// <summary>The parts of which payments are raised to a share; null for the bill.</summary>
    public BaseParts? Of => of;

    /// <summary>The parts that are taken off first.</summary>
    public BaseParts Less => less;

    /// <summary>The payers whose payments count.</summary>
    public int[] Counts => counts;

    public static TopUpPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var of = node["of"];
        return new(
            // Stryker disable once Boolean : a top-up takes parts as they were at first, whatever is said here
            of is { IsScalar: true, Raw: "bill" }
                ? null
                : new(LayerReader.Parts(of), true, of.Place),
            node.Optional("less") is { } less ? LayerReader.Parts(less) : [],
            node.Optional("counts") is { } counts ? Counted(counts) : null,
            TableReader.Read(node["to"], row => row["value"].Rate().Millionths, TableForm.Rates)
        );
    }

    public static TopUpStep Compile(StepPolicy step, TopUpPolicy stated, LayerContext layer)
    {
        var shares = layer.Table(step, "to", stated.To, 0);
        layer.Leans(shares, (a, b) => a < b);
        if (shares.IsOfItem)
            layer.WrongByItem(
                step.Place,
                "top_up.item",
                new(
                    "a share that payments are raised to is for a claim and cannot ask facts of items. Put the items into a "
                        + "layer of their own with 'items'.",
                    "补足比例针对整张单据，不能使用项目的事实。请用“items”为这些项目单设一层。"
                ),
                new(
                    "a share that payments are raised to is for a claim, and 'decided_by: service' gives each item the values of its own "
                        + "day. Let another day decide this layer, such as 'decided_by: discharge'.",
                    "补足比例针对整张单据，而“decided_by: service”使每个项目按各自的日期取值。请改由其他日期决定本层，如“decided_by: discharge”。"
                )
            );
        var of = stated.Of is { } parts ? layer.PartsAtFirst(parts) : null;
        var less = stated.Less.Count == 0 ? BaseParts.None : layer.Parts(stated.Less);
        return new(
            layer.AddStep(step.Id, Period.Claim),
            layer.AddPart(step.Id),
            of,
            less,
            stated.Counts is { } counts ? [.. counts.Select(layer.Payer)] : layer.AllFunds(),
            shares
        );
    }

    private static IReadOnlyList<Word> Counted(Node counts)
    {
        foreach (var payer in counts.Items().GroupBy(payer => payer.Raw, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            payer.Wrong(
                "payer.twice",
                $"'{payer.Raw}' stands here a second time, and what it pays would count twice. Keep one of them.",
                $"“{payer.Raw}”重复，其支付额会重复计算。请只保留一个。"
            );
        return [.. counts.Items().Select(payer => payer.Word())];
    }

    public override void Run(LayerRun run)
    {
        var row = run.Desk.Row(shares);
        var from = of?.Original(run.Desk.Bill) ?? run.Desk.Claim.Bill;
        var @base = Math.Max(0, from - less.Original(run.Desk.Bill));
        var target = Rounding.Portion(@base, shares.Values[row]);
        var before = 0L;
        foreach (var payer in counts)
            before += run.Desk.Bill.Paid(payer);
        var due = Math.Max(0, target - before);
        var paid = Math.Max(0, Math.Min(due, Math.Min(run.Cost, run.Payable)));
        var line = run.Desk.Bill.Add(
            new(Index, StepKind.TopUp, shares.Rows[row], @base, paid)
            {
                Rate = Rate.FromMillionths(shares.Values[row]),
                Limit = target,
                Before = before,
                Due = due,
            }
        );
        run.Pay(new(line, paid));
        run.Rest = (line, part);
    }
}

/// <summary>What a step of kind <c>top_up</c> states.</summary>
/// <param name="Of">The parts of which payments are raised to a share; null for the bill.</param>
/// <param name="Less">The parts that are taken off first.</param>
/// <param name="Counts">The payers whose payments count; null for all funds.</param>
/// <param name="To">The shares in millionths.</param>
internal sealed record TopUpPolicy(BasePolicy? Of, IReadOnlyList<PartPolicy> Less, IReadOnlyList<Word>? Counts, DatedTablePolicy<int> To)
    : StepForm
{
    public override IReadOnlyList<string> Tables => ["to"];
}
