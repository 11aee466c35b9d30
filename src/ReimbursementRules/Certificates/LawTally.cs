using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Laws;

namespace ReimbursementRules.Certificates;

/// <summary>Tries laws and counts what comes of them.</summary>
internal sealed class LawTally(TriedRulebook tried, ImmutableArray<Law> laws)
{
    private readonly LawResult[] _results = [.. laws.Select(law => new LawResult(law.Id, law.Sentence, 0, 0))];

    public ImmutableArray<LawResult> Results => [.. _results];

    /// <summary>Tries every law on valid claims of one member, one after another.</summary>
    /// <param name="year">The claims.</param>
    /// <param name="words">Their case in words.</param>
    public void Try(ImmutableArray<Claim> year, string words)
    {
        for (var at = 0; at < laws.Length; at++)
        {
            var (before, outcome) = (_results[at], tried.Try(laws[at], year));
            var after = before with { Claims = before.Claims + outcome.Claims };
            if (outcome.Broken is { } broken)
                after =
                    before.Failed == 0 || broken.By > before.LargestBreach
                        ? after with
                        {
                            Failed = before.Failed + 1,
                            LargestBreach = broken.By,
                            Case = words,
                        }
                        : after with
                        {
                            Failed = before.Failed + 1,
                        };
            _results[at] = after;
        }
    }
}
