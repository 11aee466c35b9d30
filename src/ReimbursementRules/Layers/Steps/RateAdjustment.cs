using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Raises or lowers the rates of tiers, after the table has given them: by points, by a factor, or by a factor on the patient's
/// own share.</summary>
/// <param name="changes">The dated changes.</param>
/// <param name="part">The part under which the patient keeps what a lower rate costs; -1 where it is not told apart.</param>
internal sealed class RateAdjustment(Table<RateChange> changes, int part)
{
    private static readonly TableForm Changes = RateChange.Form(
        "changes",
        May(RateChange.OwnShareTimes, ValueForms.Rate, "自付比例乘以", "the patient's own share is multiplied by this")
    );

    private static readonly KeyTable NamedKeys = new(
        Need(
            "part",
            ValueForms.Id,
            "单列的部分：因比例降低由患者承担的叫什么",
            "the part under which the patient keeps what a lower rate costs"
        ),
        Need("table", Changes.OwnSchema, "表：带日期的调整", "the changes, by days")
    );

    /// <summary>The key of the changes.</summary>
    public static KeyForm Key { get; } =
        May(
            "adjust",
            ValueForms.Either(ValueForms.List(Form), SameTables.Form),
            "调整：在表的比例上再加减",
            "changes of the rates, one after another"
        ) with
        {
            HasTables = true,
        };

    private static JsonObject Form(SchemaDraft draft) => ValueForms.AnyOf(Changes.Schema(draft), NamedKeys.Schema(draft));

    public bool IsOfItem => changes.IsOfItem;

    /// <summary>Whether the table is of items, and its place in the rule set.</summary>
    public (bool IsOfItem, int Table) Place => (changes.IsOfItem, changes.Index);

    /// <summary>What a row changes.</summary>
    public RateChange Change(int row) => changes.Values[row];

    public int Rows => changes.Values.Length;

    public static IReadOnlyList<AdjustmentPolicy> Read(Node? list) => [.. (list?.Items() ?? []).Select(ReadOne)];

    public static RateAdjustment[] Compile(StepPolicy step, IReadOnlyList<AdjustmentPolicy> stated, LayerContext layer) =>
        [.. stated.Select((one, i) => Compile(step, layer, one, $"adjust.{i + 1}", i == stated.Count - 1))];

    /// <summary>A dated table, or one that stands beside the name of a part.</summary>
    private static AdjustmentPolicy ReadOne(Node node)
    {
        var named = node.Optional("part");
        if (named is not null)
            node.OnlyKeys(NamedKeys);
        return new(
            named?.NameWord(),
            TableReader.Read(named is null ? node : node["table"], row => RateChange.Read(row, Changes), Changes)
        );
    }

    private static RateAdjustment Compile(StepPolicy step, LayerContext layer, AdjustmentPolicy stated, string name, bool isLast)
    {
        var changes = layer.Table(step, name, stated.Table, RateChange.Nothing);
        layer.Leans(changes, (a, b) => a.PaysLess(b), (a, b) => a.PaysLess(b) || b.PaysLess(a));
        return new(changes, stated.Part is { } part ? Part(part, layer, isLast) : -1);
    }

    private static int Part(Word named, LayerContext layer, bool isLast)
    {
        var id = named.Text;
        if (!isLast)
            layer.Problems.Wrong(
                named,
                "adjust.part",
                "only the last change of a rate can name a part: what it costs is what is lost in the end. Put it last.",
                "只有最后一项调整可以命名部分：其损失才是最终损失。请放到最后。"
            );
        else if (!layer.Renames)
            layer.Problems.Wrong(
                named,
                "adjust.part",
                "this layer leaves the parts their names, so that no part can be told apart. Leave 'part' out.",
                "本层不改变各部分的名称，无法单独列出。请删去“part”。"
            );
        else if (layer.HasStep(id) || id.Contains('.', StringComparison.Ordinal))
            layer.Problems.Wrong(
                named,
                "adjust.part",
                $"'{id}' is the name of a step of this layer, or has a dot. Choose another.",
                $"“{id}”是本层步骤的名称，或含有点号。请换名称。"
            );
        return layer.AddPart(id);
    }

    /// <summary>The row for one item of the claim; for the claim itself where the table asks nothing of items.</summary>
    public int Row(Desk settling, int item) => settling.Row(changes, item);

    /// <summary>The rate after the change, with a line that explains it.</summary>
    public TakenRate Apply(TakenRate taken, ushort step, int row, OpenBill bill)
    {
        var changed = changes.Values[row].Of(taken.Rate);
        if (changed == taken.Rate)
            return new(changed);
        var line = bill.Add(new(step, StepKind.RateChange, changes.Rows[row], 0, 0) { Rate = changed, RateBefore = taken.Rate });
        // Stryker disable once Equality : no step leaves the parts that the catalogue cuts, of which 0 is one; and a rate is not itself
        return part < 0 || changed.Parts > taken.Rate.Parts
            ? new(changed)
            : new(changed)
            {
                Before = taken.Rate,
                Line = line,
                Part = part,
            };
    }
}

/// <summary>A change of the rates, as it stands.</summary>
/// <param name="Part">The part under which the patient keeps what a lower rate costs; null where it is not told apart.</param>
/// <param name="Table">The dated changes.</param>
internal sealed record AdjustmentPolicy(Word? Part, DatedTablePolicy<RateChange> Table);

/// <summary>The rate that is taken of a band.</summary>
/// <param name="Rate">The rate.</param>
internal readonly record struct TakenRate(Rate Rate)
{
    /// <summary>The rate before a change that lowers it and names a part.</summary>
    public Rate Before { get; init; } = Rate;

    // Stryker disable once Unary : a rate that is not lowered loses nothing, whatever explains it
    /// <summary>The line that explains this change; -1 for none.</summary>
    public int Line { get; init; } = -1;

    /// <summary>The part under which the patient keeps what it costs.</summary>
    public int Part { get; init; }
}
