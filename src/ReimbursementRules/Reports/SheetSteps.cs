using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Words the trace: the steps of each layer in their order, after what the gates refused.</summary>
internal static class SheetSteps
{
    public static IReadOnlyList<SheetLayer> Of(Settlement settlement, Language language, PartWords words)
    {
        var layers = new List<(string Id, string Title, List<SheetStep> Steps, List<BilingualText> Folded)>();
        Rate? share = null;
        foreach (var step in settlement.Steps)
        {
            share = step.Kind == StepKind.QuotaShare ? step.Rate : share;
            var (id, title) = step.Kind == StepKind.Refusal ? ("", Words.Gates) : (step.Layer, step.LayerTitle);
            if (layers.Count == 0 || layers[^1].Id != id || layers[^1].Title != title.In(language))
                layers.Add((id, title.In(language), [], []));
            if (IsOfNothing(step))
            {
                layers[^1].Folded.Add(words.Step(step));
                continue;
            }

            layers[^1]
                .Steps.Add(
                    new(
                        words.Step(step).In(language),
                        CutsNothing(step) && step.Base == Money.Zero ? "" : step.Base.ToReadable(),
                        step.Rate?.ToString() ?? "",
                        CutsNothing(step) ? "" : step.Amount.ToReadable(),
                        StepWords.Say(step, share).In(language),
                        [.. step.Moves.Select(move => StepWords.Say(move, step.Kind, words).In(language))],
                        step.StandardSource is { } standard && standard != step.Source ? [step.Source, standard] : [step.Source]
                    )
                );
        }

        return
        [
            .. layers.Select(layer => new SheetLayer(
                layer.Title,
                layer.Steps,
                layer.Folded.Count == 0 ? null : Words.Folded(layer.Folded).In(language)
            )),
        ];
    }

    /// <summary>Whether a step only says by which rate the next one pays: it has no result of its own.</summary>
    private static bool CutsNothing(TraceStep step) => step is { Kind: StepKind.RateChange, Due: null } && step.Amount == Money.Zero;

    /// <summary>Whether a step found nothing to work on, so that its numbers are all zero; what changes a rate or a standard says something
    /// all the same.</summary>
    private static bool IsOfNothing(TraceStep step) =>
        (step.Kind == StepKind.Weighted || !PartWords.Explains(step.Kind))
        && step.Base == Money.Zero
        && step.Amount == Money.Zero
        && step.Moves.IsEmpty
        && (step.Due ?? Money.Zero) == Money.Zero;
}
