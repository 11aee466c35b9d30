using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>What became of a target.</summary>
[JsonConverter(typeof(WordConverter<TargetStatus>))]
public enum TargetStatus
{
    /// <summary>Every case that it asks is within the bound.</summary>
    Met,

    /// <summary>Some case is beyond the bound.</summary>
    Missed,

    /// <summary>The rulebook has no such step, no such case, or not the parameter that the bound is computed from.</summary>
    NotAsked,
}

/// <summary>A target held against a rulebook's tables, by the values in force last.</summary>
/// <param name="Id">The target's name.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Status">What became of it.</param>
/// <param name="IsWish">True where its text asks it in principle, so that a miss fails nothing.</param>
/// <param name="Misses">Where and by how much it is missed: one for each row that is beyond the bound.</param>
public sealed partial record TargetResult(string Id, BilingualText Title, TargetStatus Status, bool IsWish, IReadOnlyList<Problem> Misses)
{
    /// <inheritdoc cref="TargetResult" path="/param[@name='Id']/node()"/>
    public string Id
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Id);

    /// <inheritdoc cref="TargetResult" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="TargetResult" path="/param[@name='Status']/node()"/>
    public TargetStatus Status
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Status);

    /// <inheritdoc cref="TargetResult" path="/param[@name='Misses']/node()"/>
    public IReadOnlyList<Problem> Misses
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Misses);

    /// <summary>Where a value that should fall or rise stays the same: in order, yet worth a look. One for each row.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>How far the case that is nearest to the bound lies from it, or, where the target is missed, the one that is farthest
    /// beyond. Null where nothing was asked, where no case has a distance, since a value has no limit or is compared with nothing, and
    /// where what is missed has none.</summary>
    public TargetMargin? Margin { get; init; }
}
