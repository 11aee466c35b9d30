using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>The funds that a target names: by their national codes, or by the payers' own names.</summary>
internal sealed record FundsPolicy(IReadOnlyList<Word> Names)
{
    public static FundsPolicy Read(Node node) => new([.. (node.IsSequence ? node.Items() : [node]).Select(name => name.Word())]);

    public bool Has(string payer, string? nationalFund) => Names.Any(name => name.Text == payer || name.Text == nationalFund);

    /// <summary>Notes the names that are no payers. A code may be one that the rulebook does not have.</summary>
    public void Check(IndexPolicy index, ProblemLog problems)
    {
        foreach (var name in Names.Where(name => name.Text is [>= 'a' and <= 'z', ..] && index.PlaceOf(name.Text) == 0))
        {
            var hint = problems.Hint(name.Text, index.Payers.Select(payer => payer.Id));
            problems.Wrong(
                name,
                "payer.unknown",
                $"'{name.Text}' is not a payer of index.yaml.{hint.En}",
                $"index.yaml 中没有支付方“{name.Text}”。{hint.Zh}"
            );
        }
    }
}
