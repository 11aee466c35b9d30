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
    /// <param name="form">The keys that a row or a single value may have beside its conditions.</param>
    public static DatedTablePolicy<T> Read<T>(Node history, Func<Node, T> read, TableForm form) =>
        new(History(history, new ValueReader<T>(read, form).Table));

    /// <summary>The entries of a history, earliest first; a problem where there are none.</summary>
    public static IReadOnlyList<Dated<T>> History<T>(Node history, Func<Node, Node, Dated<T>> one)
    {
        var entries = history.Entries();
        if (entries.Count == 0 && !history.IsMissing && history.IsMapping)
            history.Wrong(
                "history.empty",
                "expected at least one dated value, such as 2020-08-01: { value: 600, reference: … }.",
                "此处至少应有一个带日期的值，如 2020-08-01: { value: 600, reference: … }。"
            );
        var read = new Dated<T>[entries.Count];
        for (var i = 0; i < read.Length; i++)
            read[i] = one(entries[i].Key, entries[i].Value);
        return IsInOrder(read) ? read : [.. read.OrderBy(entry => entry.From)];
    }

    public static IReadOnlyList<ConditionPolicy> Conditions(Node? when)
    {
        if (when is null)
            return [];
        var entries = Stated(when).Entries();
        var conditions = new ConditionPolicy[entries.Count];
        for (var i = 0; i < conditions.Length; i++)
            conditions[i] = Condition(entries[i].Key, entries[i].Value);
        return conditions;
    }

    private static bool IsInOrder<T>(Dated<T>[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
            if (entries[i].From < entries[i - 1].From)
                return false;
        return true;
    }

    /// <summary>The reference that stands beside a value, with what belongs to it.</summary>
    public static PolicySource Source(Node node, FilePlace place) =>
        new(place, node["reference"].OneOrBoth())
        {
            Href = node.Optional("href")?.Text(),
            Note = node.Optional("note")?.OneOrBoth(),
            IsExample = node.Optional("status")?.OneOf("enacted", "example") is "example",
        };

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
            value.OnlyKeys(ConditionForm.Not);
            return new(fact, not.IsSequence ? Listed(not) : [not.OpenWord()], [], null, IsNot: true);
        }

        if ((value.Optional("in") ?? value.Optional("not_in")) is { } list)
        {
            var isNot = value.Optional("in") is null;
            value.OnlyKeys(isNot ? ConditionForm.NotIn : ConditionForm.In);
            return list.IsSequence ? new(fact, Listed(list), [], null, isNot) : new(fact, [], [list.Word()], null, isNot);
        }

        value.OnlyKeys(ConditionForm.All);
        if (value.Pairs.Count == 0)
            value.Wrong(
                "range.empty",
                "expected a range such as { from: 18, below: 60 }, or a list such as { in: chronic }.",
                "此处应为范围，如 { from: 18, below: 60 }，或名单，如 { in: chronic }。"
            );
        return new(fact, [], [], new(value.Optional("from")?.Word(), value.Optional("below")?.Word(), value.Place));
    }

    private static Word[] Listed(Node list)
    {
        if (list.Elements.Count == 0)
            list.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        var items = list.Items();
        var words = new Word[items.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = items[i].OpenWord();
        return words;
    }

    /// <summary>Reads the dated tables of one history.</summary>
    /// <param name="read">Reads the value of a row, or a single value, from the mapping that has it.</param>
    /// <param name="form">The keys that a row or a single value may have beside its conditions.</param>
    private sealed class ValueReader<T>(Func<Node, T> read, TableForm form)
    {
        public Dated<TablePolicy<T>> Table(Node from, Node node)
        {
            node.OnlyKeys(form.Table);
            var source = Source(node, from.Place);
            var repealed = node.Optional("value") is { IsScalar: true, Raw: "repealed" } word ? word.Place : null;
            var rows = node.Optional("rows") is { } table
                ? Rows(table.Items(), source, repealed is not null)
                :
                [
                    new(
                        [],
                        false,
                        source,
                        node.Place,
                        repealed is null ? RowText.Of(node) : RowText.Repealed,
                        repealed is null ? read(node) : default!
                    ),
                ];
            if (node.Optional("rows") is { } both && form.Values.FirstOrDefault(key => node.Optional(key) is not null) is { } extra)
                both.Wrong("table.both", $"a table has either '{extra}' or 'rows', not both.", $"“{extra}”与“rows”只能有一个。");
            if (node.Optional("rows") is { IsSequence: true, Elements.Count: 0 } empty)
                empty.Wrong("table.empty", "a table has at least one row.", "表至少应有一行。");
            return new(from.FirstDay(), new(rows, repealed), source);
        }

        private RowPolicy<T>[] Rows(IReadOnlyList<Node> nodes, PolicySource source, bool areRepealed)
        {
            var rows = new RowPolicy<T>[nodes.Count];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = Row(nodes[i], source, areRepealed);
            return rows;
        }

        private RowPolicy<T> Row(Node row, PolicySource source, bool isRepealed)
        {
            row.OnlyKeys(form.Rows);
            var otherwise = row.Optional("otherwise");
            if (otherwise is not null && otherwise.Text() is not ("true" or "yes"))
                otherwise.Wrong("row.otherwise", "write 'otherwise: true', or leave the line out.", "请写“otherwise: true”，或删去该行。");
            if (row.IsMapping && (row.Optional("when") is null) == (otherwise is null))
                row.Wrong("row.when", "a row has either 'when' or 'otherwise: true'.", "每行应有“when”或“otherwise: true”之一。");
            var place = row.Place;
            return new(
                Conditions(row.Optional("when")),
                otherwise is not null,
                source with
                {
                    Place = place,
                    Note = row.Optional("note")?.OneOrBoth() ?? source.Note,
                    IsExample = source.IsExample || row.Optional("status")?.OneOf("enacted", "example") is "example",
                },
                place,
                RowText.Of(row),
                isRepealed ? default! : read(row)
            );
        }
    }
}
