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

    public IEnumerable<string> Names => lists.Keys;

    public bool Has(string list) => lists.ContainsKey(list);

    /// <summary>The first day on which a list has words.</summary>
    public DateOnly First(string list) => lists[list].Versions is [var first, ..] ? first.From : DateOnly.MinValue;

    /// <summary>The days on which the words of a list change, or of one of which it is made, after its first day; in no order.</summary>
    public IEnumerable<DateOnly> Changes(string list) =>
        Reach(list).SelectMany(name => lists[name].Versions).Select(version => version.From).Where(day => day > First(list)).Distinct();

    /// <summary>Every word that a list has on some day.</summary>
    public IEnumerable<Word> Words(string list) =>
        Reach(list).SelectMany(name => lists[name].Versions).SelectMany(version => version.Value.Add);

    /// <summary>The words of a list on a day, each where it stands; none before its first day.</summary>
    public IReadOnlyList<Word> Words(string list, DateOnly day)
    {
        if (_known.TryGetValue((list, day), out var known))
            return known;
        if (_open.Count > MostReach || !lists.TryGetValue(list, out var found) || !_open.Add(list))
            return [];
        var words = found.Versions.LastOrDefault(version => version.From <= day)?.Value is { } version ? Words(version, day) : [];
        _open.Remove(list);
        _known[(list, day)] = words;
        return words;
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

    /// <summary>A list, and every list of which it is made, whenever it is; of more than <see cref="MostReach"/>, some.</summary>
    public IReadOnlyCollection<string> Reach(string list)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([list]);
        while (reached.Count <= MostReach && waiting.TryPop(out var next))
            if (lists.TryGetValue(next, out var found) && reached.Add(next))
                foreach (var other in found.Versions.SelectMany(version => version.Value.Of))
                    waiting.Push(other.Text);
        return reached;
    }
}
