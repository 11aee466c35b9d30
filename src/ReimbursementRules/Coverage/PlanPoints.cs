using ReimbursementRules.Contributions;

namespace ReimbursementRules.Coverage;

/// <summary>The points of one plan of contributions: its rows, and whether it is about a contributor.</summary>
internal sealed class PlanPoints
{
    private readonly PointBook _book;
    private readonly CompiledPlan _plan;
    private readonly TablePoints[] _tables;
    private readonly WayPoints? _applies;

    public PlanPoints(CompiledPlan plan, PointBook book, NamedPoints names)
    {
        (_book, _plan) = (book, plan);
        _tables =
        [
            .. plan
                .Questions.Written.Where(table => !table.IsOfConditions)
                .Select(table => new TablePoints(table, Asking.OfContributors(plan.StartOf), book, names)),
        ];
        _applies = plan.Questions.Written.FirstOrDefault(table => table.IsOfConditions) is { } applies
            ? WayPoints.OfConditions(book, applies.Rows[0].Source.Place, applies.Name.ToString())
            : null;
    }

    /// <summary>What a contributor pays in was computed.</summary>
    public void Contributed(Contributor contributor)
    {
        var (day, rows, applies) = _plan.Chosen(contributor);
        _applies?.ReachIf(_book, applies);
        if (!applies)
            return;
        foreach (var table in _tables)
            table[rows.Rows[rows.At + table.Written.Index]].Reach(_book, day);
    }
}
