using System.Collections.Frozen;
using ReimbursementRules.Claims.Fields;

namespace ReimbursementRules.Claims;

/// <summary>Everything that a policy may ask of any claim: what claims state (<see cref="ClaimFields"/>), and what follows from
/// it.</summary>
internal static class KnownFacts
{
    /// <summary>The number of days that stands for never.</summary>
    public const int Never = 36_500;

    /// <summary>The most days of a stay, and from a service to the discharge, included: five years.</summary>
    public const int MostDaysOfStay = 1827;

    /// <summary>The largest number of an admission in a benefit year, included; every later one has it.</summary>
    public const int MostAdmissions = 1000;

    private static readonly Lazy<FrozenSet<string>> Names = new(() => All!.Select(fact => fact.Name).ToFrozenSet(StringComparer.Ordinal));

    private static readonly string[] ApprovalWords = ["none", "prior", "later"];
    private static readonly string[] AdmissionWords = ["first", "second", "later"];

    /// <summary>The facts that say which admission of the year a claim is.</summary>
    public static IReadOnlyList<string> OfAdmission { get; } = ["admission", "admission_number"];

    /// <summary>The facts that follow from the claims of the member before this one, where the claim does not state them.</summary>
    public static IReadOnlyList<string> Linked => LinkedFactNames.All;

    public static IReadOnlyList<Fact> All { get; } =
    [
        .. ClaimFields.AskedFacts,
        new(
            "admission",
            FactKind.Words,
            AdmissionWords,
            null,
            (in asked) => Math.Min(AdmissionOf(asked.Claim, asked.AdmissionsBefore), 3) - 1
        ),
        FactForms.Number(
            "admission_number",
            (in asked) => Math.Min(AdmissionOf(asked.Claim, asked.AdmissionsBefore), MostAdmissions),
            1,
            MostAdmissions
        ),
        FactForms.Number("days", (in asked) => asked.Claim.Discharged.DayNumber - AdmittedOn(asked.Claim).DayNumber, 0, MostDaysOfStay),
        FactForms.Number("month", (in asked) => asked.Claim.Discharged.Month, 1, 12),
        new(
            "approval",
            FactKind.Words,
            ApprovalWords,
            "none",
            (in asked) =>
                asked.Claim.Approved is not { } day ? null
                : day <= AdmittedOn(asked.Claim) ? 1
                : 2
        ),
        FactForms.Amount("bill", (in asked) => asked.Claim.Bill),
        FactForms.Number("age", (in asked) => asked.Claim.Member.Age ?? YearsFrom(asked.Claim.Member.Born, asked.AgeDay), 0, 150),
        FactForms.Words<CatalogueClass>("item.class", (in asked) => asked.Packed.Class is >= 0 and var word ? word : null) with
        {
            Packed = PackedField.Class,
        },
        FactForms.Words<ItemKind>("item.kind", (in asked) => asked.Packed.Kind is >= 0 and var word ? word : null, ItemKind.Other) with
        {
            Packed = PackedField.Kind,
        },
        FactForms.Open("item.code", (in asked) => asked.Item.Code),
        FactForms.YesNo("item.essential", (in asked) => asked.Item.Essential),
        FactForms.Amount("item.amount", (in asked) => asked.Packed.Amount),
        FactForms.YesNo("item.marked_up", (in asked) => asked.Item.IsMarkedUp),
        FactForms.Number("item.days_since_same", (in asked) => asked.Item.DaysSinceSame ?? Never, 0, Never),
        FactForms.Number("item.days_of_supply", (in asked) => asked.Item.DaysOfSupply ?? 0, 0, FeeItem.MostDaysOfSupply),
        FactForms.Number(
            "item.days_before_admission",
            (in asked) => Math.Max(0, AdmittedOn(asked.Claim).DayNumber - (asked.Item.Date ?? asked.Claim.Discharged).DayNumber),
            0,
            MostDaysOfStay
        ),
        FactForms.YesNo("item.moved", (in asked) => asked.Item.MovedFrom is not null),
    ];

    /// <summary>Whether any policy may ask a fact of a name.</summary>
    public static bool IsKnown(string name) => Names.Value.Contains(name);

    /// <summary>The number of the admission that a claim is: as it states; else that of the admission that it goes on from; else the next
    /// of the benefit year. It is at least 1.</summary>
    public static int AdmissionOf(Claim claim, int before) => claim.Admission ?? (claim.GoesOn ? Math.Max(1, before) : before + 1);

    /// <summary>The whole years from a birth to a day, 0 before it; null where no birth is known.</summary>
    public static long? YearsFrom(DateOnly? born, DateOnly day) =>
        born is not { } birth
            ? null
            : Math.Max(0, day.Year - birth.Year - (day < birth.AddYears(Math.Max(0, day.Year - birth.Year)) ? 1 : 0));

    private static DateOnly AdmittedOn(Claim claim) => claim.Admitted ?? claim.Discharged;
}

/// <summary>The names of the facts that follow from the claims before. They stand apart, since both the facts and the fields ask for them
/// while they are made.</summary>
internal static class LinkedFactNames
{
    public static IReadOnlyList<string> All { get; } =
    ["days_since_discharge", "providers_today", "visits_this_month", "item.days_since_same"];
}
