using System.Text;

namespace ReimbursementRules.Yaml;

/// <summary>Builds nodes from a CSV file: a list of rows, the header first, each a list of cells. The column of a node is the number of
/// its cell, from 1.</summary>
/// <remarks>A cell never runs over a line end, so that a quote that is not closed costs one line and not the rest of the file.</remarks>
internal static class CsvNodes
{
    /// <summary>Reads a text; null where it has no line.</summary>
    /// <param name="file">The name of the file in messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="problems">Takes what is wrong with a line.</param>
    public static Node? Read(string file, string text, ProblemLog problems)
    {
        var nodes = new NodeFile(file, problems);
        Node? sheet = null;
        List<Node> rows = [];
        foreach (var (i, line) in text.Split('\n').Index())
        {
            var (cells, isClosed) = Cells(line.TrimEnd('\r'));
            if (cells.TrueForAll(cell => cell.Length == 0))
                continue;
            sheet ??= new(NodeKind.Sequence, nodes, i + 1, 1);
            var row = new Node(NodeKind.Sequence, sheet, i + 1, 1);
            row.Have([.. cells.Select((cell, at) => new Node(NodeKind.Scalar, row, i + 1, at + 1, nodes.Shared(cell), quoted: true))]);
            if (!isClosed)
                row.Wrong(
                    "csv.quote",
                    "a quote is not closed before the comma or the end of the line, or stands within a cell. Put the cell in quotes, and "
                        + "write each quote in it twice.",
                    "引号未在逗号或行尾前闭合，或出现在单元格中间。请给单元格加引号，并将其中的引号写两次。"
                );
            else if (rows.Count > 0 && cells.Count != rows[0].Elements.Count)
                row.Wrong(
                    "csv.cells",
                    $"the line has {cells.Count} cells, the header has {rows[0].Elements.Count}.",
                    $"此行有 {cells.Count} 个单元格，表头有 {rows[0].Elements.Count} 个。"
                );
            else
                rows.Add(row);
        }

        sheet?.Have([.. rows]);
        return sheet;
    }

    /// <summary>The cells of a line, and whether their quotes are right.</summary>
    private static (List<string> Cells, bool IsClosed) Cells(string line)
    {
        List<string> cells = [];
        var isClosed = true;
        for (var at = 0; at <= line.Length; at++)
            isClosed = Cell(line, ref at, cells) && isClosed;
        return (cells, isClosed);
    }

    /// <summary>Takes the cell that begins at a place, and leaves the place at the comma behind; false where its quotes are
    /// wrong.</summary>
    private static bool Cell(string line, ref int at, List<string> cells)
    {
        if (at == line.Length || line[at] != '"')
        {
            var comma = line.IndexOf(',', at);
            var plain = line[at..(comma < 0 ? line.Length : comma)];
            cells.Add(plain.Trim());
            at += plain.Length;
            return !plain.Contains('"', StringComparison.Ordinal);
        }

        var cell = new StringBuilder();
        for (at++; at < line.Length; at++)
            if (line[at] != '"')
                cell.Append(line[at]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[at++]);
            else
                break;
        cells.Add(cell.ToString().Trim());
        var isClosed = at < line.Length && (at + 1 == line.Length || line[at + 1] == ',');
        at++;
        return isClosed;
    }
}
