namespace ReimbursementRules.Values;

/// <summary>Near misses among known words.</summary>
internal static class Spelling
{
    private const int Longest = 100;
    private const int MostListed = 40;

    /// <summary>«Did you mean …?» where a known word is one or two letters away, else the list of what is known.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">What is known, as files write it.</param>
    /// <param name="named">The Chinese name of each, for the Chinese text; null where they have none.</param>
    public static BilingualText Hint(string word, IEnumerable<string> known, Func<string, string>? named = null)
    {
        var words = known as IReadOnlyCollection<string> ?? [.. known];
        return Nearest(word, words) is { } nearest
            ? new($" Did you mean '{nearest}'?", $"是否想写{ChineseName.Quoted(nearest, Name(nearest, named))}？")
            : Known(words, named);
    }

    /// <summary>The list of what is known; nothing where nothing is.</summary>
    public static BilingualText Known(IReadOnlyCollection<string> words, Func<string, string>? named = null) =>
        words.Count == 0 ? new("", "") : new($" Known: {List(words)}.", $"可用：{ChineseList(words, named)}。");

    private static string List(IReadOnlyCollection<string> words) =>
        string.Join(", ", words.Take(MostListed)) + (words.Count <= MostListed ? "" : $", … ({words.Count})");

    /// <summary>What has names stands by them, between Chinese commas; keys and words alone stand as a file lists them.</summary>
    private static string ChineseList(IReadOnlyCollection<string> words, Func<string, string>? named)
    {
        var comma = named is null || words.All(word => named(word) == word) ? ", " : "、";
        return string.Join(comma, words.Take(MostListed).Select(word => ChineseName.Listed(word, Name(word, named))))
            + (words.Count <= MostListed ? "" : $"{comma}…（共 {words.Count} 个）");
    }

    private static string Name(string word, Func<string, string>? named) => named?.Invoke(word) ?? word;

    /// <summary>The first of the known words that are nearest; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        var most = Math.Max(1, Math.Min(2, word.Length / 3));
        if (word.Length > Longest)
            return null;
        Span<int> row = stackalloc int[Longest + 1];
        string? nearest = null;
        foreach (var candidate in words)
            if (
                candidate.Length <= Longest
                && Math.Abs(word.Length - candidate.Length) <= most
                && Distance(word, candidate, most, row) is var distance
                && distance <= most
            )
            {
                if (distance == 0)
                    return candidate;
                (nearest, most) = (candidate, distance - 1);
            }

        return nearest;
    }

    /// <summary>How many letters two words are apart; more than <paramref name="most"/> as soon as that is known.</summary>
    private static int Distance(string a, string b, int most, Span<int> row)
    {
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, least) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return least;
        }

        return row[b.Length];
    }
}
