using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>Makes rules of the tables, once every word is known. Where a list changes, the rows that name it become rules of their own for
/// each period
/// between the changes, so that each period is checked for itself.</summary>
/// <param name="vocabulary">What the tables ask.</param>
/// <param name="facts">The facts in codes.</param>
/// <param name="isChecked">Whether the tables are checked. As on one day they are not: each was checked on all of its own days, and a row
/// for another day may never apply.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class TableBinder(AskedFacts vocabulary, ImmutableArray<RuleFact> facts, bool isChecked, ProblemLog problems)
{
    /// <summary>The most rules that become of the rows of one table, included.</summary>
    private const int MostRules = 1_000_000;

    /// <summary>The most rules of a table that are not tried as a whole, included: their combinations are few enough.</summary>
    private const int MostUnlooked = 300;

    /// <summary>The most stretches of days that the conditions of all tables may name together, included.</summary>
    private const int MostDayCodes = 10_000_000;

    private const string IndexFile = "index.yaml";

    private readonly TableChecks? _checks = isChecked ? new(facts, problems) : null;
    private readonly Dictionary<(DecidingDay DecidedBy, DateOnly? From, DateOnly? Below), RuleCondition> _days = [];
    private readonly Dictionary<(Scope Scope, DateOnly Day), ImmutableArray<ImmutableArray<RuleCondition>>> _within = new(new SameScope());
    private long _dayCodes;

    public RuleTable Bind(PendingTable table) =>
        table switch
        {
            PendingRows rows => Bind(rows),
            PendingConditions conditions => Bind(conditions),
            _ => throw UnknownKind.Of(table),
        };

    private RuleTable Bind(PendingConditions table)
    {
        var rows = new BoundRows(2);
        var used = new UsedAlternatives();
        foreach (var period in ListPeriod.Of(table.From, table.Until, table.Scope.From, vocabulary.Changes(table.Conditions)))
        foreach (var box in Boxes(table.Conditions, period.ListsOn, used).Boxes)
            rows.Add(0, On(Days(table.Scope.DecidedBy, period), Row(table.Source, box, false)));
        rows.Add(1, Row(table.Source, [], true));
        if (isChecked)
            used.Tell(table.Conditions, problems);
        return rows.Table(table.Name.ToString()) with { IsOfConditions = true };
    }

    private RuleTable Bind(PendingRows table)
    {
        var entries = table.Entries;
        var rows = new BoundRows(entries.Sum(entry => entry.Value.Count));
        var name = table.Name.ToString();
        for (var (i, first) = (0, 0); i < entries.Count; first += entries[i].Value.Count, i++)
        {
            var policies = entries[i].Value;
            var changes = vocabulary.Changes(policies.SelectMany(row => row.When).Concat(table.Scope.Within));
            var next = i + 1 < entries.Count ? entries[i + 1].From : (DateOnly?)null;
            var check = _checks?.Of(name, entries[i], table);
            var used = new UsedAlternatives();
            var begins = entries[i].From == TableReader.Always ? null : (DateOnly?)entries[i].From;
            foreach (var period in ListPeriod.Of(begins, next, table.Scope.From, changes, table.Scope.Until))
            {
                if (rows.Count + policies.Count > MostRules)
                {
                    problems.Add(
                        entries[i].Source.Place,
                        "table.large",
                        $"the rows of this table, each counted in every period between two changes of the lists that they name, are more "
                            + $"than {MostRules}. Let the lists change on fewer days, or split the table.",
                        $"该表的行（在所用名单的每两次变化之间分别计数）超过 {MostRules} 行。请减少名单的变化次数，或拆分该表。"
                    );
                    return rows.Table(name);
                }

                var before = problems.Count;
                var (bound, isWhole) = Bound(policies, table.MayOverlap, period.ListsOn, used);
                if (problems.Count == before && isWhole)
                    check?.Period(bound, Within(table.Scope, period.ListsOn), period.IsFirst ? null : period.From);
                foreach (var row in bound)
                    rows.Add(first + row.Written, On(Days(table.Scope.DecidedBy, period), row.Rule));
            }

            check?.End();
            if (isChecked && problems.IsEmpty)
                foreach (var row in policies.Where(row => !row.When.IsPlain))
                    used.Tell(row.When, problems);
        }

        var whole = rows.Table(name) with { Within = Within(table.Scope, table.Scope.From) };
        if (whole.Rows.Length > MostUnlooked && whole.Rows.Length > entries[0].Value.Count && problems.IsEmpty)
            CheckAsAWhole(whole, entries[0].Source.Place);
        return whole;
    }

    /// <summary>All tables are bound.</summary>
    public void End() => _checks?.End();

    /// <summary>A long table is looked up as a whole, over all its periods, each of which has been checked alone.</summary>
    private void CheckAsAWhole(RuleTable table, FilePlace place)
    {
        try
        {
            GridBuilder.Build(table, facts);
        }
        catch (GridTooLargeException)
        {
            problems.Add(
                place,
                "table.large",
                "the rows of this table, over all its days, tell too many combinations apart. Split the table, or let it change on fewer "
                    + "days.",
                "该表的行（跨全部日期）区分的组合过多。请拆分该表，或减少变化次数。"
            );
        }
    }

    /// <summary>The rows with lists as they are on a day, and whether each has all of its conditions. A row with alternatives stands once
    /// for each; where rows of one value may overlap, each without what those before it take.</summary>
    private (List<BoundRow> Rows, bool IsWhole) Bound(
        IReadOnlyList<RowPolicy> policies,
        bool mayOverlap,
        DateOnly day,
        UsedAlternatives used
    )
    {
        var all = true;
        var rows = new List<BoundRow>(policies.Count);
        var before = mayOverlap && policies.Count > 1 ? new SaidBefore(facts) : null;
        for (var i = 0; i < policies.Count; i++)
        {
            var row = policies[i];
            if (!row.IsOtherwise && row.When.IsPlain)
            {
                var (box, isBound) = Box(row.When.Alternatives[0], day);
                all &= isBound;
                if (box is not { } own)
                    continue;
                if (before?.Left(row.Text.Says, own) is { } left)
                    foreach (var one in NotTooMany(left, row.When))
                        rows.Add(new(i, Row(row.Source, one, false)));
                else
                    rows.Add(new(i, Row(row.Source, own, false)));
                before?.Add(row.Text.Says, own);
                continue;
            }

            var (boxes, isWhole) = Boxes(row.When, day, used, row.IsOtherwise ? null : box => before?.Left(row.Text.Says, box));
            all &= isWhole;
            if (row.IsOtherwise)
                boxes = Tables.Boxes.Without(boxes, RowsWithin(policies, row, day, used), facts);
            foreach (var box in boxes)
            {
                rows.Add(new(i, Row(row.Source, box, row.IsOtherwise)));
                if (!row.IsOtherwise)
                    before?.Add(row.Text.Says, box);
            }
        }

        return (rows, all);
    }

    /// <summary>Plain conditions with lists as they are on a day; null where they never hold together.</summary>
    private (ImmutableArray<RuleCondition>? Box, bool IsWhole) Box(IReadOnlyList<ConditionPolicy> conditions, DateOnly day)
    {
        if (conditions is [var only])
            return vocabulary.Bind(only, day) is { } one ? ([one], true) : ([], false);
        var bound = ImmutableArray.CreateBuilder<RuleCondition>(conditions.Count);
        for (var i = 0; i < conditions.Count; i++)
            if (vocabulary.Bind(conditions[i], day) is { } condition)
                bound.Add(condition);
        var isWhole = bound.Count == conditions.Count;
        return (Tables.Boxes.Of(bound.DrainToImmutable()), isWhole);
    }

    /// <summary>Where rows beside a row for all other cases leave nothing to it, because they have such a row of their own.</summary>
    private IEnumerable<ImmutableArray<RuleCondition>> RowsWithin(
        IReadOnlyList<RowPolicy> policies,
        RowPolicy otherwise,
        DateOnly day,
        UsedAlternatives used
    ) =>
        policies
            .Where(row =>
                row.Groups.Count > otherwise.Groups.Count && row.Groups.Take(otherwise.Groups.Count).SequenceEqual(otherwise.Groups)
            )
            .SelectMany(row => row.Groups.Skip(otherwise.Groups.Count))
            .Where(group => group.HasOtherwise)
            .Distinct()
            .SelectMany(group => Boxes(group.When, day, used).Boxes);

    /// <summary>Conditions with lists as they are on a day, as boxes of which no two hold at once; and whether all could be
    /// bound.</summary>
    private (IReadOnlyList<ImmutableArray<RuleCondition>> Boxes, bool IsWhole) Boxes(
        ConditionsPolicy conditions,
        DateOnly day,
        UsedAlternatives used,
        Func<ImmutableArray<RuleCondition>, IReadOnlyList<ImmutableArray<RuleCondition>>?>? before = null
    )
    {
        if (conditions.Count == 0)
            return (RuleTable.Everywhere, true);
        var (boxes, isWhole) = Boxes(conditions, condition => vocabulary.Bind(condition, day), used, before);
        return (NotTooMany(boxes, conditions), isWhole);
    }

    /// <summary>The boxes of conditions; a problem where they are more than may be.</summary>
    private IReadOnlyList<ImmutableArray<RuleCondition>> NotTooMany(
        IReadOnlyList<ImmutableArray<RuleCondition>> boxes,
        ConditionsPolicy conditions
    )
    {
        if (boxes.Count > Tables.Boxes.Most)
            problems.Wrong(
                conditions[0].Fact,
                "any.many",
                $"these conditions come to more than {Tables.Boxes.Most} cases that exclude one another. Use fewer alternatives.",
                $"这些条件展开后互斥的情形超过 {Tables.Boxes.Most} 种。请减少“any”下的情形。"
            );
        return boxes;
    }

    /// <summary>The same with conditions bound in any way. Of an alternative counts what stands before leaves of it.</summary>
    private (List<ImmutableArray<RuleCondition>> Boxes, bool IsWhole) Boxes(
        ConditionsPolicy conditions,
        Func<ConditionPolicy, RuleCondition?> bind,
        UsedAlternatives? used,
        Func<ImmutableArray<RuleCondition>, IReadOnlyList<ImmutableArray<RuleCondition>>?>? before = null
    )
    {
        var isWhole = true;
        var boxes = new List<ImmutableArray<RuleCondition>>(conditions.Alternatives.Count);
        foreach (var alternative in conditions.Alternatives)
        {
            var bound = alternative.Select(bind).OfType<RuleCondition>().ToList();
            isWhole &= bound.Count == alternative.Count;
            if (Tables.Boxes.Of(bound) is not { } box)
                continue;
            if (conditions.IsPlain)
            {
                boxes.Add(box);
                continue;
            }

            var left = Tables.Boxes.Without(before?.Invoke(box) ?? [box], [.. boxes], facts);
            if (left.Count > 0)
                used?.Add(alternative);
            boxes.AddRange(left);
        }

        return (boxes, isWhole);
    }

    /// <summary>A row that applies on some days only; null for all days.</summary>
    private static RuleRow On(RuleCondition? days, RuleRow row) => days is null ? row : row with { Conditions = [days, .. row.Conditions] };

    /// <summary>The days of a period as a condition; null for all days.</summary>
    private RuleCondition? Days(DecidingDay decidedBy, ListPeriod period)
    {
        if (period is { From: null, Below: null } || _dayCodes > MostDayCodes)
            return null;
        if (!_days.TryGetValue((decidedBy, period.From, period.Below), out var days))
            _days.Add((decidedBy, period.From, period.Below), days = vocabulary.Bind(decidedBy, period.From, period.Below));
        _dayCodes += days.Codes.Length;
        if (_dayCodes > MostDayCodes)
            problems.Add(
                new(IndexFile, 0, 0),
                "values.many",
                "the values of this rulebook change on too many different days to be held against each other. Let values of different "
                    + "tables change on the same days, or split the rulebook.",
                "本规则册各值的变化日过多，无法相互核对。请使不同表的值在同一日变化，或拆分规则册。"
            );
        return days;
    }

    /// <summary>What the layer lets through, or all where its conditions never hold together. An item's day of service is not the day on
    /// which the claim as a whole was let through: lists count as on any day then; and so they do where a step goes by a day of
    /// its own.</summary>
    private ImmutableArray<ImmutableArray<RuleCondition>> Within(Scope scope, DateOnly day)
    {
        if (scope.Within.Count == 0)
            return RuleTable.Everywhere;
        if (_within.TryGetValue((scope, day), out var known))
            return known;
        var (boxes, isWhole) = Boxes(
            scope.Within,
            condition =>
                scope.IsOfAnotherDay || (scope.DecidedBy == DecidingDay.Service && !vocabulary.IsOfItem(condition))
                    ? vocabulary.BindOnAnyDay(condition, scope.From)
                    : vocabulary.Bind(condition, day),
            null
        );
        ImmutableArray<ImmutableArray<RuleCondition>> within = boxes.Count == 0 ? RuleTable.Everywhere : [.. boxes];
        if (isWhole)
            _within.Add((scope, day), within);
        return within;
    }

    private static RuleRow Row(PolicySource source, ImmutableArray<RuleCondition> conditions, bool isOtherwise) =>
        new(source.Place.Row, source.Reference, conditions, isOtherwise);

    /// <summary>The tables of one layer have one scope.</summary>
    private sealed class SameScope : IEqualityComparer<(Scope Scope, DateOnly Day)>
    {
        public bool Equals((Scope Scope, DateOnly Day) x, (Scope Scope, DateOnly Day) y) =>
            ReferenceEquals(x.Scope, y.Scope) && x.Day == y.Day;

        public int GetHashCode((Scope Scope, DateOnly Day) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Scope), obj.Day);
    }
}
