using ReimbursementRules.Comparisons;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>Proves that a mutant settles every claim as the rulebook does. What is not proved may be equal all the same.</summary>
internal static class EqualRulebooks
{
    public static bool AreProved(Rulebook one, Rulebook changed, Mutant mutant) =>
        mutant.Ways[0].Swapped is { } files ? AreApart(one.Compiled.Policy, files)
        : mutant.Context.Key is "edges" ? HasNoEdges(one.Compiled, mutant.Place)
        : mutant.Context.Key is "per" && IsOfNothing(one.Compiled, mutant.Place) ? true
        : mutant.Context.Key is "each" && mutant.Place.File is "index.yaml" ? RoundsOnce(one.Compiled, changed.Compiled)
        : IsAskedBefore(one.Compiled.Policy, changed.Compiled.Policy, mutant.Place.File)
            || (IsCompared(one, mutant) && SayTheSame(one, changed));

    /// <summary>Whether a comparison tells all that could follow from the change: of gates, the catalogue and layers; of the index, the
    /// days of parameters and lists, where nothing but claims asks them.</summary>
    private static bool IsCompared(Rulebook book, Mutant mutant) =>
        char.IsAsciiDigit(mutant.Place.File[0])
        || (
            mutant is { Place.File: "index.yaml", Context: { Days.Count: > 0, Numbers.Count: 0, Key: "" } }
            && book is { Contracts.IsEmpty: true, Contributions.IsEmpty: true, Checklists.IsEmpty: true }
        );

    /// <summary>Every table says the same in every combination of facts on every day, and nothing that stands beside the tables
    /// differs.</summary>
    private static bool SayTheSame(Rulebook one, Rulebook changed) =>
        one.From == changed.From && RulebookComparison.Of(one, changed).IsUnchanged;

    /// <summary>The bands of the step have one rate only, and are counted anew with each claim: from where they begin, nothing
    /// follows.</summary>
    private static bool HasNoEdges(CompiledRulebook book, FilePlace place) =>
        StepAt(book, place) is { } at && !HasSum(at.Step) && at.Tables.All(HasOneBand);

    /// <summary>Whether a place lies in a step that adds something up from claim to claim.</summary>
    public static bool KeepsASum(CompiledRulebook book, FilePlace place) => StepAt(book, place) is { } at && HasSum(at.Step);

    /// <summary>A deductible of nothing keeps nothing, over whatever period.</summary>
    private static bool IsOfNothing(CompiledRulebook book, FilePlace place) =>
        StepAt(book, place) is { Step.Form: DeductiblePolicy } at
        && at.Tables.All(table => table.Rows.All(row => row.Value is FixedAmount { Cents: 0 }));

    /// <summary>The step in which a place lies, with its tables.</summary>
    private static (StepPolicy Step, IReadOnlyList<WrittenTable> Tables)? StepAt(CompiledRulebook book, FilePlace place) =>
        book.Policy.Layers.FirstOrDefault(layer => layer.Place.File == place.File) is { } layer
        && layer.Steps.LastOrDefault(step => IsBefore(step.Place, place)) is { } step
            ? (step, [.. book.Written.Where(table => table.Name.IsOfLayer(layer.Id) && table.Name.Step == step.Id)])
            : null;

    /// <summary>Conditions of a layer are left out that every layer asks whose rest it works on: where they do not hold there is no such
    /// rest, and steps that keep no sums find nothing to do.</summary>
    private static bool IsAskedBefore(Policy one, Policy changed, string file) =>
        LayerOf(one, file) is { AtMost: null, InsteadOf: null, Base.AsOriginal: false } layer
        && LayerOf(changed, file) is { } less
        && layer.Applies.IsPlain
        && less.Applies.IsPlain
        && layer.Applies.Count > less.Applies.Count
        && layer.Steps.All(KeepsNoSum)
        && one.Layers.All(other => other.InsteadOf?.Text != layer.Id)
        && layer.Applies.Where(asked => !less.Applies.Any(condition => IsTheSame(condition, asked))).ToList() is var left
        && layer.Base.Parts.All(part =>
            one.Layers.FirstOrDefault(other => part.Text.StartsWith(other.Id + ".", StringComparison.Ordinal)) is { } before
            && before.DecidedBy == layer.DecidedBy
            && before.Applies.IsPlain
            && left.TrueForAll(asked => before.Applies.Any(condition => IsTheSame(condition, asked)))
        );

    private static LayerPolicy? LayerOf(Policy policy, string file) => policy.Layers.FirstOrDefault(layer => layer.Place.File == file);

    private static bool KeepsNoSum(StepPolicy step) => step.Form is AccountPolicy or TiersPolicy && !HasSum(step);

    private static bool HasSum(StepPolicy step) => step.Stated.Any(stated => stated.Key is "per" or "shared" or "counts" or "at_most.per");

    private static bool IsTheSame(ConditionPolicy one, ConditionPolicy other) =>
        one.Fact.Text == other.Fact.Text
        && one.IsNot == other.IsNot
        && one is { Lists: [], Range: null }
        && other is { Lists: [], Range: null }
        && one.Words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal).SetEquals(other.Words.Select(word => word.Text));

    /// <summary>Each payment is of one band, so that it is rounded once whether each is rounded or their sum; or there is no layer whose
    /// payments could be rounded.</summary>
    private static bool RoundsOnce(CompiledRulebook one, CompiledRulebook changed) =>
        one.Layers.Count == 0
        || (one.Index.RoundEach != RoundingUnit.Item && changed.Index.RoundEach != RoundingUnit.Item && one.Written.All(HasOneBand));

    private static bool HasOneBand(WrittenTable table) => table.Rows.All(row => row.Value is not Bands { Above.Length: > 1 });

    /// <summary>No claim is of both layers: one asks of a fact what the other excludes. Then neither finds what the other
    /// leaves.</summary>
    private static bool AreApart(Policy policy, (string One, string Other) files) =>
        policy.Layers.FirstOrDefault(layer => layer.Place.File == files.One) is { } one
        && policy.Layers.FirstOrDefault(layer => layer.Place.File == files.Other) is { } other
        && (
            one.InsteadOf?.Text == other.Id
            || other.InsteadOf?.Text == one.Id
            || one.Applies.Alternatives.All(mine =>
                other.Applies.Alternatives.All(theirs => mine.Any(condition => theirs.Any(asked => Exclude(condition, asked, policy))))
            )
        );

    private static bool Exclude(ConditionPolicy one, ConditionPolicy other, Policy policy) =>
        one.Fact.Text == other.Fact.Text
        && IsOfWords(one)
        && IsOfWords(other)
        && !WordsOf(one, policy).Intersect(WordsOf(other, policy), StringComparer.Ordinal).Any();

    private static bool IsOfWords(ConditionPolicy condition) => condition is { IsNot: false, Range: null };

    /// <summary>The words that a condition names, with all that its lists have on any day.</summary>
    private static IEnumerable<string> WordsOf(ConditionPolicy condition, Policy policy) =>
        condition.Words.Select(word => word.Text).Concat(condition.Lists.SelectMany(list => WordsOf(list.Text, policy)));

    private static IEnumerable<string> WordsOf(string list, Policy policy) =>
        policy
            .Index.Lists[list]
            .Versions.SelectMany(version =>
                version.Value.Add.Select(word => word.Text).Concat(version.Value.Of.SelectMany(other => WordsOf(other.Text, policy)))
            );

    private static bool IsBefore(FilePlace one, FilePlace other) =>
        one.File == other.File && (one.Line, one.Column).CompareTo((other.Line, other.Column)) <= 0;
}
