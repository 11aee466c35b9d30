using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A claim as rows of a CSV file, a row for each fee item.</summary>
/// <remarks>The rows become the JSON of a claim with each cell on a line of its own, so that the line of a problem tells the
/// cell.</remarks>
internal sealed record CsvClaim(CsvTable Table, IReadOnlyList<CsvRow> Rows) : ClaimText(Rows[0].Line)
{
    /// <summary>The most rows of a claim that are settled, included. One more is kept, so that the claim is known to have too many, and no
    /// other: memory stays bounded.</summary>
    public const int MostRows = 100_000;

    private const int MostProblems = 1_000;

    private readonly List<FilePlace> _places = [];
    private readonly StringBuilder _json = new();

    public override IReadOnlyList<InputLine> Raw => [.. Rows.Select(row => row.Raw)];

    public override Claim Read()
    {
        if (Rows.Count > MostRows)
            throw new InputException([TooMany(Rows[^1])]);
        var problems = Rows.Select(row => row.Problem)
            .OfType<Problem>()
            .Concat(Unnamed())
            .Concat(Differences())
            .Take(MostProblems)
            .ToList();
        if (problems.Count > 0)
            throw new InputException(problems);
        return Claim.Parse(Json());
    }

    public IReadOnlyList<Problem> Problems()
    {
        try
        {
            Read();
            return [];
        }
        catch (InputException e)
        {
            return [.. e.Problems.Select(problem => problem with { Place = At(problem.Place) })];
        }
    }

    public override FilePlace At(FilePlace place) =>
        place.File == Table.File ? place
        : place.Line > 0 && place.Line <= _places.Count ? _places[place.Line - 1]
        : new(Table.File, Line, 1);

    private Problem TooMany(CsvRow row) =>
        new(
            new(Table.File, Line, 1),
            "claim.items",
            new(
                $"with line {row.Line} the claim has more than {MostRows} fee items, the most that are settled. Split it.",
                $"到第 {row.Line} 行为止，该单据已超过可结算的 {MostRows} 条明细。请拆分。"
            )
        );

    /// <summary>Where the first row has no id: nobody can tell which rows belong together.</summary>
    private IEnumerable<Problem> Unnamed()
    {
        if (Table.Id >= 0 && Rows[0].Problem is null && Rows[0].Cells[Table.Id].Length == 0)
            yield return new(
                new(Table.File, Rows[0].Line, Table.Id + 1),
                "csv.id",
                new(
                    "the id is blank, and no claim stands above it, so that nobody can tell which rows belong together. Write the id "
                        + "of the claim, or leave the column 'id' out where each row is a claim.",
                    "id 为空且其上没有单据，无法判断哪些行属于同一单据。请填写单据的 id；若每行即一张单据，请删去“id”列。"
                )
            );
    }

    private IEnumerable<Problem> Differences() => Rows[0].Problem is null ? Differing() : [];

    private IEnumerable<Problem> Differing() =>
        from row in Rows.Skip(1)
        from column in Table.Columns
        where
            !column.OfItem
            && row.Problem is null
            && row.Cells[column.Index].Length > 0
            && !CsvTable.Same(row.Cells[column.Index], Rows[0].Cells[column.Index])
        select new Problem(
            new(Table.File, row.Line, column.Index + 1),
            "csv.differs",
            new(
                $"'{row.Cells[column.Index]}' differs from the first row of the claim. Leave it blank, or write the same.",
                $"“{row.Cells[column.Index]}”与该单据的首行不同。请留空或写相同内容。"
            )
        );

    private string Json()
    {
        _json.Clear();
        _places.Clear();
        Put(Rows[0], 0, "{");
        Object(Rows[0], ofItem: false);
        Put(Rows[0], 0, ",\"items\":[");
        foreach (var (i, row) in Rows.Index())
        {
            Put(row, 0, i == 0 ? "{" : ",{");
            Object(row, ofItem: true);
            Put(row, 0, "}");
        }

        Put(Rows[0], 0, "]}");
        return _json.ToString();
    }

    private void Object(CsvRow row, bool ofItem)
    {
        var comma = Pairs(row, Table.Columns.Where(column => column.OfItem == ofItem && !column.IsAttribute), "");
        if (!Table.Columns.Any(column => column.OfItem == ofItem && column.IsAttribute && row.Cells[column.Index].Length > 0))
            return;
        Put(row, 0, $"{comma}\"attributes\":{{");
        Pairs(row, Table.Columns.Where(column => column.OfItem == ofItem && column.IsAttribute), "");
        Put(row, 0, "}");
    }

    private string Pairs(CsvRow row, IEnumerable<CsvColumn> columns, string comma)
    {
        foreach (var column in columns)
            if (row.Cells[column.Index] is { Length: > 0 } cell)
            {
                Put(row, column.Index, $"{comma}\"{column.Key}\":\"{JsonEncodedText.Encode(cell)}\"");
                comma = ",";
            }

        return comma;
    }

    private void Put(CsvRow row, int column, string json)
    {
        _places.Add(new(Table.File, row.Line, column + 1));
        _json.Append(json).Append('\n');
    }
}
