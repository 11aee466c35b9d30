using System.Collections.Immutable;
using System.Text.Json;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes the trace as JSON: each step with its numbers, the sentence that adds them up, and its moves.</summary>
internal static class JsonSteps
{
    public static void Write(Utf8JsonWriter json, Settlement settlement)
    {
        Rate? share = null;
        var inOrder = settlement.MovesAreInOrder;
        json.WriteList(
            "steps",
            settlement.Steps.Index(),
            step =>
            {
                share = step.Item.Kind == StepKind.QuotaShare ? step.Item.Rate : share;
                Step(json, step.Item, share, settlement.MovesOf(step.Index), inOrder);
            }
        );
    }

    /// <summary>The days that count, and how often an amount is taken.</summary>
    private static void Counts(Utf8JsonWriter json, TraceStep step)
    {
        if (step.Days > 0)
            json.WriteNumber("days", step.Days);
        if (step.Times is { } times)
            json.WriteNumber("times", times);
    }

    private static void Step(
        Utf8JsonWriter json,
        TraceStep step,
        Rate? share,
        IEnumerable<(int Turn, ImmutableArray<Money> OfItems)> moves,
        bool inOrder
    )
    {
        json.WriteStartObject();
        json.WriteText("layer", step.Layer);
        json.WriteText("title", step.LayerTitle);
        json.WriteText("step", step.Step);
        json.WriteWord("kind", step.Kind);
        json.WriteMoney("base", step.Base);
        json.WriteText("rate", step.Rate?.ToString() ?? "");
        if (step.RateBefore is { } before)
            json.WriteText("rate_before", before.ToString());
        if (step.Part is { } part)
            json.WriteText("part", part);
        Counts(json, step);
        json.WriteMoney("amount", step.Amount);
        if (step.Due is { } due)
            json.WriteMoney("due", due);
        if (step.Rest is { } rest)
            json.WriteMoney("rest", rest);
        json.WriteMoney("limit", step.Limit);
        if (step.Upper is { } upper)
            json.WriteMoney("upper", upper);
        json.WriteWord("per", step.Per);
        json.WriteMoney("before", step.Before);
        json.WriteText("says", StepWords.Say(step, share));
        json.WriteList(
            "moves",
            step.Moves.Zip(moves),
            pair =>
            {
                var (move, (turn, ofItems)) = pair;
                json.WriteStartObject();
                json.WriteText("part", move.Part);
                json.WriteText(move.IsKept ? "kept_as" : "payer", move.To);
                json.WriteMoney("amount", move.Amount);
                if (!inOrder)
                    json.WriteNumber("turn", turn);
                if (!ofItems.IsEmpty)
                    json.WriteMoneys("items", ofItems);
                json.WriteEndObject();
            }
        );
        json.WriteSource(step.Source);
        if (step.StandardSource is { } standard)
            json.WriteSource(standard, "standard");
        json.WriteEndObject();
    }
}
