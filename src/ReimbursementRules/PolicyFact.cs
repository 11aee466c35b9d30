using System.Collections.Immutable;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <summary>A fact that the tables of a rulebook ask, and who asks it. A claim may leave out what decides nothing for it.</summary>
/// <param name="Name">The fact in policy files and claims, such as <c>hospital.level</c>; <c>item.</c> begins those of items.</param>
/// <param name="Title">What it is called.</param>
/// <param name="MustBeStated">Whether a claim has no answer to it unless it says so: where the fact decides, it is asked for.</param>
/// <param name="AskedBy">Who asks it, in their turn: <c>gates</c>, <c>catalogue</c>, and layers by their ids, with their titles.</param>
public sealed partial record PolicyFact(string Name, BilingualText Title, bool MustBeStated, ImmutableArray<PolicyWords> AskedBy)
{
    /// <inheritdoc cref="PolicyFact" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="PolicyFact" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="PolicyFact" path="/param[@name='AskedBy']/node()"/>
    public ImmutableArray<PolicyWords> AskedBy
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(AskedBy);

    /// <summary>Whether it is asked of each item, rather than of the claim.</summary>
    public bool IsOfItem => Name.StartsWith("item.", StringComparison.Ordinal);
}
