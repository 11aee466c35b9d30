using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Writes the rows of random rulebooks otherwise: rows that share their first condition stand under it, the last of them for all
/// other cases; and some lists of words stand as alternatives.</summary>
internal sealed partial class NestedRows(Dice dice)
{
    /// <summary>How many rows were put under another, and how many conditions were written as alternatives.</summary>
    public (int Nested, int Alternatives) Written { get; private set; }

    /// <summary>The file of a layer or a catalogue. Rows with a sum of their own are named after what is written, and stay.</summary>
    public string Of(string file) => string.Join('\n', file.Split('\n').Select(OfLine));

    private string OfLine(string line)
    {
        if (line.Contains("counts: apart", StringComparison.Ordinal))
            return line;
        var text = line;
        for (var at = Rows().Match(text); at.Success; )
        {
            var start = at.Index + at.Length;
            var (rows, end) = SplitRows.Parts(text, start);
            var before = $"{text[..start]} {string.Join(", ", Nested([.. rows.Select(WithAlternatives)]))} ";
            text = before + text[end..];
            at = Rows().Match(text, before.Length);
        }

        return text;
    }

    private IReadOnlyList<string> Nested(IReadOnlyList<string> rows)
    {
        var groups = rows.Select(row => (Row: row, Conditions: Conditions(row)))
            .GroupBy(row => row.Conditions is [var first, ..] ? first : "")
            .ToList();
        var most = groups.Max(group => group.Count());
        if (most < 2 || groups.Exists(group => group.Any(row => row.Conditions.Count == 1)))
            return rows;
        // What a row takes for all other cases, none within may take.
        var mayTakeTheRest = groups.TrueForAll(group => group.Key.Length > 0);
        bool TakesTheRest(string first, int count) => mayTakeTheRest && IsWhole(first) && count == most;
        return
        [
            .. groups.Select(group =>
                group.Key.Length == 0 ? group.Single().Row : Under(group.Key, Within([.. group], TakesTheRest(group.Key, group.Count())))
            ),
        ];

        static string Under(string first, IEnumerable<string> within) =>
            $"{{ when: {{ {first} }}, rows: [ {string.Join(", ", within)} ] }}";
    }

    /// <summary>Whether no other group has cases of this condition; of alternatives, written in several ways, another may.</summary>
    private static bool IsWhole(string condition) => !condition.StartsWith("any", StringComparison.Ordinal);

    /// <summary>Rows without the condition that they share; the last of all that there can be takes every case that is left.</summary>
    private IEnumerable<string> Within((string Row, IReadOnlyList<string> Conditions)[] group, bool isWhole)
    {
        Written = (Written.Nested + group.Length, Written.Alternatives);
        for (var i = 0; i < group.Length; i++)
        {
            var (row, conditions) = group[i];
            var rest = string.Join(", ", conditions.Skip(1));
            yield return isWhole && i == group.Length - 1 ? $"{{ otherwise: true{Rest(row)}" : $"{{ when: {{ {rest} }}{Rest(row)}";
        }
    }

    private string WithAlternatives(string row)
    {
        var conditions = Conditions(row);
        if (conditions.Count == 0 || dice.Chance(40))
            return row;
        var listed = conditions.FirstOrDefault(one => one.Contains(": [", StringComparison.Ordinal));
        if (listed is null)
            return row;
        var (fact, words) = (listed.Split(": [")[0], listed.Split(": [")[1].TrimEnd(']').Split(", "));
        Written = (Written.Nested, Written.Alternatives + 1);
        var any = $"any: [ {string.Join(", ", words.Select((word, i) => Alternative(words, i, $"{fact}: {word}", fact)))} ]";
        return $"{{ when: {{ {string.Join(", ", conditions.Select(one => one == listed ? any : one))} }}{Rest(row)}";
    }

    /// <summary>A word; after the first, perhaps with those before it, which then hold at once with it.</summary>
    private string Alternative(string[] words, int at, string alone, string fact) =>
        at > 0 && dice.Chance(50) ? $"{{ {fact}: [{string.Join(", ", words[..(at + 1)])}] }}" : $"{{ {alone} }}";

    /// <summary>What stands after the conditions of a row.</summary>
    private static string Rest(string row)
    {
        var when = When().Match(row);
        return row[(SplitRows.Parts(row, when.Length).End + 1)..];
    }

    private static IReadOnlyList<string> Conditions(string row) =>
        When().Match(row) is { Success: true } when ? SplitRows.Parts(row, when.Length).All : [];

    [GeneratedRegex(@"rows: \[", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\A\{ when: \{", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex When();
}
