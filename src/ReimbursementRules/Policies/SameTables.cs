using System.Globalization;
using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Puts, where a step says <c>{ same_as: basic.share }</c> in place of a table, what stands there, with its places and references.
/// So a table is written once, and whatever reads the step finds it.</summary>
internal sealed class SameTables
{
    /// <summary>The key that names a table of another step.</summary>
    public const string Key = "same_as";

    private static readonly KeyTable Keys = new(
        Need(Key, ValueForms.Text, "同于：与哪一步的表相同，如 basic.share", "the step whose table it is, such as basic.share")
    );

    private readonly Dictionary<string, StatedTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, StepTables?> _replaced = new(ReferenceEqualityComparer.Instance);
    private readonly Func<string, KeyTable?> _kinds;
    private readonly Func<Node, Node?> _replacedBy;

    private SameTables(Func<string, KeyTable?> kinds, Func<Node, Node?> replacedBy) => (_kinds, _replacedBy) = (kinds, replacedBy);

    /// <summary>The form of what names a table of another step.</summary>
    public static JsonObject Form(SchemaDraft draft) => draft.Shared("same table", () => Keys.Schema(draft));

    /// <summary>Settles every such name of the layers.</summary>
    /// <param name="files">The files.</param>
    /// <param name="kinds">The keys of a kind of step of layers; null for an unknown kind.</param>
    public static void Settle(PolicyFiles files, Func<string, KeyTable?> kinds) =>
        new SameTables(kinds, files.ReplacedBy).Settle([.. files.Layers]);

    /// <summary>Settles every such name of contracts.</summary>
    /// <param name="contracts">The contracts.</param>
    /// <param name="kinds">The keys of a kind of step of contracts; null for an unknown kind.</param>
    public static void SettleContracts(IReadOnlyList<Node> contracts, Func<string, KeyTable?> kinds) =>
        new SameTables(kinds, _ => null).Settle(contracts);

    private void Settle(IReadOnlyList<Node> owners)
    {
        if (!owners.Any(owner => Steps(owner).Any(IsNaming)))
            return;
        foreach (var owner in owners)
        foreach (var table in new StepTables(owner, _kinds).Tables)
            _tables.TryAdd(table.Name, table);
        foreach (var table in _tables.Values.ToList())
            Settle(table);
    }

    /// <summary>Whether a step may name the table of another one.</summary>
    private static bool IsNaming(Node step) => step.Pairs.Any(pair => IsName(pair.Value) || pair.Value.Elements.Any(IsName));

    private static bool IsName(Node node) => node.Optional(Key) is not null;

    private static IReadOnlyList<Node> Steps(Node owner) => owner.Optional("steps")?.Elements ?? [];

    /// <summary>Puts what is named in the place of the names; false where the table is asked for on the way to itself.</summary>
    private bool Settle(StatedTable table)
    {
        if (table.IsSettled)
            return true;
        if (table.IsAsked)
            return false;
        table.IsAsked = true;
        var node = table.Node;
        if (IsName(node))
            table.Node = Named(node, table)?.Node ?? node.Missing();
        else if (node.Elements.Any(IsName))
            node.Have([.. node.Elements.SelectMany(one => IsName(one) ? Entries(one, table) : [one])]);
        table.IsSettled = true;
        return true;
    }

    /// <summary>The entries of a list that one entry names: all of another list, or one of them.</summary>
    private IEnumerable<Node> Entries(Node name, StatedTable within)
    {
        if (Named(name, within) is not { Node: var entries } named)
            return [];
        if (named.Entry is not { } entry)
            return entries.Elements.Select(Shared);
        if (entry >= 1 && entry <= entries.Elements.Count)
            return [Shared(entries.Elements[entry - 1])];
        name[Key]
            .Wrong(
                "same_as.unknown",
                $"'{named.Name}' has {Counted.Of(entries.Elements.Count, "entry", "entries")}, so that there is none of number {entry}.",
                $"“{named.Name}”只有 {entries.Elements.Count} 项，没有第 {entry} 项。"
            );
        return [];
    }

