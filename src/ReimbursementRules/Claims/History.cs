using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What a member has used before a claim: the running sums of deductibles, bands, caps and uses, each in its period.</summary>
/// <remarks>Immutable. A settlement hands back the history after it; the history of a year is the fold of its claims.</remarks>
public sealed partial class History
{
    /// <summary>The most uses of one entry, included.</summary>
    internal const int MostTimes = 1_000_000;

    /// <summary>The place of each entry in the list that was handed in; none where that is the order of the entries.</summary>
    private readonly int[] _places = [];

    private History(ImmutableArray<HistoryEntry> entries, HistoryOrigin origin, int[] places)
    {
        Entries = entries;
        Origin = origin;
        _places = places;
    }

    /// <summary>Nothing used yet.</summary>
    public static History Empty { get; } = new([], HistoryOrigin.None, []);

    /// <summary>The entries, ordered by name, word and period; none of them zero.</summary>
    public ImmutableArray<HistoryEntry> Entries { get; }

    /// <summary>Whose the history is, and up to where it goes. A settlement's history states it; a claim that does not fit is
    /// refused.</summary>
    public HistoryOrigin Origin { get; }

    /// <summary>A history of the given entries. Entries of the same name, word and period are added up; those that come to zero are left
    /// out.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="origin">Whose they are; not stated where left out.</param>
    public static History Of(IEnumerable<HistoryEntry> entries, HistoryOrigin? origin = null)
    {
        var given = Given.All(entries);
        var sums = Sums(given);
        var places = new Dictionary<(string, string?, Period, DateOnly), int>(given.Length);
        foreach (var (place, entry) in given.Index())
            places.TryAdd(entry.Key, place);
        return new(sums, origin ?? HistoryOrigin.None, [.. sums.Select(entry => places[entry.Key])]);
    }

    private static ImmutableArray<HistoryEntry> Sums(IEnumerable<HistoryEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => entry.Key)
                .Select(group => group.First() with { Amount = group.Sum(e => e.Amount), Times = group.Sum(e => e.Times) })
                .Where(entry => entry.Amount != Money.Zero || entry.Times != 0)
                .OrderBy(entry => entry.What, StringComparer.Ordinal)
                .ThenBy(entry => entry.Each ?? "", StringComparer.Ordinal)
                .ThenBy(entry => entry.Per)
                .ThenBy(entry => entry.Since),
        ];

    /// <summary>Reads a history from a YAML file, or a JSON file where the name ends in <c>.json</c>: a list of entries, a mapping that
    /// also says whose they are, or the JSON of the settlement before, whose <c>history</c> it takes.</summary>
    /// <exception cref="InputException">The file is not a history; every problem is listed.</exception>
    public static History Load(string path) => HistoryReader.ReadFile(path);

    /// <summary>What a rulebook has made of these entries, so that a history handed in again is not read again; a function of the
    /// entries.</summary>
    internal object? Bound { get; set; }

    /// <summary>This history and more entries.</summary>
    /// <param name="more">The entries.</param>
    /// <param name="origin">Whose it is then; as before where left out.</param>
    internal History Plus(ReadOnlySpan<HistoryEntry> more, HistoryOrigin? origin = null)
    {
        var sums = new List<HistoryEntry>(Entries.Length + more.Length);
        sums.AddRange(Entries.AsSpan());
        foreach (var entry in more)
            Add(sums, entry);
        sums.RemoveAll(entry => entry.Amount == Money.Zero && entry.Times == 0);
        return new([.. sums], origin ?? Origin, []);
    }

    /// <summary>Adds an entry to others that are in order: to that of its name, word and period, or else in its place among them.</summary>
    private static void Add(List<HistoryEntry> sums, HistoryEntry entry)
    {
        var (from, to) = (0, sums.Count);
        while (from < to)
            if (InOrder(sums[(from + to) / 2], entry) <= 0)
                from = ((from + to) / 2) + 1;
            else
                to = (from + to) / 2;
        for (var at = from - 1; at >= 0 && InOrder(sums[at], entry) == 0; at--)
            if (sums[at].Each == entry.Each)
            {
                sums[at] = sums[at] with { Amount = sums[at].Amount + entry.Amount, Times = sums[at].Times + entry.Times };
                return;
            }

        sums.Insert(from, entry);
    }

    /// <summary>Which of two entries comes first, as <see cref="Sums"/> orders them.</summary>
    private static int InOrder(HistoryEntry one, HistoryEntry other) =>
        string.CompareOrdinal(one.What, other.What) is not 0 and var byName ? byName
        : string.CompareOrdinal(one.Each ?? "", other.Each ?? "") is not 0 and var byWord ? byWord
        : one.Per != other.Per ? ((int)one.Per).CompareTo((int)other.Per)
        : one.Since.CompareTo(other.Since);

    /// <summary>The place of an entry in the list that was handed in, from 0; of a history that followed from a settlement, its place
    /// among the entries.</summary>
    /// <param name="index">Its place among the entries.</param>
    internal int PlaceOf(int index) => _places.Length == 0 ? index : _places[index];
}

/// <summary>One running sum.</summary>
/// <param name="What">The step, such as <c>basic.deductible</c>, the layer that was used, or <c>admissions</c>.</param>
/// <param name="Each">The word for which uses are counted apart, such as a disease; null where all count together.</param>
/// <param name="Per">The period: a day, a month or a benefit year.</param>
/// <param name="Since">The first day of the period.</param>
/// <param name="Amount">The amount used; zero for an entry that counts times.</param>
/// <param name="Times">The number of uses; zero for an entry that counts an amount.</param>
public sealed partial record HistoryEntry(string What, string? Each, Period Per, DateOnly Since, Money Amount, int Times)
{
    /// <inheritdoc cref="HistoryEntry" path="/param[@name='What']/node()"/>
    public string What
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(What);

    /// <inheritdoc cref="HistoryEntry" path="/param[@name='Per']/node()"/>
    public Period Per
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Per);

    internal FilePlace? Place { get; init; }

    internal (string What, string? Each, Period Per, DateOnly Since) Key => (What, Each, Per, Since);
}
