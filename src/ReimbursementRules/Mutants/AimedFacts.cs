using System.Collections.Immutable;
using ReimbursementRules.Policies;
using ReimbursementRules.Spaces;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>A fact that is asked where a change is made, as a choice of claims.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="At">The place of its number: that of the claim's choices, then those of the first item.</param>
/// <param name="Within">The places of the values that meet the condition, at least one.</param>
internal sealed record AimedFact(ClaimChoice Choice, int At, IReadOnlyList<int> Within)
{
    /// <summary>The facts that some conditions ask, each once; those that no claim is made of are left out.</summary>
    public static IReadOnlyList<AimedFact> Of(IReadOnlyList<Node> conditions, ClaimSpace space, Rulebook book)
    {
        var aimed = new Dictionary<string, AimedFact>(StringComparer.Ordinal);
        ImmutableArray<ClaimChoice> all = [.. space.OfClaim, .. space.OfItem];
        foreach (var (fact, asked) in conditions.SelectMany(Facts))
        {
            var name = fact.Raw switch
            {
                "days" => "stay",
                "admission_number" => "admission",
                var other => other,
            };
            if (all.FirstOrDefault(choice => choice.Name == name) is not { } choice)
                continue;
            int[] meeting = [.. Enumerable.Range(0, choice.Values.Length).Where(at => Meets(choice.Values[at], asked, book))];
            if (meeting.Length == 0)
                meeting = [.. Enumerable.Range(0, choice.Values.Length)];
            aimed[name] =
                aimed.TryGetValue(name, out var before) && before.Within.Intersect(meeting).ToList() is { Count: > 0 } both
                    ? before with
                    {
                        Within = both,
                    }
                    : new(choice, all.IndexOf(choice), meeting);
        }

        return [.. aimed.Values];
    }

    /// <summary>What conditions ask; of alternatives, what the first of them asks.</summary>
    private static IEnumerable<KeyValuePair<Node, Node>> Facts(Node conditions) =>
        conditions.Pairs.SelectMany(pair =>
            pair.Key.Raw != ConditionReader.Any ? [pair]
            : pair.Value.Elements is [var first, ..] ? Facts(first)
            : []
        );

    private static bool Meets(string value, Node asked, Rulebook book)
    {
        if (value.Length == 0)
            return false;
        if (asked.IsScalar)
            return Is(value, asked.Raw);
        if (asked.IsSequence)
            return asked.Elements.Any(word => Is(value, word.Raw));
        if (asked.Optional("not") is { } not)
            return !Meets(value, not, book);
        if (asked.Optional("in") is { } list)
            return IsListed(value, list, book);
        if (asked.Optional("not_in") is { } notIn)
            return !IsListed(value, notIn, book);
        if (IsoDay.TryParse(value) is { } day)
            return (asked.Optional("from") is not { } since || IsoDay.TryParse(since.Raw) <= day)
                && (asked.Optional("before") is not { } until || IsoDay.TryParse(until.Raw) > day);
        return Digits.TryParse(value, out var number)
            && (asked.Optional("from") is not { } from || !Digits.TryParse(from.Raw, out var least) || number >= least)
            && (asked.Optional("below") is not { } below || !Digits.TryParse(below.Raw, out var end) || number < end);
    }

    private static bool IsListed(string value, Node list, Rulebook book) =>
        list.IsSequence
            ? list.Elements.Any(word => word.Raw == value)
            : book.Compiled.Index.Lists.GetValueOrDefault(list.Raw) is { } named
                && named.Versions.Any(version => version.Value.Add.Any(word => word.Text == value));

    /// <summary>A claim states the number of an admission, conditions ask for words.</summary>
    private static bool Is(string value, string word) =>
        word switch
        {
            "first" when value == "1" => true,
            "second" when value == "2" => true,
            "later" when value == "3" => true,
            _ => value == word,
        };
}
