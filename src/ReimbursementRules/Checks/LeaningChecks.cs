using ReimbursementRules.Settling;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Checks;

/// <summary>Warns of tables that lean the wrong way: who owns a hospital should change nothing, and a lower level should get no
/// less.</summary>
internal static class LeaningChecks
{
    public static IReadOnlyList<Problem> Of(CompiledRulebook book) =>
        [
            .. book
                .Leanings.All.SelectMany(leaning => Axis.All.SelectMany(axis => Of(book, leaning, axis)))
                .DistinctBy(problem => (problem.Place, problem.Code))
                .OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.Place.Line)
                .ThenBy(problem => problem.Code, StringComparer.Ordinal),
        ];

    private static List<Problem> Of(CompiledRulebook book, Leaning leaning, Axis axis)
    {
        var rules = leaning.IsOfItem ? book.Leanings.OfItem : book.Leanings.OfClaim;
        var table = rules.Tables[leaning.Table];
        var open = rules.Facts.Select(fact => fact.Name).ToList().IndexOf(axis.Fact);
        if (
            open < 0
            || (!axis.IsEqual && !leaning.IsOrdered)
            || !table.Rows.Any(row => row.Conditions.Any(condition => condition.Fact == open))
        )
            return [];
        var combinations = new Combinations([table], rules.Facts, [], (fact, codes) => fact == open ? codes.Take(1) : codes);
        if (combinations.IsTooLarge)
            return
            [
                new(
                    book.Legend.Rows[leaning.Rows[0]].Place,
                    "warning.large",
                    new(
                        $"'{table.Name}' tells more than {Combinations.Most} combinations apart; whether it leans the wrong "
                            + $"way by '{axis.Fact}' was not looked at.",
                        $"“{table.Name}”区分的组合超过 {Combinations.Most} 种，未检查其按“{axis.Fact}”是否倾斜不当。"
                    )
                ),
            ];
        var words = rules.Facts[open].Words;
        var pairs = axis.Pairs([.. combinations.Within(open)], words);
        var found = new Dictionary<(int, int), Problem>();
        foreach (var codes in combinations.All())
        foreach (var (low, high) in pairs)
            if (Row(low, codes) is { } less && Row(high, codes) is { } more && IsWrong(leaning, axis, less, more))
                found.TryAdd(
                    (less, more),
                    Warning(book, leaning, axis, (less, words[low]), (more, words[high]), combinations.Words(codes, open))
                );
        return [.. found.Values];

        int? Row(int code, int[] codes)
        {
            codes[open] = code;
            return combinations.Rows(codes)?[0];
        }
    }

    private static bool IsWrong(Leaning leaning, Axis axis, int low, int high) =>
        low != high && (axis.IsEqual ? leaning.Differs(low, high) : leaning.PaysLess(low, high));

    private static Problem Warning(
        CompiledRulebook book,
        Leaning leaning,
        Axis axis,
        (int Row, string Word) low,
        (int Row, string Word) high,
        string said
    )
    {
        var (here, there) = (book.Legend.Rows[leaning.Rows[low.Row]].Place, book.Legend.Rows[leaning.Rows[high.Row]].Place);
        var among = Combinations.Among(said);
        return axis.IsEqual
            ? new(
                here,
                axis.Code,
                new(
                    $"'{axis.Fact}' changes what is paid: {low.Word} by this row, {high.Word} by the row on line "
                        + $"{there.Line}{among.En}. {axis.Reason.En}",
                    $"“{axis.Fact}”改变了支付：“{low.Word}”按本行，“{high.Word}”按第 {there.Line} 行{among.Zh}。{axis.Reason.Zh}"
                )
            )
            : new(
                here,
                axis.Code,
                new(
                    $"'{low.Word}' is paid less by this row than '{high.Word}' by the row on line {there.Line}{among.En}. {axis.Reason.En}",
                    $"本行对“{low.Word}”的支付低于第 {there.Line} 行对“{high.Word}”的支付{among.Zh}。{axis.Reason.Zh}"
                )
            );
    }
}
