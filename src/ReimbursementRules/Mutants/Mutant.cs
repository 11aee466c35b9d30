using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Mutants;

/// <summary>One change in the policy files of a folder.</summary>
/// <param name="Place">Where it is made.</param>
/// <param name="Context">What stands around it, for claims that reach it.</param>
/// <param name="Ways">How it is made: the next way where the loader refuses the one before, such as a whole number in place of a
/// cent.</param>
internal sealed record Mutant(FilePlace Place, MutantContext Context, IReadOnlyList<MutantWay> Ways);

/// <summary>A way of making a change.</summary>
/// <param name="Change">What is changed, in words.</param>
/// <param name="Edits">What is written, by the name of the file.</param>
internal sealed record MutantWay(BilingualText Change, IReadOnlyList<(string File, TextEdit[] Edits)> Edits)
{
    /// <summary>Files that take each other's text; null for none.</summary>
    public (string One, string Other)? Swapped { get; init; }
}

/// <summary>What stands around a change.</summary>
/// <param name="Conditions">The conditions that decide whether a claim comes to it, the outermost first.</param>
/// <param name="Row">The row, dated value or gate that has it; null where none has.</param>
/// <param name="Numbers">The numbers that are changed, before and after.</param>
/// <param name="Days">The days that are changed, and those on which what is changed begins.</param>
internal sealed record MutantContext(
    IReadOnlyList<Node> Conditions,
    FilePlace? Row,
    IReadOnlyList<decimal> Numbers,
    IReadOnlyList<DateOnly> Days
)
{
    /// <summary>Words that are left out.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The key whose word is changed; empty for any other change.</summary>
    public string Key { get; init; } = "";

    /// <summary>Nothing stands around it.</summary>
    public static MutantContext None { get; } = new([], null, [], []);
}
