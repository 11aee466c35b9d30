using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Checks;

/// <summary>A rulebook and its base, compiled beside each other so that each tells apart what the other does.</summary>
internal sealed record BookAndBase(CompiledRulebook Book, CompiledRulebook Base)
{
    /// <summary>Reads both again; null where there is no base that is a rulebook of its own.</summary>
    /// <exception cref="PolicyException">The base has problems.</exception>
    public static BookAndBase? Load(string folder, CompiledRulebook book)
    {
        if (book.Base is not { } path || !File.Exists(Path.Combine(path, "index.yaml")))
            return null;
        var below = Compile(path, book.Asked);
        return new(Compile(folder, below.Asked), below);
    }

    private static CompiledRulebook Compile(string folder, IReadOnlyList<AskedFact> beside)
    {
        var problems = new ProblemLog();
        var policy = PolicyReader.Read(folder, StepCompiler.Read, problems);
        var book = policy is null ? null : RulebookCompiler.Compile(policy, new GridEngine(), problems, beside);
        problems.ThrowForPolicy();
        return book!;
    }
}