    /// <summary>The table that a node names, settled; null after a problem.</summary>
    private (string Name, Node Node, int? Entry)? Named(Node node, StatedTable from)
    {
        node.OnlyKeys(Keys);
        var stated = node[Key];
        var name = stated.Text();
        if (name.Length == 0 || !stated.IsScalar)
            return null;
        var own = $"{name}.{from.Key.Name}";
        if (Find(from, own) is { } same)
            return Taken(stated, same, from, null);
        if (Find(from, name) is { } other)
            return Taken(stated, other, from, null);
        var dot = name.LastIndexOf('.');
        if (
            dot > 0
            && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && Find(from, name[..dot]) is { Node.IsSequence: true } list
        )
            return Taken(stated, list, from, entry);
        if (from.Name == name || from.Name == own || (dot > 0 && from.Name == name[..dot]))
            Circle(stated, from.Name);
        else
            Unknown(stated, from);
        return null;
    }

    /// <summary>A table by its name. In a file that takes the place of another, a table's own name means what stood there.</summary>
    private StatedTable? Find(StatedTable from, string name) =>
        name != from.Name ? _tables.GetValueOrDefault(name) : Replaced(from.Owner)?.Tables.FirstOrDefault(table => table.Name == name);

    private StepTables? Replaced(Node owner)
    {
        if (!_replaced.TryGetValue(owner, out var tables))
            _replaced.Add(owner, tables = _replacedBy(owner) is { } file ? new(file, _kinds) : null);
        return tables;
    }

    private (string Name, Node Node, int? Entry)? Taken(Node stated, StatedTable table, StatedTable from, int? entry)
    {
        if (!table.Key.Form.Equals(from.Key.Form))
            stated.Wrong(
                "same_as.form",
                $"'{table.Name}' has values of another form than '{from.Key.Name}' of this step. Name the table of such a step, or write "
                    + "the values here.",
                $"“{table.Name}”的值与本步骤“{from.Key.Name}”的形式不同。请写同类步骤的表，或在此处写出各值。"
            );
        else if (!Settle(table))
            Circle(stated, table.Name);
        else
        {
            table.Node.Keep();
            return (table.Name, Shared(table.Node), entry);
        }

        return null;
    }

    /// <summary>A table that several steps have, or a list of such; one that stands beside the name of a part is meant with that.</summary>
    private static Node Shared(Node table)
    {
        table.Share();
        table.Optional("table")?.Share();
        foreach (var entry in table.Elements)
            Shared(entry);
        return table;
    }

    private static void Circle(Node stated, string name) =>
        stated.Wrong(
            "same_as.circle",
            $"'{name}' is this table itself, or is the same as this one in turn. One of them must have values of its own.",
            $"“{name}”就是本表，或又写着与本表相同。其中之一应写出各值。"
        );

    private void Unknown(Node stated, StatedTable from)
    {
        var known = _tables
            .Values.Where(table => table != from && table.Key.Form.Equals(from.Key.Form))
            .Select(table => table.NameFor(from));
        var hint = stated.Problems.Hint(stated.Raw, [.. known]);
        stated.Wrong(
            "same_as.unknown",
            $"no step of this rulebook has a table '{stated.Raw}'.{hint.En}",
            $"本规则册没有步骤有表“{stated.Raw}”。{hint.Zh}"
        );
    }

    /// <summary>What a step states under a key that has a dated table, or a list of them.</summary>
    private sealed class StatedTable(Node owner, Node step, KeyForm key)
    {
        public string Name => $"{Step}.{key.Name}";

        private string Step { get; } = $"{owner.Optional("id")?.Raw}.{step.Optional("id")?.Raw}";

        public Node Owner => owner;

        public KeyForm Key => key;

        /// <summary>The name by which another table names it: without the key where that is the same.</summary>
        public string NameFor(StatedTable other) => other.Key.Name == key.Name ? Step : Name;

        public bool IsAsked { get; set; }

        public bool IsSettled { get; set; }

        public Node Node
        {
            get => step[key.Name];
            set => step.Replace(key.Name, value);
        }
    }

    /// <summary>The tables of the steps of a layer or contract.</summary>
    private sealed class StepTables(Node owner, Func<string, KeyTable?> kinds)
    {
        public IReadOnlyList<StatedTable> Tables { get; } =
        [
            .. from step in Steps(owner)
            let keys = kinds(step.Optional("kind")?.Raw ?? "")
            where keys is not null
            from key in keys.Keys
            where TableForm.IsFormOf(key) && step.Optional(key.Name) is not null
            select new StatedTable(owner, step, key),
        ];
    }
}
