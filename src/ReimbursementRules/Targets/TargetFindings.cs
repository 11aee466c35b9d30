using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>What comes out while the cases of one target are looked at.</summary>
internal sealed class TargetFindings(CompiledRulebook book, TableTarget target)
{
    private readonly Dictionary<(int Row, string Code), Problem> _misses = [];
    private readonly Dictionary<int, Problem> _equal = [];
    private bool _isAsked;

    public void Asked() => _isAsked = true;

    /// <summary>Notes a case beyond the bound, once for each row.</summary>
    /// <param name="layer">The layer of the step.</param>
    /// <param name="row">The place of the row in the legend.</param>
    /// <param name="said">What is beyond it.</param>
    /// <param name="words">The case.</param>
    public void Miss(Layer layer, int row, BilingualText said, string words) =>
        _misses.TryAdd((row, ""), Problem(layer, row, "target.missed", said, words));

    /// <summary>Notes a case in which two values that should fall or rise are the same.</summary>
    public void Equal(Layer layer, int row, BilingualText said, string words) =>
        _equal.TryAdd(row, Problem(layer, row, "target.equal", said, words));

    /// <summary>Notes what the baseline does not have.</summary>
    public void NotInBaseline(FilePlace place, int row, BilingualText said)
    {
        Asked();
        _misses.TryAdd(
            (row, said.En),
            new(
                place,
                "target.base",
                new(
                    $"{said.En}, so that nothing bounds it. {target.Policy.Title.En} ({target.Policy.Source.Reference.En}).",
                    $"{said.Zh}，无从比较。{target.Policy.Title.Zh}（{target.Policy.Source.Reference.Zh}）。"
                )
            )
        );
    }

    /// <summary>Notes a step whose tables tell too much apart to be looked at.</summary>
    public void TooLarge(StatedTables stated)
    {
        Asked();
        _misses.TryAdd(
            (stated.Rows[0], ""),
            new(
                PlaceOf(stated.Rows[0]),
                "target.large",
                new(
                    $"the tables of this step tell more than {Combinations.Most} combinations apart; the target "
                        + $"'{target.Policy.Id}' was not looked at.",
                    $"该步骤的表区分的组合超过 {Combinations.Most} 种，未检查目标“{target.Policy.Id}”。"
                )
            )
        );
    }

    public TargetResult Result() =>
        new(
            target.Policy.Id,
            target.Policy.Title,
            !_isAsked ? TargetStatus.NotAsked
                : _misses.Count == 0 ? TargetStatus.Met
                : TargetStatus.Missed,
            target.Policy.IsWish,
            InOrder(_misses.Values)
        )
        {
            Warnings = InOrder(_equal.Values),
        };

    private static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.Place.File, StringComparer.Ordinal).ThenBy(problem => problem.Place.Line)];

    private FilePlace PlaceOf(int row) => book.Legend.Rows[row].Place;

    private Problem Problem(Layer layer, int row, string code, BilingualText said, string words)
    {
        var name = book.Legend.Layers[layer.Index].Id;
        var among = Combinations.Among(words);
        return new(
            PlaceOf(row),
            code,
            new(
                $"{name}: {said.En}{among.En}. {target.Policy.Title.En} ({target.Policy.Source.Reference.En}).",
                $"{name}：{said.Zh}{among.Zh}。{target.Policy.Title.Zh}（{target.Policy.Source.Reference.Zh}）。"
            )
        );
    }
}
