using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The sentence with which a sheet begins: what is reimbursed, which share of the bill and of what is in scope that is, and what
/// the patient pays.</summary>
internal static class SheetLead
{
    private const string InScope = "in_scope";

    public static BilingualText Of(Settlement settlement)
    {
        var sign = settlement.IsReversal ? -1 : 1;
        var (paid, bill) = (Paid(settlement.Payers), settlement.Bill.Cents * sign);
        var patient = Money.FromCents(settlement.Patient.Cents * sign).ToReadable();
        var reimbursed = Money.FromCents(paid * sign).ToReadable();
        var share = bill == 0 ? "" : Share(paid * sign, bill);
        var (en, zh) = ($"{reimbursed} yuan is reimbursed", $"报销 {reimbursed} 元");
        if (bill != 0)
            (en, zh) = ($"{en}, {share} of the bill", $"{zh}，实际报销比例 {share}");
        if (OfScope(settlement) is { } scope)
            (en, zh) = ($"{en}, {scope} of what is in scope", $"{zh}，政策范围内 {scope}");
        var said = new BilingualText($"{en}; the patient pays {patient} yuan.", $"{zh}，个人 {patient} 元。");
        return settlement.IsReversal ? new(Words.TakenBack.En + said.En, Words.TakenBack.Zh + said.Zh) : said;
    }

    /// <summary>Both amounts in capitals, for Chinese bills.</summary>
    public static string Capitals(Settlement settlement)
    {
        var (paid, patient) = (Money.FromCents(Paid(settlement.Payers)), settlement.Patient);
        return $"报销（大写）：人民币{ChineseCapitals.Of(paid)}；个人（大写）：人民币{ChineseCapitals.Of(patient)}";
    }

    /// <summary>What funds pay of the cost in scope; null where nothing is in scope, or where a layer put other cost to it.</summary>
    private static string? OfScope(Settlement settlement)
    {
        if (settlement.Parts.FirstOrDefault(part => part.Name == InScope) is not { } scope || scope.AtFirst == Money.Zero)
            return null;
        var within = new HashSet<string>(StringComparer.Ordinal) { InScope };
        var besides = new HashSet<string>(StringComparer.Ordinal);
        foreach (var move in settlement.Steps.SelectMany(step => step.Moves).Where(move => move.IsKept))
            (within.Contains(move.Part) ? within : besides).Add(move.To);
        if (within.Overlaps(besides))
            return null;
        var paid = settlement.Parts.Where(part => within.Contains(part.Name)).Sum(part => Paid(part.Payers));
        return Share(paid, scope.AtFirst.Cents);
    }

    private static long Paid(IEnumerable<PayerAmount> payers) => payers.Sum(payer => payer.Amount.Cents);

    /// <summary>A share to a hundredth of a percent, halves away from zero.</summary>
    private static string Share(long of, long all) => SheetNumbers.Percent(Money.FromCents(of), Money.FromCents(all));
}
