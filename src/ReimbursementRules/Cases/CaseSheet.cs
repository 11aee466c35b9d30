using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Cases as a table: a row a case, or several where its claim has several items. The rows become the nodes of a case file, each
/// with its row and column.</summary>
internal sealed class CaseSheet
{
    private const string OfItem = "item.",
        Attributes = "attributes.",
        Apart = ";";

    /// <summary>What is expected by names of its own.</summary>
    private static readonly string[] ByName = ["parts", "steps", "bases", "left", "history", "year"];

    private readonly Node _sheet;
    private readonly List<CaseColumn> _columns;

    private CaseSheet(Node sheet)
    {
        _sheet = sheet;
        _columns = [.. sheet.Elements[0].Elements.Select(Column).OfType<CaseColumn>()];
    }

    /// <summary>The cases of a table, as the list that a file in YAML has.</summary>
    /// <param name="sheet">The rows, as <see cref="CsvNodes"/> reads them.</param>
    public static Node Cases(Node sheet)
    {
        if (sheet.Elements.Count > 0)
            new CaseSheet(sheet).Build();
        return sheet;
    }

    private void Build()
    {
        var rows = _sheet.Elements.Skip(1).ToList();
        foreach (var column in _columns.Where(column => rows.TrueForAll(row => column.Cell(row).Raw.Length == 0)))
            column.Name.Wrong(
                "csv.column",
                $"no row has anything in the column '{column.Name.AsWritten}'. Fill it, or leave it out.",
                $"没有一行填写了“{column.Name.AsWritten}”列。请填写，或删去该列。"
            );
        List<List<Node>> cases = [];
        foreach (var row in rows)
            if (cases.Count > 0 && Continues(cases[^1][0], row))
                cases[^1].Add(row);
            else
                cases.Add([row]);
        _sheet.Have([.. cases.Select(Case)]);
    }

    /// <summary>Whether a row is of the case before it: it has the same name, or none.</summary>
    private bool Continues(Node first, Node row) =>
        _columns.Find(column => column.Place == CasePlace.Case && column.Path is ["case"]) is { } named
        && (named.Cell(row).Raw.Length == 0 || named.Cell(row).Raw == named.Cell(first).Raw);

    private Node Case(List<Node> rows)
    {
        foreach (var row in rows.Skip(1))
        foreach (var column in _columns.Where(column => !column.IsOfItem))
            if (column.Cell(row) is { Raw.Length: > 0 } cell && cell.Raw != column.Cell(rows[0]).Raw)
                cell.Wrong(
                    "csv.differs",
                    $"'{cell.Raw}' differs from the first row of the case. Leave it blank, or write the same.",
                    $"“{cell.Raw}”与该用例的首行不同。请留空或写相同内容。"
                );
        var (@case, claim, expect) = (Mapping(rows[0]), Mapping(rows[0]), Mapping(rows[0]));
        Fill(@case, rows[0], CasePlace.Case);
        Fill(claim, rows[0], CasePlace.Claim);
        Fill(expect, rows[0], CasePlace.Expect);
        claim.Add(Key(rows[0], "items"), List(rows, CasePlace.Item));
        if (_columns.Exists(column => column.Place == CasePlace.ExpectedItem && rows.Exists(row => column.Cell(row).Raw.Length > 0)))
            expect.Add(Key(rows[0], "items"), List(rows, CasePlace.ExpectedItem));
        @case.Add(Key(rows[0], "claim"), claim);
        @case.Add(Key(rows[0], "expect"), expect);
        return @case;
    }

    private Node List(List<Node> rows, CasePlace place)
    {
        var list = new Node(NodeKind.Sequence, rows[0], rows[0].Place.Line, 1);
        list.Have([
            .. rows.Select(row =>
            {
                var item = Mapping(row);
                Fill(item, row, place);
                return item;
            }),
        ]);
        return list;
    }

