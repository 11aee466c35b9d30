using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>What is paid in for a contributor in one period, who pays it, and why.</summary>
/// <param name="Plan">The plan's name.</param>
/// <param name="Title">The plan's title.</param>
/// <param name="Rulebook">The rulebook's id.</param>
/// <param name="Contributor">The contributor as stated.</param>
/// <param name="Per">The period: a month or a year.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Payers">What each payer beside the member pays for all heads, in the order of the file.</param>
/// <param name="Parts">The parts, in the order of the file; none where the plan does not apply.</param>
/// <param name="Findings">What is to be known of it, in the order of the parts.</param>
public sealed partial record Contribution(
    string Plan,
    BilingualText Title,
    string Rulebook,
    Contributor Contributor,
    Period Per,
    DateOnly From,
    ImmutableArray<PayerAmount> Payers,
    ImmutableArray<ContributionPart> Parts,
    ImmutableArray<ContributionFinding> Findings
)
{
    /// <summary>What the rulebook calls its own facts and their words.</summary>
    internal FactTitles Titles { get; init; } = FactTitles.None;

    /// <inheritdoc cref="Contribution" path="/param[@name='Plan']/node()"/>
    public string Plan
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Plan);

    /// <inheritdoc cref="Contribution" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="Contribution" path="/param[@name='Rulebook']/node()"/>
    public string Rulebook
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Rulebook);

    /// <inheritdoc cref="Contribution" path="/param[@name='Contributor']/node()"/>
    public Contributor Contributor
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Contributor);

    /// <inheritdoc cref="Contribution" path="/param[@name='Per']/node()"/>
    public Period Per
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Per);

    /// <inheritdoc cref="Contribution" path="/param[@name='Payers']/node()"/>
    public ImmutableArray<PayerAmount> Payers
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Payers);

    /// <inheritdoc cref="Contribution" path="/param[@name='Parts']/node()"/>
    public ImmutableArray<ContributionPart> Parts
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Parts);

    /// <inheritdoc cref="Contribution" path="/param[@name='Findings']/node()"/>
    public ImmutableArray<ContributionFinding> Findings
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Findings);

    /// <summary>True where the contributor is one of those from whom the plan asks something.</summary>
    public bool Applies => !Parts.IsEmpty;

    /// <summary>The sum of the parts: the funding for all heads.</summary>
    public Money Total => Parts.Sum(part => part.Amount);

    /// <summary>What the member pays, from a family member's account and in cash. With the payers it adds up to
    /// <see cref="Total"/>.</summary>
    public Money Member => Parts.Sum(part => part.Member);

    /// <summary>What the personal account of a family member pays of the member's amount.</summary>
    public Money Account => Parts.Sum(part => part.Account);

    /// <summary>What the member pays in cash.</summary>
    public Money Cash => Member - Account;
}

/// <summary>One part of a contribution, for all heads.</summary>
/// <param name="Id">The part's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="PerHead">The amount for each head.</param>
/// <param name="Amount">The amount for all heads: <paramref name="PerHead"/> × heads.</param>
/// <param name="Member">What the member pays of it.</param>
/// <param name="Account">What of the member's amount a family member's account pays.</param>
/// <param name="Payers">What each payer beside the member pays of it, in the order of the file.</param>
/// <param name="Due">Until when, included, the payment may wait; null where nothing is said, or the day from which it counts has not
/// come.</param>
/// <param name="Steps">How it came about, for each head.</param>
public sealed partial record ContributionPart(
    string Id,
    BilingualText Title,
    Money PerHead,
    Money Amount,
    Money Member,
    Money Account,
    ImmutableArray<PayerAmount> Payers,
    DateOnly? Due,
    ImmutableArray<ContributionStep> Steps
)
{
    /// <inheritdoc cref="ContributionPart" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="ContributionPart" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="ContributionPart" path="/param[@name='Payers']/node()"/>
    public ImmutableArray<PayerAmount> Payers
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Payers);

    /// <inheritdoc cref="ContributionPart" path="/param[@name='Steps']/node()"/>
    public ImmutableArray<ContributionStep> Steps
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Steps);
}

/// <summary>One line of the trace, for each head.</summary>
/// <param name="Kind">What the line says.</param>
/// <param name="Payer">Who owes, takes over or pays: <c>member</c>, <c>account</c> or a payer's id; of a credit the account's payer in
/// the index.</param>
/// <param name="PayerTitle">The payer's title.</param>
/// <param name="Base">The amount that the line works on.</param>
/// <param name="Amount">What came of it.</param>
/// <param name="Source">The row that decided: its reference, file and line.</param>
public sealed partial record ContributionStep(
    ContributionStepKind Kind,
    string Payer,
    BilingualText PayerTitle,
    Money Base,
    Money Amount,
    PolicySource Source
)
{
    /// <inheritdoc cref="ContributionStep" path="/param[@name='Kind']/node()"/>
    public ContributionStepKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <inheritdoc cref="ContributionStep" path="/param[@name='Payer']/node()"/>
    public string Payer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Payer);

    /// <inheritdoc cref="ContributionStep" path="/param[@name='PayerTitle']/node()"/>
    public BilingualText PayerTitle
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(PayerTitle);

    /// <inheritdoc cref="ContributionStep" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);

    /// <summary>The rate of the base, or the share taken over or credited; null for a stated amount and for the account.</summary>
    public Rate? Rate { get; init; }

    /// <summary>The name of the amount that the contributor states; null where the base is the policy's own.</summary>
    public string? BaseName { get; init; }

    /// <summary>What the contributor stated, where a floor or a ceiling counts in its place; null where it counts as it is.</summary>
    public Money? Stated { get; init; }

    /// <summary>The row that states the floor or the ceiling which counts; null where neither does.</summary>
    public PolicySource? BoundSource { get; init; }

    /// <summary>The share that is asked at this time; null for the whole.</summary>
    public Rate? Factor { get; init; }

    /// <summary>The row that states the factor; null without one.</summary>
    public PolicySource? FactorSource { get; init; }
}

/// <summary>What a line of a contribution's trace says.</summary>
[JsonConverter(typeof(WordConverter<ContributionStepKind>))]
public enum ContributionStepKind
{
    /// <summary>The payer owes the amount: base × rate × factor, rounded once.</summary>
    Owed,

    /// <summary>Another payer takes over a share of what is owed.</summary>
    TakenOver,

    /// <summary>The personal account of a family member pays what the member still owes, up to its balance.</summary>
    Account,

    /// <summary>An amount is credited to a personal account: <see cref="ContributionStep.Rate"/> of the base, or the amount as it is.
    /// It changes nothing of who pays.</summary>
    Credited,
}

/// <summary>Something to be known of a contribution.</summary>
/// <param name="Id">Its name: <c>does_not_apply</c>, <c>deferred</c>, <c>late</c>, <c>account_not_yet</c>, <c>account_window</c> or
/// <c>account_persons</c>.</param>
/// <param name="Part">The part's name; empty for the whole contribution.</param>
/// <param name="Message">What the reader is told.</param>
/// <param name="Source">Where the policy says so.</param>
public sealed partial record ContributionFinding(string Id, string Part, BilingualText Message, PolicySource Source)
{
    /// <inheritdoc cref="ContributionFinding" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="ContributionFinding" path="/param[@name='Part']/node()"/>
    public string Part
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Part);

    /// <inheritdoc cref="ContributionFinding" path="/param[@name='Message']/node()"/>
    public BilingualText Message
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Message);

    /// <inheritdoc cref="ContributionFinding" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}
