using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads dated tables, their rows and conditions: the shape that every value of a policy has.</summary>
internal static class TableReader
{
    /// <summary>The most facts that are asked at once, included.</summary>
    public const int MostConditions = 500;

    /// <summary>A history of a value: the first day in force → the value with its reference.</summary>
    /// <param name="history">The mapping from days to values.</param>
    /// <param name="read">Reads the value of a row, or a single value, from the mapping that has it.</param>
    /// <param name="valueKeys">The keys that a row or a single value may have beside its conditions.</param>
    public static DatedTablePolicy<T> Read<T>(Node history, Func<Node, T> read, params string[] valueKeys) =>
        new(History(history, (from, node) => Table(from, node, read, valueKeys)));

    /// <summary>The entries of a history, earliest first; a problem where there are none.</summary>
    public static IReadOnlyList<Dated<T>> History<T>(Node history, Func<Node, Node, Dated<T>> read)
    {
        var entries = history.Entries();
        if (entries.Count == 0 && !history.IsMissing && history.IsMapping)
            history.Wrong(
                "history.empty",
                "expected at least one dated value, such as 2020-08-01: { value: 600, reference: … }.",
                "此处至少应有一个带日期的值，如 2020-08-01: { value: 600, reference: … }。"
            );
        return [.. entries.Select(entry => read(entry.Key, entry.Value)).OrderBy(entry => entry.From)];
    }

    public static IReadOnlyList<ConditionPolicy> Conditions(Node? when) =>
        when is null ? [] : [.. Stated(when).Entries().Select(entry => Condition(entry.Key, entry.Value))];

    /// <summary>The reference that stands beside a value, with what belongs to it.</summary>
    public static PolicySource Source(Node node, FilePlace place) =>
        new(place, node["reference"].Text())
        {
            Href = node.Optional("href")?.Text(),
            Note = node.Optional("note")?.Text(),
            IsExample = node.Optional("status")?.OneOf("enacted", "example") is "example",
        };

    private static Dated<TablePolicy<T>> Table<T>(Node from, Node node, Func<Node, T> read, string[] valueKeys)
    {
        node.OnlyKeys(["rows", "reference", "href", "note", "status", .. valueKeys]);
        var source = Source(node, from.Place);
        var repealed = node.Optional("value") is { IsScalar: true, Raw: "repealed" } word ? word.Place : null;
        if (repealed is not null)
            read = _ => default!;
        var rows = node.Optional("rows") is { } table
            ? [.. table.Items().Select(row => Row(row, source, read, valueKeys))]
            : new List<RowPolicy<T>>
            {
                new([], false, source, node.Place, repealed is null ? RowText.Of(node) : RowText.Repealed, read(node)),
            };
        if (node.Optional("rows") is { } both && valueKeys.FirstOrDefault(key => node.Optional(key) is not null) is { } extra)
            both.Wrong("table.both", $"a table has either '{extra}' or 'rows', not both.", $"“{extra}”与“rows”只能有一个。");
        if (node.Optional("rows") is { IsSequence: true, Elements.Count: 0 } empty)
            empty.Wrong("table.empty", "a table has at least one row.", "表至少应有一行。");
        return new(from.FirstDay(), new(rows, repealed), source);
    }

    private static RowPolicy<T> Row<T>(Node row, PolicySource source, Func<Node, T> read, string[] valueKeys)
    {
        row.OnlyKeys(["when", "otherwise", "note", "status", .. valueKeys]);
        var otherwise = row.Optional("otherwise");
        if (otherwise is not null && otherwise.Text() is not ("true" or "yes"))
            otherwise.Wrong("row.otherwise", "write 'otherwise: true', or leave the line out.", "请写“otherwise: true”，或删去该行。");
        if (row.IsMapping && (row.Optional("when") is null) == (otherwise is null))
            row.Wrong("row.when", "a row has either 'when' or 'otherwise: true'.", "每行应有“when”或“otherwise: true”之一。");
        return new(
            Conditions(row.Optional("when")),
            otherwise is not null,
            source with
            {
                Place = row.Place,
                Note = row.Optional("note")?.Text() ?? source.Note,
                IsExample = source.IsExample || row.Optional("status")?.OneOf("enacted", "example") is "example",
            },
            row.Place,
            RowText.Of(row),
            read(row)
        );
    }

    private static Node Stated(Node when)
    {
        if (when is { IsMapping: true, Pairs.Count: 0 })
            when.Wrong(
                "conditions.empty",
                "expected at least one condition, such as setting: inpatient.",
                "此处至少应有一个条件，如 setting: inpatient。"
            );
        if (when.Pairs.Count > MostConditions)
            when.Wrong(
                "conditions.many",
                $"{when.Pairs.Count} facts are asked at once here, at most {MostConditions} can be. Ask fewer.",
                $"此处同时使用 {when.Pairs.Count} 个事实，最多 {MostConditions} 个。请减少。"
            );
        return when;
    }

    private static ConditionPolicy Condition(Node key, Node value)
    {
        var fact = key.Word();
        if (value.IsSequence)
            return new(fact, Listed(value), [], null);
        if (!value.IsMapping)
            return new(fact, [value.OpenWord()], [], null);
        if (value.Optional("not") is { } not)
        {
            value.OnlyKeys("not");
            return new(fact, not.IsSequence ? Listed(not) : [not.OpenWord()], [], null, IsNot: true);
        }

        if ((value.Optional("in") ?? value.Optional("not_in")) is { } list)
        {
            var isNot = value.Optional("in") is null;
            value.OnlyKeys(isNot ? "not_in" : "in");
            return list.IsSequence ? new(fact, Listed(list), [], null, isNot) : new(fact, [], [list.Word()], null, isNot);
        }

        value.OnlyKeys("in", "not", "not_in", "from", "below");
        if (value.Pairs.Count == 0)
            value.Wrong(
                "range.empty",
                "expected a range such as { from: 18, below: 60 }, or a list such as { in: chronic }.",
                "此处应为范围，如 { from: 18, below: 60 }，或列表，如 { in: chronic }。"
            );
        return new(fact, [], [], new(value.Optional("from")?.Word(), value.Optional("below")?.Word(), value.Place));
    }

    private static IReadOnlyList<Word> Listed(Node list)
    {
        if (list.Elements.Count == 0)
            list.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        return [.. list.Items().Select(word => word.OpenWord())];
    }
}
