using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Reads the parts of a bill off its moves.</summary>
internal static class PartAmounts
{
    public static ImmutableArray<PartAmount> Of(Ledger ledger, int sign)
    {
        var legend = ledger.Legend;
        var atFirst = new long[legend.Parts.Count];
        var paid = new long[legend.Parts.Count, legend.Payers.Count];
        var touched = new bool[legend.Parts.Count];
        foreach (var cut in ledger.Cuts)
            for (var part = 0; part < Legend.CutParts.Length; part++)
                atFirst[part] += cut[part];
        foreach (var move in ledger.Moves)
        {
            touched[move.From] = true;
            switch (move.Way)
            {
                case MoveWay.Pay:
                    paid[move.From, move.To] += move.Amount;
                    break;
                case MoveWay.Rename:
                    atFirst[move.To] += move.Amount;
                    break;
                default:
                    paid[move.From, move.To] += move.Amount;
                    paid[move.From, Legend.Hospital] -= move.Amount;
                    break;
            }
        }

        return [.. Enumerable.Range(0, legend.Parts.Count)
            .Where(part => atFirst[part] != 0 || touched[part])
            .Select(part => new PartAmount(
                legend.Parts[part],
                Signed(atFirst[part]),
                Signed(ledger.Held(part)),
                Signed(paid[part, Legend.Hospital]),
                [.. Enumerable.Range(1, legend.Payers.Count - 1).Select(payer => new PayerAmount(legend.Payers[payer].Id, legend.Payers[payer].Title, Signed(paid[part, payer])))]))];

        Money Signed(long cents) => Money.FromCents(cents * sign);
    }
}
