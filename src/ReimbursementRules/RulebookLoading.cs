using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;

namespace ReimbursementRules;

/// <summary>Where a rulebook is read from.</summary>
public sealed partial class Rulebook
{
    /// <summary>As <see cref="Load(string, IRuleEngine)"/>, from files that need not lie on the disk.</summary>
    internal static Rulebook Load(string folder, IRuleEngine engine, PolicyStore store)
    {
        var problems = new ProblemLog();
        var policy = RulebookPolicy.Read(folder, problems, store);
        var parts = policy?.Compile(engine, problems);
        var contracts = policy is null
            ? []
            : ContractCompiler.Compile(policy.Policy.Index, policy.Contracts, engine, parts?.Book?.Register, problems);
        var contributions = policy is null ? [] : PlanCompiler.Compile(policy.Policy.Index, policy.Contributions, engine, problems);
        if (policy is not null && parts?.Book is not null && problems.IsEmpty)
            return new(policy, parts, [.. contracts.Select(contract => new ProviderContract(contract))], contributions, engine, null, null);
        Consequences.RemoveFrom(problems);
        problems.ThrowForPolicy();
        throw new InvalidOperationException("A policy without problems did not compile.");
    }
}
