using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>Finds payers by the names that a file uses.</summary>
internal static class PayerNames
{
    /// <summary>The place of a payer; -1 after a problem.</summary>
    /// <param name="word">The name.</param>
    /// <param name="payers">The payers, the member first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="more">Other names that may stand there.</param>
    public static int Find(Word word, ImmutableArray<ContributionPayerPolicy> payers, ProblemLog problems, params IEnumerable<string> more)
    {
        var name = word.Text;
        var known = payers.Select(payer => payer.Id).Concat(more).ToList();
        if (known.IndexOf(name) is >= 0 and var at)
            return at;
        var hint = Spelling.Hint(name, known);
        problems.Wrong(
            word,
            "payer.unknown",
            $"'{name}' is not a payer of contributions.yaml.{hint.En}",
            $"contributions.yaml 中没有支付方“{name}”。{hint.Zh}"
        );
        return -1;
    }
}
