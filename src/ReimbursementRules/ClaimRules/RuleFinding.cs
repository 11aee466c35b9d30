using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.ClaimRules;

/// <summary>What a rule of a program's own finds in a claim: it refuses, holds or flags it, as a gate of a policy does.
/// Immutable.</summary>
/// <remarks>A rule leaves it with <see cref="RuleContext.Leave"/>; it is a fact from then on, so that other rules may match it.</remarks>
public sealed partial record RuleFinding
{
    private RuleFinding(Verdict verdict, string id, BilingualText message, BilingualText reference) =>
        (Verdict, Id, Message, Reference) = (verdict, id, message, reference);

    /// <summary>What follows.</summary>
    public Verdict Verdict { get; }

    /// <summary>A stable word for programs, such as <c>same_test_twice</c>.</summary>
    public string Id { get; }

    /// <summary>What is wrong, for people, in both languages.</summary>
    public BilingualText Message { get; }

    /// <summary>The document and article that says so, in one language or both; may be empty.</summary>
    public BilingualText Reference { get; }

    /// <summary>The item's place in the claim, from 0; null where the finding is about the claim as a whole.</summary>
    public int? Item { get; private init; }

    /// <summary>Who bears what is refused: a payer of the rulebook, or <c>hospital</c>; null for the patient.</summary>
    public string? Liable { get; private init; }

    /// <summary>The day on which a review is due; null where there is none.</summary>
    public DateOnly? Due { get; private init; }

    /// <summary>The name of the rule that left it; empty until then.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>The item or the whole claim is not paid: the patient or a liable party bears it.</summary>
    /// <param name="id">A stable word for programs.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="reference">The document and article, in one language or both; may be empty.</param>
    public static RuleFinding Refuse(string id, BilingualText message, BilingualText reference) =>
        New(Verdict.Refuse, id, message, reference);

    /// <summary>The whole claim is settled and waits for review; if the review fails, it is refused as a whole.</summary>
    /// <param name="id">A stable word for programs.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="reference">The document and article, in one language or both; may be empty.</param>
    public static RuleFinding Hold(string id, BilingualText message, BilingualText reference) => New(Verdict.Hold, id, message, reference);

    /// <summary>The claim is settled and marked.</summary>
    /// <param name="id">A stable word for programs.</param>
    /// <param name="message">What is wrong, for people.</param>
    /// <param name="reference">The document and article, in one language or both; may be empty.</param>
    public static RuleFinding Flag(string id, BilingualText message, BilingualText reference) => New(Verdict.Flag, id, message, reference);

    /// <summary>The refusal or flag, of one item.</summary>
    /// <exception cref="ArgumentException">The item is of an earlier claim, which is settled already.</exception>
    /// <exception cref="InvalidOperationException">This is a hold, which holds the whole claim.</exception>
    public RuleFinding Of(BilledItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Demand(Verdict != Verdict.Hold, "holds the whole claim, not an item. Name the item in the message.");
        return item.IsCurrent
            ? this with
            {
                Item = item.Index,
            }
            : throw new ArgumentException(
                $"Item {item.Index + 1} is of the earlier claim '{item.Claim.Id}', which is settled already. Name an item of "
                    + "the current claim.",
                nameof(item)
            );
    }

    /// <summary>The refusal, borne by a liable party.</summary>
    /// <param name="liable">A payer of the rulebook that is not the patient's account, or <c>hospital</c>.</param>
    /// <exception cref="InvalidOperationException">This is no refusal, so nobody bears anything.</exception>
    public RuleFinding BorneBy(string liable)
    {
        ArgumentException.ThrowIfNullOrEmpty(liable);
        Demand(Verdict == Verdict.Refuse, "refuses nothing, so nobody is liable for it.");
        return this with { Liable = liable };
    }

    /// <summary>The hold, with the day on which its review is due, included.</summary>
    /// <exception cref="InvalidOperationException">This is no hold, so there is no review.</exception>
    public RuleFinding DueOn(DateOnly day)
    {
        Demand(Verdict == Verdict.Hold, "holds nothing, so no review is due.");
        return this with { Due = day };
    }

    /// <summary>The finding as a settlement tells it: its place is the rule that left it.</summary>
    internal Finding Told => new(Id, Verdict, Message, Item, Due, new(new(Rule, 0, 0), Reference));

    /// <summary>The liable party's place among the payers of a rulebook; null for the patient, and after a problem.</summary>
    internal int? LiableIn(Legend legend, Claim claim, ProblemLog problems)
    {
        if (Liable is null)
            return null;
        for (var payer = 0; payer < legend.FundsEnd; payer++)
            if (legend.Payers[payer].Id == Liable)
                return payer;
        var known = string.Join(", ", legend.Payers.Take(legend.FundsEnd).Select(payer => payer.Id));
        problems.Add(
            RuleProblems.Of(
                claim,
                "rule.liable",
                $"rule '{Rule}' lets '{Liable}' bear '{Id}', which is no payer of {legend.Rulebook}. Known: {known}.",
                $"规则“{Rule}”让“{Liable}”承担“{Id}”，但它不是 {legend.Rulebook} 的支付方。可用：{known}。"
            )
        );
        return null;
    }

    private void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"Finding '{Id}' {otherwise}");
    }

    private static RuleFinding New(Verdict verdict, string id, BilingualText message, BilingualText reference)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(reference);
        return new(verdict, id, message, reference.Filled);
    }
}
