using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>A settlement worded in one language, for whoever draws it: the same sheet stands behind text and HTML.</summary>
internal sealed record Sheet
{
    public required string Title { get; init; }

    public required string? Reversal { get; init; }

    /// <summary>The sentence with which it begins.</summary>
    public required string Lead { get; init; }

    /// <summary>Its amounts in capitals; null where the language has none.</summary>
    public required string? Capitals { get; init; }

    /// <summary>The unit of its amounts.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<SheetFact> Facts { get; init; }

    public required SheetTable Payers { get; init; }

    public required IReadOnlyList<SheetTable> Items { get; init; }

    public required SheetTable Parts { get; init; }

    public required IReadOnlyList<SheetLayer> Layers { get; init; }

    public required IReadOnlyList<SheetNote> Findings { get; init; }

    public required IReadOnlyList<SheetNote> Skipped { get; init; }

    public required SheetTable History { get; init; }
}

internal sealed record SheetFact(string Name, string Value);

/// <summary>A table; the total, where there is one, stands below the rows.</summary>
internal sealed record SheetTable(
    string Title,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string>? Total
)
{
    /// <summary>For each row the id of what it leads to on a page; a row beyond them leads nowhere.</summary>
    public IReadOnlyList<string> LeadsTo { get; init; } = [];
}

internal sealed record SheetColumn(string Title, bool IsAmount);

/// <summary>The steps of one layer, or of one gate that refuses.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Steps">The steps that found something to work on.</param>
/// <param name="Folded">The steps that did not, on one line; null where all did.</param>
internal sealed record SheetLayer(string Title, IReadOnlyList<SheetStep> Steps, string? Folded);

internal sealed record SheetStep(
    string Title,
    string Base,
    string Rate,
    string Amount,
    string Says,
    IReadOnlyList<string> Moves,
    IReadOnlyList<PolicySource> Sources
);

internal sealed record SheetNote(string Head, string Says, PolicySource? Source);
