using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>What is paid in for some members in each month or year, and by whom. Immutable, and safe to share between threads.</summary>
public sealed partial class ContributionPlan
{
    private readonly CompiledPlan _plan;

    internal ContributionPlan(CompiledPlan plan) => _plan = plan;

    /// <summary>The plan's name.</summary>
    public string Id => _plan.Id;

    /// <summary>Its title.</summary>
    public BilingualText Title => _plan.Title;

    /// <summary>Over what it is paid: a month or a year.</summary>
    public Period Per => _plan.Per;

    internal CompiledPlan Compiled => _plan;

    /// <summary>What is paid in for a contributor: each part with who pays how much of it, and why.</summary>
    /// <remarks>A function of its argument: no clock, no culture, no files, no state.</remarks>
    /// <exception cref="InputException">The contributor is not valid: every problem is listed, and nothing was computed.</exception>
    public Contribution Of(Contributor contributor)
    {
        ArgumentNullException.ThrowIfNull(contributor);
        return _plan.Of(contributor);
    }
}
