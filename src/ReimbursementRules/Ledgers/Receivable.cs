using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>One account of what is owed for claims: to whom, by area, scheme and payer.</summary>
/// <param name="Provider">The provider's number; empty where the claim has none, and for a paper claim.</param>
/// <param name="Member">The member's number where the patient has paid the bill and is paid back, as for a paper claim; else empty.</param>
/// <param name="Area">The claim's attribute <c>area</c>; its location, such as <c>in_area</c>, where it has none.</param>
/// <param name="Scheme">The member's scheme; null where not stated.</param>
/// <param name="From">The payer who hands the money over.</param>
/// <param name="Payer">The payer whose part it is: another one where the policy says <c>paid_by</c>.</param>
public sealed partial record Receivable(string Provider, string Member, string Area, Scheme? Scheme, string From, string Payer)
{
    /// <inheritdoc cref="Receivable" path="/param[@name='Provider']/node()"/>
    public string Provider
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Provider);

    /// <inheritdoc cref="Receivable" path="/param[@name='Member']/node()"/>
    public string Member
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Member);

    /// <inheritdoc cref="Receivable" path="/param[@name='Area']/node()"/>
    public string Area
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Area);

    /// <inheritdoc cref="Receivable" path="/param[@name='From']/node()"/>
    public string From
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(From);

    /// <inheritdoc cref="Receivable" path="/param[@name='Payer']/node()"/>
    public string Payer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Payer);

    internal static Receivable Of(Claim claim, string from, string payer)
    {
        var isPaper = claim.Channel == ClaimChannel.Manual;
        var location = EnumWords.All<Location>()[(int)(claim.Location ?? Location.InArea)];
        return new(
            isPaper ? "" : claim.Provider.Id,
            isPaper ? claim.Member.Id : "",
            claim.Attributes.GetValueOrDefault("area", location),
            claim.Member.Scheme,
            from,
            payer
        );
    }
}

/// <summary>Why an amount stands in an account.</summary>
[JsonConverter(typeof(WordConverter<PostingKind>))]
public enum PostingKind
{
    /// <summary>A payer's part of a settlement; below zero where it is taken back.</summary>
    Claim,

    /// <summary>The share of it that the provider has received beforehand, below zero.</summary>
    Advance,

    /// <summary>What is denied of it, below zero; the provider bears it. Above zero where the claim is taken back with its
    /// denials.</summary>
    Denial,

    /// <summary>What the payer has paid, below zero.</summary>
    Payment,
}

/// <summary>One amount in one account.</summary>
/// <param name="Number">The posting's number, from 1.</param>
/// <param name="Day">The day on which it was posted.</param>
/// <param name="Receivable">The account.</param>
/// <param name="Kind">Why it stands there.</param>
/// <param name="Amount">What it adds to the account.</param>
public sealed partial record Posting(int Number, DateOnly Day, Receivable Receivable, PostingKind Kind, Money Amount)
{
    /// <inheritdoc cref="Posting" path="/param[@name='Receivable']/node()"/>
    public Receivable Receivable
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Receivable);

    /// <inheritdoc cref="Posting" path="/param[@name='Kind']/node()"/>
    public PostingKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <summary>The number of the member whose claim it is; empty for a payment.</summary>
    public string Member { get; init; } = "";

    /// <summary>The id of the claim; empty for a payment.</summary>
    public string ClaimId { get; init; } = "";

    /// <summary>The item that is denied, its index in the claim from 0; null for what is not a denial.</summary>
    public int? Item { get; init; }

    /// <summary>The reason code of a denial; empty for what is not one.</summary>
    public string Reason { get; init; } = "";

    internal bool IsOf(LedgerLine line) => Member == line.Settlement.Claim.Member.Id && ClaimId == line.ClaimId;
}

/// <summary>What is owed in an account.</summary>
/// <param name="Receivable">The account.</param>
/// <param name="Amount">What is owed; below zero where more was paid than is due.</param>
public sealed partial record Balance(Receivable Receivable, Money Amount)
{
    /// <inheritdoc cref="Balance" path="/param[@name='Receivable']/node()"/>
    public Receivable Receivable
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Receivable);
}
