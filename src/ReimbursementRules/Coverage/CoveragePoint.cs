using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>What a point of coverage is.</summary>
[JsonConverter(typeof(WordConverter<CoverageKind>))]
public enum CoverageKind
{
    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A value without rows, from its day on; or a version of a parameter or of a list.</summary>
    Value,

    /// <summary>A band of tiers, or a phase of a stay.</summary>
    Band,

    /// <summary>A way in which a step or an amount can come out.</summary>
    Branch,

    /// <summary>A gate that finds something, or does not.</summary>
    Gate,

    /// <summary>A layer that applies, or does not for one of its reasons.</summary>
    Layer,

    /// <summary>The first day of a value, a gate or a layer, or the day before it.</summary>
    Day,

    /// <summary>An episode that puts claims together, or does not.</summary>
    Episode,

    /// <summary>A criterion of a checklist that is met, or is not.</summary>
    Criterion,

    /// <summary>A target on claims that is met, or is missed.</summary>
    Target,
}

/// <summary>One thing of a rulebook that a case can reach.</summary>
/// <param name="Place">Where it stands; of a rulebook on which this one builds, with the path from here.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Of">What it belongs to, such as <c>basic.share.table</c> or <c>gates.no_card</c>.</param>
/// <param name="Branch">Which way it is, such as <c>used_up</c>; empty for rows, values and bands.</param>
/// <param name="Missing">What a case would need to reach it, a sentence.</param>
/// <param name="Cases">Where the passing cases stand that reach it, in the order of the files; empty where none does.</param>
public sealed partial record CoveragePoint(
    FilePlace Place,
    CoverageKind Kind,
    string Of,
    string Branch,
    BilingualText Missing,
    IReadOnlyList<FilePlace> Cases
)
{
    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Kind']/node()"/>
    public CoverageKind Kind
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Kind);

    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Of']/node()"/>
    public string Of
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Of);

    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Branch']/node()"/>
    public string Branch
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Branch);

    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Missing']/node()"/>
    public BilingualText Missing
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Missing);

    /// <inheritdoc cref="CoveragePoint" path="/param[@name='Cases']/node()"/>
    public IReadOnlyList<FilePlace> Cases
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Cases);

    /// <summary>True where some case reaches it.</summary>
    public bool IsReached => Cases.Count > 0;

    /// <summary>True for one of several ways that something can come out.</summary>
    public bool IsBranch => Branch.Length > 0;
}
