using System.Text.RegularExpressions;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Comparisons;

/// <summary>Says what <c>basic.stays</c> stands for in a rulebook, so that the same words for other parts are told as a change.</summary>
internal static partial class SpelledParts
{
    private static readonly string[] Keys = ["base", "of", "less"];

    /// <summary>The keys of a layer or step, with the parts that it names one by one.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="parts">The parts of the rulebook.</param>
    public static IReadOnlyList<StatedKey> Of(IReadOnlyList<StatedKey> keys, IReadOnlyList<string> parts) =>
        [.. keys.Select(key => Keys.Contains(key.Key) && Together().IsMatch(key.Says) ? key with { Says = Of(key.Says, parts) } : key)];

    /// <summary>Lists are in the order of their texts, as <see cref="Yaml.NodeText"/> writes them.</summary>
    private static string Of(string says, IReadOnlyList<string> parts)
    {
        var (begins, ends) = (says.IndexOf('[', StringComparison.Ordinal), says.LastIndexOf(']'));
        if (begins < 0)
            return Together().Replace(says, name => Listed(Legend.PartsOf(name.Value, parts)));
        var entries = Entry()
            .Matches(says[(begins + 1)..ends])
            .Select(entry => entry.Value)
            .SelectMany(entry => Legend.LayerOfStays(entry) is null ? [Of(entry, parts)] : Legend.PartsOf(entry, parts));
        return $"{says[..begins]}[{string.Join(", ", entries.Order(StringComparer.Ordinal))}{says[ends..]}";
    }

    private static string Listed(IReadOnlyList<string> parts) =>
        parts is [var only] ? only : $"[{string.Join(", ", parts.Order(StringComparer.Ordinal))}]";

    [GeneratedRegex(@"(?<![\w.-])[a-z][\w-]*\.stays(?![\w.-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Together();

    /// <summary>An entry of a list: a name, or a mapping.</summary>
    [GeneratedRegex(@"\{[^}]*\}|[^,\s{}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
