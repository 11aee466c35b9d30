using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>The funds that a target names: by their national codes, or by the payers' own names.</summary>
internal sealed record FundsPolicy(IReadOnlyList<Node> Names)
{
    public static FundsPolicy Read(Node node)
    {
        FundsPolicy funds = new(node.IsSequence ? node.Items() : [node]);
        foreach (var name in funds.Names)
            name.Text();
        return funds;
    }

    public bool Has(string payer, string? nationalFund) => Names.Any(name => name.Raw == payer || name.Raw == nationalFund);

    /// <summary>Notes the names that are no payers. A code may be one that the rulebook does not have.</summary>
    public void Check(IndexPolicy index)
    {
        foreach (var name in Names.Where(name => name.Raw is [>= 'a' and <= 'z', ..] && index.Payers.All(payer => payer.Id != name.Raw)))
        {
            var hint = Spelling.Hint(name.Raw, index.Payers.Select(payer => payer.Id));
            name.Wrong(
                "payer.unknown",
                $"'{name.Raw}' is not a payer of index.yaml.{hint.En}",
                $"index.yaml 中没有支付方“{name.Raw}”。{hint.Zh}"
            );
        }
    }
}
