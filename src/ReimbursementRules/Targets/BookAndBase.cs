using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Targets;

/// <summary>A rulebook and its base, compiled beside each other so that each tells apart what the other does.</summary>
internal sealed record BookAndBase(CompiledRulebook Book, IReadOnlyList<Target> Targets, CompiledRulebook Base)
{
    /// <summary>Reads both again; null where there is no base that is a rulebook of its own.</summary>
    /// <exception cref="PolicyException">The base has problems.</exception>
    public static BookAndBase? Load(string folder, CompiledRulebook book)
    {
        if (book.Base is not { } path || !File.Exists(Path.Combine(path, "index.yaml")))
            return null;
        var below = Compile(path, book.Asked).Book!;
        var above = Compile(folder, below.Asked);
        return new(above.Book!, above.Targets.OfTables, below);
    }

    private static ClaimParts Compile(string folder, IReadOnlyList<AskedFact> beside)
    {
        var problems = new ProblemLog();
        var parts = RulebookPolicy.Read(folder, problems)?.Compile(new GridEngine(), problems, beside);
        problems.ThrowForPolicy();
        return parts!;
    }
}
