using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>A settlement worded in one language, for whoever draws it: the same sheet stands behind text and HTML.</summary>
internal sealed record Sheet(
    string Title,
    string? Reversal,
    IReadOnlyList<SheetFact> Facts,
    SheetTable Payers,
    IReadOnlyList<SheetTable> Items,
    SheetTable Parts,
    IReadOnlyList<SheetLayer> Layers,
    IReadOnlyList<SheetNote> Findings,
    IReadOnlyList<SheetNote> Skipped,
    SheetTable History
);

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
    string Id,
    string Base,
    string Rate,
    string Amount,
    string Says,
    IReadOnlyList<string> Moves,
    IReadOnlyList<PolicySource> Sources
);

internal sealed record SheetNote(string Head, string Says, PolicySource? Source);
