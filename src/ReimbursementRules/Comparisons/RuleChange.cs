using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Something that one rulebook says and the other does not, or says otherwise.</summary>
/// <param name="Where">What it is, such as <c>basic.deductible.amount</c>.</param>
/// <param name="Before">What the first rulebook says; null where it says nothing.</param>
/// <param name="After">What the second says; null where it says nothing.</param>
/// <param name="Cases">The cases in which they say so, one line each; together all of them, and none twice. Empty where it is so in every
/// case.</param>
public sealed partial record RuleChange(string Where, StatedValue? Before, StatedValue? After, ImmutableArray<PolicyWords> Cases)
{
    /// <inheritdoc cref="RuleChange" path="/param[@name='Where']/node()"/>
    public string Where
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Where);

    /// <inheritdoc cref="RuleChange" path="/param[@name='Cases']/node()"/>
    public ImmutableArray<PolicyWords> Cases
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Cases);

    /// <summary>Whether it was added, removed or changed.</summary>
    public ChangeKind Kind =>
        Before is null ? ChangeKind.Added
        : After is null ? ChangeKind.Removed
        : ChangeKind.Changed;
}

/// <summary>What a rulebook says.</summary>
/// <param name="Says">The value on one line.</param>
/// <param name="Source">Where it stands, with its reference.</param>
public sealed partial record StatedValue(PolicyWords Says, PolicySource Source)
{
    internal StatedValue(string says, PolicySource source)
        : this(PolicyWords.Same(says), source) { }

    /// <inheritdoc cref="StatedValue" path="/param[@name='Says']/node()"/>
    public PolicyWords Says
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Says);

    /// <inheritdoc cref="StatedValue" path="/param[@name='Source']/node()"/>
    public PolicySource Source
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Source);
}

/// <summary>What became of something that a rulebook says.</summary>
[JsonConverter(typeof(WordConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>Only the second rulebook says it.</summary>
    Added,

    /// <summary>Only the first rulebook says it.</summary>
    Removed,

    /// <summary>Both say it, and not the same.</summary>
    Changed,
}

/// <summary>Cases in which a table says one thing in one rulebook and another in the other, whichever rows say so.</summary>
/// <param name="Where">The table.</param>
/// <param name="Facts">The cases, such as <c>hospital.level: three; location: in_area</c>; empty for every case.</param>
/// <param name="Before">What the first rulebook says in them; null for nothing.</param>
/// <param name="After">What the second says; null for nothing.</param>
public sealed partial record AffectedCases(string Where, PolicyWords Facts, PolicyWords? Before, PolicyWords? After)
{
    /// <inheritdoc cref="AffectedCases" path="/param[@name='Where']/node()"/>
    public string Where
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Where);

    /// <inheritdoc cref="AffectedCases" path="/param[@name='Facts']/node()"/>
    public PolicyWords Facts
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Facts);
}
