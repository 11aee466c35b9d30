using System.Collections.Frozen;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>On which day of a claim the member's age counts.</summary>
internal enum AgeOn
{
    /// <summary>The first day of the benefit year.</summary>
    BenefitYear,

    /// <summary>The day of admission; that of discharge where there is no stay.</summary>
    Admission,

    /// <summary>The day of discharge.</summary>
    Discharge,
}

/// <summary>The fact of the age, called by the day on which it counts.</summary>
internal static class AgeFact
{
    /// <summary>The name of the fact.</summary>
    public const string Name = "age";

    private static readonly Fact OfYear = KnownFacts.All.First(fact => fact.Name == Name);
    private static readonly Fact OfAdmission = Called(new("age on admission", "入院时年龄"));
    private static readonly Fact OfDischarge = Called(new("age on discharge", "出院时年龄"));

    /// <summary>The fact, as a rulebook asks it.</summary>
    public static Fact Of(AgeOn on) =>
        on switch
        {
            AgeOn.BenefitYear => OfYear,
            AgeOn.Admission => OfAdmission,
            AgeOn.Discharge => OfDischarge,
            _ => throw UnknownKind.Of(on),
        };

    private static Fact Called(BilingualText title) => OfYear with { Titled = new(title, FrozenDictionary<string, BilingualText>.Empty) };
}
