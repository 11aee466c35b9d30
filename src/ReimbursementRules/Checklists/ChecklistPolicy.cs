using ReimbursementRules.Values;

namespace ReimbursementRules.Checklists;

/// <summary>What an applicant must be or have, criterion by criterion.</summary>
internal sealed record ChecklistPolicy(string Id, BilingualText Title, IReadOnlyList<CriterionPolicy> Criteria);

/// <summary>One criterion.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Days">The days on which it holds.</param>
/// <param name="Needs">What the answer must be.</param>
/// <param name="When">The answers for which it is asked at all; none for every applicant.</param>
/// <param name="Message">What the applicant reads where it is not met.</param>
/// <param name="Source">The reference.</param>
internal sealed record CriterionPolicy(
    string Id,
    DayRange Days,
    AnswerPolicy Needs,
    IReadOnlyList<AnswerPolicy> When,
    BilingualText Message,
    PolicySource Source
);

/// <summary>What an answer must be: one of some words, none of them, or a number in a range.</summary>
/// <param name="Asks">The question's name.</param>
/// <param name="Words">The words; empty for a range.</param>
/// <param name="IsNot">True where the answer must be none of the words.</param>
/// <param name="From">The least number, included; null without end.</param>
/// <param name="Below">The number above all, not included; null without end.</param>
internal sealed record AnswerPolicy(Word Asks, IReadOnlyList<string> Words, bool IsNot, decimal? From, decimal? Below)
{
    public bool IsNumber => Words.Count == 0;
}