    /// <summary>Gives a mapping what a row states of it; blank cells state nothing.</summary>
    private void Fill(Node mapping, Node row, CasePlace place)
    {
        var within = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var column in _columns.Where(column => column.Place == place))
            if (column.Cell(row) is { Raw.Length: > 0 } cell)
            {
                var into = mapping;
                if (column.Path is [var outer, _] && !within.TryGetValue(outer, out into))
                {
                    within.Add(outer, into = Mapping(row));
                    mapping.Add(Key(row, outer), into);
                }

                if (into.Optional(column.Name.Raw) is null)
                    into.Add(column.Name, Value(column, cell));
                else
                    column.Name.Wrong(
                        "key.twice",
                        $"the key '{column.Name.Raw}' stands here a second time. Keep one of them.",
                        $"键“{column.Name.Raw}”重复。请只保留一个。"
                    );
            }
    }

    /// <summary>A cell, or the list that it writes with semicolons between, or as <c>[]</c>.</summary>
    private static Node Value(CaseColumn column, Node cell)
    {
        if (column.Place != CasePlace.Expect || !(column.IsList || cell.Raw == "[]" || cell.Raw.Contains(Apart, StringComparison.Ordinal)))
            return cell;
        var list = new Node(NodeKind.Sequence, cell, cell.Place.Line, cell.Place.Column);
        string[] words = cell.Raw == "[]" ? [] : cell.Raw.Split(Apart, StringSplitOptions.TrimEntries);
        list.Have([.. words.Select(word => new Node(NodeKind.Scalar, list, cell.Place.Line, cell.Place.Column, word, quoted: true))]);
        return list;
    }

    /// <summary>What a column states; null of one without a name.</summary>
    private static CaseColumn? Column(Node name, int index)
    {
        var text = name.Raw;
        if (text.Length == 0)
            return null;
        if (CaseTerms.OfCase.Called(text)?.Id is ("case" or "why" or "unsigned") and var key)
        {
            if (key != text)
                name.Means(key);
            return new(name, index, CasePlace.Case, [name.Raw]);
        }

        if (text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && CaseTerms.OfCase.Called(text[..dot])?.Id == "expect")
            return Expected(name, index, text[(dot + 1)..]);
        var isOfItem = text.StartsWith(OfItem, StringComparison.Ordinal);
        var place =
            isOfItem || (!Ascii.IsValid(text) && Terms.FieldCalled(text)?.StartsWith(OfItem, StringComparison.Ordinal) == true)
                ? CasePlace.Item
                : CasePlace.Claim;
        return Within(name, index, place, isOfItem ? text[OfItem.Length..] : text);
    }

    private static CaseColumn Expected(Node name, int index, string key)
    {
        if (key.StartsWith(OfItem, StringComparison.Ordinal))
            return Within(name, index, CasePlace.ExpectedItem, key[OfItem.Length..]);
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && CaseTerms.OfExpected.Called(key[..dot])?.Id is { } outer && ByName.Contains(outer))
        {
            name.Means(key[(dot + 1)..]);
            return new(name, index, CasePlace.Expect, [outer, name.Raw]);
        }

        name.Means(key);
        return new(name, index, CasePlace.Expect, [key]) { IsList = CaseTerms.OfExpected.Called(key)?.Id is "findings" or "invalid" };
    }

    private static CaseColumn Within(Node name, int index, CasePlace place, string key)
    {
        var isOwn = key.StartsWith(Attributes, StringComparison.Ordinal);
        var stated = isOwn ? key[Attributes.Length..] : key;
        if (stated != name.Raw)
            name.Means(stated);
        return new(name, index, place, isOwn ? [Attributes.TrimEnd('.'), stated] : [stated]);
    }

    private static Node Mapping(Node row) => new(NodeKind.Mapping, row, row.Place.Line, 1);

    private static Node Key(Node row, string key) => new(NodeKind.Scalar, row, row.Place.Line, 1, key);
}

/// <summary>Of what a column of a table of cases states something.</summary>
internal enum CasePlace
{
    Case,
    Claim,
    Item,
    Expect,
    ExpectedItem,
}

/// <summary>A column of a table of cases.</summary>
/// <param name="Name">Its name in the header, read as the key that it states.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Place">Of what it states something.</param>
/// <param name="Path">The keys under which it is stated.</param>
internal sealed record CaseColumn(Node Name, int Index, CasePlace Place, string[] Path)
{
    /// <summary>Whether a cell is a list, though it has one word.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether each row of a case states its own.</summary>
    public bool IsOfItem => Place is CasePlace.Item or CasePlace.ExpectedItem;

    public Node Cell(Node row) => row.Elements[Index];
}
