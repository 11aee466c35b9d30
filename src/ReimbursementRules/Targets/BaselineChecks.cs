using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Whether the values of a rulebook lie near enough to those of its baseline, step by step and case by case.</summary>
internal static class BaselineChecks
{
    /// <summary>Looks at every step that the target asks, of the rulebook and of its baseline.</summary>
    public static void Look(CompiledRulebook book, JointBaseline joint, TableTarget target, TargetBound bound, TargetFindings findings)
    {
        var here = Steps(book, target.Policy);
        var there = Steps(joint.Baseline, target.Policy);
        foreach (var (name, (layer, stated)) in here)
            if (there.TryGetValue(name, out var other))
                Look(book, (name, layer, stated), other.Stated, joint.Cases(target.Policy, stated, other.Stated), bound, findings);
            else
                findings.NotInBaseline(
                    book.Legend.Rows[stated.Rows[0]].Place,
                    stated.Rows[0],
                    new($"the base has no '{name}'", $"基准规则册没有“{name}”")
                );
        foreach (var name in there.Keys.Where(name => !here.ContainsKey(name)))
            findings.NotInBaseline(book.Index.Place, -1, new($"'{name}' of the base is not here", $"本规则册没有基准规则册的“{name}”"));
    }

    /// <summary>The steps that the target asks, by layer and step.</summary>
    private static Dictionary<string, (Layer Layer, StatedTables Stated)> Steps(CompiledRulebook book, TableTargetPolicy target) =>
        TableTargetChecks
            .Steps(book, target)
            .Where(at => at.Step.Stated is not null)
            .ToDictionary(
                at => $"{book.Legend.Layers[at.Layer.Index].Id}.{book.Legend.Steps[at.Step.Index].Id}",
                at => (at.Layer, at.Step.Stated!),
                StringComparer.Ordinal
            );

    private static void Look(
        CompiledRulebook book,
        (string Name, Layer Layer, StatedTables Stated) at,
        StatedTables other,
        Combinations cases,
        TargetBound bound,
        TargetFindings findings
    )
    {
        if (cases.IsTooLarge)
        {
            findings.TooLarge(at.Stated);
            return;
        }

        var tables = at.Stated.Tables.Count;
        var isLacking = false;
        foreach (var codes in cases.All())
        {
            var (rows, rowsThere) = (cases.Rows(codes, ..tables), cases.Rows(codes, tables..));
            if (rows is not null)
                Compare(book, at, (rows, rowsThere is null ? null : other.Value(rowsThere)), bound, findings, cases.Words(codes));
            else if (rowsThere is not null && !isLacking)
            {
                isLacking = true;
                findings.NotInBaseline(book.Index.Place, -1, NotHere(at.Name, cases.Words(codes)));
            }
        }
    }

    private static void Compare(
        CompiledRulebook book,
        (string Name, Layer Layer, StatedTables Stated) at,
        (int[] Rows, RatesOrAmount? There) found,
        TargetBound bound,
        TargetFindings findings,
        string words
    )
    {
        var row = at.Stated.Rows[found.Rows[0]];
        if (found.There is null)
        {
            findings.NotInBaseline(book.Legend.Rows[row].Place, row, NoCase(words));
            return;
        }

        var here = at.Stated.Value(found.Rows);
        findings.Asked(row, Margins.Of(here, found.There, bound), words);
        if (BoundWords.Miss(here, found.There, bound) is { } said)
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
