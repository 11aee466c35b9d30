using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>A history by the running sums of one rulebook.</summary>
internal sealed class UsedBefore
{
    /// <summary>The id of the finding that an entry of the history is left out.</summary>
    private const string Changed = "history_changed";

    private static readonly FilePlace InCode = new("history", 0, 0);

    private readonly Legend _legend;
    private readonly (int Slot, string? Each, DateOnly Since, long Value)[] _sums;

    private readonly EntryMistake[] _mistakes;
    private readonly BenefitYear _year;

    private UsedBefore(
        Legend legend,
        (int Slot, string? Each, DateOnly Since, long Value)[] sums,
        EntryMistake[] mistakes,
        BenefitYear year
    )
    {
        _legend = legend;
        _sums = sums;
        _mistakes = mistakes;
        _year = year;
    }

    public bool IsEmpty => _sums.Length == 0;

    /// <summary>Whether any entry is none that the rulebook keeps.</summary>
    public bool HasMistakes => _mistakes.Length > 0;

    /// <summary>Finds the running sum of each entry, and what is wrong with those that have none.</summary>
    public static UsedBefore From(History history, Legend legend, BenefitYear year)
    {
        if (history.Bound is UsedBefore read && ReferenceEquals(read._legend, legend))
            return read;
        var sums = new List<(int, string?, DateOnly, long)>(history.Entries.Length);
        var mistakes = new List<EntryMistake>();
        foreach (var (index, entry) in history.Entries.Index())
        {
            var slot = SlotOf(entry, legend);
            if ((slot < 0 ? Unknown(entry, legend) : Mistake(entry, legend.Slots[slot], year)) is { } mistake)
                mistakes.Add(
                    mistake with
                    {
                        Index = history.PlaceOf(index),
                        IsOfBalance = legend.Slots.Any(one => one.IsBalance && one.What == entry.What),
                    }
                );
            else
                sums.Add((slot, entry.Each, entry.Since, legend.Slots[slot].CountsTimes ? entry.Times : entry.Amount.Cents));
        }

        read = new(legend, [.. sums], [.. mistakes], year);
        history.Bound = read;
        return read;
    }

    /// <summary>Notes what is wrong with an entry that still counts. One of a period that is over on the day counts for nothing, and one
    /// that only another text of the rulebook kept is left out (<see cref="Left"/>).</summary>
    public void Tell(DateOnly day, DateOnly stay, HistoryOrigin origin, ProblemLog problems)
    {
        foreach (var mistake in _mistakes)
            if (!IsOver(mistake, day, stay) && !(mistake.IsOfAnotherText && IsChanged(origin)))
                problems.Add(
                    new(mistake.Entry.Place ?? InCode, mistake.Code, mistake.Message)
                    {
                        Path = new Spot(InCode, "history", mistake.Index).Of(mistake.Field).Path,
                    }
                );
    }

    /// <summary>A flag for each entry that still counted and is left out, because the rulebook has changed since and does not keep it any
    /// more.</summary>
    public IEnumerable<Finding> Left(DateOnly day, DateOnly stay, HistoryOrigin origin) =>
        from mistake in _mistakes
        where mistake.IsOfAnotherText && IsChanged(origin) && !IsOver(mistake, day, stay)
        select new Finding(
            Changed,
            Verdict.Flag,
            new(
                $"The history has '{mistake.Entry.What}' since {IsoDay.Show(mistake.Entry.Since)}, which {_legend.Rulebook} does not keep "
                    + "any more: the rulebook has changed since. It counts for nothing.",
                $"累计记录中有自 {IsoDay.Show(mistake.Entry.Since)} 起的“{mistake.Entry.What}”，{_legend.Rulebook} 已不再累计：规则册此后有改动。该条不计入。"
            ),
            null,
            null,
            new(mistake.Entry.Place ?? InCode, "")
        );

    private bool IsChanged(HistoryOrigin origin) =>
        origin.Rulebook == _legend.Rulebook && origin.Fingerprint.Length > 0 && origin.Fingerprint != _legend.Fingerprint;

    /// <summary>Whether an entry could count no longer: of a sum that is kept for another period than it says, in that one.</summary>
    private bool IsOver(EntryMistake mistake, DateOnly day, DateOnly stay) =>
        !mistake.IsOfBalance
        && (mistake.Kept ?? mistake.Entry.Per) is var per
        && RunningPeriods.RunsOn(per)
        && _year.Start(per, per == Period.Stay ? stay : day) > mistake.Entry.Since;

    public long Of(int slot, string? each, DateOnly since)
    {
        foreach (var sum in _sums)
            if (sum.Slot == slot && sum.Since == since && string.Equals(sum.Each, each, StringComparison.Ordinal))
                return sum.Value;
        return 0;
    }

    /// <summary>All that a running sum has, whichever its period.</summary>
    public IEnumerable<(DateOnly Since, long Value)> AllOf(int slot) =>
        _sums.Where(sum => sum.Slot == slot).Select(sum => (sum.Since, sum.Value));

