using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Tells which of the facts that a claim leaves out decide anything for it: a row of a gate, of the catalogue, or of a layer that
/// applies. Whatever else it leaves out may be anything, and the claim settles the same.</summary>
internal sealed class MissingFacts
{
    private readonly IReadOnlyList<AskedFact> _asked;
    private readonly IReadOnlyList<Layer> _layers;
    private readonly OpenTable[] _ofClaim;
    private readonly OpenTable[] _ofItem;

    /// <param name="asked">What the tables ask.</param>
    /// <param name="rules">The tables for the claim and for its items.</param>
    /// <param name="written">The tables as the files write them.</param>
    /// <param name="gates">The gates.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="names">Their names, by their places.</param>
    public MissingFacts(
        IReadOnlyList<AskedFact> asked,
        ImmutableArray<RuleSet> rules,
        IReadOnlyList<WrittenTable> written,
        IReadOnlyList<Gate> gates,
        IReadOnlyList<Layer> layers,
        IReadOnlyList<LayerName> names
    )
    {
        (_asked, _layers) = (asked, layers);
        var tables = written.ToDictionary(one => (one.IsOfItem, one.Index));
        _ofClaim = [.. rules[0].Tables.Select((table, i) => Open(table, rules[0].Facts, tables[(false, i)]))];
        _ofItem = [.. rules[1].Tables.Select((table, i) => Open(table, rules[1].Facts, tables[(true, i)]))];

        OpenTable Open(RuleTable table, ImmutableArray<RuleFact> facts, WrittenTable of) =>
            new(
                new(table, facts),
                of,
                RuleList.LayerOf(table, names),
                gates.FirstOrDefault(gate => gate.Hits.IsOfItem == of.IsOfItem && gate.Hits.Index == of.Index)
            );
    }

    /// <summary>What is known of a claim that leaves nothing out.</summary>
    public OpenClaim OfClaim(Desk desk)
    {
        var open = new OpenClaim(_layers.Count);
        OfClaim(desk, open);
        return open;
    }

    /// <summary>Notes the facts of a claim that decide, and looks which layers apply.</summary>
    /// <param name="desk">The claim on its desk; what it leaves out has an answer afterwards, whichever.</param>
    /// <param name="claim">What it leaves out.</param>
    public void OfClaim(Desk desk, OpenClaim claim)
    {
        foreach (var table in _ofClaim.Where(table => table.IsOfAll))
            claim.IsRefused |= Row(table, desk, -1, claim.Missing, claim) == 0 && table.Gate?.Then == Verdict.Refuse;
        foreach (var layer in _layers)
            claim.Works[layer.Index] =
                !claim.IsRefused
                && desk.Stated?.StandsFor(layer) != true
                && layer.IsInForce(desk.Day(layer.DecidedBy))
                && (layer.Applies is null || Row(_ofClaim[layer.Applies.Index], desk, -1, claim.Missing, claim) == 0);
        foreach (var table in _ofClaim.Where(table => table.Layer >= 0 && claim.Works[table.Layer]))
            Row(table, desk, -1, claim.Missing, claim);
        Layer[] stated = [.. _layers.Where(layer => !claim.IsRefused && desk.Stated?.Names(layer) == true)];
        foreach (var layer in stated)
        foreach (var (index, table) in _ofClaim.Index())
            if (table.Layer == layer.Index && layer.CountsBy(index))
                Row(table, desk, -1, claim.Missing, claim);
        foreach (var each in _layers.Where(layer => claim.Works[layer.Index]).Concat(stated).SelectMany(layer => layer.Each))
            if (claim.Missing.Contains(each.Fact.Index) && claim.Tell(each.Fact.Index, -1))
                desk.Problems.Add(MissingFact.Of(desk.Claim, -1, each.Fact, -1, each.At));
        Answer(desk, claim.Missing);
    }

