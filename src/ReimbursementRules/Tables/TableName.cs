using System.Globalization;

namespace ReimbursementRules.Tables;

/// <summary>The name of a table, by what it belongs to.</summary>
/// <param name="Key">Its own name, such as <c>amount</c>.</param>
internal sealed record TableName(string Key)
{
    /// <summary>The file of which it is, where that stands in the name: gates, episodes or targets; null else.</summary>
    public string? Section { get; init; }

    /// <summary>The layer, contract or other entry to which it belongs; null for one of the rulebook as a whole.</summary>
    public string? Owner { get; init; }

    /// <summary>The step or part of the owner to which it belongs; null for one of the owner itself.</summary>
    public string? Step { get; init; }

    public static TableName OfGate(string gate) => new(gate) { Section = "gates" };

    /// <summary>The name of a change of the catalogue's first shares, by its number from 1.</summary>
    public static TableName OfCatalogue(int change) =>
        new($"adjust.{change.ToString(CultureInfo.InvariantCulture)}") { Section = "catalogue" };

    /// <summary>Whether it is a change of the catalogue's first shares.</summary>
    public bool IsOfCatalogue => Section == "catalogue";

    /// <summary>Whether it is a table of a layer or of one of its steps.</summary>
    public bool IsOfLayer(string layer) => Section is null && Owner == layer;

    /// <summary>The whole name, such as <c>basic.deductible.amount</c>.</summary>
    public override string ToString() =>
        (Section, Owner, Step) switch
        {
            (null, { } owner, { } step) => $"{owner}.{step}.{Key}",
            _ => string.Join('.', ((string?[])[Section, Owner, Step, Key]).OfType<string>()),
        };
}
