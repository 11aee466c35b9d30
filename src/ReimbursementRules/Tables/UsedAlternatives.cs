using ReimbursementRules.Engines;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Tables;

/// <summary>A rule, and which row of its dated entry it stands for.</summary>
internal readonly record struct BoundRow(int Written, RuleRow Rule);

/// <summary>The alternatives of conditions that hold where no other one does.</summary>
internal sealed class UsedAlternatives
{
    private readonly HashSet<IReadOnlyList<ConditionPolicy>> _used = new(ReferenceEqualityComparer.Instance);

    public void Add(IReadOnlyList<ConditionPolicy> alternative) => _used.Add(alternative);

    /// <summary>Notes the alternatives that add nothing.</summary>
    public void Tell(ConditionsPolicy conditions, ProblemLog problems)
    {
        if (conditions.IsPlain)
            return;
        foreach (var alternative in conditions.Alternatives.Where(one => !_used.Contains(one)))
            problems.Add(
                alternative[^1].Fact.Place,
                "any.idle",
                "this alternative adds nothing: its conditions never hold together, or those before it hold wherever it does. Remove it, "
                    + "or mend its conditions.",
                "该情形不增加任何内容：其条件不能同时成立，或前面的情形已涵盖。请删除或修改条件。"
            );
    }
}
