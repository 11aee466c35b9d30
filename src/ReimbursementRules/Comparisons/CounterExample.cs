using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>A claim that tells two rulebooks apart.</summary>
/// <param name="Case">The case in words: the facts that rows of either rulebook tell apart; empty where they tell
/// none apart.</param>
/// <param name="Claim">The claim, of one item.</param>
/// <param name="Problems">Why one of them does not settle it; empty where both do.</param>
/// <param name="Effects">What each bearer bears by the first and by the second, of those for whom it differs; empty where one does not
/// settle it.</param>
public sealed partial record CounterExample(
    PolicyWords Case,
    Claim Claim,
    ImmutableArray<Problem> Problems,
    ImmutableArray<BearerEffect> Effects
)
{
    /// <summary>What becomes of the claim by the first rulebook; null where not both settle it.</summary>
    public SettlementStatus? StatusBefore { get; init; }

    /// <summary>What becomes of the claim by the second rulebook; null where not both settle it.</summary>
    public SettlementStatus? StatusAfter { get; init; }

    /// <summary>The findings by the first rulebook, each as its id and verdict, such as <c>too_late: refuse</c>; empty where not both
    /// settle the claim.</summary>
    public ImmutableArray<string> FindingsBefore
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>The findings by the second rulebook, in the same form.</summary>
    public ImmutableArray<string> FindingsAfter
    {
        get;
        init => field = Given.Each(value);
    } = [];

    /// <summary>How many facts the case tells.</summary>
    internal int Facts { get; init; }

    /// <inheritdoc cref="CounterExample" path="/param[@name='Case']/node()"/>
    public PolicyWords Case
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Case);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Claim']/node()"/>
    public Claim Claim
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Claim);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Problems']/node()"/>
    public ImmutableArray<Problem> Problems
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Problems);

    /// <inheritdoc cref="CounterExample" path="/param[@name='Effects']/node()"/>
    public ImmutableArray<BearerEffect> Effects
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Effects);
}
