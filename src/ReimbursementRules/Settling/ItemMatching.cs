using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Settling;

/// <summary>Finds the rows of all items of a claim.</summary>
/// <remarks>Where the item tables ask only words that a packed item has at hand, and the rows are remembered, an item costs two look-ups.
/// Otherwise, and for whatever is missing, every fact is asked.</remarks>
internal sealed class ItemMatching
{
    private const int Missing = int.MinValue / 4;

    private readonly Matching _matching;
    private readonly AskedFact[] _asked;
    private readonly int _tables;
    private readonly int[]? _classes;
    private readonly int[]? _kinds;
    private readonly bool _allAtHand;
    private readonly (int Fact, int Stride)[] _ofClaim;
    private readonly Lazy<MissingFacts> _missing;

    /// <param name="matching">Finds the rows.</param>
    /// <param name="asked">What is asked of items.</param>
    /// <param name="tables">How many tables ask of each item.</param>
    /// <param name="missing">Tells which facts that are left out decide anything.</param>
    public ItemMatching(Matching matching, AskedFact[] asked, int tables, Lazy<MissingFacts> missing)
    {
        _missing = missing;
        _matching = matching;
        _asked = asked;
        _tables = tables;
        _classes = Places(PackedField.Class);
        _kinds = Places(PackedField.Kind);
        _ofClaim = [.. matching.Facts.Where(fact => !Array.Exists(asked, ofItem => ofItem.Index == fact.Fact))];
        _allAtHand = matching.Remembered is not null && Array.TrueForAll(asked, fact => fact.Fact.Packed != PackedField.None);
    }

    /// <param name="desk">The claim on its desk.</param>
    /// <param name="question">The claim.</param>
    /// <param name="open">What is known of a claim that leaves facts out; null for one that leaves none out.</param>
    public void Match(Desk desk, in Asked question, OpenClaim? open)
    {
        var atHand = _allAtHand && open is null;
        var packed = desk.Claim.Packed;
        var at = desk.ItemPlaces(_matching.Remembered ?? desk.OwnItemRows);
        var first = atHand ? Start(desk.Codes) : 0;
        for (var item = 0; item < packed.Length; item++)
        {
            ref readonly var words = ref packed[item];
            var place = first;
            if (_classes is not null)
                place += _classes[words.Class + 1];
            if (_kinds is not null)
                place += _kinds[words.Kind + 1];
            at[item] = atHand && place >= 0 && _matching.Knows(place) ? place : Ask(desk, question, item, ref open);
        }
    }

    /// <summary>Asks every fact of an item; notes those that are missing and decide something.</summary>
    private int Ask(Desk desk, in Asked question, int item, ref OpenClaim? open)
    {
        var codes = desk.Codes;
        foreach (var fact in _asked)
            if ((codes[fact.Index] = fact.CodeOf(question with { Index = item })) < 0)
                (open ??= _missing.Value.OfClaim(desk)).Leave(desk, item, fact, codes[fact.Index]);
            else if (codes[fact.Index] == 0 && fact.IsOpen)
                desk.NotNamed(fact, question with { Index = item });
        if (open is not null)
            _missing.Value.OfItem(desk, item, open);
        return desk.Problems.Count > 0 ? 0 : _matching.Rows(codes, desk.OwnItemRows, item * _tables).At;
    }

    /// <summary>What the facts of the claim add to the place.</summary>
    private int Start(int[] codes)
    {
        var start = 0;
        foreach (var (fact, stride) in _ofClaim)
            start += codes[fact] * stride;
        return start;
    }

    /// <summary>What each word of a packed field, or none (first), adds to the place; null where no fact asks the field.</summary>
    private int[]? Places(PackedField field)
    {
        if (Array.Find(_asked, fact => fact.Fact.Packed == field) is not { } asked)
            return null;
        var places = new int[sbyte.MaxValue + 2];
        for (var word = -1; word <= sbyte.MaxValue; word++)
            places[word + 1] = asked.CodeOfWord(word) is >= 0 and var code ? code * _matching.StrideOf(asked.Index) : Missing;
        return places;
    }
}
