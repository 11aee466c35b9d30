using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>Finds payers by the names that a file uses.</summary>
/// <param name="payers">The payers, the member first.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class PayerNames(IReadOnlyList<ContributionPayerPolicy> payers, ProblemLog problems)
{
    /// <summary>The name of the sum of all, where one may be asked for.</summary>
    private const string Total = "total";

    private readonly Dictionary<string, int> _places = payers
        .Index()
        .DistinctBy(payer => payer.Item.Id, StringComparer.Ordinal)
        .ToDictionary(payer => payer.Item.Id, payer => payer.Index, StringComparer.Ordinal);

    /// <summary>The place of a payer; -1 after a problem.</summary>
    public int Find(Word word) => Find(word, []);

    /// <summary>The place of a payer, or null for the total, or after a problem.</summary>
    public int? FindOrTotal(Word word) => word.Text != Total && Find(word, [Total]) is >= 0 and var at ? at : null;

    private int Find(Word word, IEnumerable<string> more)
    {
        var name = word.Text;
        if (_places.TryGetValue(name, out var at))
            return at;
        var hint = problems.Hint(name, payers.Select(payer => payer.Id).Concat(more));
        problems.Wrong(
            word,
            "payer.unknown",
            $"'{name}' is not a payer of contributions.yaml.{hint.En}",
            $"contributions.yaml 中没有支付方“{name}”。{hint.Zh}"
        );
        return -1;
    }
}
