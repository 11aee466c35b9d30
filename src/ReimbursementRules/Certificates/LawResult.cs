using ReimbursementRules.Values;

namespace ReimbursementRules.Certificates;

/// <summary>A law, and on how many of the claims it was tried and failed.</summary>
/// <param name="Id">Its name, such as <c>divided</c>.</param>
/// <param name="Says">What it says.</param>
/// <param name="Claims">On how many claims it was tried: those that it says something of.</param>
/// <param name="Failed">In how many cases it did not hold: each claim is one, and so is a member's year.</param>
public sealed partial record LawResult(string Id, BilingualText Says, int Claims, int Failed)
{
    /// <inheritdoc cref="LawResult" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="LawResult" path="/param[@name='Says']/node()"/>
    public BilingualText Says
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Says);

    /// <summary>By how much an optional law breaks at most; null where it holds, and of laws that have no amount.</summary>
    public Money? LargestBreach { get; init; }

    /// <summary>The case of the largest breach, or of the first, in words; empty where the law holds.</summary>
    public string Case
    {
        get;
        init => field = Given.Value(value);
    } = "";
}
