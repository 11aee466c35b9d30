using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>The name of something that a rulebook states: its own, within another's.</summary>
/// <param name="Within">What it stands within; null where it stands alone.</param>
/// <param name="Own">Its own name.</param>
internal sealed record StatedName(StatedName? Within, string Own)
{
    /// <summary>The whole name, such as <c>payers.resident_fund</c> or <c>basic.share</c>.</summary>
    public override string ToString() => Within is null ? Own : $"{Within}.{Own}";
}

/// <summary>A key and what it says on one line.</summary>
/// <param name="Key">The key; empty where a value stands alone.</param>
/// <param name="Says">What it says.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct StatedKey(string Key, string Says, FilePlace Place);

/// <summary>Something that a rulebook names, and what it says of it beside its tables.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Keys">Its keys and what they say.</param>
internal sealed record Stated(StatedName Name, PolicySource Source, IReadOnlyList<StatedKey> Keys)
{
    /// <summary>Whether it is a gate: one that only one rulebook has is told with the cases that it hits.</summary>
    public bool IsGate { get; init; }
}

/// <summary>What the files of a rulebook state beside layers and the values of tables.</summary>
/// <param name="OfIndex">What the index names, save parameters and lists, and how the catalogue treats prices above a ceiling.</param>
/// <param name="OfFiles">What stands in files of their own: gates, episodes, registers, checklists, targets.</param>
/// <param name="OfValues">Contracts and contributions, down to each dated value.</param>
internal sealed record StatedFiles(IReadOnlyList<Stated> OfIndex, IReadOnlyList<Stated> OfFiles, IReadOnlyList<Stated> OfValues)
{
    private const string From = "from";

    /// <summary>The same without the first day of the rulebook, which says nothing of a single day.</summary>
    public StatedFiles OnOneDay() =>
        this with
        {
            OfIndex =
            [
                .. OfIndex.Select(stated =>
                    stated.Name == StatedReader.Index ? stated with { Keys = [.. stated.Keys.Where(key => key.Key != From)] } : stated
                ),
            ],
        };
}
