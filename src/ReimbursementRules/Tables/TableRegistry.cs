using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tables;

/// <summary>The conditions and days for which a table must have exactly one row.</summary>
internal sealed record Scope(IReadOnlyList<ConditionPolicy> Within, DateOnly From, DateOnly? Until, DecidingDay DecidedBy);

/// <summary>Collects the tables of a rulebook while its layers are compiled, then has them checked and makes the rule sets of
/// them.</summary>
/// <param name="vocabulary">What the tables ask.</param>
/// <param name="oneDay">The only day whose values count; null for all days.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class TableRegistry(AskedFacts vocabulary, DateOnly? oneDay, ProblemLog problems)
{
    private readonly List<WrittenTable> _written = [];
    private readonly List<PolicySource> _rows = [];
    private readonly List<PendingTable> _ofClaim = [];
    private readonly List<PendingTable> _ofItem = [];

    /// <summary>The rows of all tables, by their place in the legend.</summary>
    public IReadOnlyList<PolicySource> Rows => _rows;

    /// <summary>Every table as the files write it.</summary>
    public IReadOnlyList<WrittenTable> Written => _written;

    /// <summary>The tables that may lean the wrong way.</summary>
    public List<Leaning> Leanings { get; } = [];

    /// <summary>A table of dated rows.</summary>
    /// <param name="name">The table's name in the rule set.</param>
    /// <param name="history">The rows.</param>
    /// <param name="scope">Where the table must be complete.</param>
    /// <param name="repealed">What a repealed value says.</param>
    /// <param name="read">What a row says, from the node that has its value.</param>
    public Table<T> Add<T>(string name, DatedTablePolicy history, Scope scope, T repealed, Func<Node, T> read)
    {
        history = oneDay is { } day ? OneDay.Of(history, day) : history;
        var rows = history.Entries.SelectMany(entry => entry.Value.Rows.Select(row => (entry, row))).ToList();
        var values = rows.Select(pair => pair.entry.Value.IsRepealed ? repealed : read(pair.row.Node)).ToArray();
        foreach (var (_, row) in rows)
            vocabulary.Declare(row.When);
        foreach (var first in history.Entries.Select(entry => entry.From).Append(scope.From))
            vocabulary.Declare(scope.DecidedBy, first);
        DeclareChanges([.. rows.SelectMany(pair => pair.row.When), .. scope.Within], scope);
        if (scope.Until is { } until)
            vocabulary.Declare(scope.DecidedBy, until);
        Late(name, history, scope);
        var ofItem = scope.DecidedBy == DecidingDay.Service || rows.Exists(pair => pair.row.When.Any(vocabulary.IsOfItem));
        return Register(
            new PendingRows(name, scope, history),
            ofItem,
            values,
            [
                .. rows.Zip(
                    values,
                    (pair, value) => new WrittenRow(pair.row.Source, pair.entry.Value.IsRepealed ? null : pair.row.Node, value)
                ),
            ]
        );
    }

    /// <summary>Conditions that must ask items.</summary>
    public IReadOnlyList<ConditionPolicy> OfItem(IReadOnlyList<ConditionPolicy> conditions)
    {
        if (conditions.Count > 0 && !conditions.Any(vocabulary.IsOfItem))
            conditions[0]
                .Fact.Wrong(
                    "fact.claim",
                    "none of these facts is asked of an item. Put them under 'applies'.",
                    "这些都不是项目的事实。请放到“applies”下。"
                );
        return conditions;
    }

    /// <summary>A table of two rows: the conditions hold (row 0), or not (row 1).</summary>
    /// <param name="name">The table's name in the rule set.</param>
    /// <param name="conditions">The conditions.</param>
    /// <param name="source">Where they stand.</param>
    /// <param name="from">The first day on which they are asked.</param>
    /// <param name="decidedBy">The day on which a list counts; for a claim as a whole, that of discharge in place of a day of
    /// service.</param>
    public Table<bool> Add(
        string name,
        IReadOnlyList<ConditionPolicy> conditions,
        PolicySource source,
        DateOnly from,
        DecidingDay decidedBy
    ) => Add(name, (conditions, source), default, from, decidedBy);

    /// <summary>As <see cref="Add(string, IReadOnlyList{ConditionPolicy}, PolicySource, DateOnly, DecidingDay)"/>, on some days of a
    /// rulebook only.</summary>
    public Table<bool> Add(string name, IReadOnlyList<ConditionPolicy> conditions, PolicySource source, DayRange days, IndexPolicy index) =>
        Add(
            name,
            (conditions, source),
            (days.From > index.From ? days.From : null, days.Until),
            days.From > index.From ? days.From : index.From,
            index.DecidedBy
        );

    private Table<bool> Add(
        string name,
        (IReadOnlyList<ConditionPolicy> Conditions, PolicySource Source) only,
        (DateOnly? From, DateOnly? Until) days,
        DateOnly from,
        DecidingDay decidedBy
    )
    {
        vocabulary.Declare(only.Conditions);
        vocabulary.CheckLists(only.Conditions, from);
        var ofItem = only.Conditions.Any(vocabulary.IsOfItem);
        var scope = new Scope([], from, null, decidedBy == DecidingDay.Service && !ofItem ? DecidingDay.Discharge : decidedBy);
        DeclareChanges(only.Conditions, scope);
        foreach (var day in new[] { days.From, days.Until }.OfType<DateOnly>())
            vocabulary.Declare(scope.DecidedBy, day);
        return Register(
            new PendingConditions(name, scope, only.Conditions, only.Source, days.From, days.Until),
            ofItem,
            [true, false],
            [new(only.Source, null, true), new(only.Source, null, false)]
        );
    }

    /// <summary>What decides without a table: its place in the legend.</summary>
    public int AddRow(PolicySource source)
    {
        _rows.Add(source);
        return _rows.Count - 1;
    }

    /// <summary>A fact of the claim that is a number, asked from now on; null after a problem.</summary>
    public Fact? NumberFact(Node name) => vocabulary.NumberFact(name);

    /// <summary>Binds and checks every table, and makes the rule sets for claims and for items.</summary>
    public (RuleSet OfClaim, RuleSet OfItem) Build()
    {
        var facts = vocabulary.RuleFacts();
        var binder = new TableBinder(vocabulary, facts, oneDay is null, problems);
        return (new(facts, [.. _ofClaim.Select(binder.Bind)]), new(facts, [.. _ofItem.Select(binder.Bind)]));
    }

    private Table<T> Register<T>(PendingTable pending, bool ofItem, T[] values, IReadOnlyList<WrittenRow> rows)
    {
        var first = _rows.Count;
        _rows.AddRange(rows.Select(row => row.Source));
        var tables = ofItem ? _ofItem : _ofClaim;
        tables.Add(pending);
        _written.Add(new(pending.Name, ofItem, tables.Count - 1, pending.Scope.DecidedBy, pending is PendingConditions, rows));
        return new(ofItem, tables.Count - 1, values, [.. Enumerable.Range(first, rows.Count)]);
    }

    private void DeclareChanges(IReadOnlyList<ConditionPolicy> conditions, Scope scope)
    {
        foreach (var day in vocabulary.Changes(conditions).Where(day => day > scope.From))
            vocabulary.Declare(scope.DecidedBy, day);
    }

    private void Late(string name, DatedTablePolicy history, Scope scope)
    {
        for (var i = 0; i < history.Entries.Count; i++)
        {
            var isNeeded = i + 1 == history.Entries.Count || history.Entries[i + 1].From > scope.From;
            var from = history.Entries[i].From > scope.From ? history.Entries[i].From : scope.From;
            vocabulary.CheckLists(history.Entries[i].Value.Rows.SelectMany(row => row.When), isNeeded ? from : null);
        }

        if (history.Entries.Count > 0 && history.Entries[0].From > scope.From)
            problems.Add(
                history.Entries[0].Source.Place,
                "value.late",
                $"'{name}' has no value before {IsoDay.Show(history.Entries[0].From)}, but it is needed from "
                    + $"{IsoDay.Show(scope.From)}. Add the value in force on that day.",
                $"“{name}”在 {IsoDay.Show(history.Entries[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} "
                    + "起需要。请补上当日有效的值。"
            );
    }
}
