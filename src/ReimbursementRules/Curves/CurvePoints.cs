using System.Collections.Immutable;
using System.Numerics;
using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>A claim, settled at one amount after the other.</summary>
internal sealed class CurvePoints
{
    private readonly Rulebook _rulebook;
    private readonly Claim _claim;
    private readonly History _history;
    private readonly VariedAmount _what;
    private readonly List<FiredRule> _fired = [];
    private readonly Dictionary<long, CurvePoint> _known = [];

    public CurvePoints(Rulebook rulebook, Claim claim, History history, VariedAmount what)
    {
        (_claim, _history, _what) = (claim, history, what);
        _rulebook = claim.Items.Length == 1 && !AsksRows(rulebook.Compiled) ? rulebook : rulebook.Observed(_fired.Add);
    }

    /// <summary>Whether a deductible is taken from some items first, a cap limits some, or first shares are changed, so that even of one
    /// item it must be known which rows apply.</summary>
    private static bool AsksRows(CompiledRulebook book) =>
        book.Catalogue.Changes.Count > 0
        || book.Layers.Any(layer =>
            layer.Steps.Any(step => step is DeductibleStep { First.TakesSome: true } or CapStep { Items: not null })
        );

    /// <summary>How many amounts have been settled.</summary>
    public int Count => _known.Count;

    public Legend Legend => _rulebook.Compiled.Legend;

    public CurvePoint this[long at]
    {
        get
        {
            if (_known.TryGetValue(at, out var known))
                return known;
            _fired.Clear();
            var settlement = _rulebook.Settle(ClaimAt(_claim, _what, at), _history);
            return _known[at] = CurvePoint.Of(at, settlement, Fees(at), _fired, _rulebook.Compiled);
        }
    }

    /// <summary>The amounts that are looked at whatever comes out: the ends, and both sides of where something is decided
    /// otherwise.</summary>
    public IReadOnlyList<long> Tried
    {
        get
        {
            var (from, to) = (_what.From.Cents, _what.To.Cents);
            var tried = new SortedSet<long> { from, to };
            if (from + 1 <= to)
                tried.Add(from + 1);
            tried.UnionWith(Edges().SelectMany(edge => (long[])[edge - 1, edge]).Where(amount => amount > from && amount < to));
            return [.. tried];
        }
    }

    /// <summary>The claim at an amount.</summary>
    public static Claim ClaimAt(Claim claim, VariedAmount what, long at)
    {
        if (what.Item is { } item)
            return claim with { Items = claim.Items.SetItem(item, claim.Items[item] with { Amount = Money.FromCents(at) }) };
        var times = at / claim.Bill + 1;
        var shares = new long[claim.Items.Length];
        Shares.Divide(at, [.. claim.Items.Select(one => one.Amount.Cents * times)], shares);
        return claim with { Items = [.. claim.Items.Select((one, i) => one with { Amount = Money.FromCents(shares[i]) })] };
    }

    private ImmutableArray<Trend> Fees(long at) =>
        _what.Item is { } item
            ? [.. _claim.Items.Select((one, i) => i == item ? new Trend(Ratio.Of(at), Ratio.One) : Trend.Of(one.Amount.Cents))]
            : PartsOf(at);

    /// <summary>An item's part of a bill. Each is a whole number of cents, and the last takes what is left, so that all add up.</summary>
    private ImmutableArray<Trend> PartsOf(long bill)
    {
        Trend[] parts =
        [
            .. _claim.Items.Select(
                (one, i) =>
                    new Trend(new((BigInteger)bill * one.Amount.Cents, _claim.Bill), new(one.Amount.Cents, _claim.Bill)).Roughly(
                        -1 - i,
                        Ratio.Of(2)
                    )
            ),
        ];
        parts[^1] = new Trend(Ratio.Of(bill), Ratio.One) - Trend.Sum(parts[..^1]);
        return [.. parts];
    }

    private IEnumerable<long> Edges()
    {
        var book = _rulebook.Compiled;
        if (_what.Item is { } item)
            return AmountEdges.Of(book, _claim, item).Select(edge => edge.Cents);
        return AmountEdges.OfBill(book).Concat(_claim.Items.Where(one => one.Amount > Money.Zero).SelectMany(one => Around(book, one)));
    }

    /// <summary>The bills around which an item passes one of its own edges: its part of the bill is rounded to a cent.</summary>
    private IEnumerable<long> Around(CompiledRulebook book, FeeItem item) =>
        from edge in AmountEdges.OfItem(book, item)
        from near in (long[])[edge - 1, edge, edge + 1]
        let bill = (BigInteger)near * _claim.Bill / item.Amount.Cents
        where bill >= 0 && bill < _what.To.Cents
        select (long)bill;
}
