using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>A case as its file states it; each kind says what it has, and lies with what it is an example of.</summary>
/// <param name="Name">A sentence, in one language or both.</param>
/// <param name="Place">Where it stands.</param>
internal abstract record Case(BilingualText Name, FilePlace Place)
{
    /// <summary>Whether nobody has answered for it yet: what it expects was taken from the program's answer.</summary>
    public bool IsUnsigned { get; init; }
}

/// <summary>What came of a case.</summary>
/// <param name="Name">The case's name, a sentence; the same in both languages where its file gives one.</param>
/// <param name="Place">Where the case stands.</param>
/// <param name="Mismatches">What differs from what the case expects; empty where it passes.</param>
public sealed partial record CaseResult(BilingualText Name, FilePlace Place, IReadOnlyList<Problem> Mismatches)
{
    /// <inheritdoc cref="CaseResult" path="/param[@name='Name']/node()"/>
    public BilingualText Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="CaseResult" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="CaseResult" path="/param[@name='Mismatches']/node()"/>
    public IReadOnlyList<Problem> Mismatches
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Mismatches);

    /// <summary>True where nobody has answered for the case yet (<c>unsigned: true</c>): what it expects was taken from the program's
    /// answer.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>True where everything came out as the case expects.</summary>
    public bool Passed => Mismatches.Count == 0;
}
