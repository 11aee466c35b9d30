using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>The rows of a rulebook's tables as rules, and which of them applied to a claim.</summary>
internal sealed class RuleList
{
    private readonly PolicyRule?[][] _ofClaim;
    private readonly PolicyRule?[][] _ofItem;
    private readonly int[] _layerOfClaim;
    private readonly int[] _layerOfItem;

    /// <param name="ofClaim">The tables that ask of the claim.</param>
    /// <param name="ofItem">The tables that ask of its items.</param>
    /// <param name="written">Every table as the files write it.</param>
    /// <param name="asked">What the tables ask.</param>
    /// <param name="layers">The layers, whose names begin those of their tables.</param>
    /// <param name="marked">Marks the reference of a rulebook that is an example.</param>
    public RuleList(
        RuleSet ofClaim,
        RuleSet ofItem,
        IReadOnlyList<WrittenTable> written,
        IReadOnlyList<AskedFact> asked,
        IReadOnlyList<LayerName> layers,
        Func<PolicySource, PolicySource> marked
    )
    {
        var tables = written.ToDictionary(one => (one.IsOfItem, one.Index));
        _layerOfClaim = [.. ofClaim.Tables.Select(table => LayerOf(table, layers))];
        _layerOfItem = [.. ofItem.Tables.Select(table => LayerOf(table, layers))];
        _ofClaim = [.. ofClaim.Tables.Select((table, index) => Rules(table, tables[(false, index)], asked, marked))];
        _ofItem = [.. ofItem.Tables.Select((table, index) => Rules(table, tables[(true, index)], asked, marked))];
        All =
        [
            .. _ofClaim
                .Concat(_ofItem)
                .SelectMany(rules => rules)
                .OfType<PolicyRule>()
                .OrderBy(rule => rule.Source.Place.File, StringComparer.Ordinal)
                .ThenBy(rule => rule.Source.Place.Line),
        ];
    }

    /// <summary>All rules, in the order of the files and lines.</summary>
    public ImmutableArray<PolicyRule> All { get; }

    /// <summary>Tells which rules applied to the claim on the desk, then to each of its items: not those of layers that did not apply, and
    /// of what is refused only its gates.</summary>
    /// <param name="desk">The claim, settled.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="skips">For each layer why it did not apply; null where it did.</param>
    /// <param name="observer">Is told.</param>
    public void Tell(Desk desk, IReadOnlyList<Layer> layers, SkipReason?[] skips, Action<FiredRule> observer)
    {
        for (var table = 0; table < _ofClaim.Length; table++)
            if (
                desk.ClaimRow(table) is >= 0 and var row
                && _ofClaim[table][row] is { } rule
                && (_layerOfClaim[table] < 0 || skips[_layerOfClaim[table]] is null)
            )
                observer(new(rule, desk.Claim, null));
        for (var item = 0; item < desk.Claim.Items.Length; item++)
        for (var table = 0; table < _ofItem.Length; table++)
            if (
                desk.ItemRow(table, item) is >= 0 and var row
                && _ofItem[table][row] is { } rule
                && Applied(desk, item, rule, _layerOfItem[table], layers, skips)
            )
                observer(new(rule, desk.Claim, item));
    }

    private static bool Applied(Desk desk, int item, PolicyRule rule, int layer, IReadOnlyList<Layer> layers, SkipReason?[] skips) =>
        desk.Bill.Cuts[item].Gate >= 0 ? IsOfGate(rule.Table)
        : layer < 0 ? desk.Stated?.Of(item) is null
        : skips[layer] is null && layers[layer].MayAsk(desk.Stated?.Of(item)) && layers[layer].Takes(desk, item);

    private static bool IsOfGate(string table) => table.StartsWith("gates.", StringComparison.Ordinal);

    /// <summary>Whether it is a change of the catalogue's first shares: of a layer of that name no table is called by a number.</summary>
    private static bool IsOfFirstShare(string table) =>
        table.StartsWith("catalogue.adjust.", StringComparison.Ordinal) && char.IsAsciiDigit(table[^1]) && table.Count('.') == 2;

    /// <summary>The place of the layer whose table it is; -1 for gates and the catalogue.</summary>
    public static int LayerOf(RuleTable table, IReadOnlyList<LayerName> layers)
    {
        var dot = table.Name.IndexOf('.', StringComparison.Ordinal);
        for (var layer = 0; layer < layers.Count && dot > 0 && !IsOfGate(table.Name) && !IsOfFirstShare(table.Name); layer++)
            if (layers[layer].Id == table.Name[..dot])
                return layer;
        return -1;
    }

    /// <summary>For each row as the files write it, its rule; null for what says that conditions do not hold.</summary>
    private static PolicyRule?[] Rules(
        RuleTable table,
        WrittenTable written,
        IReadOnlyList<AskedFact> asked,
        Func<PolicySource, PolicySource> marked
    )
    {
        var rows = table
            .Rows.Select((row, index) => (Row: row, Written: table.Written.IsEmpty ? index : table.Written[index]))
            .ToLookup(pair => pair.Written, pair => pair.Row);
        return
        [
            .. written.Rows.Select(
                (row, index) =>
                    table.IsOfConditions && rows[index].All(one => one.IsOtherwise)
                        ? null
                        : new PolicyRule(
                            table.NameOf(rows[index].First()),
                            table.Name,
                            ConditionWords.Of([.. rows[index]], asked),
                            marked(row.Source),
                            written.IsOfItem
                        )
            ),
        ];
    }
}
