using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>What the items of a claim state of other settlements: what each has paid, or left with the patient under the name of a
/// part.</summary>
internal sealed class StatedItems
{
    private readonly SettledName?[] _ofItems;
    private readonly IReadOnlyList<Layer> _layers;
    private readonly HashSet<int> _places;
    private readonly Legend _legend;

    private StatedItems(SettledName?[] ofItems, Legend legend, IReadOnlyList<Layer> layers)
    {
        (_ofItems, _legend, _layers) = (ofItems, legend, layers);
        _places = [.. ofItems.Where(name => name is { LayerPlace: >= 0 }).Select(name => PlaceOf(layers[name!.LayerPlace]))];
    }

    /// <summary>The row in the legend that the trace names for what a claim states.</summary>
    public int Row => _legend.Rows.Count - 1;

    /// <summary>What the items of a claim state; null where none states anything. A name that the rulebook does not have is told
    /// elsewhere.</summary>
    public static StatedItems? Of(Claim claim, Legend legend, IReadOnlyList<Layer> layers)
    {
        if (!claim.ItemsNeedChecks || claim.Items.All(item => item.Settled is null))
            return null;
        var names = legend.Stated.ToDictionary(name => name.Name, StringComparer.Ordinal);
        return new([.. claim.Items.Select(item => item.Settled is { } stated ? Named(stated) : null)], legend, layers);

        SettledName Named(string stated) => names.GetValueOrDefault(stated) ?? new(stated, "", "", Legend.Paid);
    }

    /// <summary>What claims may state: for each layer the parts that it leaves and what its payer pays, then each fund.</summary>
    public static IReadOnlyList<SettledName> NamesOf(Legend legend, IReadOnlyList<Layer> layers)
    {
        var names = new List<SettledName>();
        foreach (var layer in layers)
        {
            var (id, title) = (legend.Layers[layer.Index].Id, legend.Layers[layer.Index].Title);
            if (layer.Renames)
                foreach (var part in Legend.PartsOf($"{id}.{Legend.Stays}", legend.Parts))
                    names.Add(
                        new(part, id, title, part[(id.Length + 1)..]) { Part = PlaceIn(legend.Parts, part), LayerPlace = layer.Index }
                    );
            if (layer.Payer < legend.FundsEnd)
                names.Add(new($"{id}.{Legend.Paid}", id, title, Legend.Paid) { Payer = layer.Payer, LayerPlace = layer.Index });
        }

        for (var payer = 1; payer < legend.FundsEnd; payer++)
            names.Add(new(legend.Payers[payer].Id, legend.Payers[payer].Id, legend.Payers[payer].Title, Legend.Paid) { Payer = payer });
        return names;
    }

    /// <summary>What an item states; null where it was not settled before.</summary>
    public SettledName? Of(int item) => _ofItems[item];

    /// <summary>Whether a layer does not work because of what is stated of it, or of one that stands in its place or in whose place it
    /// stands.</summary>
    public bool StandsFor(Layer layer) => _places.Contains(PlaceOf(layer));

    /// <summary>Whether an item states what a layer has paid or left.</summary>
    public bool Names(Layer layer) => Array.Exists(_ofItems, name => name?.LayerPlace == layer.Index);

    /// <summary>Moves what is stated from in scope to whoever has paid it, or to the part that was left, and adds it to the running sums
    /// of its layers.</summary>
    public void Pass(Desk desk)
    {
        var bill = desk.Bill;
        for (var place = 0; place < _legend.Stated.Count; place++)
        {
            var name = _legend.Stated[place];
            if (Amounts(bill, name) is not { } amounts)
                continue;
            var line = bill.Add(new((ushort)place, StepKind.Stated, Row, amounts.Sum(), amounts.Sum()));
            bill.DoByItem(line, Legend.InScope, name.IsPaid ? name.Payer : name.Part, name.IsPaid ? MoveWay.Pay : MoveWay.Rename, amounts);
        }

        Count(desk);
    }

    /// <summary>Adds what is stated of layers to their running sums.</summary>
    private void Count(Desk desk)
    {
        foreach (var layer in _layers)
        {
            var amounts = new List<StatedAmount>();
            for (var item = 0; item < _ofItems.Length; item++)
                if (_ofItems[item] is { } name && name.LayerPlace == layer.Index)
                    amounts.Add(new(item, name.IsPaid ? -1 : name.Part, desk.Claim.Packed[item].Amount));
            if (amounts.Exists(one => one.Cents > 0))
                layer.Count(desk, new(amounts));
        }
    }

    /// <summary>The amounts of the items that state a name; null where there is none.</summary>
    private long[]? Amounts(OpenBill bill, SettledName name)
    {
        var amounts = new long[_ofItems.Length];
        var isStated = false;
        for (var item = 0; item < amounts.Length; item++)
            if (_ofItems[item] == name)
                (amounts[item], isStated) = (bill.Items[item].Amount.Cents, true);
        return isStated ? amounts : null;
    }

    /// <summary>The layer below all those that stand in for it, which have one place together.</summary>
    private int PlaceOf(Layer layer)
    {
        while (layer.InsteadOf is { } below)
            layer = _layers[below];
        return layer.Index;
    }

    private static int PlaceIn(IReadOnlyList<string> parts, string name)
    {
        var place = 0;
        while (parts[place] != name)
            place++;
        return place;
    }
}

/// <summary>What one item states of a layer.</summary>
/// <param name="Item">The item.</param>
/// <param name="Part">The part that was left; -1 for what was paid.</param>
/// <param name="Cents">The amount.</param>
internal readonly record struct StatedAmount(int Item, int Part, long Cents);

/// <summary>What is stated of one layer, while its steps take what they count, in their turn.</summary>
/// <param name="amounts">What each item states.</param>
internal sealed class StatedLayer(IReadOnlyList<StatedAmount> amounts)
{
    private readonly HashSet<int> _taken = [];

    /// <summary>What deductibles have left, in cents.</summary>
    public long Deducted { get; private set; }

    /// <summary>What its payer has paid, in cents; of some items, or of all.</summary>
    public long Paid(Func<int, bool>? of = null) => Sum(one => one.Part < 0 && of?.Invoke(one.Item) != false);

    /// <summary>What the steps to come have paid and left, in cents; of some items, or of all.</summary>
    public long Cost(Func<int, bool>? of = null) => Sum(one => !_taken.Contains(one.Part) && of?.Invoke(one.Item) != false);

    /// <summary>A step has left a part before the rate was taken.</summary>
    public void Take(int part) => _taken.Add(part);

    /// <summary>What a deductible has left, in cents.</summary>
    public long Deduct(int part)
    {
        var taken = Sum(one => one.Part == part);
        Take(part);
        Deducted += taken;
        return taken;
    }

    private long Sum(Func<StatedAmount, bool> counts) => amounts.Where(counts).Sum(one => one.Cents);
}
