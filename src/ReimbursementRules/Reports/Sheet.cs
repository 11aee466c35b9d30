using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>A settlement worded in one language, for whoever draws it: the same sheet stands behind text and HTML.</summary>
internal sealed record Sheet
{
    public required string Title { get; init; }

    public required string? Reversal { get; init; }

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
);

internal sealed record SheetColumn(string Title, bool IsAmount);

/// <summary>The steps of one layer, or of one gate that refuses.</summary>
internal sealed record SheetLayer(string Title, string Id, IReadOnlyList<SheetStep> Steps);

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
