using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace ReimbursementRules.Engines.Grids;

/// <summary>The words of a fact that rows or an outer condition name, and the first that none of them names, which stands for all such
/// words.</summary>
/// <remarks>Only words that are named are looked at: a fact may have very many more.</remarks>
internal sealed class NamedCodes
{
    private readonly int _count;
    private readonly bool _hasOuter;

    /// <summary>Each word with a row that names it, in order: the word in the upper half, in the lower one the row, from 1; 0 for the outer
    /// condition.</summary>
    private readonly long[] _named;

    /// <summary>The words in order, each once, with the first that is not named, if there is one.</summary>
    private readonly int[] _codes;

    /// <param name="conditions">The rows, in order, and the words that each names.</param>
    /// <param name="outer">The outer condition; null for none.</param>
    /// <param name="count">How many words the fact has.</param>
    public NamedCodes(List<(int Row, ImmutableArray<int> Codes)> conditions, RuleCondition? outer, int count)
    {
        _count = count;
        _hasOuter = outer is not null;
        var named = new List<long>(conditions.Count);
        foreach (var code in outer?.Codes ?? [])
            named.Add((long)code << 32);
        foreach (var (row, codes) in conditions)
        foreach (var code in codes)
            named.Add(((long)code << 32) | (uint)(row + 1));
        _named = [.. named];
        Array.Sort(_named);
        var all = new List<int>(_named.Length);
        foreach (var one in _named)
            if (all.Count == 0 || all[^1] != CodeOf(one))
                all.Add(CodeOf(one));
        FirstUnnamed = 0;
        while (FirstUnnamed < all.Count && all[FirstUnnamed] == FirstUnnamed)
            FirstUnnamed++;
        if (FirstUnnamed < count)
            all.Insert(FirstUnnamed, FirstUnnamed);
        _codes = [.. all];
    }

    /// <summary>The first word that is not named; the number of words where all are.</summary>
    private int FirstUnnamed { get; }

    /// <summary>The place of a named word among them.</summary>
    public int PlaceOf(int code) => code < FirstUnnamed ? code : Array.BinarySearch(_codes, code);

    /// <summary>The class of each of the words: those that the same rows name, and that the outer condition lets through or not, fall into
    /// one. Classes stand in the order of their first words.</summary>
    public int[] Classes(out List<GridClass> classes)
    {
        classes = [];
        var ofCodes = new int[_codes.Length];
        var ofFew = new Dictionary<(int Row, bool IsInside), int>();
        var ofMany = new Dictionary<string, int>(StringComparer.Ordinal);
        var at = 0;
        for (var i = 0; i < ofCodes.Length; i++)
        {
            var first = at;
            while (at < _named.Length && CodeOf(_named[at]) == _codes[i])
                at++;
            var isOuter = first < at && RowOf(_named[first]) == 0;
            var rows = _named.AsSpan(isOuter ? first + 1 : first, at - first - (isOuter ? 1 : 0));
            var isInside = isOuter || !_hasOuter;
            var next = classes.Count;
            var isKnown =
                rows.Length <= 1
                    ? !ofFew.TryAdd((rows.Length == 0 ? 0 : RowOf(rows[0]), isInside), next)
                    : !ofMany.TryAdd(Text(rows, isInside), next);
            if (!isKnown)
                classes.Add(new(_codes[i], isInside));
            ofCodes[i] =
                !isKnown ? next
                : rows.Length <= 1 ? ofFew[(rows.Length == 0 ? 0 : RowOf(rows[0]), isInside)]
                : ofMany[Text(rows, isInside)];
        }

        return ofCodes;
    }

    /// <summary>The class of every word of the fact.</summary>
    /// <param name="classes">The class of each of the words that are named.</param>
    public int[] ClassOfEach(int[] classes)
    {
        var all = new int[_count];
        if (FirstUnnamed < _count)
            Array.Fill(all, classes[FirstUnnamed]);
        for (var i = 0; i < _codes.Length; i++)
            all[_codes[i]] = classes[i];
        return all;
    }

    private static int CodeOf(long named) => (int)(named >> 32);

    private static int RowOf(long named) => (int)(named & uint.MaxValue);

    private static string Text(ReadOnlySpan<long> rows, bool isInside)
    {
        var text = new StringBuilder(isInside ? "in" : "out");
        foreach (var row in rows)
            text.Append(',').Append(RowOf(row));
        return text.ToString();
    }
}

/// <summary>The classes of words that each row allows on one level, for rows that ask its fact.</summary>
internal sealed class AllowedClasses
{
    private readonly Dictionary<int, (int Start, int Count)> _places;
    private readonly List<int> _classes = [];

    /// <param name="conditions">The rows and the words that each names; of two conditions of one row the first counts.</param>
    /// <param name="named">The words that are named.</param>
    /// <param name="classes">The class of each of them.</param>
    public AllowedClasses(List<(int Row, ImmutableArray<int> Codes)> conditions, NamedCodes named, int[] classes)
    {
        _places = new(conditions.Count);
        foreach (var (row, codes) in conditions)
        {
            var start = _classes.Count;
            if (codes.Length == 1)
                _classes.Add(classes[named.PlaceOf(codes[0])]);
            else
                _classes.AddRange(codes.Select(code => classes[named.PlaceOf(code)]).Distinct().Order());
            if (!_places.TryAdd(row, (start, _classes.Count - start)))
                _classes.RemoveRange(start, _classes.Count - start);
        }
    }

    /// <summary>Whether a row asks the fact.</summary>
    public bool Ask(int row) => _places.ContainsKey(row);

    /// <summary>The classes that a row allows, in order; none where it does not ask.</summary>
    public ReadOnlySpan<int> Of(int row) =>
        _places.TryGetValue(row, out var place) ? CollectionsMarshal.AsSpan(_classes).Slice(place.Start, place.Count) : [];
}
