using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Which tables ask which facts.</summary>
internal static class FactUses
{
    private const string Gates = "gates";
    private const string Catalogue = "catalogue";

    /// <param name="book">The rulebook.</param>
    public static ImmutableArray<PolicyFact> Of(CompiledRulebook book)
    {
        var (asked, rules, layers, from) = (book.Asked, book.RuleSets, book.Legend.Layers, book.Index.From);
        var nothing = new Asked(new() { Discharged = from, Items = [new() { Amount = Money.Zero }] }, 0, 0, from);
        var uses = book
            .Written.Select(table => (Table: rules[table.IsOfItem ? 1 : 0].Tables[table.Index], Written: table))
            .SelectMany(pair => Facts(pair.Table, pair.Written, asked).Select(fact => (Fact: fact, By: By(pair.Table, layers))))
            .Concat(
                book.Layers.SelectMany(layer => layer.Each.Select(each => (Fact: each.Fact.Index, By: book.Legend.Layers[layer.Index].Id)))
            )
            .ToLookup(use => use.Fact, use => use.By);
        List<PolicyWords> turn =
        [
            new(Gates, new("gates", "关口")),
            new(Catalogue, new("catalogue", "目录")),
            .. layers.Select(layer => new PolicyWords(layer.Id, layer.Title)),
        ];
        return
        [
            .. asked
                .Where(fact => !fact.IsDay)
                .Select(fact => new PolicyFact(
                    fact.Fact.Name,
                    fact.Fact.Title,
                    fact.CodeOf(nothing) == -1,
                    [.. turn.Where(one => uses[fact.Index].Contains(one.Written, StringComparer.Ordinal))]
                )),
        ];
    }

    /// <summary>The facts of the rows of a table; a number that a value rests on is one too.</summary>
    private static IEnumerable<int> Facts(RuleTable table, WrittenTable written, IReadOnlyList<AskedFact> asked) =>
        table
            .Rows.SelectMany(row => row.Conditions)
            .Select(condition => condition.Fact)
            .Concat(
                from row in written.Rows
                from each in (row.Value as IAsksNumbers)?.Numbers ?? []
                from fact in asked
                where fact.Fact == each
                select fact.Index
            )
            .Distinct();

    private static string By(RuleTable table, IReadOnlyList<LayerName> layers) =>
        table.Name.StartsWith("gates.", StringComparison.Ordinal) ? Gates
        : RuleList.LayerOf(table, layers) is >= 0 and var layer ? layers[layer].Id
        : Catalogue;
}