    /// <summary>Notes the facts of an item that decide, and those of its claim that decide for it.</summary>
    /// <param name="desk">The claim on its desk, with the answers of the item.</param>
    /// <param name="item">The item.</param>
    /// <param name="claim">What is known of the claim, and what the item leaves out.</param>
    public void OfItem(Desk desk, int item, OpenClaim claim)
    {
        HashSet<int> unknown = [.. claim.Missing, .. claim.MissingOf(item)];
        var (isRefused, stated) = (claim.IsRefused, desk.Stated?.Of(item));
        foreach (var table in _ofItem.Where(table => table.IsOfAll && stated is null))
            isRefused |= Row(table, desk, item, unknown, claim) == 0 && table.Gate?.Then == Verdict.Refuse;
        foreach (var layer in _layers.Where(layer => !isRefused && claim.Works[layer.Index] && layer.MayAsk(stated)))
            if (layer.Items is not { IsOfItem: true } items || Row(_ofItem[items.Index], desk, item, unknown, claim) == 0)
                foreach (var table in _ofItem.Where(table => table.Layer == layer.Index))
                    Row(table, desk, item, unknown, claim);
        Answer(desk, unknown);
    }

    /// <summary>The row that applies whatever is missing; null where that depends, and then the facts on which it does are noted.</summary>
    private int? Row(OpenTable table, Desk desk, int item, IReadOnlyCollection<int> missing, OpenClaim claim)
    {
        var decides = new HashSet<int>();
        var row = table.Rows.Of(desk.Codes, missing, decides);
        if (row is >= 0 and var at && table.Written.Rows[at].Value is IAsksNumbers asks)
            decides.UnionWith(missing.Where(fact => asks.Numbers.Contains(_asked[fact].Fact)));
        foreach (var fact in decides)
            if (claim.Tell(fact, _asked[fact].Fact.IsOfItem ? item : -1))
                desk.Problems.Add(
                    MissingFact.Of(desk.Claim, _asked[fact].Fact.IsOfItem ? item : -1, _asked[fact], -1, table.AskedAt(_asked[fact]))
                );
        return row;
    }

    /// <summary>What decides nothing has one answer, so that the engine can be asked.</summary>
    private static void Answer(Desk desk, IEnumerable<int> missing)
    {
        foreach (var fact in missing)
            desk.Codes[fact] = 0;
    }

    /// <summary>A table with what it is of.</summary>
    /// <param name="Rows">Its rows.</param>
    /// <param name="Written">The table as the files write it.</param>
    /// <param name="Layer">The place of its layer; -1 for gates and the catalogue.</param>
    /// <param name="Gate">The gate that it is of; null for another table.</param>
    private sealed record OpenTable(RowsLeft Rows, WrittenTable Written, int Layer, Gate? Gate)
    {
        /// <summary>Whether it is asked of every claim.</summary>
        public bool IsOfAll => Layer < 0;

        /// <summary>Where the table asks a fact.</summary>
        public FilePlace AskedAt(AskedFact fact) =>
            Written.Rows.SelectMany(row => row.When).FirstOrDefault(condition => condition.Fact.Text == fact.Fact.Name)?.Fact.Place
            ?? fact.AskedAt;
    }
}

/// <summary>What is known of a claim that leaves facts out.</summary>
/// <param name="layers">How many layers there are.</param>
internal sealed class OpenClaim(int layers)
{
    private readonly HashSet<(int Fact, int Item)> _told = [];
    private readonly List<(int Fact, int Item)> _left = [];
    private readonly List<int> _missing = [];

    /// <summary>The facts of the claim that it leaves out.</summary>
    public IReadOnlyCollection<int> Missing => _missing;

    /// <summary>For each layer whether it applies for certain.</summary>
    public bool[] Works { get; } = new bool[layers];

    /// <summary>Whether a gate refuses it as a whole.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The facts that an item leaves out.</summary>
    public IEnumerable<int> MissingOf(int item) => _left.Where(one => one.Item == item).Select(one => one.Fact);

    /// <summary>Takes down a fact that is left out; one that is stated with no word of the policy language is told at once.</summary>
    /// <param name="desk">The claim on its desk.</param>
    /// <param name="item">The item that leaves it out; -1 for the claim.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="code">What was stated of it.</param>
    public void Leave(Desk desk, int item, AskedFact fact, int code)
    {
        if (item < 0)
            _missing.Add(fact.Index);
        else
            _left.Add((fact.Index, item));
        if (code != -1 && Tell(fact.Index, item))
            desk.Problems.Add(MissingFact.Of(desk.Claim, item, fact, code));
    }

    /// <summary>Whether a fact has not been told yet.</summary>
    public bool Tell(int fact, int item) => _told.Add((fact, item));
}
