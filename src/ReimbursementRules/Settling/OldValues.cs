using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Marks a claim that comes long after the last day on which anything of the rulebook is known to have changed: whether its values
/// are still in force, nobody has said.</summary>
internal sealed class OldValues
{
    /// <summary>How many years after that day a claim is marked; the same day so many years later is not.</summary>
    private const int Years = 5;

    private readonly DateOnly _last;
    private readonly DateOnly _marked;
    private readonly PolicySource _source;

    private OldValues(DateOnly last, FilePlace index)
    {
        (_last, _marked) = (last, last.Year + Years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : last.AddYears(Years));
        _source = new(index, "");
    }

    /// <summary>What the rulebook knows; null for one as it stands on a single day, whose values count whenever a claim was.</summary>
    /// <param name="policy">What the files state.</param>
    /// <param name="asked">What the tables ask: their days among it.</param>
    public static OldValues? Of(Policy policy, IEnumerable<AskedFact> asked)
    {
        if (policy.OneDay is not null)
            return null;
        var days = asked
            .Where(fact => fact.IsDay)
            .SelectMany(fact => fact.CutAt)
            .Select(day => DateOnly.FromDayNumber((int)day))
            .Concat(policy.Index.Parameters.Values.SelectMany(parameter => parameter.Select(value => value.From)));
        return new(days.Append(policy.Index.From).Max(), policy.Index.Place);
    }

    /// <summary>What is found of a claim of a day; null where the values are recent enough.</summary>
    public Finding? On(DateOnly day) =>
        day <= _marked
            ? null
            : new(
                "old_values",
                Verdict.Flag,
                new(
                    $"The rulebook knows no change after {IsoDay.Show(_last)}, more than {Years} years before {IsoDay.Show(day)}. See "
                        + $"whether "
                        + "its values are still in force.",
                    $"规则册最近一次变化为 {IsoDay.Show(_last)}，比 {IsoDay.Show(day)} 早 {Years} 年以上。请核实其数值是否仍然有效。"
                ),
                null,
                null,
                _source
            );
}
