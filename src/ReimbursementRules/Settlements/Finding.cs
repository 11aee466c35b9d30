using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Something that a gate or a step found.</summary>
/// <param name="Id">The gate's id, <c>over_ceiling</c>, <c>old_values</c>, <c>near_miss</c>, or the layer for a notice of a step.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="Message">The message of the policy.</param>
/// <param name="Item">The index of the item in the claim, from 0; null for the whole claim.</param>
/// <param name="Due">The day on which a review is due; null where there is none.</param>
/// <param name="Source">Where the policy says so.</param>
public sealed partial record Finding(string Id, Verdict Verdict, BilingualText Message, int? Item, DateOnly? Due, PolicySource Source)
{
    /// <inheritdoc cref="Finding" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="Finding" path="/param[@name='Verdict']/node()"/>
    public Verdict Verdict
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Verdict);

    /// <inheritdoc cref="Finding" path="/param[@name='Message']/node()"/>
    public BilingualText Message
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Message);

    /// <inheritdoc cref="Finding" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}
