using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;

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

    /// <summary>A fact of the region, which claims carry under <c>attributes</c>.</summary>
    public static RegisteredFact OfRegion(string name) =>
        new(
            name,
            claim => claim.Attributes.GetValueOrDefault(name),
            (claim, word) => claim with { Attributes = claim.Attributes.SetItem(name, word) }
        );

    private static RegisteredFact Of(string key)
    {
        var field = ClaimFields.Of(key);
        return new(key, field.Stated, field.With);
    }
}
