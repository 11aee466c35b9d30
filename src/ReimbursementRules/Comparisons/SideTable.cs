using ReimbursementRules.Engines;
using ReimbursementRules.Layers;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>A table of one of two rulebooks, to be asked in the words of both.</summary>
/// <param name="asked">Where the table is asked at all.</param>
internal abstract class SideTable(Guard asked)
{
    /// <summary>Every condition on which the answer rests.</summary>
    public virtual IEnumerable<RuleCondition> Conditions => asked.Conditions;

    /// <summary>The fact that is the day on which its values rest; null where they rest on none.</summary>
    public virtual int? Day => null;

    /// <summary>Whether what is paid for an item depends on the other items of its row, since bands are counted over all of them.</summary>
    public virtual bool CountsByRow => false;

    /// <summary>The row that applies in a case; -1 where the table is not asked.</summary>
    public int Row(int[] codes) => asked.Holds(codes) ? Choose(codes) : -1;

    /// <summary>What a row says on a day; null where it says nothing.</summary>
    public abstract StatedValue? Stated(int row, DateOnly day);

    protected abstract int Choose(int[] codes);
}

/// <summary>Whether a layer applies or a gate is hit: <c>yes</c> where conditions hold, and another word, or nothing, where they do
/// not.</summary>
internal sealed class YesTable(Guard asked, Guard holds, StatedValue yes, StatedValue? no) : SideTable(asked)
{
    public override IEnumerable<RuleCondition> Conditions => base.Conditions.Concat(holds.Conditions);

    public override StatedValue? Stated(int row, DateOnly day) => row == 0 ? yes : no;

    protected override int Choose(int[] codes) => holds.Holds(codes) ? 0 : 1;
}

/// <summary>A table of values.</summary>
internal sealed class ValueTable(Guard asked, JointTable rows, WrittenTable written, CompiledRulebook book, int day, bool isOfBands)
    : SideTable(asked)
{
    public override bool CountsByRow => isOfBands && written.IsOfItem;

    public override IEnumerable<RuleCondition> Conditions => base.Conditions.Concat(rows.Conditions);

    public override int? Day => written.Rows.Any(row => row.Text is { Parameters.Count: > 0 }) ? day : null;

    public override StatedValue Stated(int row, DateOnly day) =>
        new($"{written.Rows[row].Text?.Says}{Computed(written.Rows[row], day)}", written.Rows[row].Source);

    protected override int Choose(int[] codes) => rows.Row(codes);

    /// <summary>What a value that is computed from parameters comes to on a day: the amount, or else the parameters.</summary>
    private string Computed(WrittenRow row, DateOnly day) =>
        row.Value is ParameterAmount amount
            ? $" = {Money.FromCents(amount.On(day)).ToReadable()}"
            : string.Concat((row.Text?.Parameters ?? []).Select(name => $" ({name} = {On(book.Index.Parameters[name], day)})"));

    private static string On(IReadOnlyList<Dated<decimal>> history, DateOnly day) =>
        Digits.Show((history.LastOrDefault(entry => entry.From <= day) ?? history[0]).Value);
}
