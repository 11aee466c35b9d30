using ReimbursementRules.Engines;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Holds the tables of a rulebook against its targets.</summary>
internal static class TableTargetChecks
{
    /// <summary>The result of each target.</summary>
    /// <param name="book">The rulebook.</param>
    /// <param name="targets">Its targets.</param>
    /// <exception cref="PolicyException">The baseline has problems.</exception>
    public static IReadOnlyList<TargetResult> Of(CompiledRulebook book, IReadOnlyList<TableTarget> targets)
    {
        var problems = new ProblemLog();
        var joint = new Lazy<JointBaseline?>(() => JointBaseline.Load(book, targets, problems));
        IReadOnlyList<TargetResult> results = [.. targets.Select(target => Of(book, joint, target))];
        problems.ThrowForPolicy();
        return results;
    }

    private static TargetResult Of(CompiledRulebook book, Lazy<JointBaseline?> joint, TableTarget target)
    {
        var findings = new TargetFindings(book, target);
        if (target.Bound is not { } bound)
            return findings.Result();
        if (target.Policy.IsAgainstBaseline)
        {
            if (joint.Value is { } both)
                BaselineChecks.Look(book, both, target, bound, findings);
        }
        else if (target.Policy.Kind == TargetKind.CapsTogether)
            CapChecks.Look(book, target, bound, findings);
        else
            foreach (var (layer, step) in Steps(book, target.Policy))
                if (step.Stated is { } stated)
                    Look(book, target, bound, (layer, stated), findings);
        return findings.Result();
    }

    /// <summary>The steps of the asked kind in the layers of the asked funds, save layers that end: by then they have no value.</summary>
    public static IEnumerable<(Layer Layer, Step Step)> Steps(CompiledRulebook book, TableTargetPolicy target) =>
        from layer in book.Layers
        where layer.Until is null && target.Funds.Has(book.Legend.Payers[layer.Payer].Id, book.Legend.Payers[layer.Payer].NationalFund)
        from step in layer.Steps
        where
            target.Kind switch
            {
                TargetKind.Deductible => step is DeductibleStep,
                TargetKind.Rate => step is TiersStep,
                TargetKind.Cap or TargetKind.CapsTogether => step is CapStep { IsOnCost: false },
                _ => throw UnknownKind.Of(target.Kind),
            }

        select (layer, step);

    private static void Look(
        CompiledRulebook book,
        TableTarget target,
        TargetBound bound,
        (Layer Layer, StatedTables Stated) at,
        TargetFindings findings
    )
    {
        var cases = Cases(book, at.Stated, target);
        if (cases.IsTooLarge)
            findings.TooLarge(at.Stated);
        else if (bound is TargetBound.Slope slope)
            SlopeChecks.Look(book, cases, target.When, slope, at, findings);
        else
            Look(cases, target, bound, at, findings);
    }

    /// <summary>Looks at every case of a step.</summary>
    private static void Look(
        Combinations cases,
        TableTarget target,
        TargetBound bound,
        (Layer Layer, StatedTables Stated) at,
        TargetFindings findings
    )
    {
        foreach (var codes in cases.All())
        {
            if (cases.Rows(codes) is not { } rows)
                continue;
            var other = target.Policy.Against.Count == 0 ? null : Other(cases, codes, target);
            if (target.Policy.Against.Count > 0 && other is null)
                continue;
            var (row, words) = (at.Stated.Rows[rows[0]], cases.Words(codes));
            var (here, there) = (at.Stated.Value(rows), other is null ? null : at.Stated.Value(other));
            findings.Asked(row, Margins.Of(here, there, bound), words);
            if (BoundWords.Miss(here, there, bound) is { } said)
                findings.Miss(at.Layer, row, said, words);
        }
    }

    /// <summary>The cases of a step that a target asks, on the days that come last.</summary>
    private static Combinations Cases(CompiledRulebook book, StatedTables stated, TableTarget target) =>
        new([.. Tables(book, stated)], book.Leanings.OfClaim.Facts, target.When.Concat(target.Against), CodesOf(book, target));

    /// <summary>The rules of the tables of a step.</summary>
    public static IEnumerable<RuleTable> Tables(CompiledRulebook book, StatedTables stated) =>
        stated.Tables.Select(place => (place.IsOfItem ? book.Leanings.OfItem : book.Leanings.OfClaim).Tables[place.Table]);

    /// <summary>Which codes of a fact a target asks: of a day the last, of other facts those that it names.</summary>
    public static Func<int, IEnumerable<int>, IEnumerable<int>> CodesOf(CompiledRulebook book, TableTarget target)
    {
        var facts = book.Leanings.OfClaim.Facts;
        return (fact, codes) =>
            Combinations.IsDay(facts[fact])
                ? [facts[fact].Words.Length - 1]
                : codes.Where(code =>
                    Combinations.Allows(target.When, fact, code)
                    && (target.Against.IsEmpty || IsNamed(target, fact) || IsOrdinary(book, facts[fact], code))
                );
    }

    private static bool IsNamed(TableTarget target, int fact) =>
        target.When.Concat(target.Against).Any(condition => condition.Fact == fact);

    /// <summary>Cases are compared with the rulebook's own words as they are where a claim says nothing, so that nothing else sets the two
    /// apart.</summary>
    private static bool IsOrdinary(CompiledRulebook book, RuleFact fact, int code) =>
        !book.Index.IsOfRegion(fact.Name)
        || book.Index.Known[fact.Name].Default is not { } otherwise
        || !fact.Words.Contains(otherwise)
        || fact.Words[code] == otherwise;

    /// <summary>The rows of the same case with the facts of the comparison in place of its own.</summary>
    private static int[]? Other(Combinations cases, int[] codes, TableTarget target)
    {
        var other = (int[])codes.Clone();
        foreach (var condition in target.Against)
            other[condition.Fact] = condition.Codes[0];
        return cases.Rows(other);
    }
}
