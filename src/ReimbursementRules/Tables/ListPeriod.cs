namespace ReimbursementRules.Tables;

/// <summary>Days between two changes of the lists that some conditions name.</summary>
/// <param name="From">The first day; null without end.</param>
/// <param name="Below">The first day after it; null without end.</param>
/// <param name="ListsOn">The day on which the lists are looked at.</param>
/// <param name="IsFirst">Whether it is the first of its periods.</param>
internal sealed record ListPeriod(DateOnly? From, DateOnly? Below, DateOnly ListsOn, bool IsFirst)
{
    /// <summary>Cuts days at the changes, which are in order. Changes up to <paramref name="needed"/>, the first day that is ever asked,
    /// cut nothing, nor do those from <paramref name="until"/> on.</summary>
    public static IEnumerable<ListPeriod> Of(
        DateOnly? from,
        DateOnly? below,
        DateOnly needed,
        IReadOnlyList<DateOnly> changes,
        DateOnly? until = null
    )
    {
        var begin = from;
        for (var i = FirstAfter(Later(from, needed), changes); i < changes.Count && !(changes[i] >= below) && !(changes[i] >= until); i++)
        {
            var change = changes[i];
            yield return new(begin, change, Later(begin, needed), begin == from);
            begin = change;
        }

        yield return new(begin, below, Later(begin, needed), begin == from);
    }

    private static int FirstAfter(DateOnly day, IReadOnlyList<DateOnly> days)
    {
        var (low, high) = (0, days.Count);
        while (low < high)
            if ((low + high) / 2 is var middle && days[middle] <= day)
                low = middle + 1;
            else
                high = middle;
        return low;
    }

    private static DateOnly Later(DateOnly? day, DateOnly needed) => day > needed ? day.Value : needed;
}
