using System.Text.Json;

namespace ReimbursementRules.Claims;

/// <summary>What the words of a fact are.</summary>
internal enum FactKind
{
    /// <summary>A fixed list of words.</summary>
    Words,

    /// <summary>Any word; those that a rulebook names are told apart, all others are one.</summary>
    Open,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Amount,
}

/// <summary>What a fact is asked of: a claim, one of its items where the fact is an item's, and what follows from the history.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Index">The item that is asked, or -1.</param>
/// <param name="AdmissionsBefore">The admissions in the benefit year before this claim.</param>
/// <param name="YearStart">The first day of the benefit year.</param>
internal readonly record struct Asked(Claim Claim, int Index, int AdmissionsBefore, DateOnly YearStart)
{
    public FeeItem Item => Claim.Items[Index];
    public ref readonly PackedItem Packed => ref Claim.Packed[Index];
    public bool IsOfItem => Index >= 0;
}

/// <summary>Something that a policy may ask of a claim.</summary>
/// <param name="Name">The name in policy files; it begins with <c>item.</c> for what is asked of each item.</param>
/// <param name="Kind">What answers there are.</param>
/// <param name="Words">The fixed words; empty for the other kinds.</param>
/// <param name="Default">The word where the claim says nothing; null where a claim must say it.</param>
/// <param name="WordOf">The index of the claim's word, or null where it says nothing.</param>
/// <param name="TextOf">The claim's own word for an open fact, or null where it says nothing.</param>
/// <param name="NumberOf">The claim's number (cents for an amount), or null where it says nothing.</param>
/// <param name="Packed">Which field of the packed item has the index of the word; none for most facts.</param>
internal sealed record Fact(
    string Name,
    FactKind Kind,
    IReadOnlyList<string> Words,
    string? Default,
    Answer<int?>? WordOf = null,
    Answer<string?>? TextOf = null,
    Answer<long?>? NumberOf = null,
    PackedField Packed = PackedField.None)
{
    /// <summary>The largest number of a region's own fact, included.</summary>
    public const int LargestNumber = 1_000_000;

    public bool IsOfItem { get; } = Name.StartsWith("item.", StringComparison.Ordinal);
}

/// <summary>A word that a packed item has at hand.</summary>
internal enum PackedField
{
    None,
    Class,
    Kind,
}

/// <summary>What a claim or an item answers.</summary>
internal delegate T Answer<out T>(in Asked asked);

/// <summary>Everything that a policy may ask of any claim. A new fact is one new line here, and its field in the claim.</summary>
internal static class Facts
{
    /// <summary>The number of days that stands for never.</summary>
    public const int Never = 36_500;

    private static readonly string[] ApprovalWords = ["none", "prior", "later"];
    private static readonly string[] YesNoWords = ["no", "yes"];
    private static readonly string[] AdmissionWords = ["first", "second", "later"];

    /// <summary>The facts that follow from the claims of the member before this one, where the claim does not state them.</summary>
    public static IReadOnlyList<string> Linked { get; } = ["days_since_discharge", "providers_today", "visits_this_month", "item.days_since_same"];

