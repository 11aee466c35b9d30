using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>The parts of a bill as they are handed out.</summary>
internal static class PartAmounts
{
    public static ImmutableArray<PartAmount> Of(SettledBill bill, int sign)
    {
        var legend = bill.Legend;
        var sums = new PartSums(bill, new long[PartSums.RoomOf(legend)]);
        var amounts = ImmutableArray.CreateBuilder<PartAmount>();
        for (var part = 0; part < sums.Parts; part++)
        {
            if (!sums.Has(part))
                continue;
            var paid = sums.PaidOf(part);
            amounts.Add(
                new(
                    legend.Parts[part],
                    Signed(sums.AtFirst(part)),
                    Signed(sums.Account(part)),
                    Signed(sums.Held(part)),
                    Signed(paid[Legend.Hospital]),
                    PayerAmount.OfFunds(legend, paid, 1, sign)
                )
            );
        }

        return amounts.DrainToImmutable();

        Money Signed(long cents) => Money.FromCents(cents * sign);
    }
}
