using ReimbursementRules.Policies;
using ReimbursementRules.Rulebooks;
using ReimbursementRules.Rulebooks.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Holds the tables of a rulebook against its targets.</summary>
internal static class TargetChecks
{
    public static IReadOnlyList<TargetResult> Of(CompiledRulebook book) => [.. book.Targets.Select(target => Of(book, target))];

    private static TargetResult Of(CompiledRulebook book, Target target)
    {
        var misses = new Dictionary<int, Problem>();
        var asked = 0;
        if (target.Bound is { } bound)
            foreach (var (layer, step) in Steps(book, target.Policy))
                asked += Look(book, target, bound, (layer, step), misses);
        var status = asked == 0 ? TargetStatus.NotAsked : misses.Count == 0 ? TargetStatus.Met : TargetStatus.Missed;
        return new(target.Policy.Id, target.Policy.Title, status, target.Policy.IsWish, [.. misses.Values.OrderBy(miss => miss.Place.File, StringComparer.Ordinal).ThenBy(miss => miss.Place.Line)]);
    }

    /// <summary>The steps of the asked kind in the layers of the asked funds.</summary>
    private static IEnumerable<(Layer Layer, Step Step)> Steps(CompiledRulebook book, TargetPolicy target) =>
        from layer in book.Layers
        where target.Funds.Contains(book.Legend.Payers[layer.Payer].NationalFund ?? "")
        from step in layer.Steps
        where target.Kind switch
        {
            TargetKind.Deductible => step is DeductibleStep,
            TargetKind.Rate => step is TiersStep,
            _ => step is CapStep { IsOnCost: false },
        }

        select (layer, step);

    /// <summary>Looks at every case of a step; how many there were.</summary>
    private static int Look(CompiledRulebook book, Target target, TargetBound bound, (Layer Layer, Step Step) at, Dictionary<int, Problem> misses)
    {
        if (at.Step.Stated is not { } stated)
            return 0;
        var cases = Cases(book, stated, target);
        if (cases.IsTooLarge)
        {
            misses.TryAdd(stated.Rows[0], new(book.Legend.Rows[stated.Rows[0]].Place, "target.large", new(
                $"the tables of this step tell more than {Combinations.Most} combinations apart; the target '{target.Policy.Id}' was not looked at.",
                $"该步骤的表区分的组合超过 {Combinations.Most} 种，未检查目标“{target.Policy.Id}”。")));
            return 1;
        }

        var asked = 0;
        foreach (var codes in cases.All())
        {
            if (cases.Rows(codes) is not { } rows)
                continue;
            var other = target.Policy.Against.Count == 0 ? null : Other(cases, codes, target);
            if (target.Policy.Against.Count > 0 && other is null)
                continue;
            asked++;
            if (BoundWords.Miss(stated, rows, other, bound) is { } said)
                misses.TryAdd(stated.Rows[rows[0]], Miss(book, target, at.Layer, book.Legend.Rows[stated.Rows[rows[0]]], said, cases.Words(codes)));
        }

        return asked;
    }

    /// <summary>The cases of a step that a target asks, on the days that come last.</summary>
    private static Combinations Cases(CompiledRulebook book, StatedTables stated, Target target)
    {
        var facts = book.Leanings.OfClaim.Facts;
        RuleTable[] tables = [.. stated.Tables.Select(place => (place.IsOfItem ? book.Leanings.OfItem : book.Leanings.OfClaim).Tables[place.Table])];
        return new(tables, facts, target.When.Concat(target.Against), (fact, codes) => Combinations.IsDay(facts[fact])
            ? [facts[fact].Words.Length - 1]
            : codes.Where(code => Combinations.Allows(target.When, fact, code) && (target.Against.IsEmpty || IsOrdinary(book, facts[fact], code))));
    }

    /// <summary>Cases are compared with the rulebook's own facts as they are where a claim says nothing, so that nothing else sets the two apart.</summary>
    private static bool IsOrdinary(CompiledRulebook book, RuleFact fact, int code) =>
        book.Index.Facts.FirstOrDefault(own => own.Name == fact.Name) is not { Default: { } otherwise } || fact.Words[code] == otherwise;

    /// <summary>The rows of the same case with the facts of the comparison in place of its own.</summary>
    private static int[]? Other(Combinations cases, int[] codes, Target target)
    {
        var other = (int[])codes.Clone();
        foreach (var condition in target.Against)
            other[condition.Fact] = condition.Codes[0];
        return cases.Rows(other);
    }

    private static Problem Miss(CompiledRulebook book, Target target, Layer layer, Source row, Text said, string words)
    {
        var name = book.Legend.Layers[layer.Index].Id;
        var (among, among2) = words.Length == 0 ? ("", "") : ($", for {{ {words} }}", $"（{{ {words} }}）");
        return new(row.Place, "target.missed", new(
            $"{name}: {said.En}{among}. {target.Policy.Title.En} ({target.Policy.Source.Reference}).",
            $"{name}：{said.Zh}{among2}。{target.Policy.Title.Zh}（{target.Policy.Source.Reference}）。"));
    }
}
