using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>The conditions and days for which a table must have exactly one row.</summary>
internal sealed record Scope(ConditionsPolicy Within, DateOnly From, DateOnly? Until, DecidingDay DecidedBy)
{
    /// <summary>Whether its day is another than the one that decides on the conditions.</summary>
    public bool IsOfAnotherDay { get; init; }
}

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

    /// <summary>Of each dated entry that several steps have: how many have it, in how many it is never in force, and how that is
    /// told.</summary>
    private readonly Dictionary<FilePlace, (int All, int Idle, Problem? First)> _shared = [];

    /// <summary>The first day on which anything is asked: values that are over by then are told; null where none is looked for.</summary>
    public DateOnly? Begins { get; init; }

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
    /// <param name="bind">What a row says, once its names are bound.</param>
    public Table<T> Add<TPolicy, T>(TableName name, DatedTablePolicy<TPolicy> history, Scope scope, T repealed, Func<TPolicy, T> bind)
    {
        history = oneDay is { } day ? OneDay.Of(history, day) : history;
        var (count, bound) = (history.Entries.Sum(entry => entry.Value.Rows.Count), 0);
        var entries = new List<Dated<IReadOnlyList<RowPolicy>>>(history.Entries.Count);
        var values = new T[count];
        var written = new WrittenRow[count];
        var ofItem = scope.DecidedBy == DecidingDay.Service;
        foreach (var entry in history.Entries)
        {
            entries.Add(new(entry.From, entry.Value.Rows, entry.Source));
            foreach (var row in entry.Value.Rows)
                values[bound++] = entry.Value.IsRepealed ? repealed : bind(row.Value);
        }

        var at = 0;
        var listed = new List<ConditionPolicy>();
        foreach (var entry in entries)
        foreach (var row in entry.Value)
        {
            vocabulary.Declare(row.When);
            listed.AddRange(row.When.Where(condition => condition.Lists.Count > 0));
            ofItem |= row.When.Any(vocabulary.IsOfItem);
            written[at] = new(row.Source, row.Text, values[at]) { When = row.When, Since = (entry.From, entry.Source.Place) };
            at++;
        }

        foreach (var entry in entries)
            vocabulary.Declare(scope.DecidedBy, entry.From);
        vocabulary.Declare(scope.DecidedBy, scope.From);
        DeclareChanges([.. listed, .. scope.Within], scope);
        if (scope.Until is { } until)
            vocabulary.Declare(scope.DecidedBy, until);
        Late(name, entries, scope);
        Never(name, entries, scope, history.IsShared);
        return Register(
            new PendingRows(name, scope, entries) { IsShared = history.IsShared, MayOverlap = !(ofItem && history.AddsUpByRow) },
            ofItem,
            values,
            written
        );
    }

    /// <summary>A table of dated rows whose values name nothing.</summary>
    public Table<T> Add<T>(TableName name, DatedTablePolicy<T> history, Scope scope, T repealed) =>
        Add(name, history, scope, repealed, value => value);

    /// <summary>Conditions that must ask items.</summary>
    public ConditionsPolicy OfItem(ConditionsPolicy conditions)
    {
        if (conditions.Count > 0 && !conditions.Any(vocabulary.IsOfItem))
            problems.Wrong(
                conditions[0].Fact,
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
    public Table<bool> Add(TableName name, ConditionsPolicy conditions, PolicySource source, DateOnly from, DecidingDay decidedBy) =>
        Add(name, (conditions, source), default, from, decidedBy);

    /// <summary>As <see cref="Add(TableName, ConditionsPolicy, PolicySource, DateOnly, DecidingDay)"/>, on some days of a
    /// rulebook only.</summary>
    public Table<bool> Add(TableName name, ConditionsPolicy conditions, PolicySource source, DayRange days, IndexPolicy index) =>
        Add(
            name,
            (conditions, source),
            (days.From > index.From ? days.From : null, days.Until),
            days.From > index.From ? days.From : index.From,
            index.DecidedBy
        );

    private Table<bool> Add(
        TableName name,
        (ConditionsPolicy Conditions, PolicySource Source) only,
        (DateOnly? From, DateOnly? Until) days,
        DateOnly from,
        DecidingDay decidedBy
    )
    {
        vocabulary.Declare(only.Conditions);
        vocabulary.CheckLists(only.Conditions, from);
        var ofItem = only.Conditions.Any(vocabulary.IsOfItem);
        var scope = new Scope(
            ConditionsPolicy.None,
            from,
            null,
            decidedBy == DecidingDay.Service && !ofItem ? DecidingDay.Discharge : decidedBy
        );
        DeclareChanges(only.Conditions, scope);
        foreach (var day in new[] { days.From, days.Until }.OfType<DateOnly>())
            vocabulary.Declare(scope.DecidedBy, day);
        return Register(
            new PendingConditions(name, scope, only.Conditions, only.Source, days.From, days.Until),
            ofItem,
            [true, false],
            [new(only.Source, null, true) { When = only.Conditions }, new(only.Source, null, false)]
        );
    }

    /// <summary>What decides without a table: its place in the legend.</summary>
    public int AddRow(PolicySource source)
    {
        _rows.Add(source);
        return _rows.Count - 1;
    }

    /// <summary>The conditions of each row of a table as a word, the same for every way of writing them.</summary>
    public IReadOnlyList<string> WordsOf<T>(Table<T> table) =>
        [.. _written.Last(one => one.Index == table.Index && one.IsOfItem == table.IsOfItem).Rows.Select(row => row.Text!.When)];

    /// <summary>A fact of the claim that is a number, asked from now on; null after a problem.</summary>
    public Fact? NumberFact(Word name) => vocabulary.NumberFact(name);

    /// <summary>A fact of the claim that has words, asked from now on; null after a problem.</summary>
    public AskedFact? WordFact(Word name) => vocabulary.WordFact(name);

    /// <summary>Binds and checks every table, and makes the rule sets for claims and for items.</summary>
    public (RuleSet OfClaim, RuleSet OfItem) Build()
    {
        var facts = vocabulary.RuleFacts();
        var binder = new TableBinder(vocabulary, facts, oneDay is null, problems);
        var built = (new RuleSet(facts, [.. _ofClaim.Select(binder.Bind)]), new RuleSet(facts, [.. _ofItem.Select(binder.Bind)]));
        binder.End();
        problems.AddRange(_shared.Values.Where(uses => uses.Idle == uses.All).Select(uses => uses.First!));
        return built;
    }

    private Table<T> Register<T>(PendingTable pending, bool ofItem, T[] values, WrittenRow[] rows)
    {
        var first = _rows.Count;
        foreach (var row in rows)
            _rows.Add(row.Source);
        var tables = ofItem ? _ofItem : _ofClaim;
        tables.Add(pending);
        _written.Add(
            new(pending.Name, ofItem, tables.Count - 1, pending.Scope.DecidedBy, pending is PendingConditions, rows)
            {
                First = first,
                Days = new(pending.Scope.From, pending.Scope.Until),
                IsShared = pending is PendingRows { IsShared: true },
            }
        );
        var places = new int[rows.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = first + i;
        return new(ofItem, tables.Count - 1, values, places);
    }

    private void DeclareChanges(IReadOnlyList<ConditionPolicy> conditions, Scope scope)
    {
        foreach (var day in vocabulary.Changes(conditions).Where(day => day > scope.From))
            vocabulary.Declare(scope.DecidedBy, day);
    }

    /// <summary>A value that begins when its layer has ended is never in force.</summary>
    private void Never(TableName name, List<Dated<IReadOnlyList<RowPolicy>>> entries, Scope scope, bool isShared)
    {
        var found = isShared ? new ProblemLog() : problems;
        Never(name, entries, scope, found);
        if (!isShared)
            return;
        foreach (var place in entries.Select(entry => entry.Source.Place))
        {
            var (all, idle, first) = _shared.GetValueOrDefault(place);
            var problem = found.FirstOrDefault(one => one.Place == place);
            _shared[place] = (all + 1, problem is null ? idle : idle + 1, first ?? problem);
        }
    }

    private void Never(TableName name, List<Dated<IReadOnlyList<RowPolicy>>> entries, Scope scope, ProblemLog found)
    {
        if (Begins is { } begins)
            Superseded.Check(entries, begins, name.ToString(), found);
        foreach (var entry in entries.Where(entry => scope.Until > scope.From && entry.From >= scope.Until))
            found.Add(
                entry.Source.Place,
                "value.never",
                $"this value of '{name}' is never in force: it begins on {IsoDay.Show(entry.From)}, and what it is for ends before "
                    + $"{IsoDay.Show(scope.Until!.Value)}. Correct one of the days, or leave the value out.",
                $"“{name}”的该值从不生效：自 {IsoDay.Show(entry.From)} 起，而其所属内容在 {IsoDay.Show(scope.Until!.Value)} 之前已终止。"
                    + "请更正其一，或删去该值。"
            );
    }

    private void Late(TableName name, List<Dated<IReadOnlyList<RowPolicy>>> entries, Scope scope)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var isNeeded = i + 1 == entries.Count || entries[i + 1].From > scope.From;
            var from = entries[i].From > scope.From ? entries[i].From : scope.From;
            foreach (var row in entries[i].Value)
                if (row.When.Count > 0)
                    vocabulary.CheckLists(row.When, isNeeded ? from : null);
        }

        if (entries.Count > 0 && entries[0].From > scope.From)
            problems.Add(
                entries[0].Source.Place,
                "value.late",
                $"'{name}' has no value before {IsoDay.Show(entries[0].From)}, but it is needed from "
                    + $"{IsoDay.Show(scope.From)}. Add the value in force on that day.",
                $"“{name}”在 {IsoDay.Show(entries[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} " + "起需要。请补上当日有效的值。"
            );
    }
}
