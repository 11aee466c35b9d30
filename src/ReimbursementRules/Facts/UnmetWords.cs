using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Says which conditions a claim does not meet, and what it answers.</summary>
internal static class UnmetWords
{
    /// <summary>What an open fact answers where nothing is stated.</summary>
    private const string Nothing = "none";

    /// <summary>The conditions that are not met, of the alternative of which the fewest are not; null where all of one are met.</summary>
    /// <param name="alternatives">The rows of the conditions, one for each period of a list.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="question">The claim.</param>
    public static BilingualText? Of(IEnumerable<RuleRow> alternatives, IReadOnlyList<AskedFact> asked, in Asked question)
    {
        List<RuleCondition>? fewest = null;
        foreach (var row in alternatives)
        {
            var unmet = Unmet(row, asked, question);
            if (unmet.TrueForAll(condition => !asked[condition.Fact].IsDay) && unmet.Count < (fewest?.Count ?? int.MaxValue))
                fewest = unmet;
        }

        if (fewest is null or [])
            return null;
        var said = new List<BilingualText>(fewest.Count);
        foreach (var condition in fewest)
            said.Add(Said(asked[condition.Fact], condition, question));
        return new(string.Join("; ", said.Select(one => one.En)), string.Join("；", said.Select(one => one.Zh)));
    }

    private static List<RuleCondition> Unmet(RuleRow row, IReadOnlyList<AskedFact> asked, in Asked question)
    {
        var unmet = new List<RuleCondition>();
        foreach (var condition in row.Conditions)
            if (asked[condition.Fact].CodeOf(question) is >= 0 and var code && !condition.Codes.Contains(code))
                unmet.Add(condition);
        return unmet;
    }

    private static BilingualText Said(AskedFact asked, RuleCondition condition, in Asked question)
    {
        var wanted = ConditionWords.Of(asked, condition.Codes) ?? asked.Fact.Title;
        var answer = Answer(asked, question);
        return new($"{wanted.En} (here {answer.En})", $"{wanted.Zh}（本次：{answer.Zh}）");
    }

    private static BilingualText Answer(AskedFact asked, in Asked question) =>
        asked.Fact.Kind switch
        {
            FactKind.Words => asked.Fact.WordTitle(asked.Fact.Words[asked.CodeOf(question)]),
            FactKind.Open => asked.Fact.TextOf!(question) is { } text and not Nothing ? Plain(text) : new(Nothing, "无"),
            FactKind.Amount => Plain(Money.FromCents(asked.Fact.NumberOf!(question) ?? 0).ToReadable()),
            FactKind.Number => Plain(asked.Fact.Show(asked.Fact.NumberOf!(question) ?? 0)),
            _ => throw UnknownKind.Of(asked.Fact.Kind),
        };

    private static BilingualText Plain(string text) => new(text, text);
}
