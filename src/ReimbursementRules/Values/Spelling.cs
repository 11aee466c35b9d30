namespace ReimbursementRules.Values;

/// <summary>Near misses among known words.</summary>
internal static class Spelling
{
    /// <summary>«Did you mean …?» where a known word is one or two letters away, else the list of what is known.</summary>
    public static BilingualText Hint(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        if (words.Count == 0)
            return new("", "");
        var nearest = words.MinBy(candidate => Distance(word, candidate))!;
        return Distance(word, nearest) <= Math.Max(1, Math.Min(2, word.Length / 3))
            ? new($" Did you mean '{nearest}'?", $"是否想写“{nearest}”？")
            : Known(words);
    }

    /// <summary>The list of what is known; nothing where nothing is.</summary>
    public static BilingualText Known(IReadOnlyCollection<string> words) =>
        words.Count == 0 ? new("", "") : new($" Known: {List(words)}.", $"可用：{List(words)}。");

    private static string List(IReadOnlyCollection<string> words) =>
        words.Count <= 40 ? string.Join(", ", words) : $"{string.Join(", ", words.Take(40))}, … ({words.Count})";

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3 || a.Length > 100 || b.Length > 100)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
