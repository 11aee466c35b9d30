using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>One line of a CSV file: cells between commas, in double quotes where they hold commas or quotes (which are doubled).</summary>
/// <remarks>A cell never runs over a line end, so that a quote that is not closed costs one line and not the rest of the file.</remarks>
/// <param name="Line">The line, from 1.</param>
/// <param name="Cells">The cells; blank ones are empty.</param>
/// <param name="Problem">What is wrong with the line; null where nothing is.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells, Problem? Problem)
{
    /// <summary>The line as it stands.</summary>
    public required InputLine Raw { get; init; }

    /// <summary>Whether nothing stands in the line but commas, as spreadsheets leave lines behind the last.</summary>
    public bool IsBlank => Problem?.Code is null or "csv.cells" && Cells.All(cell => cell.Length == 0);

    /// <summary>Splits a line. A broken one keeps what cells can be told, so that it is known whose it is.</summary>
    /// <param name="file">The name of the input.</param>
    /// <param name="line">The line.</param>
    /// <param name="columns">How many cells are expected; null for the header.</param>
    public static CsvRow Of(string file, InputLine line, int? columns)
    {
        var text = Encoding.UTF8.GetString(line.Bytes ?? []);
        var cells = new List<string>();
        var closed = true;
        for (var at = 0; at <= text.Length; at++)
            closed = Cell(text, ref at, cells) && closed;
        return new(line.Number, cells, Wrong()) { Raw = line };

        Problem? Wrong() =>
            line.Bytes is null ? At("file.size", new("the line is longer than 8 MiB.", "此行超过 8 MiB。"))
            : text.Contains('\uFFFD') ? At("file.encoding", new("the line is not valid UTF-8.", "此行不是有效的 UTF-8 文本。"))
            : !closed
                ? At(
                    "csv.quote",
                    new(
                        "a quote is not closed before the comma or the end of the line, or stands within a cell. Put the "
                            + "cell in quotes, and double each quote in it.",
                        "引号未在逗号或行尾前闭合，或出现在单元格中间。请给单元格加引号，并将其中的引号写两次。"
                    )
                )
            : cells.Count != (columns ?? cells.Count)
                ? At(
                    "csv.cells",
                    new(
                        $"the line has {cells.Count} cells, the header has {columns}.",
                        $"此行有 {cells.Count} 个单元格，表头有 {columns} 个。"
                    )
                )
            : null;

        Problem At(string code, BilingualText words) => new(new(file, line.Number, 1), code, words);
    }

    /// <summary>Takes the cell that begins at <paramref name="at"/>, and leaves it at the comma behind; false where its quotes are
    /// wrong.</summary>
    private static bool Cell(string text, ref int at, List<string> cells)
    {
        if (at == text.Length || text[at] != '"')
        {
            var comma = text.IndexOf(',', at);
            var plain = text[at..(comma < 0 ? text.Length : comma)];
            cells.Add(plain.Trim());
            at += plain.Length;
            return !plain.Contains('"');
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else
                break;
        cells.Add(cell.ToString().Trim());
        var closed = at < text.Length && (at + 1 == text.Length || text[at + 1] == ',');
        at++;
        return closed;
    }
}
