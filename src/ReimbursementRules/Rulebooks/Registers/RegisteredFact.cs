using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks.Registers;

/// <summary>A fact of a claim that a register may state in its place.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Stated">The word that the claim states; null where it says nothing.</param>
/// <param name="With">The claim with a word.</param>
internal sealed record RegisteredFact(string Name, Func<Claim, string?> Stated, Func<Claim, string, Claim> With)
{
    public static RegisteredFact Agreement { get; } = Word<Agreement>("provider.agreement", claim => claim.Provider.Agreement, (claim, word) => claim with { Provider = claim.Provider with { Agreement = word } });

    public static RegisteredFact Designated { get; } = YesNo("provider.designated", claim => claim.Provider.Designated, (claim, yes) => claim with { Provider = claim.Provider with { Designated = yes } });

    public static RegisteredFact Permitted { get; } = YesNo("provider.permitted", claim => claim.Provider.Permitted, (claim, yes) => claim with { Provider = claim.Provider with { Permitted = yes } });

    public static RegisteredFact Scheme { get; } = Word<Scheme>("scheme", claim => claim.Member.Scheme, (claim, word) => claim with { Member = claim.Member with { Scheme = word } });

    public static RegisteredFact Enrolment { get; } = Word<Enrolment>("enrolment", claim => claim.Member.Enrolment, (claim, word) => claim with { Member = claim.Member with { Enrolment = word } });

    public static RegisteredFact DuplicateEnrolment { get; } = YesNo("duplicate_enrolment", claim => claim.Member.DuplicateEnrolment, (claim, yes) => claim with { Member = claim.Member with { DuplicateEnrolment = yes } });

    public static RegisteredFact Sex { get; } = Word<Sex>("sex", claim => claim.Member.Sex, (claim, word) => claim with { Member = claim.Member with { Sex = word } });

    public static RegisteredFact Born { get; } = new(
        "born",
        claim => claim.Member.Born is { } day ? IsoDay.Show(day) : null,
        (claim, day) => claim with { Member = claim.Member with { Born = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) } });

    /// <summary>The built-in facts that stand under <c>facts</c> of a provider.</summary>
    public static IReadOnlyList<RegisteredFact> OfProvider { get; } =
    [
        Word<HospitalLevel>("hospital.level", claim => claim.Provider.Level, (claim, word) => claim with { Provider = claim.Provider with { Level = word } }),
        Word<HospitalTier>("hospital.tier", claim => claim.Provider.Tier, (claim, word) => claim with { Provider = claim.Provider with { Tier = word } }),
        Word<Ownership>("hospital.ownership", claim => claim.Provider.Ownership, (claim, word) => claim with { Provider = claim.Provider with { Ownership = word } }),
    ];

    /// <summary>The built-in facts that stand under <c>facts</c> of a member.</summary>
    public static IReadOnlyList<RegisteredFact> OfMember { get; } =
    [
        YesNo("retired", claim => claim.Member.Retired, (claim, yes) => claim with { Member = claim.Member with { Retired = yes } }),
        Word<Poverty>("poverty", claim => claim.Member.Poverty, (claim, word) => claim with { Member = claim.Member with { Poverty = word } }),
    ];

    /// <summary>A fact of the region, which claims carry under <c>attributes</c>.</summary>
    public static RegisteredFact OfRegion(string name) =>
        new(name, claim => claim.Attributes.GetValueOrDefault(name), (claim, word) => claim with { Attributes = claim.Attributes.SetItem(name, word) });

    private static RegisteredFact Word<T>(string name, Func<Claim, T?> stated, Func<Claim, T, Claim> with)
        where T : struct, Enum
    {
        var words = Facts.WordsOf<T>();
        var values = Enum.GetValues<T>();
        return new(name, claim => stated(claim) is { } value ? Facts.WordOf(value) : null, (claim, word) => with(claim, values[Array.IndexOf(words, word)]));
    }

    private static RegisteredFact YesNo(string name, Func<Claim, bool?> stated, Func<Claim, bool, Claim> with) =>
        new(name, claim => stated(claim) is { } yes ? (yes ? "yes" : "no") : null, (claim, word) => with(claim, word is "yes"));
}
