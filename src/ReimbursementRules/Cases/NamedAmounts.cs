using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Amounts of one or more settlements by name: <c>fund</c>, <c>fund + aid</c>, or two of them parted by <c>/</c>, as
/// <c>fund + aid / in_scope</c>, which is a ratio.</summary>
/// <param name="legend">The names of the rulebook.</param>
internal sealed class NamedAmounts(Legend legend)
{
    private const string Plus = " + ",
        Over = " / ";

    /// <summary>The names that an amount may have, for messages.</summary>
    public IEnumerable<string> Known =>
        [
            "bill",
            "patient",
            "cash",
            "account",
            "hospital",
            .. legend.Payers.Take(1..legend.FundsEnd).Select(payer => payer.Id),
            .. legend.Parts,
        ];

    /// <summary>Whether a name puts others together.</summary>
    public static bool IsSum(string name) => name.Contains(Plus, StringComparison.Ordinal) || IsRatio(name);

    /// <summary>Whether a name is that of a ratio.</summary>
    public static bool IsRatio(string name) => name.Contains(Over, StringComparison.Ordinal);

    /// <summary>Both sides of the name of a ratio; empty for what is not there.</summary>
    public static (string Of, string To) Sides(string name) => name.Split(Over) is [var of, var to] ? (of, to) : (name, "");

    /// <summary>The names that a sum puts together.</summary>
    public static string[] Summands(string name) => name.Split(Plus, StringSplitOptions.TrimEntries);

    /// <summary>What a name that is no sum means: nothing, one thing or several.</summary>
    public IReadOnlyList<string> Meant(string name) =>
        name == "bill" || CaseTerms.OfExpected.Called(name)?.Id == "bill" ? ["bill"]
        : Legend.PartsOf(name, legend.Parts).Count > 0 ? [name]
        : SumNames.Of(name, legend);

    /// <summary>An amount of one settlement: the parts into which the catalogue cuts are those of the whole bill, others what the patient
    /// bears of them in the end.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="meant">A name that <see cref="Meant"/> has found.</param>
    public static Money Of(Settlement settlement, string meant) =>
        meant switch
        {
            "bill" => settlement.Bill,
            "patient" => settlement.Patient,
            "cash" => settlement.Cash,
            "account" => settlement.Account,
            "hospital" => settlement.Hospital,
            "in_scope" => settlement.Items.Sum(item => item.InScope),
            "out_of_scope" => settlement.Items.Sum(item => item.OutOfScope),
            "over_ceiling" => settlement.Items.Sum(item => item.OverCeiling),
            "first_self_pay" => settlement.Items.Sum(item => item.FirstSelfPay),
            "refused" => settlement.Items.Sum(item => item.Refused),
            _ => settlement.Payers.FirstOrDefault(payer => payer.Payer == meant)?.Amount
                ?? settlement
                    .Parts.Where(part => Legend.PartsOf(meant, settlement.Legend.Parts).Contains(part.Name))
                    .Sum(part => part.Patient),
        };
}
