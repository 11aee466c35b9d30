using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;

namespace ReimbursementRules.Settling;

/// <summary>A policy while it is compiled, with the names to which what stands beside it is bound.</summary>
internal sealed record Compilation(Policy Policy, DatedLists Lists, AskedFacts Vocabulary, Names Names, Register? Register)
{
    /// <summary>The rulebook; null after a problem.</summary>
    public CompiledRulebook? Book { get; init; }
}
