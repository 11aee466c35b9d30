using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What a line of the trace says.</summary>
[JsonConverter(typeof(WordConverter<StepKind>))]
public enum StepKind
{
    /// <summary>The patient keeps an amount before the fund pays.</summary>
    Deductible,

    /// <summary>The payer pays its rate of the amount that lies in a band.</summary>
    Band,

    /// <summary>A payment is cut to what is left of a ceiling on payments.</summary>
    CapOnPayment,

    /// <summary>A cost is cut to what is left of a ceiling on the cost that counts.</summary>
    CapOnCost,

    /// <summary>The payer pays its rate of a case within its payment standard.</summary>
    QuotaShare,

    /// <summary>The payer pays on the standard although the bill is below it, and the hospital keeps the difference.</summary>
    QuotaSaving,

    /// <summary>The bill is above its payment standard, and the hospital bears its share of the excess.</summary>
    QuotaExcess,

    /// <summary>The personal account pays what is left, up to its balance.</summary>
    Account,

    /// <summary>Prices are above their ceiling, and the patient or the hospital bears what is above.</summary>
    OverCeiling,

    /// <summary>A rate of the table is raised or lowered before it is taken.</summary>
    RateChange,

    /// <summary>The payment standard of a case grows by the days of one phase of the stay.</summary>
    BedDays,

    /// <summary>The payment standard of a case is raised by a tolerance.</summary>
    Tolerance,

    /// <summary>The payer raises what was paid to a share of the bill or of parts of it.</summary>
    TopUp,

    /// <summary>A gate refuses the claim or an item, and a liable party or the patient bears it.</summary>
    Refusal,

    /// <summary>Only a share of a part counts in the base of a layer.</summary>
    Weighted,

    /// <summary>An amount of the policy is so often another, or a share of it.</summary>
    AmountTimes,

    /// <summary>An amount of the policy grows, or falls, with a number of the claim.</summary>
    AmountGrowth,

    /// <summary>An amount of the policy is rounded to a unit.</summary>
    AmountRounding,

    /// <summary>An amount of the policy is raised to the least, or lowered to the most, that may come out.</summary>
    AmountBound,

    /// <summary>Another settlement has paid an amount or left it with the patient, as the claim states.</summary>
    Stated,

    /// <summary>An amount of the table is raised or lowered by a sum before it is taken.</summary>
    AmountChange,

    /// <summary>A share of an amount of the table is taken, or added to it.</summary>
    AmountShare,

    /// <summary>A deductible is cut to what is left of a ceiling over the deductibles of a longer period.</summary>
    DeductibleCeiling,
}
