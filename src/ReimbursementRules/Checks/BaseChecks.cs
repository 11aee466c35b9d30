using ReimbursementRules.Policies;
using ReimbursementRules.Rulebooks;
using ReimbursementRules.Rulebooks.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Whether the values of a rulebook lie near enough to those of its base, step by step and case by case.</summary>
internal static class BaseChecks
{
    /// <summary>The result of the target at a place among all.</summary>
    public static TargetResult Of(BookAndBase both, int target)
    {
        var asked = both.Book.Targets[target];
        var findings = new TargetFindings(both.Book, asked);
        var there = Steps(both.Base, asked.Policy);
        var here = Steps(both.Book, asked.Policy);
        var facts = new FactsOfBoth(both.Book, both.Base);
        foreach (var (name, (layer, stated)) in here)
            if (there.TryGetValue(name, out var other))
                Look(both, asked, facts, (layer, stated), other.Stated, findings);
            else
                findings.NotInBase(both.Book.Legend.Rows[stated.Rows[0]].Place, stated.Rows[0], new($"the base has no '{name}'", $"基准规则册没有“{name}”"));
        foreach (var name in there.Keys.Where(name => !here.ContainsKey(name)))
            findings.NotInBase(both.Book.Index.Place, -1, new($"'{name}' of the base is not here", $"本规则册没有基准规则册的“{name}”"));
        return findings.Result();
    }

    /// <summary>The steps that the target asks, by layer and step.</summary>
    private static Dictionary<string, (Layer Layer, StatedTables Stated)> Steps(CompiledRulebook book, TargetPolicy target) =>
        TargetChecks.Steps(book, target).Where(at => at.Step.Stated is not null)
            .ToDictionary(at => $"{book.Legend.Layers[at.Layer.Index].Id}.{book.Legend.Steps[at.Step.Index].Id}", at => (at.Layer, at.Step.Stated!), StringComparer.Ordinal);

    private static void Look(BookAndBase both, Target target, FactsOfBoth facts, (Layer Layer, StatedTables Stated) at, StatedTables other, TargetFindings findings)
    {
        RuleTable[] here = [.. TargetChecks.Tables(both.Book, at.Stated)];
        RuleTable[] there = [.. TargetChecks.Tables(both.Base, other).Select(table => RuleTables.In(facts, table))];
        var cases = new Combinations([.. here, .. there], both.Book.Leanings.OfClaim.Facts, target.When, TargetChecks.CodesOf(both.Book, target));
        if (cases.IsTooLarge)
        {
            findings.TooLarge(at.Stated);
            return;
        }

        foreach (var codes in cases.All())
            if (cases.Rows(codes, ..here.Length) is { } rows)
            {
                findings.Asked();
                var row = at.Stated.Rows[rows[0]];
                if (cases.Rows(codes, here.Length..) is not { } rowsThere)
                    findings.NotInBase(both.Book.Legend.Rows[row].Place, row, NoCase(cases.Words(codes)));
                else if (BoundWords.Miss(at.Stated.Value(rows), other.Value(rowsThere), target.Bound!) is { } said)
                    findings.Miss(at.Layer, row, said, cases.Words(codes));
            }
    }

    private static Text NoCase(string words) => new($"the base has no such case: {{ {words} }}", $"基准规则册没有此种情形：{{ {words} }}");
}
