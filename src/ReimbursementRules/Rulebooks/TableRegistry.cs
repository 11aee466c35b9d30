using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Rulebooks;

/// <summary>The conditions and days for which a table must have exactly one row.</summary>
internal sealed record Scope(IReadOnlyList<ConditionPolicy> Within, DateOnly From, DateOnly? Until, DecidingDay DecidedBy);

/// <summary>Collects the tables of a rulebook while its layers are compiled, then checks them and makes the rule sets of them.</summary>
internal sealed class TableRegistry(Vocabulary vocabulary, List<Problem> problems)
{
    private readonly List<Source> _rows = [];
    private readonly List<Pending> _ofClaim = [];
    private readonly List<Pending> _ofItem = [];

    /// <summary>The rows of all tables, by their place in the legend.</summary>
    public IReadOnlyList<Source> Rows => _rows;

    /// <summary>A table of dated rows.</summary>
    /// <param name="name">The table's name in the rule set.</param>
    /// <param name="history">The rows.</param>
    /// <param name="scope">Where the table must be complete.</param>
    /// <param name="repealed">What a repealed value says.</param>
    /// <param name="read">What a row says, from the node that has its value.</param>
    public Table<T> Add<T>(string name, DatedTablePolicy history, Scope scope, T repealed, Func<Node, T> read)
    {
        var rows = history.Entries.SelectMany(entry => entry.Value.Rows.Select(row => (entry, row))).ToList();
        var values = rows.Select(pair => pair.entry.Value.IsRepealed ? repealed : read(pair.row.Node)).ToArray();
        foreach (var (_, row) in rows)
            vocabulary.Declare(row.When);
        foreach (var entry in history.Entries)
            vocabulary.Declare(scope.DecidedBy, entry.From);
        vocabulary.Declare(scope.DecidedBy, scope.From);
        if (scope.Until is { } until)
            vocabulary.Declare(scope.DecidedBy, until);
        Late(name, history, scope);
        var ofItem = scope.DecidedBy == DecidingDay.Service || rows.Exists(pair => pair.row.When.Any(vocabulary.IsOfItem));
        return Register(new(name, history, scope, null), ofItem, values, [.. rows.Select(pair => pair.row.Source)]);
    }

    /// <summary>Conditions that must ask items.</summary>
    public IReadOnlyList<ConditionPolicy> OfItem(IReadOnlyList<ConditionPolicy> conditions)
    {
        if (conditions.Count > 0 && !conditions.Any(vocabulary.IsOfItem))
            conditions[0].Fact.Wrong("fact.claim", "none of these facts is asked of an item. Put them under 'applies'.", "这些都不是项目的事实。请放到“applies”下。");
        return conditions;
    }

    /// <summary>A table of two rows: the conditions hold (row 0), or not (row 1).</summary>
    public Table<bool> Add(string name, IReadOnlyList<ConditionPolicy> conditions, Source source)
    {
        vocabulary.Declare(conditions);
        return Register(new(name, null, null, (conditions, source)), conditions.Any(vocabulary.IsOfItem), [true, false], [source, source]);
    }

