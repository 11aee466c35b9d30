using ReimbursementRules.Engines;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Whether the values of a rulebook lie near enough to those of its base, step by step and case by case.</summary>
internal static class BaseChecks
{
    /// <summary>The result of the target at a place among all.</summary>
    public static TargetResult Of(BookAndBase both, int target)
    {
        var asked = both.Targets[target];
        var findings = new TargetFindings(both.Book, asked);
        var there = Steps(both.Base, asked.Policy);
        var here = Steps(both.Book, asked.Policy);
        var facts = new FactsOfBoth(both.Book, both.Base);
        foreach (var (name, (layer, stated)) in here)
            if (there.TryGetValue(name, out var other))
                Look(both, asked, facts, (name, layer, stated), other.Stated, findings);
            else
                findings.NotInBase(
                    both.Book.Legend.Rows[stated.Rows[0]].Place,
                    stated.Rows[0],
                    new($"the base has no '{name}'", $"基准规则册没有“{name}”")
                );
        foreach (var name in there.Keys.Where(name => !here.ContainsKey(name)))
            findings.NotInBase(both.Book.Index.Place, -1, new($"'{name}' of the base is not here", $"本规则册没有基准规则册的“{name}”"));
        return findings.Result();
    }

    /// <summary>The steps that the target asks, by layer and step.</summary>
    private static Dictionary<string, (Layer Layer, StatedTables Stated)> Steps(CompiledRulebook book, TargetPolicy target) =>
        TargetChecks
            .Steps(book, target)
            .Where(at => at.Step.Stated is not null)
            .ToDictionary(
                at => $"{book.Legend.Layers[at.Layer.Index].Id}.{book.Legend.Steps[at.Step.Index].Id}",
                at => (at.Layer, at.Step.Stated!),
                StringComparer.Ordinal
            );

    private static void Look(
        BookAndBase both,
        Target target,
        FactsOfBoth facts,
        (string Name, Layer Layer, StatedTables Stated) at,
        StatedTables other,
        TargetFindings findings
    )
    {
        RuleTable[] here = [.. TargetChecks.Tables(both.Book, at.Stated).Select(RuleTables.Narrowed)];
        RuleTable[] there = [.. TargetChecks.Tables(both.Base, other).Select(table => RuleTables.In(facts, table))];
        var cases = new Combinations(
            [.. here, .. there],
            both.Book.Leanings.OfClaim.Facts,
            target.When,
            TargetChecks.CodesOf(both.Book, target)
        );
        if (cases.IsTooLarge)
        {
            findings.TooLarge(at.Stated);
            return;
        }

        var isLacking = false;
        foreach (var codes in cases.All())
        {
            var (rows, rowsThere) = (cases.Rows(codes, ..here.Length), cases.Rows(codes, here.Length..));
            if (rows is not null)
                Compare(both, target, at, (rows, rowsThere is null ? null : other.Value(rowsThere)), findings, cases.Words(codes));
            else if (rowsThere is not null && !isLacking)
            {
                isLacking = true;
                findings.NotInBase(both.Book.Index.Place, -1, NotHere(at.Name, cases.Words(codes)));
            }
        }
    }

    private static void Compare(
        BookAndBase both,
        Target target,
        (string Name, Layer Layer, StatedTables Stated) at,
        (int[] Rows, RatesOrAmount? There) found,
        TargetFindings findings,
        string words
    )
    {
        findings.Asked();
        var row = at.Stated.Rows[found.Rows[0]];
        if (found.There is null)
            findings.NotInBase(both.Book.Legend.Rows[row].Place, row, NoCase(words));
        else if (BoundWords.Miss(at.Stated.Value(found.Rows), found.There, target.Bound!) is { } said)
            findings.Miss(at.Layer, row, said, words);
    }

    private static BilingualText NotHere(string name, string words) =>
        new(
            $"'{name}' of the base has the case {{ {words} }}, which is not here",
            $"基准规则册的“{name}”有情形 {{ {words} }}，本规则册没有"
        );

    private static BilingualText NoCase(string words) =>
        new($"the base has no such case: {{ {words} }}", $"基准规则册没有此种情形：{{ {words} }}");
}
