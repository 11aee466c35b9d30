using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Rulebooks.Steps;

/// <summary>Raises or lowers the rates of tiers, after the table has given them: by points, by a factor, or by a factor on the patient's own share.</summary>
internal sealed class RateAdjustment(Table<RateChange> changes)
{
    private static readonly string[] Keys = ["add", "less", "times", "own_share_times"];

    public bool IsOfItem => changes.IsOfItem;

    /// <summary>Whether the table is of items, and its place in the rule set.</summary>
    public (bool IsOfItem, int Table) Place => (changes.IsOfItem, changes.Index);

    /// <summary>What a row changes.</summary>
    public RateChange Change(int row) => changes.Values[row];

    public int Rows => changes.Values.Length;

    public static RateAdjustment[] Compile(StepPolicy step, LayerContext layer) =>
        [.. (step.Node.Optional("adjust")?.Items() ?? []).Select((node, i) => Compile(step, layer, node, $"adjust.{i + 1}"))];

    private static RateAdjustment Compile(StepPolicy step, LayerContext layer, Node node, string name)
    {
        var changes = layer.Table(step, name, node, RateChange.Nothing, Read, Keys);
        layer.Leans(changes, (a, b) => a.PaysLess(b), (a, b) => a.PaysLess(b) || b.PaysLess(a));
        return new(changes);
    }

    /// <summary>The row for one item of the claim; for the claim itself where no item is looked at (-1).</summary>
    public int Row(Settling settling, int item) => item < 0 ? settling.Row(changes) : settling.Row(changes, item);

    /// <summary>The rate after the change, with a line that explains it.</summary>
    public int Apply(int rate, ushort step, int row, Ledger ledger)
    {
        var changed = changes.Values[row].Of(rate);
        if (changed != rate)
            ledger.Add(new(step, StepKind.RateChange, changes.Rows[row], changed, 0, 0, 0, rate, 0));
        return changed;
    }

    private static RateChange Read(Node node)
    {
        var named = Keys.Where(key => node.Optional(key) is not null).ToList();
        if (named.Count == 1)
            return new(Array.IndexOf(Keys, named[0]), node[named[0]].Rate().Millionths);
        node.Wrong("adjust.row", "a row of an adjustment has one of 'add', 'less', 'times' and 'own_share_times'. Write 'add: 0%' where the rate stays as it is.", "调整表的每行应有“add”、“less”、“times”、“own_share_times”之一。比例不变时请写“add: 0%”。");
        return RateChange.Nothing;
    }
}

/// <summary>A change of a rate.</summary>
/// <param name="Way">0 adds points, 1 takes points off, 2 multiplies the rate, 3 multiplies the patient's own share.</param>
/// <param name="Millionths">The points or the factor in millionths.</param>
internal readonly record struct RateChange(int Way, int Millionths)
{
    public static RateChange Nothing { get; }

    /// <summary>Whether some rate becomes lower by this change than by another: both are straight lines between their bends, at which they are compared.</summary>
    public bool PaysLess(RateChange other)
    {
        foreach (var rate in (ReadOnlySpan<int>)[0, Rate.WholeMillionths / 2, Rate.WholeMillionths])
            if (Of(rate) < other.Of(rate))
                return true;
        return false;
    }

    /// <summary>The changed rate in millionths, from nothing to the whole; a factor's result is rounded half up to a millionth.</summary>
    public int Of(int rate)
    {
        var changed = Way switch
        {
            0 => (long)rate + Millionths,
            1 => (long)rate - Millionths,
            2 => Rounding.Portion(rate, Millionths),
            _ => Rate.WholeMillionths - Rounding.Portion(Rate.WholeMillionths - rate, Millionths),
        };
        return (int)Math.Clamp(changed, 0, Rate.WholeMillionths);
    }
}
