using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Reads the parts of a bill off its moves.</summary>
internal static class PartAmounts
{
    public static ImmutableArray<PartAmount> Of(SettledBill bill, int sign)
    {
        var legend = bill.Legend;
        var atFirst = new long[legend.Parts.Count];
        var paid = new long[legend.Parts.Count, legend.Payers.Count];
        var touched = new bool[legend.Parts.Count];
        for (var item = 0; item < bill.Items.Length; item++)
        for (var part = 0; part < Legend.CutParts.Length; part++)
            atFirst[part] += bill.Cuts[item].Of(part, bill.Fee(item));
        var held = (long[])atFirst.Clone();
        foreach (var move in bill.Moves)
        {
            touched[move.From] = true;
            switch (move.Way)
            {
                case MoveWay.Pay:
                    held[move.From] -= move.Amount;
                    paid[move.From, move.To] += move.Amount;
                    break;
                case MoveWay.Rename:
                    held[move.From] -= move.Amount;
                    held[move.To] += move.Amount;
                    atFirst[move.To] += move.Amount;
                    break;
                case MoveWay.Saving:
                    paid[move.From, move.To] += move.Amount;
                    paid[move.From, Legend.Hospital] -= move.Amount;
                    break;
                default:
                    throw UnknownKind.Of(move.Way);
            }
        }

        return
        [
            .. Enumerable
                .Range(0, legend.Parts.Count)
                .Where(part => atFirst[part] != 0 || touched[part])
                .Select(part => new PartAmount(
                    legend.Parts[part],
                    Signed(atFirst[part]),
                    Signed(legend.Account < 0 ? 0 : paid[part, legend.Account]),
                    Signed(held[part]),
                    Signed(paid[part, Legend.Hospital]),
                    [
                        .. Enumerable
                            .Range(1, legend.FundsEnd - 1)
                            .Select(payer => new PayerAmount(
                                legend.Payers[payer].Id,
                                legend.Payers[payer].Title,
                                Signed(paid[part, payer])
                            )),
                    ]
                )),
        ];

        Money Signed(long cents) => Money.FromCents(cents * sign);
    }
}
