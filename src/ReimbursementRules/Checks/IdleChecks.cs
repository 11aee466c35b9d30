using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Checks;

/// <summary>Warns of what a rulebook states in vain, and of what it leaves open: names that nothing uses, layers that never find anything
/// to pay, and claims about which it says nothing.</summary>
internal static class IdleChecks
{
    private static readonly string InScope = Legend.CutParts[Legend.InScope];

    /// <param name="book">The rulebook.</param>
    /// <param name="cases">Its case files: the operations of ledgers name parameters too.</param>
    public static IEnumerable<Problem> Of(CompiledRulebook book, IEnumerable<string> cases) =>
        [.. Unused(book.Policy, cases), .. Idle(book.Policy), .. Replaced(book.Policy), .. Unasked(book)];

    private static IEnumerable<Problem> Unused(Policy policy, IEnumerable<string> cases)
    {
        IReadOnlyList<string> texts = policy.Unused.Count == 0 ? [] : [.. cases.Select(File.ReadAllText)];
        return from unused in policy.Unused
            where !texts.Any(text => text.Contains(unused.Name.Text, StringComparison.Ordinal))
            select new Problem(
                unused.Name.Place,
                "warning.unused",
                new(
                    $"no file of the rulebook names '{unused.Name.Text}', which stands under '{unused.Section}'. Use it, or leave it out.",
                    $"规则册中没有文件用到“{unused.Section}”下的“{unused.Name.Text}”。请使用或删去。"
                )
            );
    }

    /// <summary>An example decides what it shows and no more; it is not told.</summary>
    private static IEnumerable<Problem> Unasked(CompiledRulebook book)
    {
        if (book.Unasked is not { } unasked || book.Index.IsExample || !unasked.Names.Any())
            yield break;
        var (en, zh) = (
            string.Join(", ", unasked.Names.Select(name => $"'{name}'")),
            string.Join('、', unasked.Names.Select(ClaimNames.Quoted))
        );
        var ofCause = unasked.Names.Contains("cause");
        yield return new(
            book.Index.Place,
            "warning.unasked",
            new(
                $"nothing asks {en}: a claim for which no insurance may owe anything is settled like any other, with the finding "
                    + $"'not_asked'. Add gates{(ofCause ? ", or for 'cause' build on rules/national-law" : "")}.",
                $"没有规定使用 {zh}：可能无须支付的单据仍按一般情形结算，并标记 not_asked。"
                    + $"请增加关口{(ofCause ? "；“cause”也可以 rules/national-law 为基础" : "")}。"
            )
        );
    }

    /// <summary>A layer that works on what is in scope, where an earlier one has taken all of that whenever this one applies.</summary>
    private static IEnumerable<Problem> Idle(Policy policy)
    {
        for (var i = 0; i < policy.Layers.Count; i++)
        {
            var layer = policy.Layers[i];
            if (!layer.Base.AsOriginal && layer.Base.Parts.All(part => part.Text == InScope))
                if (policy.Layers.Take(i).FirstOrDefault(earlier => TakesAll(policy, earlier, layer)) is { } before)
                    yield return new(
                        layer.Base.Place,
                        "warning.idle",
                        new(
                            $"'{layer.Id}' never finds anything to pay: '{before.Id}' works on all that is in scope before it, and what it "
                                + $"leaves has names such as '{before.Id}.{before.Steps[^1].Id}'. Name those in the base, or let the two "
                                + "apply to different claims.",
                            $"“{layer.Id}”始终没有可支付的金额：此前“{before.Id}”已处理全部政策范围内费用，其余下部分另有名称，如"
                                + $"“{before.Id}.{before.Steps[^1].Id}”。请在基数中写这些名称，或使两层适用于不同的单据。"
                        )
                    );
        }
    }

    /// <summary>A layer in whose place another stands whenever it applies.</summary>
    private static IEnumerable<Problem> Replaced(Policy policy) =>
        from layer in policy.Layers
        let other = policy.Layers.FirstOrDefault(one => one.InsteadOf?.Text == layer.Id && IsAlwaysThere(policy, one, layer))
        where other is not null
        select new Problem(
            layer.Places.Id,
            "warning.idle",
            new(
                $"'{layer.Id}' never applies: '{other.Id}' stands in its place whenever it would. Let the two apply to different claims, "
                    + "or leave one out.",
                $"“{layer.Id}”从不适用：凡其适用之处均由“{other.Id}”替代。请使两层适用于不同的单据，或删去其一。"
            )
        );

    /// <summary>Whether a layer applies, and can work, whenever another one does.</summary>
    private static bool IsAlwaysThere(Policy policy, LayerPolicy other, LayerPolicy layer) =>
        other is { AtMost: null, Until: null }
        && (other.From is null || other.From <= (layer.From ?? policy.Index.From))
        && (other.DecidedBy ?? policy.Index.DecidedBy) == (layer.DecidedBy ?? policy.Index.DecidedBy)
        && other.Steps.All(step => step.Form is TiersPolicy or DeductiblePolicy or CapPolicy)
        && other.Applies.IsPlain
        && layer.Applies.IsPlain
        && other.Applies.All(condition => layer.Applies.Any(one => Implies(one, condition)));

    /// <summary>Whether a layer gives all that is in scope other names, for every claim that a later layer applies to.</summary>
    private static bool TakesAll(Policy policy, LayerPolicy earlier, LayerPolicy later) =>
        earlier is { Base.AsOriginal: false, RestIsUnchanged: false, Items.Count: 0 }
        && IsAlwaysThere(policy, earlier, later)
        && earlier.Base.Parts.Any(part => part is { Text: var name, Times: null } && name == InScope)
        && earlier.Steps.Any(step => step.Form is TiersPolicy)
        && !policy.Index.Payers.Any(payer => payer.IsAccount && payer.Id == earlier.Payer.Text)
        && !policy.Layers.Any(other => other.InsteadOf?.Text == earlier.Id);

    /// <summary>Whether one condition holds only where another does.</summary>
    private static bool Implies(ConditionPolicy one, ConditionPolicy other) =>
        one.Fact.Text == other.Fact.Text
        && one.IsNot == other.IsNot
        && one.Lists.Select(list => list.Text).Order().SequenceEqual(other.Lists.Select(list => list.Text).Order())
        && Range(one) == Range(other)
        && (
            one.IsNot
                ? other.Words.All(word => one.Words.Any(same => same.Text == word.Text))
                : one.Words.All(word => other.Words.Any(same => same.Text == word.Text))
        );

    private static (string?, string?) Range(ConditionPolicy condition) => (condition.Range?.From?.Text, condition.Range?.Below?.Text);
}
