using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>One of two rulebooks that are compared, with its tables by name.</summary>
internal sealed class ComparedRulebook
{
    private static readonly PolicyWords Yes = new("yes", new("yes", "是"));
    private static readonly PolicyWords No = new("no", new("no", "否"));

    private readonly CompiledRulebook _book;
    private readonly int _place;
    private readonly JointFacts _facts;
    private readonly Dictionary<TableName, WrittenTable> _tables;
    private readonly Dictionary<TableName, JointTable> _joint = [];
    private readonly Dictionary<string, (LayerPolicy Policy, Layer Layer)> _layers;

    public ComparedRulebook(CompiledRulebook book, int place, JointFacts facts)
    {
        (_book, _place, _facts) = (book, place, facts);
        _tables = book.Written.ToDictionary(table => table.Name);
        _layers = book
            .Policy.Layers.Zip(book.Layers)
            .Where(pair => pair.Second.From != OneDay.Never)
            .ToDictionary(pair => pair.First.Id, StringComparer.Ordinal);
    }

    /// <summary>The facts of two rulebooks, from a day on.</summary>
    public static JointFacts Facts(CompiledRulebook one, CompiledRulebook other, DateOnly start) =>
        new([one.Asked, other.Asked], start, Changes(one).Concat(Changes(other)));

    /// <summary>The layers that are in force on some day, in their turn.</summary>
    public IEnumerable<LayerPolicy> Layers => _layers.Values.Select(layer => layer.Policy);

    /// <summary>The parts of its bills.</summary>
    public IReadOnlyList<string> Parts => _book.Legend.Parts;

    /// <summary>The gates that are in force on some day, in their order.</summary>
    public IEnumerable<GatePolicy> Gates => _book.Policy.Gates.Where(gate => gate.Days.From != OneDay.Never);

    /// <summary>The names of the tables that state values.</summary>
    public IEnumerable<TableName> Values => _tables.Values.Where(table => !table.IsOfConditions).Select(table => table.Name);

    /// <summary>A table of values; null where there is none.</summary>
    public SideTable? Value(TableName name) =>
        _tables.TryGetValue(name, out var table)
            ? Known(rows => new ValueTable(Asked(table).And(rows), Rows(table), table, _book, _facts.Day(table.DecidedBy), IsOfBands(name)))
            : null;

    /// <summary>Whether a layer applies; null where there is no such layer.</summary>
    public SideTable? Applies(string id) =>
        _layers.TryGetValue(id, out var layer)
            ? Known(known => new YesTable(
                known,
                Applying(layer.Layer, id),
                new(Yes, new(layer.Policy.Places.Applies, "")),
                new(No, new(layer.Policy.Places.Applies, ""))
            ))
            : null;

    /// <summary>Whether a layer takes some items only.</summary>
    public bool TakesSome(string id) => _tables.ContainsKey(OfLayer(id, "items"));

    /// <summary>Which items a layer takes; null where there is no such layer.</summary>
    public SideTable? Items(string id) =>
        _layers.TryGetValue(id, out var layer)
            ? Known(known => new YesTable(
                Applying(layer.Layer, id).And(known),
                Holding(OfLayer(id, "items")),
                new(Yes, new(layer.Policy.Places.Items, "")),
                new(No, new(layer.Policy.Places.Items, ""))
            ))
            : null;

    /// <summary>Where a layer that only one rulebook has applies.</summary>
    public SideTable? Whole(string id) =>
        _layers.TryGetValue(id, out var layer)
            ? Known(known => new YesTable(known, Applying(layer.Layer, id), new(Whole(layer.Policy), new(layer.Policy.Place, "")), null))
            : null;

    /// <summary>Whether a gate is hit, and what it does then; null where there is no such gate.</summary>
    /// <param name="id">The gate.</param>
    public SideTable? Gate(string id) =>
        Gates.FirstOrDefault(gate => gate.Id == id) is { } gate
            ? Known(known => new YesTable(
                known,
                Holding(TableName.OfGate(id)),
                new(new PolicyWords(EnumWords.Of(gate.Then), Terms.Of(gate.Then)), gate.Source),
                null
            ))
            : null;

    /// <summary>A layer by its payer and its steps, each as its rulebook titles it.</summary>
    private PolicyWords Whole(LayerPolicy layer)
    {
        var payer = _book.Policy.Index.Payers.FirstOrDefault(payer => payer.Id == layer.Payer.Text)?.Title;
        BilingualText[] steps = [.. layer.Steps.Select(step => step.Title ?? new(step.Id, step.Id))];
        return new(
            $"payer: {layer.Payer.Text}, steps: [{string.Join(", ", layer.Steps.Select(step => step.Id))}]",
            new(
                $"payer: {payer?.En ?? layer.Payer.Text}; steps: {string.Join(", ", steps.Select(step => step.En))}",
                $"支付方：{payer?.Zh ?? layer.Payer.Text}；步骤：{string.Join("、", steps.Select(step => step.Zh))}"
            )
        );
    }

    /// <summary>A table that is not asked in words that the rulebook does not know.</summary>
    private SideTable Known(Func<Guard, SideTable> table)
    {
        var known = table(Guard.None)
            .Conditions.Select(condition => condition.Fact)
            .Distinct()
            .Select(fact => _facts.Known(_place, fact))
            .OfType<RuleCondition>()
            .ToImmutableArray();
        return table(known.IsEmpty ? Guard.None : new(known, []));
    }

    /// <summary>The days on which more changes than the rows of tables.</summary>
    private static IEnumerable<DateOnly> Changes(CompiledRulebook book) =>
        book
            .Index.Parameters.Values.SelectMany(history => history)
            .Select(entry => entry.From)
            .Concat(book.Layers.SelectMany(layer => (DateOnly?[])[layer.From, layer.Until]).OfType<DateOnly>());

    /// <summary>Whether it is a table of tiers: of their bands, or of a change of them.</summary>
    private bool IsOfBands(TableName name) =>
        name.Owner is { } id
        && _layers.TryGetValue(id, out var layer)
        && layer.Policy.Steps.Any(step => step.Id == name.Step && step.Form is TiersPolicy);

    private Guard Asked(WrittenTable table)
    {
        if (table.Name.Owner is not { } id || !_layers.TryGetValue(id, out var layer))
            return Guard.None;
        return table.IsOfItem ? Applying(layer.Layer, id).And(Holding(OfLayer(id, "items"))) : Applying(layer.Layer, id);
    }

    private Guard Applying(Layer layer, string id)
    {
        var day = layer.DecidedBy == DecidingDay.Service ? DecidingDay.Discharge : layer.DecidedBy;
        return Holding(OfLayer(id, "applies")).And(new([_facts.Days(day, layer.From, layer.Until)], []));
    }

    /// <summary>Where conditions hold; everywhere where there are none.</summary>
    private Guard Holding(TableName name) => _tables.TryGetValue(name, out var table) ? new([], [Rows(table)]) : Guard.None;

    private JointTable Rows(WrittenTable table)
    {
        if (_joint.TryGetValue(table.Name, out var known))
            return known;
        var rules = table.IsOfItem ? _book.Leanings.OfItem : _book.Leanings.OfClaim;
        return _joint[table.Name] = new(rules.Tables[table.Index], _place, _facts);
    }

    private static TableName OfLayer(string id, string key) => new(key) { Owner = id };
}
