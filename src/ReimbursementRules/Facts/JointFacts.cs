using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Facts;

/// <summary>Everything that several sides ask, such as two rulebooks, in words that fit all of them, so that a case of one is a case of
/// each.</summary>
internal sealed class JointFacts
{
    private readonly IReadOnlyList<AskedFact>[] _sides;
    private readonly List<JointFact> _facts = [];
    private readonly Dictionary<(string Name, bool IsNumber), int> _places = [];

    /// <param name="sides">What each side asks, by the place of the fact in its conditions.</param>
    /// <param name="start">The first day that is looked at.</param>
    /// <param name="changes">The days on which more changes than the rows of tables.</param>
    public JointFacts(IReadOnlyList<AskedFact>[] sides, DateOnly start, IEnumerable<DateOnly> changes)
    {
        _sides = sides;
        Start = start;
        var days = Enum.GetValues<DecidingDay>().Select(day => new AskedFact(AskedFacts.DayFact(day), -1, new("", 0, 0))).ToList();
        long[] cuts = [start.DayNumber, .. changes.Where(day => day > start).Select(day => (long)day.DayNumber)];
        foreach (var asked in sides.SelectMany(side => side).Concat(days).DistinctBy(Key))
        {
            AskedFact?[] each = [.. sides.Select(side => side.FirstOrDefault(one => Key(one) == Key(asked)))];
            _places.Add(Key(asked), _facts.Count);
            _facts.Add(
                Key(asked).IsNumber
                    ? JointFact.OfNumbers(each.All(one => one is null) ? [.. each.Select(_ => asked)] : each, asked.IsDay ? cuts : [])
                    : JointFact.OfWords(each)
            );
        }

        RuleFacts = [.. _facts.Select(fact => new RuleFact(fact.Name, [.. Enumerable.Range(0, fact.Count).Select(fact.Word)]))];
    }

    /// <summary>The first day that is looked at.</summary>
    public DateOnly Start { get; }

    public ImmutableArray<RuleFact> RuleFacts { get; }

    public JointFact this[int fact] => _facts[fact];

    /// <summary>The place here of a fact that a side asks.</summary>
    public int PlaceOf(int side, int asked) => _places[Key(_sides[side][asked])];

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

    /// <summary>A table of one side in the words of all.</summary>
    public RuleTable Joint(int side, RuleTable table) =>
        table with
        {
            Rows = [.. table.Rows.Select(row => row with { Conditions = Joint(side, row.Conditions) })],
            Within = [.. table.Within.Select(box => Joint(side, box))],
        };

    /// <summary>Conditions of one side in the words of all.</summary>
    public ImmutableArray<RuleCondition> Joint(int side, IEnumerable<RuleCondition> conditions) =>
        [.. conditions.Select(condition => Joint(side, condition))];

    /// <summary>The words of a fact that a side knows, as a condition; null where it knows all.</summary>
    public RuleCondition? Known(int side, int fact) =>
        _facts[fact].CodesOf(side) is { } codes && codes.Contains(-1)
            ? new(fact, [.. Enumerable.Range(0, codes.Length).Where(code => codes[code] >= 0)])
            : null;

    private RuleCondition Joint(int side, RuleCondition condition)
    {
        var fact = _places[Key(_sides[side][condition.Fact])];
        return new(fact, [.. condition.Codes.SelectMany(code => _facts[fact].CodesHere(side)[code]).Order()]);
    }

    private static (string Name, bool IsNumber) Key(AskedFact asked) =>
        (asked.Fact.Name, asked.Fact.Kind is FactKind.Number or FactKind.Amount);
}
