using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What is known of a claim after it was settled: its facts, and who paid how much. What targets on realised claims are held
/// against.</summary>
public sealed partial class RealisedClaim
{
    internal RealisedClaim(string rulebook, Claim claim, FilePlace place, RealisedAmounts amounts)
    {
        Rulebook = rulebook;
        Claim = claim;
        Place = place;
        Amounts = amounts;
    }

    /// <summary>The claim's number; empty where it has none.</summary>
    public string Id => Claim.Id;

    /// <summary>The rulebook that settled the claim.</summary>
    public string Rulebook { get; }

    /// <summary>What the claim states. Its items may not be told.</summary>
    internal Claim Claim { get; }

    /// <summary>Where it stands; its line and column are 0 for a settlement from code.</summary>
    internal FilePlace Place { get; }

    internal RealisedAmounts Amounts { get; }

    /// <summary>Whether the claim was refused as a whole, so that no fund took part in it.</summary>
    internal bool IsRefused { get; init; }

    /// <summary>-1 for a reversal, which takes a claim back, else 1.</summary>
    internal int Sign { get; init; } = 1;

    /// <summary>What is known of a settlement.</summary>
    public static RealisedClaim Of(Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        var amounts = new RealisedAmounts(
            settlement.Bill,
            settlement.Patient,
            settlement.Hospital,
            settlement.Payers.ToDictionary(payer => payer.Payer, payer => payer.Amount, StringComparer.Ordinal),
            settlement.Parts.ToDictionary(part => part.Name, part => part.AtFirst, StringComparer.Ordinal)
        );
        return new(settlement.Rulebook, settlement.Claim, new("claim", 0, 0), amounts)
        {
            IsRefused = settlement.Status == SettlementStatus.Refused,
            Sign = settlement.IsReversal ? -1 : 1,
        };
    }

    /// <summary>Reads settlements as JSON Lines: each line as <c>JsonReport.WriteSums</c> or <c>WriteAll</c> writes it. Blank lines are
    /// left out.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <exception cref="InputException">Some lines are no settlements: every problem is listed, with its line.</exception>
    public static IReadOnlyList<RealisedClaim> ReadLines(TextReader lines, string name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(name);
        return RealisedReader.Read(lines, name);
    }
}

/// <summary>Who bears how much of a bill; all below zero in a reversal.</summary>
/// <param name="Bill">The sum of the fees.</param>
/// <param name="Patient">What the patient pays.</param>
/// <param name="Hospital">What the hospital bears.</param>
/// <param name="Payers">What each payer pays, by its name.</param>
/// <param name="Parts">What each part of the bill was at first, by its name.</param>
internal sealed record RealisedAmounts(
    Money Bill,
    Money Patient,
    Money Hospital,
    IReadOnlyDictionary<string, Money> Payers,
    IReadOnlyDictionary<string, Money> Parts
)
{
    /// <summary>Whether others bear the same.</summary>
    public bool AreThoseOf(RealisedAmounts other) =>
        (Bill, Patient, Hospital) == (other.Bill, other.Patient, other.Hospital)
        && Payers.Count == other.Payers.Count
        && Payers.All(payer => other.Payers.TryGetValue(payer.Key, out var paid) && paid == payer.Value);

    /// <summary>Whether all that is borne is the bill.</summary>
    public bool AddUp => Payers.Values.Sum(paid => paid.InYuan) + Patient.InYuan + Hospital.InYuan == Bill.InYuan;
}
