using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Warns of rows of a layer that can never pay: wherever they apply, the layer has no payment standard and so does not
/// apply.</summary>
internal static class UnpaidChecks
{
    public static IEnumerable<Problem> Of(CompiledRulebook book) =>
        from layer in book.Policy.Layers
        from step in layer.Steps
        where step.Form is QuotaPolicy
        let ofLayer = book.Written.Where(table => table is { IsOfItem: false, IsOfConditions: false } && table.Name.IsOfLayer(layer.Id))
        let standards = ofLayer.FirstOrDefault(table => table.Name.Step == step.Id && table.Name.Key == "amount")
        where standards is not null && standards.Rows.Any(HasNoStandard)
        from table in ofLayer
        where table.Name.Step is not null && table != standards && !table.IsShared
        from problem in Of(book, layer.Id, standards, table)
        select problem;

    private static IEnumerable<Problem> Of(CompiledRulebook book, string layer, WrittenTable standards, WrittenTable table)
    {
        var rules = book.Leanings.OfClaim;
        var cases = new Combinations([rules.Tables[table.Index], rules.Tables[standards.Index]], rules.Facts, [], (_, codes) => codes);
        if (cases.IsTooLarge)
        {
            yield return TooLarge(table);
            yield break;
        }

        var (unpaid, paid) = (new SortedDictionary<int, WrittenRow>(), new HashSet<int>());
        foreach (var codes in cases.All())
            if (cases.Rows(codes) is [var row, var standard])
                if (HasNoStandard(standards.Rows[standard]))
                    unpaid.TryAdd(row, standards.Rows[standard]);
                else
                    paid.Add(row);
        foreach (var (row, standard) in unpaid.Where(pair => !paid.Contains(pair.Key)))
            yield return Unpaid(layer, table.Rows[row].Source.Place, standard.Source.Place);
    }

    private static bool HasNoStandard(WrittenRow row) => row.Value is Amount { IsNone: true };

    private static Problem Unpaid(string layer, FilePlace row, FilePlace standard) =>
        new(
            row,
            "warning.unpaid",
            new(
                $"this row never pays: wherever it applies, '{layer}' has no payment standard ({standard.Row}) and so does not apply. "
                    + "Let the layer apply only where there is a standard, and leave the row out.",
                $"本行从不用于支付：凡其适用之处，“{layer}”均无付费标准（{standard.Row}），因而不适用。"
                    + "请使该层仅适用于有付费标准的情形，并删去本行。"
            )
        );

    private static Problem TooLarge(WrittenTable table) =>
        new(
            table.Rows[0].Source.Place,
            "warning.large",
            new(
                $"'{table.Name}' tells more than {Combinations.Most} combinations apart; whether each of its rows ever pays was not "
                    + "looked at.",
                $"“{table.Name}”区分的组合超过 {Combinations.Most} 种，未检查其各行是否用于支付。"
            )
        );
}
