using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Turns the lines and moves of a bill into the trace that people read.</summary>
internal static class TraceSteps
{
    private static readonly BilingualText CatalogueTitle = new("Catalogue", "目录");

    public static ImmutableArray<TraceStep> Of(SettledBill bill, int sign)
    {
        var steps = ImmutableArray.CreateBuilder<TraceStep>(bill.Lines.Length);
        for (var line = 0; line < bill.Lines.Length; line++)
            steps.Add(Step(bill, line, sign));
        return steps.MoveToImmutable();
    }

    private static TraceStep Step(SettledBill bill, int index, int sign)
    {
        var line = bill.Lines[index];
        var legend = bill.Legend;
        var (layer, title, step, source) = line.Kind switch
        {
            StepKind.Refusal => (
                legend.Gates[line.Step].Id,
                legend.Gates[line.Step].Message,
                legend.Gates[line.Step].Id,
                legend.Gates[line.Step].Source
            ),
            StepKind.Stated => (
                legend.Stated[line.Step].Layer,
                legend.Stated[line.Step].Title,
                legend.Stated[line.Step].Step,
                legend.Rows[line.Row]
            ),
            StepKind.OverCeiling => (Legend.Catalogue, CatalogueTitle, Legend.Ceiling, legend.Rows[line.Row]),
            _ when line.IsOfFirstShare => (Legend.Catalogue, CatalogueTitle, Legend.CutParts[Legend.FirstSelfPay], legend.Rows[line.Row]),
            _ => (
                legend.Layers[legend.Steps[line.Step].Layer].Id,
                legend.Layers[legend.Steps[line.Step].Layer].Title,
                legend.Steps[line.Step].Id,
                legend.Rows[line.Row]
            ),
        };
        return new(layer, title, step, line.Kind, Signed(line.Base), Signed(line.Amount), source)
        {
            Rate = TakesRate(line.Kind) ? line.Rate : null,
            Limit = Money.FromCents(line.Limit),
            Upper = line.Kind == StepKind.Band && line.Upper != long.MaxValue ? Money.FromCents(line.Upper) : null,
            Before = Money.FromCents(line.Before),
            Per = line.IsOfLayer ? legend.Steps[line.Step].Per : Period.Claim,
            StandardSource = line.Kind == StepKind.QuotaShare ? legend.Rows[line.StandardRow] : null,
            RateBefore = line.Kind == StepKind.RateChange ? line.RateBefore : null,
            Due = line.Due > line.Amount ? Signed(line.Due) : null,
            Rest = line.Kind == StepKind.QuotaExcess ? Signed(line.Rest) : null,
            Part = line.Kind == StepKind.Weighted ? legend.Parts[line.Part] : null,
            Days = line.Kind == StepKind.BedDays ? line.Days : 0,
            Times = line.Kind is StepKind.AmountTimes or StepKind.AmountGrowth ? line.Times : null,
            Moves = Moves(bill, index, sign),
        };

        Money Signed(long cents) => Money.FromCents(cents * sign);
    }

    /// <summary>Whether a kind of line says a rate.</summary>
    private static bool TakesRate(StepKind kind) =>
        kind switch
        {
            StepKind.Band or StepKind.QuotaShare or StepKind.QuotaExcess or StepKind.RateChange or StepKind.Tolerance or StepKind.TopUp =>
                true,
            StepKind.Weighted => true,
            StepKind.AmountShare => true,
            StepKind.Deductible or StepKind.CapOnPayment or StepKind.CapOnCost or StepKind.QuotaSaving or StepKind.Account => false,
            StepKind.OverCeiling or StepKind.BedDays or StepKind.Refusal or StepKind.Stated => false,
            StepKind.AmountTimes or StepKind.AmountGrowth or StepKind.AmountRounding or StepKind.AmountBound => false,
            StepKind.AmountChange or StepKind.DeductibleCeiling => false,
            _ => throw UnknownKind.Of(kind),
        };

    private static ImmutableArray<TraceMove> Moves(SettledBill bill, int line, int sign)
    {
        var moves = ImmutableArray.CreateBuilder<TraceMove>();
        foreach (var move in bill.Moves)
            if (move.Line == line)
                moves.Add(
                    new(
                        bill.Legend.Parts[move.From],
                        move.Way == MoveWay.Rename ? bill.Legend.Parts[move.To] : bill.Legend.Payers[move.To].Id,
                        move.Way == MoveWay.Rename,
                        Money.FromCents(move.Amount * sign)
                    )
                );
        return moves.ToImmutable();
    }
}
