using System.Collections.Immutable;

namespace ReimbursementRules.Engines.Rete;

/// <summary>The conditions of a network, each once, and the order in which rules ask them.</summary>
/// <remarks>What most rules ask comes first: then rules share the longest beginnings, and a question that fails there is done with all of
/// them.</remarks>
internal sealed class Conditions
{
    /// <summary>The most different conditions on one fact that are asked one beside the other; more stand in groups.</summary>
    private const int MostBeside = 32;

    private readonly RuleSet _rules;
    private readonly Dictionary<RuleCondition, WordCondition> _known = new(new SameCodes());
    private readonly Dictionary<RuleCondition, int> _asked = new(new SameCodes());
    private readonly HashSet<int> _grouped;

    public Conditions(RuleSet rules)
    {
        _rules = rules;
        foreach (var condition in rules.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Conditions))
            _asked[condition] = _asked.GetValueOrDefault(condition) + 1;
        _grouped =
        [
            .. _asked.Keys.GroupBy(condition => condition.Fact).Where(ofFact => ofFact.Count() > MostBeside).Select(ofFact => ofFact.Key),
        ];
    }

    /// <summary>The conditions of a row, those first that most rows ask.</summary>
    public IEnumerable<Condition> Of(RuleRow row) =>
        row
            .Conditions.OrderByDescending(condition => _asked[condition])
            .ThenBy(condition => condition.Fact)
            .ThenBy(condition => condition.Codes.FirstOrDefault())
            .SelectMany(condition => Groups(condition).Append(condition))
            .Select(Known);

    public WordCondition Known(RuleCondition condition)
    {
        if (!_known.TryGetValue(condition, out var known))
            _known.Add(condition, known = new(_rules.Facts[condition.Fact], condition));
        return known;
    }

    /// <summary>Wider conditions that follow from one of many on the same fact, the widest first: a search tree in the network.</summary>
    private IEnumerable<RuleCondition> Groups(RuleCondition condition)
    {
        if (condition.Codes.IsEmpty || !_grouped.Contains(condition.Fact))
            yield break;
        var words = _rules.Facts[condition.Fact].Words.Length;
        for (var width = Widest(words); width > 1; width /= MostBeside)
        {
            var group = condition.Codes[0] / width;
            if (condition.Codes[^1] / width == group)
                yield return new(condition.Fact, [.. Enumerable.Range(group * width, Math.Min(width, words - group * width))]);
        }
    }

    private static int Widest(int words)
    {
        var width = MostBeside;
        while (width * MostBeside < words)
            width *= MostBeside;
        return width;
    }

    private sealed class SameCodes : IEqualityComparer<RuleCondition>
    {
        public bool Equals(RuleCondition? x, RuleCondition? y) => x!.Fact == y!.Fact && x.Codes.AsSpan().SequenceEqual(y.Codes.AsSpan());

        public int GetHashCode(RuleCondition obj) =>
            HashCode.Combine(obj.Fact, obj.Codes.Length, obj.Codes.FirstOrDefault(), obj.Codes.LastOrDefault());
    }
}
