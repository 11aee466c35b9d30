using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>Exactly one row must apply to every combination of facts.</summary>
internal sealed class TableChecks(ImmutableArray<RuleFact> facts, ProblemLog problems)
{
    private readonly Dictionary<FilePlace, EntryCheck> _shared = [];

    /// <summary>The check of a dated entry.</summary>
    /// <param name="table">The name of its table.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="of">The table. Where several steps have it, each of its rows must apply in one of them.</param>
    public EntryCheck Of(string table, Dated<IReadOnlyList<RowPolicy>> entry, PendingRows of)
    {
        if (!of.IsShared)
            return new(table, entry, of.MayOverlap, facts, problems);
        if (!_shared.TryGetValue(entry.Source.Place, out var first))
            _shared.Add(entry.Source.Place, first = new(table, entry, of.MayOverlap, facts, problems));
        return new(table, entry, of.MayOverlap, facts, problems) { First = first };
    }

    /// <summary>Notes the rows that apply in none of the steps that have them.</summary>
    public void End()
    {
        foreach (var check in _shared.Values)
            check.End();
    }
}

/// <summary>The check of one dated entry of a table, over the periods into which lists cut it.</summary>
/// <param name="table">The name of its table.</param>
/// <param name="entry">The entry.</param>
/// <param name="mayOverlap">Whether rows that say the same may overlap.</param>
/// <param name="facts">The facts in codes.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class EntryCheck(
    string table,
    Dated<IReadOnlyList<RowPolicy>> entry,
    bool mayOverlap,
    ImmutableArray<RuleFact> facts,
    ProblemLog problems
)
{
    private readonly IReadOnlyList<RowPolicy> _policies = entry.Value;
    private HashSet<string>? _told;
    private bool[]? _reached;

    /// <summary>The check that tells of the rows that never apply, where several steps have the table; null for this one.</summary>
    public EntryCheck? First { get; init; }

    /// <summary>Checks the rows as they are in a period.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="within">What the layer lets through.</param>
    /// <param name="from">The day on which the period begins; null for the first.</param>
    public void Period(IReadOnlyList<BoundRow> rows, ImmutableArray<ImmutableArray<RuleCondition>> within, DateOnly? from)
    {
        _reached ??= First is null ? new bool[_policies.Count] : First._reached ??= new bool[_policies.Count];
        if (rows is [{ Rule.Conditions.IsEmpty: true }])
        {
            _reached[rows[0].Written] = true;
            return;
        }

        if (SecondOtherwise() is { } second)
        {
            problems.Add(
                second.Place,
                "table.otherwise",
                "one row 'otherwise' at most stands among rows.",
                "同一组行中最多只能有一行“otherwise”。"
            );
            Array.Fill(_reached, true);
            return;
        }

        var checkedRows = new RuleTable(table, [.. rows.Select(row => row.Rule)]);
        try
        {
            foreach (var box in within)
                Findings(GridBuilder.Check(checkedRows, facts, box), rows, from);
        }
        catch (GridTooLargeException)
        {
            Once(
                "",
                new(
                    entry.Source.Place,
                    "table.large",
                    new("the rows of this table tell too many combinations apart. Split the table.", "该表区分的组合过多，请拆分。")
                )
            );
            Array.Fill(_reached, true);
            return;
        }

        Strays(rows, within, from);
    }

    /// <summary>A row for all other cases that stands beside another one.</summary>
    private RowPolicy? SecondOtherwise()
    {
        var others = _policies.Where(row => row.IsOtherwise).ToList();
        for (var i = 1; i < others.Count; i++)
            if (others.Take(i).Any(before => before.Groups.SequenceEqual(others[i].Groups)))
                return others[i];
        return null;
    }

    /// <summary>Notes the rows that apply where rows beside them take every case for themselves.</summary>
    private void Strays(IReadOnlyList<BoundRow> rows, ImmutableArray<ImmutableArray<RuleCondition>> within, DateOnly? from)
    {
        foreach (var otherwise in rows.Where(row => row.Rule.IsOtherwise && _policies[row.Written].Groups.Count > 0))
        foreach (
            var row in rows.Where(row =>
                !row.Rule.IsOtherwise
                && !_policies[row.Written].Groups.Contains(_policies[otherwise.Written].Groups[^1])
                && !(mayOverlap && _policies[row.Written].Text.Says == _policies[otherwise.Written].Text.Says)
            )
        )
            if (
                Boxes.Meet(otherwise.Rule.Conditions, row.Rule.Conditions)
                && within.Any(box => Boxes.Meet(box, row.Rule.Conditions) && Boxes.Meet(box, otherwise.Rule.Conditions))
            )
                Overlap(otherwise.Written, row.Written, Words([.. otherwise.Rule.Conditions, .. row.Rule.Conditions]), from);
    }

    private string Words(IReadOnlyList<RuleCondition> conditions) =>
        string.Join(", ", (Boxes.Of(conditions) ?? []).Select(one => $"{facts[one.Fact].Name}: {facts[one.Fact].Words[one.Codes[0]]}"));

    /// <summary>Notes the rows that apply in no period.</summary>
    public void End()
    {
        for (var row = 0; row < _reached?.Length && First is null; row++)
            if (!_reached[row])
                problems.Add(
                    _policies[row].Source.Place,
                    "table.unreachable",
                    "this row never applies: its conditions never hold here, or other rows take every case. Remove "
                        + "it, or mend its conditions.",
                    "本行永不适用：其条件在此不会成立，或其他行已涵盖所有情形。请删除或修改条件。"
                );
    }

    private void Findings(GridFindings findings, IReadOnlyList<BoundRow> rows, DateOnly? from)
    {
        for (var row = 0; row < rows.Count; row++)
            _reached![rows[row].Written] |= findings.Reached[row];
        var (since, since2) = Since(from);
        if (findings.Gap is { } gap)
            Once(
                gap,
                new(
                    entry.Source.Place,
                    "table.gap",
                    new(
                        $"no row applies to {{ {gap} }}{since}. Add a row, or 'otherwise: true'.",
                        $"{since2}没有适用于 {{ {gap} }} 的行。请增加一行，或写“otherwise: true”。"
                    )
                )
            );
        foreach (var ((first, other), example) in findings.Overlaps)
            Overlap(rows[first].Written, rows[other].Written, example, from);
    }

    private void Overlap(int first, int other, string example, DateOnly? from)
    {
        var (since, since2) = Since(from);
        Once(
            $"{Line(first)} {Line(other)} {example}",
            new(
                _policies[other].Source.Place,
                "table.overlap",
                new(
                    $"this row and the row on line {Line(first)} both apply to {{ {example} }}{since}. Exactly one must.",
                    $"{since2}本行与第 {Line(first)} 行都适用于 {{ {example} }}。只能有一行适用。"
                )
            )
        );
    }

    private static (string En, string Zh) Since(DateOnly? from) =>
        from is { } day ? ($" from {IsoDay.Show(day)}", $"自 {IsoDay.Show(day)} 起，") : ("", "");

    private string Line(int row) => _policies[row].Source.Place.Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Notes a problem, unless an earlier period has it too.</summary>
    private void Once(string what, Problem problem)
    {
        if ((_told ??= new(StringComparer.Ordinal)).Add(what))
            problems.Add(problem);
    }
}
