using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>A history by the running sums of one rulebook.</summary>
internal sealed class UsedBefore
{
    private readonly Legend _legend;
    private readonly (int Slot, string? Each, DateOnly Since, long Value)[] _sums;

    private UsedBefore(Legend legend, (int Slot, string? Each, DateOnly Since, long Value)[] sums)
    {
        _legend = legend;
        _sums = sums;
    }

    public bool IsEmpty => _sums.Length == 0;

    /// <summary>Finds the running sum of each entry, or says what the rulebook does not keep.</summary>
    public static UsedBefore From(History history, Legend legend, List<Problem> problems)
    {
        if (history.Bound is UsedBefore read && ReferenceEquals(read._legend, legend))
            return read;
        var before = problems.Count;
        var sums = new (int, string?, DateOnly, long)[history.Entries.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            var entry = history.Entries[i];
            var slot = SlotOf(entry, legend);
            if (slot < 0)
                Unknown(entry, legend, problems);
            else
                sums[i] = (slot, entry.Each, entry.Since, legend.Slots[slot].CountsTimes ? entry.Times : entry.Amount.Cents);
        }

        read = new(legend, sums);
        if (problems.Count == before)
            history.Bound = read;
        return read;
    }

    public long Of(int slot, string? each, DateOnly since)
    {
        foreach (var sum in _sums)
            if (sum.Slot == slot && sum.Since == since && string.Equals(sum.Each, each, StringComparison.Ordinal))
                return sum.Value;
        return 0;
    }

    private static int SlotOf(HistoryEntry entry, Legend legend)
    {
        for (var slot = 0; slot < legend.Slots.Count; slot++)
            if (legend.Slots[slot].Per == entry.Per && string.Equals(legend.Slots[slot].What, entry.What, StringComparison.Ordinal))
                return slot;
        return -1;
    }

    private static void Unknown(HistoryEntry entry, Legend legend, List<Problem> problems)
    {
        var place = entry.Place ?? new Place("history", 0, 0);
        if (legend.Slots.FirstOrDefault(slot => slot.What == entry.What) is { } same)
        {
            problems.Add(new(place, "history.period", new(
                $"'{entry.What}' is kept per {Word(same.Per)} by {legend.Rulebook}, not per {Word(entry.Per)}.",
                $"{legend.Rulebook} 按 {Word(same.Per)} 累计“{entry.What}”，而不是按 {Word(entry.Per)}。")));
            return;
        }

        var hint = Spelling.Hint(entry.What, legend.Slots.Select(slot => slot.What));
        problems.Add(new(place, "history.unknown", new(
            $"'{entry.What}' is not a sum that {legend.Rulebook} keeps.{hint.En}", $"{legend.Rulebook} 不累计“{entry.What}”。{hint.Zh}")));
    }

    private static string Word(Period period) => period switch { Period.Day => "day", Period.Month => "month", _ => "year" };
}
