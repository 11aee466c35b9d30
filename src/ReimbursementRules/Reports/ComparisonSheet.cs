using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>A comparison worded in one language, for whoever draws it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Facts">What is compared.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Cases">The cases that are affected.</param>
/// <param name="TooLarge">The tables that were not compared.</param>
/// <param name="Effect">What it comes to over claims; null where none were handed in.</param>
internal sealed record ComparisonSheet(
    string Title,
    IReadOnlyList<SheetFact> Facts,
    IReadOnlyList<SheetChange> Changes,
    SheetTable Cases,
    IReadOnlyList<string> TooLarge,
    SheetEffect? Effect
)
{
    /// <summary>The sentence with which it begins; null where no claims were handed in.</summary>
    public string? Lead { get; init; }
}

/// <summary>A change: what it is, the old and the new value, and where each stands.</summary>
internal sealed record SheetChange(
    string Where,
    string Kind,
    string Says,
    IReadOnlyList<string> Cases,
    IReadOnlyList<(string Side, PolicySource Source)> Sources
);

/// <summary>What a comparison comes to over claims.</summary>
internal sealed record SheetEffect(
    SheetTable Patients,
    SheetTable Bearers,
    SheetTable? Groups,
    IReadOnlyList<SheetTable> Most,
    IReadOnlyList<SheetTraces> Traces,
    IReadOnlyList<SheetUnsettled> Unsettled,
    IReadOnlyList<EffectBin> Bins
);

/// <summary>The steps by which each rulebook settles a claim that is listed; null of one that does not settle it.</summary>
/// <remarks>Rows of a page lead to it by its id.</remarks>
internal sealed record SheetTraces(string Id, string Head, IReadOnlyList<SheetLayer>? Before, IReadOnlyList<SheetLayer>? After);

/// <summary>A claim that not both settle, and why, a line for each problem.</summary>
/// <remarks>It leads to its steps by the one rulebook that settles it, to nothing where neither does.</remarks>
internal sealed record SheetUnsettled(string Head, string? LeadsTo, IReadOnlyList<string> Problems);
