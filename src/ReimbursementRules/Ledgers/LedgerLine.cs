using System.Text.Json.Serialization;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>Which operation made a line of a ledger.</summary>
[JsonConverter(typeof(WordConverter<LineKind>))]
public enum LineKind
{
    /// <summary>A claim was settled.</summary>
    Settled,

    /// <summary>A claim was taken back.</summary>
    Reversed,

    /// <summary>A claim was handed in again, corrected: the old settlement negated, then the new one.</summary>
    Corrected,

    /// <summary>A held claim was reviewed: the held settlement negated, then the one that counts.</summary>
    Reviewed,

    /// <summary>An operation on an earlier claim of the year changed this one: the old settlement negated, then the new one.</summary>
    Resettled,
}

/// <summary>One line of a member's ledger. Lines are only ever added: what is taken back stands there twice, the second time
/// negated.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Posted">The day of the operation that made it.</param>
/// <param name="Kind">Which operation made it.</param>
/// <param name="Settlement">The settlement, or its negation. The history of a negation is the member's after the operation.</param>
/// <param name="Cause">The id of the claim that was handed in, taken back or reviewed; for a claim settled again, of the earlier
/// one.</param>
/// <param name="Clerk">Who made the operation; empty where not stated.</param>
public sealed partial record LedgerLine(int Number, DateOnly Posted, LineKind Kind, Settlement Settlement, string Cause, string Clerk)
{
    /// <inheritdoc cref="LedgerLine" path="/param[@name='Kind']/node()"/>
    public LineKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <inheritdoc cref="LedgerLine" path="/param[@name='Settlement']/node()"/>
    public Settlement Settlement
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Settlement);

    /// <inheritdoc cref="LedgerLine" path="/param[@name='Cause']/node()"/>
    public string Cause
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Cause);

    /// <inheritdoc cref="LedgerLine" path="/param[@name='Clerk']/node()"/>
    public string Clerk
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Clerk);

    /// <summary>The id of the claim whose settlement this is.</summary>
    public string ClaimId => Settlement.Claim.Id;

    /// <summary>What each fund pays, in the rulebook's order, then each personal account under its payer's id; without what a fund has paid
    /// elsewhere, as the claim states.</summary>
    internal IEnumerable<(string Payer, Money Amount)> Pays =>
        Settlement.Payers.Concat(Settlement.Accounts).Select(payer => (payer.Payer, payer.Amount - PaidBefore(payer.Payer)));

    /// <summary>What a payer pays of an item, without what it has paid elsewhere.</summary>
    internal Money PaysOf(int item, string payer) =>
        Settlement.Items[item] is { Item.IsPaidBefore: false } one ? PaidOf(one, payer) : Money.Zero;

    private Money PaidBefore(string payer) =>
        Settlement.Claim.Items.Any(item => item.IsPaidBefore)
            ? Settlement.Items.Where(one => one.Item.IsPaidBefore).Sum(one => PaidOf(one, payer))
            : Money.Zero;

    private static Money PaidOf(ItemSettlement item, string payer) =>
        item.Payers.FirstOrDefault(one => one.Payer == payer)?.Amount ?? Money.Zero;

    /// <summary>True where the settlement waits for a review: until then nobody pays it, and no total counts it.</summary>
    public bool IsHeld => Settlement.Status == SettlementStatus.Held;
}
