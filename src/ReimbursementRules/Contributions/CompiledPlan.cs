using System.Collections.Immutable;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>A plan ready to be asked: checked, its names bound, its tables indexed.</summary>
/// <param name="policy">What the file states.</param>
/// <param name="index">The rulebook's index.</param>
/// <param name="days">The days on which a period of the plan may begin.</param>
/// <param name="payers">Who pays, the member first.</param>
/// <param name="parts">The parts.</param>
/// <param name="applies">For whom; null for everyone.</param>
/// <param name="questions">The tables.</param>
internal sealed class CompiledPlan(
    ContributionPolicy policy,
    IndexPolicy index,
    DayRange days,
    ImmutableArray<ContributionPayerPolicy> payers,
    ImmutableArray<Part> parts,
    Table<bool>? applies,
    PlanQuestions questions
)
{
    public string Id => policy.Id;

    public BilingualText Title => policy.Title;

    public Period Per => policy.Per;

    public DayRange Days => days;

    public ImmutableArray<ContributionPayerPolicy> Payers => payers;

    public ImmutableArray<Part> Parts => parts;

    public PlanQuestions Questions => questions;

    /// <summary>What the amounts must satisfy.</summary>
    public required ImmutableArray<ContributionBound> Bounds { get; init; }

    /// <summary>The first day, and every later one on which something changes, earliest first.</summary>
    public required IReadOnlyCollection<DateOnly> Changes { get; init; }

    /// <summary>The amounts that a contributor must state.</summary>
    public IReadOnlyList<AskedName> AskedAmounts { get; } =
    [.. parts.Select(part => part.Base).OfType<AskedName>().DistinctBy(asked => asked.Name)];

    /// <summary>The days that a contributor may state.</summary>
    public IReadOnlyList<AskedName> AskedDays { get; } =
    [.. parts.SelectMany(part => part.Due?.Values ?? []).OfType<Deferral>().Select(due => due.After).DistinctBy(asked => asked.Name)];

    /// <summary>The first day of the period in which a day lies.</summary>
    public DateOnly StartOf(DateOnly day) => (policy.Year ?? index.Year).Start(policy.Per, day);

    /// <summary>The first day of the period of a contributor whom the plan accepts, the row of each table, and whether the plan is about
    /// it.</summary>
    public (DateOnly From, ChosenRows Rows, bool Applies) Chosen(Contributor contributor)
    {
        var from = StartOf(contributor.On);
        var rows = questions.Ask(contributor, from, []);
        return (from, rows, applies is null || rows.Value(applies));
    }

    public Contribution Of(Contributor contributor)
    {
        var problems = new ProblemLog();
        new ContributorChecks(contributor, this, problems).Run(index);
        var from = StartOf(contributor.On);
        var rows = questions.Ask(contributor, from, problems);
        problems.ThrowForInput();
        var collecting = new Collecting(contributor, payers, rows, from);
        if (applies is null || rows.Value(applies))
            foreach (var part in parts)
                collecting.Add(part);
        else
            collecting.DoesNotApply(rows.Source(applies));
        return collecting.End(this, index);
    }
}
