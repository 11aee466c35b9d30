using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads dated tables, their rows and conditions: the shape that every value of a policy has.</summary>
internal static class TableReader
{
    /// <summary>The first day of a value without one.</summary>
    public static DateOnly Always => DateOnly.MinValue;

    /// <summary>A history of a value: the first day in force → the value with its reference.</summary>
    /// <param name="history">The mapping from days to values.</param>
    /// <param name="read">Reads the value of a row, or a single value, from the mapping that has it.</param>
    /// <param name="form">The keys that a row or a single value may have beside its conditions.</param>
    /// <remarks>Without days it is one value, or a table of rows, that is in force as long as what has it.</remarks>
    public static DatedTablePolicy<T> Read<T>(Node history, Func<Node, T> read, TableForm form)
    {
        var values = new ValueReader<T>(read, form);
        return new(
            form.IsUndated(history)
                ? [values.Table(Always, history.Place, form.AsTable(history))]
                : History(history, (from, node) => values.Table(from.FirstDay(), from.Place, node))
        )
        {
            IsShared = history.IsShared,
        };
    }

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

    private static bool IsInOrder<T>(Dated<T>[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
            if (entries[i].From < entries[i - 1].From)
                return false;
        return true;
    }

    /// <summary>The reference that stands beside a value, with what belongs to it; where none does, that of the nearest of its step, layer
    /// or file which has one.</summary>
    public static PolicySource Source(Node node, FilePlace place)
    {
        var stated = node.Nearest("reference") ?? node;
        return new(place, stated["reference"].OneOrBoth())
        {
            Href = (node.Optional("href") ?? stated.Optional("href"))?.Text(),
            Note = node.Optional("note")?.OneOrBoth(),
            IsExample = node.Optional("status")?.OneOf("enacted", "example") is "example",
        };
    }

    /// <summary>Reads the dated tables of one history.</summary>
    /// <param name="read">Reads the value of a row, or a single value, from the mapping that has it.</param>
    /// <param name="form">The keys that a row or a single value may have beside its conditions.</param>
    private sealed class ValueReader<T>(Func<Node, T> read, TableForm form)
    {
        public Dated<TablePolicy<T>> Table(DateOnly from, FilePlace place, Node node)
        {
            node.OnlyKeys(form.Table);
            var source = Source(node, place);
            var repealed = node.Optional("value") is { IsScalar: true, Raw: "repealed" } word ? word.Place : null;
            var rows = node.Optional("rows") is { } table
                ? Rows(table, new(source, repealed is not null))
                :
                [
                    new(
                        ConditionsPolicy.None,
                        false,
                        source,
                        node.Place,
                        repealed is null ? RowText.Of(node, []) : RowText.Repealed,
                        repealed is null ? read(node) : default!
                    ),
                ];
            if (node.Optional("rows") is { } both && form.Values.FirstOrDefault(key => node.Optional(key) is not null) is { } extra)
                both.Wrong("table.both", $"a table has either '{extra}' or 'rows', not both.", $"“{extra}”与“rows”只能有一个。");
            return new(from, new(rows, repealed), source);
        }

        private List<RowPolicy<T>> Rows(Node list, Around around)
        {
            if (list is { IsSequence: true, Elements.Count: 0 })
                list.Wrong("table.empty", "a table has at least one row.", "表至少应有一行。");
            var nodes = list.Items();
            var rows = new List<RowPolicy<T>>(nodes.Count);
            foreach (var node in nodes)
                if (node.Optional("rows") is { } within)
                    rows.AddRange(Rows(within, Group(node, within, around)));
                else
                    rows.Add(Row(node, around));
            return rows;
        }

        /// <summary>What stands around the rows that share the conditions of a row.</summary>
        private static Around Group(Node row, Node within, Around around)
        {
            row.OnlyKeys(TableForm.Group);
            var conditions = row["when"];
            var when = around.When.And(ConditionReader.Read(conditions));
            return around with
            {
                Source = Beside(row, around.Source),
                When = when,
                Conditions = [.. around.Conditions, conditions],
                Groups = [.. around.Groups, new(when, within.Elements.Any(node => node.Optional("otherwise") is not null))],
            };
        }

        private RowPolicy<T> Row(Node row, Around around)
        {
            row.OnlyKeys(form.Rows);
            var otherwise = row.Optional("otherwise");
            if (otherwise is not null && otherwise.Text() is not ("true" or "yes"))
                otherwise.Wrong("row.otherwise", "write 'otherwise: true', or leave the line out.", "请写“otherwise: true”，或删去该行。");
            if (row.IsMapping && (row.Optional("when") is null) == (otherwise is null))
                row.Wrong("row.when", "a row has either 'when' or 'otherwise: true'.", "每行应有“when”或“otherwise: true”之一。");
            return new(
                around.When.And(ConditionReader.Read(row.Optional("when"))),
                otherwise is not null,
                Beside(row, around.Source),
                row.Place,
                RowText.Of(row, around.Conditions),
                around.AreRepealed ? default! : read(row)
            )
            {
                Groups = around.Groups,
            };
        }

        /// <summary>The reference of a row: that of its table, with what the row adds.</summary>
        private static PolicySource Beside(Node row, PolicySource around) =>
            around with
            {
                Place = row.Place,
                Note = row.Optional("note")?.OneOrBoth() ?? around.Note,
                IsExample = around.IsExample || row.Optional("status")?.OneOf("enacted", "example") is "example",
            };

        /// <summary>What stands around rows.</summary>
        /// <param name="Source">The reference of their table, or of the row around them.</param>
        /// <param name="AreRepealed">Whether they say nothing.</param>
        private sealed record Around(PolicySource Source, bool AreRepealed)
        {
            /// <summary>The conditions of the rows around them.</summary>
            public ConditionsPolicy When { get; init; } = ConditionsPolicy.None;

            /// <summary>The same as they are written.</summary>
            public IReadOnlyList<Node> Conditions { get; init; } = [];

            /// <summary>The rows around them, the outermost first.</summary>
            public IReadOnlyList<RowGroup> Groups { get; init; } = [];
        }
    }
}