    private static EntryMistake? Mistake(HistoryEntry entry, HistorySlot slot, BenefitYear year)
    {
        var begins = year.Start(entry.Per, entry.Since);
        if (begins != entry.Since)
        {
            var period = PeriodWords.Of(entry.Per);
            return new(
                entry,
                "history.since",
                "since",
                new(
                    $"'{entry.What}': the {period.En} does not begin on {IsoDay.Show(entry.Since)}. Write the first day "
                        + $"of the {period.En}, {IsoDay.Show(begins)}.",
                    $"“{entry.What}”：{period.Zh}不从 {IsoDay.Show(entry.Since)} 开始。请写{period.Zh}的第一天 "
                        + $"{IsoDay.Show(begins)}。"
                )
            );
        }

        if (EachMistake(entry, slot) is { } wrongEach)
            return new(entry, "history.each", Field: "each", wrongEach);
        if (slot.CountsTimes ? entry.Amount != Money.Zero : entry.Times != 0)
            return new(
                entry,
                "history.value",
                slot.CountsTimes ? "amount" : "times",
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
            ? new(
                entry,
                "history.range",
                slot.CountsTimes ? "times" : "amount",
                new($"'{entry.What}': {Used(entry, slot)} is out of range.", $"“{entry.What}”：{Used(entry, slot)} 超出范围。")
            )
            : null;
    }

    /// <summary>What is wrong with the word for which an entry is counted apart; null for nothing.</summary>
    private static BilingualText? EachMistake(HistoryEntry entry, HistorySlot slot)
    {
        if (slot.IsOfAnyWord || (slot.Words is null ? entry.Each is null : entry.Each is not null && slot.Words.Contains(entry.Each)))
            return null;
        if (slot.Words is null)
            return new(
                $"'{entry.What}' is one sum, not one for each '{entry.Each}'. Leave 'each' out, and add the amounts up.",
                $"“{entry.What}”合并累计，不按“{entry.Each}”分别累计。请删去“each”，并将金额相加。"
            );
        var words = string.Join("; ", slot.Words.Order(StringComparer.Ordinal).Select(word => $"'{word}'"));
        var found = entry.Each is null ? "" : $"'{entry.Each}'";
        if (slot.EachOf is { } fact)
            return new(
                (
                    found.Length == 0
                        ? $"'{entry.What}' has a sum for each '{fact}'"
                        : $"{found} is no word of '{fact}', for each of which '{entry.What}' has a sum"
                ) + $". Write one of these under 'each': {words}.",
                (
                    found.Length == 0
                        ? $"“{entry.What}”按{ClaimNames.Quoted(fact)}分别累计"
                        : $"{found} 不是{ClaimNames.Quoted(fact)}的取值，而“{entry.What}”按它分别累计"
                ) + $"。请在“each”中写以下之一：{words}。"
            );
        return new(
            found.Length == 0
                ? $"'{entry.What}' has a sum for each of its rows. Write which under 'each': {words}."
                : $"'{entry.What}' has no row {found}. Write one of these under 'each': {words}.",
            found.Length == 0
                ? $"“{entry.What}”按行分别累计。请在“each”中写明是哪一行：{words}。"
                : $"“{entry.What}”没有 {found} 这一行。请在“each”中写以下之一：{words}。"
        );
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

    private static EntryMistake Unknown(HistoryEntry entry, Legend legend)
    {
        if (legend.Slots.FirstOrDefault(slot => slot.What == entry.What) is { } same)
        {
            var (period, kept) = (PeriodWords.Of(entry.Per), PeriodWords.Of(same.Per));
            return new(
                entry,
                "history.period",
                "per",
                new(
                    $"'{entry.What}' is kept per {kept.En} by {legend.Rulebook}, not per {period.En}.",
                    $"{legend.Rulebook} 按{kept.Zh}累计“{entry.What}”，而不是按{period.Zh}。"
                )
            )
            {
                Kept = same.Per,
            };
        }

        var hint = Spelling.Hint(entry.What, legend.Slots.Select(slot => slot.What));
        return new(
            entry,
            "history.unknown",
            "what",
            new($"'{entry.What}' is not a sum that {legend.Rulebook} keeps.{hint.En}", $"{legend.Rulebook} 不累计“{entry.What}”。{hint.Zh}")
        );
    }
}

/// <summary>An entry that is none of the running sums of a rulebook.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Code">The code of the problem.</param>
/// <param name="Field">The key of the entry that is wrong.</param>
/// <param name="Message">What is wrong, and the way out.</param>
internal sealed record EntryMistake(HistoryEntry Entry, string Code, string Field, BilingualText Message)
{
    /// <summary>The place of the entry in the list that was handed in, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Whether it is of a balance, which goes on from year to year.</summary>
    public bool IsOfBalance { get; init; }

    /// <summary>The period for which the sum is kept, where that is another than the entry's; null otherwise.</summary>
    public Period? Kept { get; init; }

    /// <summary>Whether another text of the rulebook may have kept it as it stands.</summary>
    public bool IsOfAnotherText => Code is "history.unknown" or "history.period" or "history.since" or "history.value" or "history.each";
}
