using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Tells of a payer that pays more than the whole bill, because a quota lets the hospital have what it saves.</summary>
internal static class PaidBeyondBill
{
    /// <summary>Looks at what every payer pays in the end, when all layers have run and all caps have cut.</summary>
    public static void Tell(Desk settling)
    {
        var bill = settling.Bill;
        var fees = settling.Claim.Bill;
        foreach (var move in bill.Moves)
            if (move.Way == MoveWay.Saving && Paid(bill, move.To) is var paid && paid > fees)
                settling.Found(Finding(bill.Legend, move.To, bill.Line(move.Line), paid, fees));
    }

    private static long Paid(OpenBill bill, int payer)
    {
        var paid = bill.Paid(payer);
        foreach (var move in bill.Moves)
            if (move.Way == MoveWay.Saving && move.To == payer)
                paid += move.Amount;
        return paid;
    }

    private static Finding Finding(Legend legend, int payer, in TraceLine saving, long paid, long fees)
    {
        var (title, standard) = (legend.Payers[payer].Title, Readable(saving.Limit));
        return new(
            legend.Layers[legend.Steps[saving.Step].Layer].Id,
            Verdict.Flag,
            new(
                $"{title.En} pays {Readable(paid)}, more than the bill of {Readable(fees)}, since it pays on a payment standard of "
                    + $"{standard}.",
                $"{title.Zh}共支付 {Readable(paid)} 元，高于费用 {Readable(fees)} 元：按付费标准 {standard} 元支付。"
            ),
            null,
            null,
            legend.Rows[saving.Row]
        );
    }

    private static string Readable(long cents) => Money.FromCents(cents).ToReadable();
}
