using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Tests.Builders;

/// <summary>A town whose deductible of 1,000 is for the year, whose fund pays half of the rest and aid a tenth of the share, and which
/// holds paper claims of 50,000 or more.</summary>
internal static class LedgerTown
{
    private const string Gates = """
        gates:
          - id: large_manual
            when: { channel: manual, bill: { from: 50_000 } }
            then: hold
            due: { working_days: 10 }
            reference: Town order 4
            message: { en: A large paper claim is verified first., zh: 大额手工报销须先核查。 }

        """;

    /// <summary>The town; <paramref name="payers"/> stands for the lines of the payers in its index.</summary>
    public static Rulebook With(string? payers = null) =>
        Town.With(
            folder =>
            {
                folder.With("0-gates.yaml", Gates);
                if (payers is not null)
                    folder.With(
                        "index.yaml",
                        RulebookFolder.Index[..RulebookFolder.Index.IndexOf("  fund:", StringComparison.Ordinal)] + payers
                    );
            },
            Town.Basic(StepText.Deductible("year", "1_000"), StepText.Tiers("50%")),
            Town.Layer("aid", "aid", "basic.share", "", StepText.Tiers("10%"))
        );

    public static Rulebook Book { get; } = With();

    public static MemberLedger Empty => MemberLedger.Open(Book);

    /// <summary>A stay with an id, a day of discharge and an amount in scope.</summary>
    public static Claim Stay(string id, string day, decimal amount) => TestClaim.Stay(amount) with { Id = id, Discharged = Day.Of(day) };

    /// <summary>Settles a stay on a day of its own.</summary>
    public static MemberLedger Settle(this MemberLedger ledger, string id, string day, decimal amount, string? on = null) =>
        ledger.Settle(Stay(id, day, amount), Day.Of(on ?? day));

    /// <summary>The lines as text: kind, claim, and what the fund pays.</summary>
    public static IEnumerable<string> Told(this IEnumerable<LedgerLine> lines) =>
        lines.Select(line => $"{line.Number} {line.Posted:MM-dd} {line.Kind} {line.ClaimId} {line.Settlement.Fund():0.00} by {line.Cause}");

    public static string Used(this MemberLedger ledger) =>
        string.Join(
            ", ",
            ledger.History.Entries.Select(entry => $"{entry.What} {(entry.Times > 0 ? $"{entry.Times}" : $"{entry.Amount}")}")
        );

    public static SettlementStatus StatusOf(this MemberLedger ledger, string id) =>
        ledger.Settlements.Single(one => one.Claim.Id == id).Status;
}
