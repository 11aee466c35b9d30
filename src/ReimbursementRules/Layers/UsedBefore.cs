using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>A history by the running sums of one rulebook.</summary>
internal sealed class UsedBefore
{
    private static readonly FilePlace InCode = new("history", 0, 0);

    private readonly Legend _legend;
    private readonly (int Slot, string? Each, DateOnly Since, long Value)[] _sums;

    private UsedBefore(Legend legend, (int Slot, string? Each, DateOnly Since, long Value)[] sums)
    {
        _legend = legend;
        _sums = sums;
    }

    public bool IsEmpty => _sums.Length == 0;

    /// <summary>Finds the running sum of each entry, or says what the rulebook does not keep.</summary>
    public static UsedBefore From(History history, Legend legend, BenefitYear year, ProblemLog problems)
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
            else if (Mistake(entry, legend.Slots[slot], year) is { } mistake)
                problems.Add(new(entry.Place ?? InCode, mistake.Code, mistake.Message));
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

    private static (string Code, BilingualText Message)? Mistake(HistoryEntry entry, HistorySlot slot, BenefitYear year)
    {
        var begins = year.Start(entry.Per, entry.Since);
        if (begins != entry.Since)
            return (
                "history.since",
                new(
                    $"'{entry.What}': the {Word(entry.Per)} does not begin on {IsoDay.Show(entry.Since)}. Write the first day "
                        + $"of the {Word(entry.Per)}, {IsoDay.Show(begins)}.",
                    $"“{entry.What}”：{Zh(entry.Per)}不从 {IsoDay.Show(entry.Since)} 开始。请写{Zh(entry.Per)}的第一天 "
                        + $"{IsoDay.Show(begins)}。"
                )
            );
        if (slot.CountsTimes ? entry.Amount != Money.Zero : entry.Times != 0)
            return (
                "history.value",
                slot.CountsTimes
                    ? new(
                        $"'{entry.What}' counts times. Write 'times', not 'amount'.",
                        $"“{entry.What}”按次数累计。请写“times”，而不是“amount”。"
                    )
                    : new(
                        $"'{entry.What}' adds up an amount. Write 'amount', not 'times'.",
                        $"“{entry.What}”按金额累计。请写“amount”，而不是“times”。"
                    )
            );
        return entry.Amount < Money.Zero || entry.Amount > Money.Largest || entry.Times is < 0 or > History.MostTimes
            ? (
                "history.range",
                new($"'{entry.What}': {Used(entry, slot)} is out of range.", $"“{entry.What}”：{Used(entry, slot)} 超出范围。")
            )
            : null;
    }

    private static string Used(HistoryEntry entry, HistorySlot slot) =>
        slot.CountsTimes ? entry.Times.ToString(CultureInfo.InvariantCulture) : entry.Amount.ToString();

    private static int SlotOf(HistoryEntry entry, Legend legend)
    {
        for (var slot = 0; slot < legend.Slots.Count; slot++)
            if (legend.Slots[slot].Per == entry.Per && string.Equals(legend.Slots[slot].What, entry.What, StringComparison.Ordinal))
                return slot;
        return -1;
    }

    private static void Unknown(HistoryEntry entry, Legend legend, ProblemLog problems)
    {
        var place = entry.Place ?? InCode;
        if (legend.Slots.FirstOrDefault(slot => slot.What == entry.What) is { } same)
        {
            problems.Add(
                place,
                "history.period",
                $"'{entry.What}' is kept per {Word(same.Per)} by {legend.Rulebook}, not per {Word(entry.Per)}.",
                $"{legend.Rulebook} 按{Zh(same.Per)}累计“{entry.What}”，而不是按{Zh(entry.Per)}。"
            );
            return;
        }

        var hint = Spelling.Hint(entry.What, legend.Slots.Select(slot => slot.What));
        problems.Add(
            place,
            "history.unknown",
            $"'{entry.What}' is not a sum that {legend.Rulebook} keeps.{hint.En}",
            $"{legend.Rulebook} 不累计“{entry.What}”。{hint.Zh}"
        );
    }

    private static string Zh(Period period) =>
        period switch
        {
            Period.Day => "日",
            Period.Month => "月",
            Period.Year => "年度",
            _ => throw UnknownKind.Of(period),
        };

    private static string Word(Period period) =>
        period switch
        {
            Period.Day => "day",
            Period.Month => "month",
            Period.Year => "year",
            _ => throw UnknownKind.Of(period),
        };
}