    /// <summary>What decides without a table: its place in the legend.</summary>
    public int AddRow(Source source)
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
        return (new(facts, Bind(_ofClaim, facts)), new(facts, Bind(_ofItem, facts)));
    }

    private Table<T> Register<T>(Pending pending, bool ofItem, T[] values, IReadOnlyList<Source> sources)
    {
        var first = _rows.Count;
        _rows.AddRange(sources);
        var tables = ofItem ? _ofItem : _ofClaim;
        tables.Add(pending);
        return new(ofItem, tables.Count - 1, values, [.. Enumerable.Range(first, sources.Count)]);
    }

    private void Late(string name, DatedTablePolicy history, Scope scope)
    {
        if (history.Entries.Count > 0 && history.Entries[0].From > scope.From)
            problems.Add(new(history.Entries[0].Source.Place, "value.late", new(
                $"'{name}' has no value before {IsoDay.Show(history.Entries[0].From)}, but it is needed from {IsoDay.Show(scope.From)}. Add the value in force on that day.",
                $"“{name}”在 {IsoDay.Show(history.Entries[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} 起需要。请补上当日有效的值。")));
    }

    private ImmutableArray<RuleTable> Bind(List<Pending> tables, ImmutableArray<RuleFact> facts) => [.. tables.Select(table => Bind(table, facts))];

    private RuleTable Bind(Pending table, ImmutableArray<RuleFact> facts)
    {
        if (table.Only is { } only)
        {
            var conditions = only.Conditions.Select(vocabulary.Bind).OfType<RuleCondition>().ToImmutableArray();
            return new(table.Name, [Row(only.Source, conditions, false), Row(only.Source, [], true)]);
        }

        var within = table.Scope!.Within.Select(vocabulary.Bind).OfType<RuleCondition>().ToImmutableArray();
        var rows = ImmutableArray.CreateBuilder<RuleRow>();
        var entries = table.History!.Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            var dayCondition = vocabulary.Bind(table.Scope.DecidedBy, entries[i].From, i + 1 < entries.Count ? entries[i + 1].From : null);
            var before = problems.Count;
            var bound = entries[i].Value.Rows.Select(row => (row, Conditions: row.When.Select(vocabulary.Bind).OfType<RuleCondition>().ToImmutableArray())).ToList();
            if (problems.Count == before && bound.TrueForAll(pair => pair.Conditions.Length == pair.row.When.Count))
                Check(table, entries[i], [.. bound.Select(pair => Row(pair.row.Source, pair.Conditions, pair.row.IsOtherwise))], facts, within);
            foreach (var (row, conditions) in bound)
                rows.Add(Row(row.Source, [dayCondition, .. conditions], row.IsOtherwise));
        }

        return new(table.Name, rows.ToImmutable());
    }

    private void Check(Pending table, Dated<TablePolicy> entry, ImmutableArray<RuleRow> rows, ImmutableArray<RuleFact> facts, ImmutableArray<RuleCondition> within)
    {
        var policies = entry.Value.Rows;
        if (policies.Where(row => row.IsOtherwise).Skip(1).FirstOrDefault() is { } second)
        {
            second.Node.Wrong("table.otherwise", "a table has one row 'otherwise' at most.", "一个表最多只能有一行“otherwise”。");
            return;
        }

        GridFindings findings;
        try
        {
            findings = GridBuilder.Check(new(table.Name, rows), facts, within);
        }
        catch (GridTooLargeException)
        {
            problems.Add(new(entry.Source.Place, "table.large", new("the rows of this table tell too many combinations apart. Split the table.", "该表区分的组合过多，请拆分。")));
            return;
        }

        if (findings.Gap is { } gap)
            problems.Add(new(entry.Source.Place, "table.gap", new($"no row applies to {{ {gap} }}. Add a row, or 'otherwise: true'.", $"没有适用于 {{ {gap} }} 的行。请增加一行，或写“otherwise: true”。")));
        foreach (var ((first, other), example) in findings.Overlaps)
            problems.Add(new(policies[other].Source.Place, "table.overlap", new(
                $"this row and the row on line {Line(policies[first])} both apply to {{ {example} }}. Exactly one must.",
                $"本行与第 {Line(policies[first])} 行都适用于 {{ {example} }}。只能有一行适用。")));
        for (var row = 0; row < rows.Length; row++)
            if (!findings.Reached[row])
                problems.Add(new(policies[row].Source.Place, "table.unreachable", new(
                    "this row never applies: its conditions never hold here, or other rows take every case. Remove it, or mend its conditions.",
                    "本行永不适用：其条件在此不会成立，或其他行已涵盖所有情形。请删除或修改条件。")));
    }

    private static string Line(RowPolicy row) => row.Source.Place.Line.ToString(CultureInfo.InvariantCulture);

    private static RuleRow Row(Source source, ImmutableArray<RuleCondition> conditions, bool isOtherwise) =>
        new($"{source.Place.File}:{source.Place.Line}", source.Reference, conditions, isOtherwise);

    private sealed record Pending(string Name, DatedTablePolicy? History, Scope? Scope, (IReadOnlyList<ConditionPolicy> Conditions, Source Source)? Only);
}
