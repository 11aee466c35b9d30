using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>A claim for which a law does not hold.</summary>
/// <param name="Law">The law.</param>
/// <param name="Claim">The claim, of several the first.</param>
/// <param name="What">What should be, and what is.</param>
public sealed record LawBreach(SettlementLaw Law, Claim Claim, BilingualText What)
{
    /// <summary>The law, what broke and the claim as JSON, in English: what a failing test says.</summary>
    public override string ToString() => In(Language.English);

    /// <summary>As <see cref="ToString"/>, in a language.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language) =>
        $"{Law.Id}: {Law.Sentence.In(language)}\n{What.In(language)}\n"
        + $"{(language == Language.English ? "Claim" : "单据")}: {ClaimText.Of(Claim)}";
}
