using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The ways in which a step of a layer can come out, read off the lines of the trace that it makes.</summary>
internal sealed class StepPoints
{
    private readonly WayPoints _ways;
    private readonly bool _isOfItems;

    private StepPoints(WayPoints ways, bool isOfItems) => (_ways, _isOfItems) = (ways, isOfItems);

    /// <summary>The points of a step; null where it can only come out in one way.</summary>
    /// <param name="step">The step.</param>
    /// <param name="of">Its name, with that of its layer.</param>
    /// <param name="book">Takes the points.</param>
    public static StepPoints? Of(StepPolicy step, string of, PointBook book)
    {
        return step.Form switch
        {
            DeductiblePolicy stated when Counts(stated.Amount) => Ways(
                "deductible",
                ["part", "used_up", .. RunsOn(stated.Sum) ? ["untouched"] : (string[])[]],
                stated.Sum.Per == Period.Item
            ),
            CapPolicy stated when Limits(stated.Amount) => Ways(
                "cap",
                ["idle", "hit", .. RunsOn(stated.Sum) ? ["exhausted"] : (string[])[]]
            ),
            QuotaPolicy => Ways("quota", ["below", "at", "above"]),
            TopUpPolicy => Ways("top_up", ["idle", "raises"]),
            AccountPolicy => Ways("account", ["covers", "runs_out"]),
            _ => null,
        };

        StepPoints Ways(string kind, string[] ways, bool isOfItems = false) =>
            new(new(book, step.Place, CoverageKind.Branch, kind, of, ways), isOfItems);
    }

    /// <summary>The points of the ceiling over a step's deductibles.</summary>
    public static StepPoints OfCeiling(DeductibleCeilingPolicy ceiling, string of, PointBook book) =>
        new(new(book, ceiling.Place, CoverageKind.Branch, "deductible_ceiling", of, "idle", "hit", "exhausted"), false);

    /// <summary>Reads a line that the step made.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAbove">Whether the same step has a line of what is above a standard.</param>
    /// <param name="book">Takes what is reached.</param>
    public void Reach(in TraceLine line, bool isAbove, PointBook book)
    {
        switch (line.Kind)
        {
            case StepKind.Deductible when _isOfItems:
                ReachByItem(line, book);
                break;
            case StepKind.Deductible when line.Limit > 0:
                _ways.Reach(book, Taken(line));
                break;
            case StepKind.CapOnCost or StepKind.CapOnPayment or StepKind.DeductibleCeiling when line.Base > 0:
                _ways.Reach(book, Cut(line));
                break;
            case StepKind.QuotaShare:
                _ways.Reach(
                    book,
                    isAbove ? "above"
                        : line.Base < line.Limit ? "below"
                        : "at"
                );
                break;
            case StepKind.TopUp when line.Base > 0:
                _ways.Reach(book, line.Limit > line.Before ? "raises" : "idle");
                break;
            case StepKind.Account when line.Base > 0:
                _ways.Reach(book, line.Amount == line.Base ? "covers" : "runs_out");
                break;
            default:
                break;
        }
    }

    private static string Taken(in TraceLine line) =>
        line.Before >= line.Limit ? "untouched"
        : line.Amount < line.Limit - line.Before ? "part"
        : "used_up";

    private static string Cut(in TraceLine line) =>
        line is { Limit: > 0 } && line.Before >= line.Limit ? "exhausted"
        : line.Amount > 0 ? "hit"
        : "idle";

    /// <summary>One line is of all items of a row: where something is left of them, some item has more than its deductible; and what is
    /// kept is no multiple of it where some item has less.</summary>
    private void ReachByItem(in TraceLine line, PointBook book)
    {
        if (line.Limit == 0)
            return;
        if (line.Base > line.Amount || line.Amount == line.Limit)
            _ways.Reach(book, "used_up");
        if (line.Amount % line.Limit != 0)
            _ways.Reach(book, "part");
    }

    private static bool RunsOn(SumForm sum) => RunningPeriods.RunsOn(sum.Per);

    /// <summary>Whether some amount may be above zero.</summary>
    private static bool Counts(DatedTablePolicy<AmountPolicy> amounts) =>
        InForce(amounts).Any(row => row.Value is { IsNone: false } and not { Cents: 0, IsFixed: true });

    /// <summary>Whether some row has a limit.</summary>
    private static bool Limits(DatedTablePolicy<AmountPolicy> amounts) => InForce(amounts).Any(row => !row.Value.IsNone);

    private static IEnumerable<RowPolicy<AmountPolicy>> InForce(DatedTablePolicy<AmountPolicy> amounts) =>
        amounts.Entries.Where(entry => !entry.Value.IsRepealed).SelectMany(entry => entry.Value.Rows);
}
