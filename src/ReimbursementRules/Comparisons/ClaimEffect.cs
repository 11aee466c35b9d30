using System.Collections.Immutable;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>What a claim that both rulebooks settle comes to for the patient.</summary>
/// <param name="Number">The claim's place among those handed in, from 1.</param>
/// <param name="Id">Its id; empty where it states none.</param>
/// <param name="Member">The member's id; empty where it states none.</param>
/// <param name="Bill">The sum of its fees.</param>
/// <param name="Before">What the patient pays by the first rulebook, account and cash.</param>
/// <param name="After">What the patient pays by the second.</param>
public sealed partial record ClaimEffect(long Number, string Id, string Member, Money Bill, Money Before, Money After)
{
    /// <inheritdoc cref="ClaimEffect" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="ClaimEffect" path="/param[@name='Member']/node()"/>
    public string Member
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Member);

    /// <summary>How much less the patient pays by the second rulebook; below zero where it is more.</summary>
    public Money Gain => Before - After;
}

/// <summary>A claim that one rulebook cannot settle, or neither. It counts in no sum.</summary>
/// <param name="Number">The claim's place among those handed in, from 1.</param>
/// <param name="Id">Its id; empty where it states none, or cannot be read.</param>
/// <param name="Member">The member's id; empty where it states none, or cannot be read.</param>
/// <param name="Before">Why the first rulebook cannot settle it; empty where it can.</param>
/// <param name="After">Why the second rulebook cannot settle it; empty where it can.</param>
public sealed partial record UnsettledClaim(
    long Number,
    string Id,
    string Member,
    ImmutableArray<Problem> Before,
    ImmutableArray<Problem> After
)
{
    /// <summary>The sum of its fees in cents; null where it could not be read.</summary>
    internal decimal? Bill { get; init; }

    /// <summary>How the one rulebook that can settles it; null where neither does, and beyond the claims that are listed.</summary>
    internal Settlement? Settled { get; init; }

    /// <inheritdoc cref="UnsettledClaim" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="UnsettledClaim" path="/param[@name='Member']/node()"/>
    public string Member
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Member);

    /// <inheritdoc cref="UnsettledClaim" path="/param[@name='Before']/node()"/>
    public ImmutableArray<Problem> Before
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Before);

    /// <inheritdoc cref="UnsettledClaim" path="/param[@name='After']/node()"/>
    public ImmutableArray<Problem> After
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(After);
}

/// <summary>What someone bears of all claims that both rulebooks settle.</summary>
/// <param name="Id">The payer's id, or <c>patient</c>, <c>account</c>, <c>cash</c> or <c>hospital</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Before">What it bears by the first rulebook; zero where that has no such payer.</param>
/// <param name="After">What it bears by the second; zero where that has no such payer.</param>
public sealed partial record BearerEffect(string Id, BilingualText Title, Money Before, Money After)
{
    /// <inheritdoc cref="BearerEffect" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="BearerEffect" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <summary>How much more it bears by the second rulebook; below zero where it is less.</summary>
    public Money Change => After - Before;
}

/// <summary>Some claims, and by how much their patients pay less or more together.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">The sum of what changes, without a sign.</param>
public sealed partial record EffectSum(int Count, Money Sum);
