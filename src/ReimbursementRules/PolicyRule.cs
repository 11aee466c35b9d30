using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <summary>A row of a policy table, as the rule that it is.</summary>
/// <param name="Name">Its name, such as <c>basic.share.table 2-basic.yaml:23</c>, with <c>otherwise</c> after it for the row of all other
/// cases. NRules knows it by the same name.</param>
/// <param name="Table">Its table, such as <c>basic.share.table</c>; for a gate, <c>gates.</c> and its id.</param>
/// <param name="Conditions">When it applies, in words; <c>always</c> where it asks nothing.</param>
/// <param name="Source">Its legal reference, and its place in the policy files.</param>
/// <param name="IsOfItem">True where it applies to items one by one, false where it applies to the claim as a whole.</param>
public sealed partial record PolicyRule(string Name, string Table, BilingualText Conditions, PolicySource Source, bool IsOfItem)
{
    /// <inheritdoc cref="PolicyRule" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="PolicyRule" path="/param[@name='Table']/node()"/>
    public string Table
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Table);

    /// <inheritdoc cref="PolicyRule" path="/param[@name='Conditions']/node()"/>
    public BilingualText Conditions
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Conditions);

    /// <inheritdoc cref="PolicyRule" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}

/// <summary>A rule that applied to a claim or to one of its items.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Claim">The claim, with what registers know of it.</param>
/// <param name="Item">The item's place in the claim, from 0; null for the claim as a whole.</param>
public sealed partial record FiredRule(PolicyRule Rule, Claim Claim, int? Item)
{
    /// <inheritdoc cref="FiredRule" path="/param[@name='Rule']/node()"/>
    public PolicyRule Rule
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Rule);

    /// <inheritdoc cref="FiredRule" path="/param[@name='Claim']/node()"/>
    public Claim Claim
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Claim);
}
