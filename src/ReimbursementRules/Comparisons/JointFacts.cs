using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Comparisons;

/// <summary>Everything that two rulebooks ask, in words that fit both, so that a case of the one is a case of the other.</summary>
internal sealed class JointFacts
{
    private readonly List<JointFact> _facts = [];
    private readonly Dictionary<(string Name, bool IsNumber), int> _places = [];

    /// <param name="books">The two rulebooks.</param>
    /// <param name="start">The first day that is looked at.</param>
    public JointFacts(CompiledRulebook[] books, DateOnly start)
    {
        Start = start;
        var days = Enum.GetValues<DecidingDay>().Select(day => new AskedFact(AskedFacts.DayFact(day), -1, new("", 0, 0))).ToList();
        long[] changes = [start.DayNumber, .. books.SelectMany(Changes).Where(day => day > start).Select(day => (long)day.DayNumber)];
        foreach (var asked in books.SelectMany(book => book.Asked).Concat(days).DistinctBy(Key))
        {
            AskedFact?[] both = [.. books.Select(book => book.Asked.FirstOrDefault(one => Key(one) == Key(asked)))];
            _places.Add(Key(asked), _facts.Count);
            _facts.Add(
                Key(asked).IsNumber
                    ? JointFact.OfNumbers(both.All(one => one is null) ? [asked, asked] : both, asked.IsDay ? changes : [])
                    : JointFact.OfWords(both)
            );
        }

        RuleFacts = [.. _facts.Select(fact => new RuleFact(fact.Name, [.. Enumerable.Range(0, fact.Count).Select(code => $"{code}")]))];
    }

    /// <summary>The first day that is looked at.</summary>
    public DateOnly Start { get; }

    public ImmutableArray<RuleFact> RuleFacts { get; }

    public JointFact this[int fact] => _facts[fact];

    /// <summary>The codes of a fact that are looked at: all, but of a day those before the start.</summary>
    public IReadOnlyList<int> Allowed(int fact) =>
        [.. Enumerable.Range(0, _facts[fact].Count).Where(code => !_facts[fact].IsDay || _facts[fact].Least(code) >= Start.DayNumber)];

    /// <summary>The place of the fact that a day is.</summary>
    public int Day(DecidingDay day) => _places[(AskedFacts.DayFact(day).Name, true)];

    /// <summary>Days as a condition on the fact that a day is.</summary>
    public RuleCondition Days(DecidingDay day, DateOnly from, DateOnly? until)
    {
        var fact = Day(day);
        return new(
            fact,
            [
                .. Enumerable
                    .Range(0, _facts[fact].Count)
                    .Where(code => _facts[fact].Least(code) >= from.DayNumber && !(_facts[fact].Least(code) >= until?.DayNumber)),
            ]
        );
    }

    /// <summary>A condition of one rulebook in the words of both.</summary>
    public RuleCondition Joint(CompiledRulebook book, int place, RuleCondition condition)
    {
        var fact = _places[Key(book.Asked[condition.Fact])];
        return new(fact, [.. condition.Codes.SelectMany(code => _facts[fact].CodesHere(place)[code]).Order()]);
    }

    /// <summary>The words of a fact that a rulebook knows, as a condition; null where it knows all.</summary>
    public RuleCondition? Known(int place, int fact) =>
        _facts[fact].CodesOf(place) is { } codes && codes.Contains(-1)
            ? new(fact, [.. Enumerable.Range(0, codes.Length).Where(code => codes[code] >= 0)])
            : null;

    /// <summary>The days on which more changes than the rows of tables.</summary>
    private static IEnumerable<DateOnly> Changes(CompiledRulebook book) =>
        book
            .Index.Parameters.Values.SelectMany(history => history)
            .Select(entry => entry.From)
            .Concat(book.Layers.SelectMany(layer => (DateOnly?[])[layer.From, layer.Until]).OfType<DateOnly>());

    private static (string Name, bool IsNumber) Key(AskedFact asked) =>
        (asked.Fact.Name, asked.Fact.Kind is FactKind.Number or FactKind.Amount);
}