    public static IReadOnlyList<Fact> All { get; } =
    [
        Words<Setting>("setting", (in asked) => (int?)asked.Claim.Setting),
        Words<Location>("location", (in asked) => (int?)asked.Claim.Location, Location.InArea),
        Words<Referral>("referral", (in asked) => (int?)asked.Claim.Referral, Referral.None),
        YesNo("emergency", (in asked) => asked.Claim.Emergency),
        Words<Channel>("channel", (in asked) => (int?)asked.Claim.Channel, Channel.RealTime),
        Words<Cause>("cause", (in asked) => (int?)asked.Claim.Cause, Cause.Illness),
        Open("disease", (in asked) => asked.Claim.Disease ?? "none"),
        new("admission", FactKind.Words, AdmissionWords, null, (in asked) => Math.Min(asked.Claim.Admission ?? (asked.AdmissionsBefore + 1), 3) - 1),
        Number("days", (in asked) => asked.Claim.Discharged.DayNumber - (asked.Claim.Admitted ?? asked.Claim.Discharged).DayNumber),
        Number("month", (in asked) => asked.Claim.Discharged.Month),
        new("approval", FactKind.Words, ApprovalWords, "none", (in asked) => asked.Claim.Approved is not { } day ? null : day <= (asked.Claim.Admitted ?? asked.Claim.Discharged) ? 1 : 2),
        YesNo("transferred", (in asked) => asked.Claim.Transferred),
        Number("days_since_discharge", (in asked) => asked.Claim.DaysSinceDischarge ?? Never),
        Number("providers_today", (in asked) => asked.Claim.ProvidersToday ?? 1),
        Number("visits_this_month", (in asked) => asked.Claim.VisitsThisMonth ?? 1),
        Amount("bill", (in asked) => asked.Claim.Bill),

        Words<Scheme>("scheme", (in asked) => (int?)asked.Claim.Member.Scheme),
        Number("age", (in asked) => asked.Claim.Member.Age ?? YearsFrom(asked.Claim.Member.Born, asked.YearStart)),
        Words<Sex>("sex", (in asked) => (int?)asked.Claim.Member.Sex),
        YesNo("retired", (in asked) => asked.Claim.Member.Retired),
        Words<Poverty>("poverty", (in asked) => (int?)asked.Claim.Member.Poverty, Poverty.None),
        YesNo("duplicate_enrolment", (in asked) => asked.Claim.Member.DuplicateEnrolment),
        Words<Enrolment>("enrolment", (in asked) => (int?)asked.Claim.Member.Enrolment, Enrolment.InForce),

        Open("provider.id", (in asked) => asked.Claim.Provider.Id),
        Words<HospitalLevel>("hospital.level", (in asked) => (int?)asked.Claim.Provider.Level),
        Words<HospitalTier>("hospital.tier", (in asked) => (int?)asked.Claim.Provider.Tier),
        Words<Ownership>("hospital.ownership", (in asked) => (int?)asked.Claim.Provider.Ownership, Ownership.Public),
        Words<Agreement>("provider.agreement", (in asked) => (int?)asked.Claim.Provider.Agreement, Agreement.InForce),
        YesNo("provider.designated", (in asked) => asked.Claim.Provider.Designated),
        YesNo("provider.permitted", (in asked) => asked.Claim.Provider.Permitted) with { Default = "yes" },

        Words<CatalogueClass>("item.class", (in asked) => asked.Packed.Class is >= 0 and var word ? word : null) with { Packed = PackedField.Class },
        Words<ItemKind>("item.kind", (in asked) => asked.Packed.Kind is >= 0 and var word ? word : null, ItemKind.Other) with { Packed = PackedField.Kind },
        Open("item.code", (in asked) => asked.Item.Code),
        YesNo("item.essential", (in asked) => asked.Item.Essential),
        Amount("item.amount", (in asked) => asked.Packed.Amount),
        YesNo("item.marked_up", (in asked) => asked.Item.IsMarkedUp),
        Number("item.days_since_same", (in asked) => asked.Item.DaysSinceSame ?? Never),
        Number("item.days_of_supply", (in asked) => asked.Item.DaysOfSupply ?? 0),
        Number("item.days_before_admission", (in asked) => Math.Max(0, (asked.Claim.Admitted ?? asked.Claim.Discharged).DayNumber - (asked.Item.Date ?? asked.Claim.Discharged).DayNumber)),
        YesNo("item.moved", (in asked) => asked.Item.MovedFrom is not null),
    ];

    /// <summary>The word of an enum value in files: <c>OutOfCity</c> is <c>out_of_city</c>, and a class stays <c>A</c>, <c>B</c> or <c>C</c>.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => WordOf(value.ToString());

    public static string[] WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(WordOf)];

    private static string WordOf(string name) => name.Length == 1 ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static Fact Words<T>(string name, Answer<int?> of, T? otherwise = null)
        where T : struct, Enum => new(name, FactKind.Words, WordsOf<T>(), otherwise is { } word ? WordOf(word) : null, of);

    private static Fact YesNo(string name, Answer<bool?> of) =>
        new(name, FactKind.Words, YesNoWords, "no", (in asked) => of(asked) is { } yes ? (yes ? 1 : 0) : null);

    private static Fact Open(string name, Answer<string?> of) => new(name, FactKind.Open, [], null, TextOf: of);

    private static Fact Number(string name, Answer<long?> of) => new(name, FactKind.Number, [], null, NumberOf: of);

    private static Fact Amount(string name, Answer<long?> of) => new(name, FactKind.Amount, [], null, NumberOf: of);

    public static long? YearsFrom(DateOnly? born, DateOnly day) =>
        born is not { } birth ? null : Math.Max(0, day.Year - birth.Year - (day < birth.AddYears(Math.Max(0, day.Year - birth.Year)) ? 1 : 0));
}
