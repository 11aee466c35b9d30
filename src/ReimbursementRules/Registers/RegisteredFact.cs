using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>A fact of a claim that a register may state in its place.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Stated">The word that the claim states; null where it says nothing.</param>
/// <param name="With">The claim with a word.</param>
internal sealed record RegisteredFact(string Name, Func<Claim, string?> Stated, Func<Claim, string, Claim> With)
{
    public static RegisteredFact Agreement { get; } = Of("provider.agreement");

    public static RegisteredFact Designated { get; } = Of("provider.designated");

    public static RegisteredFact Permitted { get; } = Of("provider.permitted");

    public static RegisteredFact Scheme { get; } = Of("scheme");

    public static RegisteredFact Enrolment { get; } = Of("enrolment");

    public static RegisteredFact DuplicateEnrolment { get; } = Of("duplicate_enrolment");

    public static RegisteredFact Sex { get; } = Of("sex");

    public static RegisteredFact Born { get; } = Of("born");

    /// <summary>The built-in facts that stand under <c>facts</c> of a provider.</summary>
    public static ImmutableArray<RegisteredFact> OfProvider { get; } =
    [Of("hospital.level"), Of("hospital.tier"), Of("hospital.ownership")];

    /// <summary>The built-in facts that stand under <c>facts</c> of a member.</summary>
    public static ImmutableArray<RegisteredFact> OfMember { get; } = [Of("retired"), Of("poverty")];

    /// <summary>Whether it is a number, which may be written in several ways, such as <c>12</c> and <c>12.0</c>.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The fact where it is one of the region.</summary>
    public Fact? OfItsRegion { get; init; }

    /// <summary>The fact within a Chinese sentence.</summary>
    public string Called => OfItsRegion is { } own ? ClaimNames.Quoted(own) : ClaimNames.Quoted(Name);

    /// <summary>A word of the fact within a Chinese sentence.</summary>
    public string CalledWord(string word) => ChineseName.Quoted(word, (OfItsRegion?.WordTitle(word) ?? Terms.OfWord(Name, word)).Zh);

    /// <summary>A fact of the region, which claims carry under <c>attributes</c>.</summary>
    public static RegisteredFact OfRegion(Fact fact) =>
        new(
            fact.Name,
            claim => claim.Attributes.GetValueOrDefault(fact.Name),
            (claim, word) => claim with { Attributes = claim.Attributes.SetItem(fact.Name, word) }
        )
        {
            OfItsRegion = fact,
            IsNumber = fact is { Kind: FactKind.Number, IsDate: false },
        };

    /// <summary>Whether a claim that states one says the same as a register that states the other.</summary>
    public bool IsSame(string stated, string word) =>
        stated == word || (IsNumber && Digits.TryParse(stated, out var one) && Digits.TryParse(word, out var other) && one == other);

    private static RegisteredFact Of(string key)
    {
        var field = ClaimFields.Of(key);
        return new(key, field.Stated, field.With);
    }
}
