using ReimbursementRules.Claims;

namespace ReimbursementRules.Settlements;

/// <summary>What a line of the trace says.</summary>
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
}

/// <summary>One line of the trace: what a step made of which amount, by which row. The meaning of the numbers depends on the kind.</summary>
/// <param name="Step">The step in the legend, or the gate of a refusal.</param>
/// <param name="Row">The row in the legend that decided.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Base">The amount that the step worked on, in cents.</param>
/// <param name="Amount">What came of it, in cents: kept, paid, cut off or borne.</param>
internal readonly record struct TraceLine(ushort Step, StepKind Kind, int Row, long Base, long Amount)
{
    /// <summary>What only one kind says; its name follows from the kind.</summary>
    private readonly long _detail;

    /// <summary>The rate in millionths; 0 where none is taken.</summary>
    public int Rate { get; init; }

    /// <summary>The deductible, ceiling, standard or balance, or the lower edge of a band, in cents.</summary>
    public long Limit { get; init; }

    /// <summary>What was used of the period before this claim, in cents; for the account, what it paid of this claim before.</summary>
    public long Before { get; init; }

    /// <summary>What would have come of it if enough were left of the base, in cents; 0, or the amount itself, where enough was.</summary>
    public long Due { get; init; }

    /// <summary>Of a band, its upper edge in cents; <see cref="long.MaxValue"/> for none.</summary>
    public long Upper
    {
        get => _detail;
        init => _detail = value;
    }

    /// <summary>Of the share of a quota, the row in the legend that states the standard.</summary>
    public int StandardRow
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of a change of a rate, the rate before it in millionths.</summary>
    public int RateBefore
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of days in hospital, their number.</summary>
    public int Days
    {
        get => (int)_detail;
        init => _detail = value;
    }

    /// <summary>Of the excess over a standard, what the patient keeps beside what the hospital bears, in cents.</summary>
    public long Rest
    {
        get => _detail;
        init => _detail = value;
    }
}

/// <summary>A move of money: the only thing that ever happens to a bill.</summary>
/// <param name="Line">The line of the trace that made it.</param>
/// <param name="From">The part that it is taken from, in the legend.</param>
/// <param name="To">Where it goes: a payer, or another part that the patient holds, in the legend.</param>
/// <param name="Way">Which of the three moves it is.</param>
/// <param name="Amount">The amount in cents, above zero.</param>
/// <param name="Items">Where its division over the items begins, or -1 where it is divided in proportion to what each item holds.</param>
internal readonly record struct Move(int Line, ushort From, ushort To, MoveWay Way, int Items, long Amount);

internal enum MoveWay : byte
{
    /// <summary>A payer pays an amount that the patient held.</summary>
    Pay,

    /// <summary>The patient keeps an amount under another part's name.</summary>
    Rename,

    /// <summary>A payer pays beyond the bill, and the hospital's balance falls by the same amount.</summary>
    Saving,
}

/// <summary>How the catalogue and the gates cut one item.</summary>
/// <param name="OverCeiling">What is above the ceiling price, in cents.</param>
/// <param name="FirstSelfPay">The patient's first share, in cents.</param>
/// <param name="Row">The row of the catalogue in the legend that decided.</param>
/// <param name="Gate">The gate that refused the item, in the legend; -1 where none did.</param>
/// <param name="Way">Which part takes the rest of the fee.</param>
internal readonly record struct ItemCut(long OverCeiling, long FirstSelfPay, int Row, short Gate, CutWay Way)
{
    /// <summary>What falls to a part, in cents; over all parts it adds up to the fee.</summary>
    public long Of(int part, long fee) => part switch
    {
        Legend.OverCeiling => OverCeiling,
        Legend.FirstSelfPay => FirstSelfPay,
        Legend.InScope when Way == CutWay.InScope => fee - OverCeiling - FirstSelfPay,
        Legend.OutOfScope when Way == CutWay.OutOfScope => fee,
        Legend.Refused when Way == CutWay.Refused => fee,
        _ => 0,
    };
}

/// <summary>Which part takes what is left of an item's fee.</summary>
internal enum CutWay : byte
{
    InScope,
    OutOfScope,
    Refused,
}

/// <summary>What falls to each part when a bill is cut, in cents.</summary>
internal readonly record struct CutSums(long OverCeiling, long FirstSelfPay, long InScope, long OutOfScope, long Refused)
{
    public static CutSums Of(Claim claim, ReadOnlySpan<ItemCut> cuts)
    {
        Span<long> sums = stackalloc long[Legend.CutParts.Length];
        for (var item = 0; item < cuts.Length; item++)
            for (var part = 0; part < sums.Length; part++)
                sums[part] += cuts[item].Of(part, claim.Packed[item].Amount);
        return new(sums[Legend.OverCeiling], sums[Legend.FirstSelfPay], sums[Legend.InScope], sums[Legend.OutOfScope], sums[Legend.Refused]);
    }
}
