using System.Collections.Immutable;
using ReimbursementRules.Engines;
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
    private readonly TableChecks? _checks = isChecked ? new(facts, problems) : null;

    public RuleTable Bind(PendingTable table) =>
        table switch
        {
            PendingRows rows => Bind(rows),
            PendingConditions conditions => Bind(conditions),
            _ => throw UnknownKind.Of(table),
        };

    private RuleTable Bind(PendingConditions table)
    {
        var rows = new BoundRows();
        foreach (var period in ListPeriod.Of(table.From, table.Until, table.Scope.From, vocabulary.Changes(table.Conditions)))
            rows.Add(0, Row(table.Source, [.. Days(table.Scope.DecidedBy, period), .. Bound(table.Conditions, period.ListsOn)], false));
        rows.Add(1, Row(table.Source, [], true));
        return rows.Table(table.Name.ToString()) with { IsOfConditions = true };
    }

    private RuleTable Bind(PendingRows table)
    {
        var entries = table.Entries;
        var rows = new BoundRows();
        for (var (i, first) = (0, 0); i < entries.Count; first += entries[i].Value.Count, i++)
        {
            var policies = entries[i].Value;
            var changes = vocabulary
                .Changes(policies.SelectMany(row => row.When).Concat(table.Scope.Within))
                .Where(day => !(day >= table.Scope.Until));
            var check = _checks?.Of(table.Name.ToString(), entries[i]);
            foreach (
                var period in ListPeriod.Of(entries[i].From, i + 1 < entries.Count ? entries[i + 1].From : null, table.Scope.From, changes)
            )
            {
                var before = problems.Count;
                var bound = policies.Select(row => Row(row.Source, Bound(row.When, period.ListsOn), row.IsOtherwise)).ToImmutableArray();
                if (problems.Count == before && bound.Zip(policies).All(pair => pair.First.Conditions.Length == pair.Second.When.Count))
                    check?.Period(bound, Within(table.Scope, period.ListsOn), period.IsFirst ? null : period.From);
                for (var row = 0; row < bound.Length; row++)
                    rows.Add(
                        first + row,
                        bound[row] with
                        {
                            Conditions = [.. Days(table.Scope.DecidedBy, period), .. bound[row].Conditions],
                        }
                    );
            }

            check?.End();
        }

        return rows.Table(table.Name.ToString()) with
        {
            Within = Within(table.Scope, table.Scope.From),
        };
    }

    private ImmutableArray<RuleCondition> Bound(IEnumerable<ConditionPolicy> conditions, DateOnly day) =>
        [.. conditions.Select(condition => vocabulary.Bind(condition, day)).OfType<RuleCondition>()];

    /// <summary>The days of a period as a condition; none for all days.</summary>
    private IEnumerable<RuleCondition> Days(DecidingDay decidedBy, ListPeriod period) =>
        period is { From: null, Below: null } ? [] : [vocabulary.Bind(decidedBy, period.From, period.Below)];

    /// <summary>What the layer lets through. An item's day of service is not the day on which the claim as a whole was let through: lists
    /// count as on any day then.</summary>
    private ImmutableArray<RuleCondition> Within(Scope scope, DateOnly day) =>
        [
            .. scope
                .Within.Select(condition =>
                    scope.DecidedBy == DecidingDay.Service && !vocabulary.IsOfItem(condition)
                        ? vocabulary.BindOnAnyDay(condition, scope.From)
                        : vocabulary.Bind(condition, day)
                )
                .OfType<RuleCondition>(),
        ];

    private static RuleRow Row(PolicySource source, ImmutableArray<RuleCondition> conditions, bool isOtherwise) =>
        new(source.Place.Row, source.Reference, conditions, isOtherwise);

    /// <summary>The rules of a table, and the row of the file that each of them stands for.</summary>
    private sealed class BoundRows
    {
        private readonly ImmutableArray<RuleRow>.Builder _rows = ImmutableArray.CreateBuilder<RuleRow>();
        private readonly ImmutableArray<int>.Builder _written = ImmutableArray.CreateBuilder<int>();

        public void Add(int written, RuleRow row)
        {
            _rows.Add(row);
            _written.Add(written);
        }

        public RuleTable Table(string name) =>
            new(name, _rows.ToImmutable()) { Written = _written.Index().All(row => row.Index == row.Item) ? [] : _written.ToImmutable() };
    }
}

/// <summary>Days between two changes of the lists that some conditions name.</summary>
/// <param name="From">The first day; null without end.</param>
/// <param name="Below">The first day after it; null without end.</param>
/// <param name="ListsOn">The day on which the lists are looked at.</param>
/// <param name="IsFirst">Whether it is the first of its periods.</param>
internal sealed record ListPeriod(DateOnly? From, DateOnly? Below, DateOnly ListsOn, bool IsFirst)
{
    /// <summary>Cuts days at the changes. Changes up to <paramref name="needed"/>, the first day that is ever asked, cut nothing.</summary>
    public static IEnumerable<ListPeriod> Of(DateOnly? from, DateOnly? below, DateOnly needed, IEnumerable<DateOnly> changes)
    {
        var begin = from;
        foreach (var change in changes.Where(day => day > needed && (from is null || day > from) && (below is null || day < below)))
        {
            yield return new(begin, change, Later(begin, needed), begin == from);
            begin = change;
        }

        yield return new(begin, below, Later(begin, needed), begin == from);
    }

    private static DateOnly Later(DateOnly? day, DateOnly needed) => day > needed ? day.Value : needed;
}
