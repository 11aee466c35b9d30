using System.Globalization;
using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>What a margin is counted in: that of the bound itself.</summary>
[JsonConverter(typeof(WordConverter<MarginUnit>))]
public enum MarginUnit
{
    /// <summary>Percentage points of a rate.</summary>
    Points,

    /// <summary>Yuan of an amount.</summary>
    Yuan,

    /// <summary>Percent of the amount that the bound is a share of.</summary>
    Percent,
}

/// <summary>How far the case that is nearest to a bound lies from it.</summary>
/// <param name="By">The distance: 0 at the bound, above 0 within it, below 0 beyond it. Exact; in percent rounded down to four
/// decimals.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Place">The row of the case; of several cases as near, that of the first.</param>
/// <param name="Case">The case in words, such as <c>hospital.level: three</c>; empty where there is only one.</param>
public sealed partial record TargetMargin(decimal By, MarginUnit Unit, FilePlace Place, string Case)
{
    /// <inheritdoc cref="TargetMargin" path="/param[@name='Unit']/node()"/>
    public MarginUnit Unit
    {
        get;
        init => field = Given.Word(value);
    } = Given.Word(Unit);

    /// <inheritdoc cref="TargetMargin" path="/param[@name='Place']/node()"/>
    public FilePlace Place
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Place);

    /// <inheritdoc cref="TargetMargin" path="/param[@name='Case']/node()"/>
    public string Case
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Case);

    /// <summary>The distance with its unit, such as <c>5 points</c> or <c>1,200.00 yuan</c>.</summary>
    public BilingualText Words =>
        Unit switch
        {
            MarginUnit.Points => new($"{Number} points", $"{Number} 个百分点"),
            MarginUnit.Yuan => new(
                $"{By.ToString("#,##0.00", CultureInfo.InvariantCulture)} yuan",
                $"{By.ToString("#,##0.00", CultureInfo.InvariantCulture)} 元"
            ),
            MarginUnit.Percent => new($"{Number}%", $"{Number}%"),
            _ => throw UnknownKind.Of(Unit),
        };

    private string Number => By.ToString("0.################", CultureInfo.InvariantCulture);
}
