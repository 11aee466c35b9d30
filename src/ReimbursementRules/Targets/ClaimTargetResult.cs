using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>A target held against realised claims.</summary>
/// <param name="Id">The target's name.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Source">Where it stands, with its reference.</param>
/// <param name="IsWish">True where its text asks it in principle, so that a miss fails nothing.</param>
/// <param name="Groups">What came of each provider, by its number, where the target asks each alone; else one group for all claims. None
/// where it was not asked.</param>
public sealed partial record ClaimTargetResult(
    string Id,
    BilingualText Title,
    PolicySource Source,
    bool IsWish,
    IReadOnlyList<ClaimTargetGroup> Groups
)
{
    /// <inheritdoc cref="ClaimTargetResult" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="ClaimTargetResult" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="ClaimTargetResult" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);

    /// <inheritdoc cref="ClaimTargetResult" path="/param[@name='Groups']/node()"/>
    public IReadOnlyList<ClaimTargetGroup> Groups
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Groups);

    /// <summary>Missed where some group misses it; met where none does and some meets it; else not asked.</summary>
    public TargetStatus Status =>
        Groups.Any(group => group.Status == TargetStatus.Missed) ? TargetStatus.Missed
        : Groups.Any(group => group.Status == TargetStatus.Met) ? TargetStatus.Met
        : TargetStatus.NotAsked;
}

/// <summary>What came of the claims of one provider, or of all.</summary>
/// <param name="Provider">The provider's number; empty for all claims.</param>
/// <param name="Measures">What was measured; one within its bound suffices.</param>
public sealed partial record ClaimTargetGroup(string Provider, IReadOnlyList<Measured> Measures)
{
    /// <inheritdoc cref="ClaimTargetGroup" path="/param[@name='Provider']/node()"/>
    public string Provider
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Provider);

    /// <inheritdoc cref="ClaimTargetGroup" path="/param[@name='Measures']/node()"/>
    public IReadOnlyList<Measured> Measures
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Measures);

    /// <summary>Met where one measure is within its bound; not asked where there is nothing to divide by in any.</summary>
    public TargetStatus Status =>
        Measures.Any(measured => measured.Status == TargetStatus.Met) ? TargetStatus.Met
        : Measures.Any(measured => measured.Status == TargetStatus.Missed) ? TargetStatus.Missed
        : TargetStatus.NotAsked;
}

/// <summary>A quotient, exactly as it was measured.</summary>
/// <param name="Status">Whether it is within its bound, the bound itself included; not asked where there is nothing to divide by.</param>
/// <param name="Numerator">The sum above, in yuan or in things counted.</param>
/// <param name="Denominator">The sum below; 1 where the target names none.</param>
/// <param name="Value">The quotient with at most four decimals, such as <c>46.25%</c>; empty where it was not asked. Only this text is
/// rounded.</param>
/// <param name="Asked">The bound in words, such as <c>at least 50%</c>.</param>
/// <param name="MissedBy">How far it is beyond the bound, with at most four decimals; empty where it is not.</param>
/// <param name="Claims">For a miss, the claims that pull it down most, the worst first; ten at most.</param>
public sealed partial record Measured(
    TargetStatus Status,
    decimal Numerator,
    decimal Denominator,
    string Value,
    BilingualText Asked,
    string MissedBy,
    IReadOnlyList<PullingClaim> Claims
)
{
    /// <inheritdoc cref="Measured" path="/param[@name='Status']/node()"/>
    public TargetStatus Status
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Status);

    /// <inheritdoc cref="Measured" path="/param[@name='Value']/node()"/>
    public string Value
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Value);

    /// <inheritdoc cref="Measured" path="/param[@name='Asked']/node()"/>
    public BilingualText Asked
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Asked);

    /// <inheritdoc cref="Measured" path="/param[@name='MissedBy']/node()"/>
    public string MissedBy
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(MissedBy);

    /// <summary>How far it is within the bound, in the unit of the quotient (percentage points of a percentage), with at most four
    /// decimals, rounded to the nearest; empty where it is not within.</summary>
    public string MetBy
    {
        get;
        init => field = Given.Value(value);
    } = "";

    /// <inheritdoc cref="Measured" path="/param[@name='Claims']/node()"/>
    public IReadOnlyList<PullingClaim> Claims
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Claims);
}

/// <summary>A claim that pulls a measure beyond its bound.</summary>
/// <param name="Id">The claim's number.</param>
/// <param name="Place">Where its settlement stands.</param>
/// <param name="By">What its numerator lacks, or has too much, to be at the bound alone; in the unit of the numerator, rounded to the
/// hundredth.</param>
public sealed partial record PullingClaim(string Id, FilePlace Place, decimal By)
{
    /// <inheritdoc cref="PullingClaim" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="PullingClaim" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);
}
