using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>A kind of case: how a file shows it, and who reads it.</summary>
/// <param name="Marks">The keys of which each makes a case one of this kind.</param>
/// <param name="Keys">All keys that it has, beside those of every case.</param>
/// <param name="Read">Reads a case of a name.</param>
internal sealed record CaseKind(IReadOnlyList<string> Marks, KeyTable Keys, Func<BilingualText, Node, Case> Read)
{
    /// <summary>Whether no other kind reads a case of this one, though it has a key of that kind too.</summary>
    public bool IsAlone { get; init; }

    public bool IsStated(Node node) => Marks.Any(mark => node.Optional(mark) is not null);
}
