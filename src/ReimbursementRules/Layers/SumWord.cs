using ReimbursementRules.Facts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>The word of a claim for which a sum is counted apart: the answer to a fact of the claim.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="At">Where the policy names it.</param>
internal sealed record SumWord(AskedFact Fact, FilePlace At)
{
    /// <summary>The word of the claim on a desk; null where it names none, of a fact that it may leave out.</summary>
    public string? Of(Desk desk) =>
        Fact.IsOpen
            ? Fact.Fact.TextOf!(new(desk.Claim, -1, 0, desk.YearStart)) is not ("" or "none") and var text
                ? text
                : null
            : Fact.Fact.Words[desk.Codes[Fact.Index]];
}
