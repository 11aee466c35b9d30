using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>Whose a history is, and up to where it goes. What is not stated is not held against a claim.</summary>
public sealed partial record HistoryOrigin
{
    /// <summary>Nothing stated.</summary>
    public static HistoryOrigin None { get; } = new();

    /// <summary>The member's number; empty where not stated.</summary>
    public string Member
    {
        get;
        init => field = PlainWord.OfId(Given.Value(value));
    } = "";

    /// <summary>The id of the rulebook that settled the last claim; empty where not stated.</summary>
    public string Rulebook
    {
        get;
        init => field = Given.Value(value);
    } = "";

    /// <summary>The version of that rulebook; empty where not stated.</summary>
    public string Version
    {
        get;
        init => field = Given.Value(value);
    } = "";

    /// <summary>The fingerprint of that rulebook; empty where not stated.</summary>
    public string Fingerprint
    {
        get;
        init => field = Given.Value(value);
    } = "";

    /// <summary>The id of the last claim; empty where not stated.</summary>
    public string Claim
    {
        get;
        init => field = PlainWord.OfId(Given.Value(value));
    } = "";

    /// <summary>The day of the last claim: of its discharge and the day that decided its benefit year the earlier, so that claims may be
    /// settled in the order of either; null where not stated.</summary>
    public DateOnly? Through { get; init; }
}
