using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>The words that each list of an index has on each day.</summary>
internal sealed class DatedLists(IReadOnlyDictionary<string, ListPolicy> lists)
{
    /// <summary>The most lists of which one may be made, included.</summary>
    public const int MostReach = 100;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, DateOnly Day), IReadOnlyList<Word>> _known = [];
    private readonly Dictionary<string, DateOnly[]> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlySet<string>> _reach = new(StringComparer.Ordinal);
    private readonly HashSet<string> _emptied = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => lists.Keys;

    public bool Has(string list) => lists.ContainsKey(list);

    /// <summary>Takes the words out of a list that has too many, once that is told.</summary>
    public void Empty(string list) => _emptied.Add(list);

    /// <summary>The first day on which a list has words.</summary>
    public DateOnly First(string list) => lists[list].Versions is [var first, ..] ? first.From : DateOnly.MinValue;

    /// <summary>The days on which the words of a list change, or of one of which it is made, after its first day; earliest first.</summary>
    public IReadOnlyList<DateOnly> Changes(string list) => new ArraySegment<DateOnly>(Days(list))[1..];

    /// <summary>Every word that a list has on some day.</summary>
    public IEnumerable<Word> Words(string list) =>
        _emptied.Contains(list) ? [] : Reach(list).SelectMany(name => lists[name].Versions).SelectMany(version => version.Value.Add);

    /// <summary>The words of a list on a day, each where it stands; none before its first day.</summary>
    public IReadOnlyList<Word> Words(string list, DateOnly day)
    {
        if (_emptied.Contains(list) || Since(list, day) is not { } since)
            return [];
        if (_known.TryGetValue((list, since), out var known))
            return known;
        if (_open.Count > MostReach || !_open.Add(list))
            return [];
        var words = Version(list, since) is { } version ? Words(version, since) : [];
        _open.Remove(list);
        _known[(list, since)] = words;
        return words;
    }

    /// <summary>The day from which on a list has had the words that it has on a day; null where it has none yet, or is not there.</summary>
    public DateOnly? Since(string list, DateOnly day)
    {
        if (!lists.ContainsKey(list))
            return null;
        var days = Days(list);
        var at = Array.BinarySearch(days, day);
        return at >= 0 ? day
            : ~at > 0 ? days[~at - 1]
            : null;
    }

    /// <summary>How a list is made up on a day; null before its first day.</summary>
    public ListVersion? Version(string list, DateOnly day)
    {
        var versions = lists[list].Versions;
        var (low, high) = (0, versions.Count);
        while (low < high)
            if ((low + high) / 2 is var middle && versions[middle].From <= day)
                low = middle + 1;
            else
                high = middle;
        return low == 0 ? null : versions[low - 1].Value;
    }

    /// <summary>A list, and every list of which it is made, whenever it is; of more than <see cref="MostReach"/>, some.</summary>
    public IReadOnlySet<string> Reach(string list)
    {
        if (_reach.TryGetValue(list, out var known))
            return known;
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([list]);
        while (reached.Count <= MostReach && waiting.TryPop(out var next))
            if (lists.TryGetValue(next, out var found) && reached.Add(next))
                foreach (var other in found.Versions.SelectMany(version => version.Value.Of).DistinctBy(word => word.Text))
                    waiting.Push(other.Text);
        _reach.Add(list, reached);
        return reached;
    }

    /// <summary>The first day of a list, and the days after it on which its words change, earliest first.</summary>
    private DateOnly[] Days(string list)
    {
        if (!_days.TryGetValue(list, out var days))
            _days.Add(
                list,
                days = [
                    .. Reach(list)
                        .SelectMany(name => lists[name].Versions)
                        .Select(version => version.From)
                        .Where(day => day > First(list))
                        .Append(First(list))
                        .Distinct()
                        .Order(),
                ]
            );
        return days;
    }

    private List<Word> Words(ListVersion version, DateOnly day)
    {
        var removed = version.Remove.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. version
                .Of.SelectMany(other => Words(other.Text, day))
                .Concat(version.Add)
                .Where(word => !removed.Contains(word.Text))
                .DistinctBy(word => word.Text),
        ];
    }
}
