using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Why a layer did not apply.</summary>
[JsonConverter(typeof(WordConverter<SkipReason>))]
public enum SkipReason
{
    /// <summary>The claim does not meet the layer's conditions.</summary>
    Conditions,

    /// <summary>The layer is not in force on the claim's day.</summary>
    NotInForce,

    /// <summary>Another layer applies instead.</summary>
    Replaced,

    /// <summary>The layer has been used as often as it may be.</summary>
    UsedUp,

    /// <summary>The table has no standard for this case.</summary>
    NoStandard,

    /// <summary>The claim was refused as a whole.</summary>
    Refused,

    /// <summary>The claim states what the layer has paid or left, or what another has that stands in its place.</summary>
    Stated,
}

/// <summary>A layer that did not apply.</summary>
/// <param name="Layer">The layer's id.</param>
/// <param name="Title">The layer's title.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Conditions">The layer's conditions as the policy states them; empty where it has none.</param>
public sealed partial record SkippedLayer(string Layer, BilingualText Title, SkipReason Reason, string Conditions)
{
    /// <summary>The conditions that the claim does not meet and what it answers, such as <c>setting: inpatient (here outpatient)</c>; null
    /// where it fails for another reason, or where a settlement that was read does not tell.</summary>
    public BilingualText? Unmet { get; init; }

    /// <inheritdoc cref="SkippedLayer" path="/param[@name='Layer']/node()"/>
    public string Layer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Layer);

    /// <inheritdoc cref="SkippedLayer" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <inheritdoc cref="SkippedLayer" path="/param[@name='Reason']/node()"/>
    public SkipReason Reason
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Reason);

    /// <inheritdoc cref="SkippedLayer" path="/param[@name='Conditions']/node()"/>
    public string Conditions
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Conditions);
}
