using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>The columns of a CSV file: keys of a claim, such as <c>member.id</c>, and keys of its items after <c>item.</c>, such as
/// <c>item.amount</c>.</summary>
internal sealed class CsvTable
{
    private const string OfItem = "item.";
    private const string Attributes = "attributes.";

    private CsvTable(string file, IReadOnlyList<string> names)
    {
        File = file;
        Columns = [.. names.Select((name, i) => Column(name, i))];
        Id = names.ToList().FindIndex(name => name == "id" || (!Ascii.IsValid(name) && Terms.FieldCalled(name) == "id"));
    }

    public string File { get; }

    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>The column of the claim's id; -1 where there is none and each row is a claim.</summary>
    public int Id { get; }

    /// <summary>The claims of an input: rows with the same id that stand together.</summary>
    /// <exception cref="BatchInputException">The header names what is no key.</exception>
    public static IEnumerable<ClaimText> In(string file, Stream input)
    {
        CsvTable? table = null;
        List<CsvRow> rows = [];
        foreach (var line in InputLines.Of(input))
        {
            if (table is null)
            {
                table = Checked(file, CsvRow.Of(file, line, null));
                continue;
            }

            var row = CsvRow.Of(file, line, table.Columns.Count);
            if (row.IsBlank)
                continue;
            if (rows.Count > 0 && !table.Continues(rows[0], row))
            {
                yield return new CsvClaim(table, rows);
                rows = [];
            }

            if (rows.Count <= CsvClaim.MostRows)
                rows.Add(row);
        }

        if (rows.Count > 0)
            yield return new CsvClaim(table!, rows);
    }

    /// <summary>The same, with the claims of each member together.</summary>
    /// <param name="file">The name of the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="portion">How many bytes of claims are held in memory.</param>
    public static IEnumerable<ClaimText> Sorted(string file, Stream input, int portion = SortedClaims.Portion)
    {
        CsvTable? table = null;
        using var sorted = new SortedClaims(lines => table!.Claim(lines), portion);
        foreach (var claim in sorted.Of(In(file, input).Select(Known)))
            yield return claim;

        ClaimText Known(ClaimText claim)
        {
            table ??= ((CsvClaim)claim).Table;
            return claim;
        }
    }

    private CsvClaim Claim(IReadOnlyList<InputLine> lines) => new(this, [.. lines.Select(line => CsvRow.Of(File, line, Columns.Count))]);

    /// <summary>A row whose id cannot be told belongs, as far as one knows, to the claim before it.</summary>
    private bool Continues(CsvRow first, CsvRow row) => Id >= 0 && (IdOf(row) is not { Length: > 0 } id || Same(id, IdOf(first)));

    /// <summary>Whether two cells say the same, as a claim reads its id: blanks and signs that nobody sees make no difference.</summary>
    public static bool Same(string cell, string? other) =>
        cell == other || (other is not null && new Provider { Id = cell }.Id == new Provider { Id = other }.Id);

    private string? IdOf(CsvRow row) => Id < row.Cells.Count ? row.Cells[Id] : null;

    private static CsvTable Checked(string file, CsvRow header)
    {
        var table = new CsvTable(file, header.Cells);
        foreach (var column in table.Columns)
            if (column is { IsAttribute: false } && Ambiguous(header.Cells[column.Index]) is { Count: > 1 } choices)
                throw Unclear(new(file, header.Line, column.Index + 1), header.Cells[column.Index], choices);
        var problem =
            header.Problem
            ?? new CsvClaim(table, [header with { Cells = [.. header.Cells.Select(_ => "x")], Problem = null }])
                .Problems()
                .FirstOrDefault(problem => problem.Code is "key.unknown" or "key.ambiguous" or "key.twice" or "value.blank");
        return problem is null ? table : throw new BatchInputException(new(problem.In(Language.English), problem.In(Language.Chinese)));
    }

    /// <summary>The keys that a name in Chinese may mean, as a header writes them.</summary>
    private static List<string> Ambiguous(string name)
    {
        var isOfItem = name.StartsWith(OfItem, StringComparison.Ordinal);
        var plain = isOfItem ? name[OfItem.Length..] : name;
        return Ascii.IsValid(plain)
            ? []
            : [.. Terms.FieldsCalled(plain).Where(key => !isOfItem || key.StartsWith(OfItem, StringComparison.Ordinal))];
    }

    private static BatchInputException Unclear(FilePlace place, string name, IReadOnlyList<string> choices)
    {
        var all = choices.Select(key => (Title: Terms.OfFact(key).Zh, Key: key)).ToList();
        var listed = string.Join("或", all.Select(one => $"{one.Title}（{one.Key}）"));
        return new(
            new(
                $"{place}: '{name}' may be {string.Join(" or ", all.Select(one => $"{one.Title} ({one.Key})"))}. Write one of these.",
                $"{place}：“{name}”可能是{listed}。请写其中之一。"
            )
        );
    }

    private static CsvColumn Column(string name, int index)
    {
        var isNamed = name.StartsWith(OfItem, StringComparison.Ordinal);
        var ofItem = isNamed || (!Ascii.IsValid(name) && Terms.FieldCalled(name)?.StartsWith(OfItem, StringComparison.Ordinal) == true);
        var key = isNamed ? name[OfItem.Length..] : name;
        var isAttribute = key.StartsWith(Attributes, StringComparison.Ordinal);
        return new(index, ofItem, isAttribute, JsonEncodedText.Encode(isAttribute ? key[Attributes.Length..] : key).ToString());
    }
}

/// <summary>A column.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="OfItem">Whether it is a key of an item.</param>
/// <param name="IsAttribute">Whether it is one of the rulebook's own facts.</param>
/// <param name="Key">The key as it stands in JSON.</param>
internal sealed record CsvColumn(int Index, bool OfItem, bool IsAttribute, string Key);
