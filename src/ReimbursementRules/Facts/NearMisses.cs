using System.Collections.Concurrent;

namespace ReimbursementRules.Facts;

/// <summary>Which word of a policy is meant, perhaps, by a word that it does not name.</summary>
/// <remarks>A code, which has a digit, is near only where it looks the same: letters of the other case, blanks, kinds of dashes, and signs
/// that look alike, since one digit more is another code. A word of letters is also near by one letter that is missing, too many, another,
/// or in the place of its neighbour. Words of other scripts, where one sign is a word, are near only where they look the same.</remarks>
/// <param name="words">The words of the policy.</param>
/// <param name="areCodes">Whether every word is a code.</param>
internal sealed class NearMisses(IReadOnlyCollection<string> words, bool areCodes)
{
    /// <summary>The fewest letters of a word that may have a wrong one.</summary>
    private const int FewestLetters = 5;

    /// <summary>How many words of claims are remembered with their answers.</summary>
    private const int MostRemembered = 1_000;

    private readonly Dictionary<string, string> _looks = Looks(words);
    private readonly string[] _spelled = areCodes ? [] : [.. words.Where(IsSpelled)];
    private readonly ConcurrentDictionary<string, string> _remembered = new(StringComparer.Ordinal);

    /// <summary>The last word that is near to none, which saves a look at the word that stands where nothing is stated.</summary>
    private string? _far;

    /// <summary>The word of the policy to which a word that it does not name is near; null where there is none.</summary>
    public string? Of(string word)
    {
        if (word.Length == 0 || ReferenceEquals(word, _far))
            return null;
        if (_looks.TryGetValue(word, out var same))
            return same;
        if (_spelled.Length == 0 || !IsSpelled(word))
        {
            _far = word;
            return null;
        }

        if (!_remembered.TryGetValue(word, out var near))
        {
            near = Array.Find(_spelled, known => IsOneSlip(word, known)) ?? "";
            if (_remembered.Count < MostRemembered)
                _remembered.TryAdd(word, near);
        }

        return near.Length == 0 ? null : near;
    }

    private static Dictionary<string, string> Looks(IEnumerable<string> words)
    {
        var looks = new Dictionary<string, string>(new SameLook());
        foreach (var word in words)
            looks.TryAdd(word, word);
        return looks;
    }

    private static bool IsSpelled(string word)
    {
        foreach (var sign in word)
            if (!char.IsAsciiLetter(sign) && sign is not ('_' or '-' or ' '))
                return false;
        return word.Length >= FewestLetters;
    }

    /// <summary>Whether one letter is missing, too many or another, or two neighbours are exchanged.</summary>
    private static bool IsOneSlip(string word, string known)
    {
        var (shorter, longer) = word.Length <= known.Length ? (word, known) : (known, word);
        if (longer.Length - shorter.Length > 1)
            return false;
        var at = 0;
        while (at < shorter.Length && Same(shorter[at], longer[at]))
            at++;
        var one = shorter.AsSpan(at);
        var other = longer.AsSpan(at);
        if (one.Length < other.Length)
            return Equal(one, other[1..]);
        return one.Length == 0
            || Equal(one[1..], other[1..])
            || (one.Length > 1 && Same(one[0], other[1]) && Same(one[1], other[0]) && Equal(one[2..], other[2..]));
    }

    private static bool Same(char one, char other) => SameLook.Seen(one) == SameLook.Seen(other);

    private static bool Equal(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether texts look the same.</summary>
    private sealed class SameLook : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y)
        {
            var (i, j) = (0, 0);
            while (true)
            {
                var (one, other) = (Next(x!, ref i), Next(y!, ref j));
                if (one != other)
                    return false;
                if (one == '\0')
                    return true;
            }
        }

        public int GetHashCode(string obj)
        {
            var hash = 17;
            for (var i = 0; Next(obj, ref i) is not '\0' and var sign; )
                hash = unchecked(hash * 31 + sign);
            return hash;
        }

        /// <summary>The next sign that is seen; the zero sign at the end.</summary>
        private static char Next(string text, ref int at)
        {
            while (at < text.Length)
                if (text[at++] is var sign && !char.IsWhiteSpace(sign))
                    return Seen(sign);
            return '\0';
        }

        /// <summary>One sign for all that look like it.</summary>
        public static char Seen(char sign) =>
            sign switch
            {
                'o' or 'O' or '\u041E' or '\u043E' or '\u039F' or '\u03BF' => '0',
                'i' or 'I' or 'l' or 'L' or '\u0406' or '\u0456' or '\u0399' => '1',
                '_' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u0410' or '\u0430' or '\u0391' => 'A',
                '\u0412' or '\u0392' => 'B',
                '\u0421' or '\u0441' => 'C',
                '\u0415' or '\u0435' or '\u0395' => 'E',
                '\u041D' or '\u0397' => 'H',
                '\u041A' or '\u039A' => 'K',
                '\u041C' or '\u039C' => 'M',
                '\u0420' or '\u0440' or '\u03A1' => 'P',
                '\u0422' or '\u03A4' => 'T',
                '\u0425' or '\u0445' or '\u03A7' => 'X',
                _ => char.ToUpperInvariant(sign),
            };
    }
}
