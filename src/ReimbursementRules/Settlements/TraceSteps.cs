using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Turns the lines and moves of a ledger into the trace that people read.</summary>
internal static class TraceSteps
{
    public static ImmutableArray<TraceStep> Of(Ledger ledger, int sign)
    {
        var steps = ImmutableArray.CreateBuilder<TraceStep>(ledger.LineCount);
        for (var line = 0; line < ledger.LineCount; line++)
            steps.Add(Step(ledger, line, sign));
        return steps.MoveToImmutable();
    }

    private static TraceStep Step(Ledger ledger, int index, int sign)
    {
        var line = ledger.Lines[index];
        var legend = ledger.Legend;
        var (layer, title, step, source) = line.Kind == StepKind.Refusal
            ? (legend.Gates[line.Step].Id, legend.Gates[line.Step].Message, legend.Gates[line.Step].Id, legend.Gates[line.Step].Source)
            : (legend.Layers[legend.Steps[line.Step].Layer].Id, legend.Layers[legend.Steps[line.Step].Layer].Title, legend.Steps[line.Step].Id, legend.Rows[line.Row]);
        return new(layer, title, step, line.Kind, Signed(line.Base), Signed(line.Amount), source)
        {
            Rate = line.Kind is StepKind.Band or StepKind.QuotaShare or StepKind.QuotaExcess ? Rate.FromMillionths(line.Rate) : null,
            Limit = Money.FromCents(line.Limit),
            Upper = line.Kind == StepKind.Band && line.Upper != long.MaxValue ? Money.FromCents(line.Upper) : null,
            Before = Money.FromCents(line.Before),
            Moves = Moves(ledger, index, sign),
        };

        Money Signed(long cents) => Money.FromCents(cents * sign);
    }

    private static ImmutableArray<TraceMove> Moves(Ledger ledger, int line, int sign)
    {
        var moves = ImmutableArray.CreateBuilder<TraceMove>();
        foreach (var move in ledger.Moves)
            if (move.Line == line)
                moves.Add(new(
                    ledger.Legend.Parts[move.From],
                    move.Way == MoveWay.Rename ? ledger.Legend.Parts[move.To] : ledger.Legend.Payers[move.To].Id,
                    move.Way == MoveWay.Rename,
                    Money.FromCents(move.Amount * sign)));
        return moves.ToImmutable();
    }
}
