using System.Collections.Immutable;

namespace ReimbursementRules.Engines.Rete;

/// <summary>What a rule asks of a question. Rules that ask the same share one condition, so that NRules shares their nodes.</summary>
internal abstract class Condition
{
    public abstract bool Holds(Question question);
}

/// <summary>The answer to a fact is one of some words.</summary>
/// <param name="fact">The fact.</param>
/// <param name="condition">The words, by ascending codes.</param>
internal sealed class WordCondition(RuleFact fact, RuleCondition condition) : Condition
{
    /// <summary>The most words that the text of a condition names.</summary>
    private const int MostNamed = 8;

    private readonly int _fact = condition.Fact;
    private readonly int _first = condition.Codes.FirstOrDefault(0);
    private readonly int _last = condition.Codes.LastOrDefault(-1);
    private readonly ImmutableArray<int> _codes = condition.Codes;
    private readonly bool _hasGaps = condition.Codes.LastOrDefault(-1) - condition.Codes.FirstOrDefault(0) >= condition.Codes.Length;

    public override bool Holds(Question question)
    {
        var code = question.Codes[_fact];
        return code >= _first && code <= _last && (!_hasGaps || _codes.BinarySearch(code) >= 0);
    }

    /// <summary>The condition as the graph of the network shows it.</summary>
    public override string ToString() =>
        $"{fact.Name}: "
        + $"{string.Join(" / ", _codes.Take(MostNamed).Select(code => fact.Words[code]))}{(_codes.Length > MostNamed ? " / …" : "")}";
}

/// <summary>No other row of the table applies.</summary>
/// <param name="rows">What remains to be asked of each of them.</param>
internal sealed class OtherwiseCondition(Condition[][] rows) : Condition
{
    public override bool Holds(Question question)
    {
        foreach (var row in rows)
            if (Array.TrueForAll(row, condition => condition.Holds(question)))
                return false;
        return true;
    }

    public override string ToString() => "otherwise";
}
