using System.Collections.Immutable;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Everything that a claim states beside its items and its region's own facts: one line a field. Reading, writing, registers,
/// sheets, the days of a
/// claim and what a policy may ask follow from these lines.</summary>
internal static class ClaimFields
{
    /// <summary>The earliest birth of whom a claim can be.</summary>
    private static readonly DateOnly FirstBirth = new(1820, 1, 1);

    /// <summary>What is stated of the claim itself.</summary>
    public static ImmutableArray<Field<Claim>> OfClaim { get; } =
    [
        Id("id", claim => claim.Id, Set.Id),
        Day("discharged", claim => claim.Discharged, (claim, day) => Set.Discharged(claim, day.GetValueOrDefault())),
        Day("admitted", claim => claim.Admitted, Set.Admitted),
        Day("stay_began", claim => claim.StayBegan, Set.StayBegan),
        Day("filed", claim => claim.Filed, Set.Filed),
        Word("setting", claim => claim.Setting, Set.Setting),
        Word("location", claim => claim.Location, Set.Location, Location.InArea),
        Word("referral", claim => claim.Referral, Set.Referral, Referral.None),
        YesNo("emergency", claim => claim.Emergency, Set.Emergency),
        Word("channel", claim => claim.Channel, Set.Channel, ClaimChannel.RealTime),
        Word("cause", claim => claim.Cause, Set.Cause, Cause.Illness),
        Text("disease", claim => claim.Disease, Set.Disease, "none"),
        Text("department", claim => claim.Department, Set.Department),
        Whole("admission", 1, KnownFacts.MostAdmissions, claim => claim.Admission, Set.Admission),
        new BalanceField("account_balance", Copy),
        Day("approved", claim => claim.Approved, Set.Approved),
        YesNo("transferred", claim => claim.Transferred, Set.Transferred),
        Value("liable_share", FieldForms.Rate, claim => claim.LiableShare, Set.LiableShare),
        Whole("days_since_discharge", 0, KnownFacts.Never, claim => claim.DaysSinceDischarge, Set.DaysSinceDischarge, KnownFacts.Never),
        Whole("providers_today", 1, 1000, claim => claim.ProvidersToday, Set.ProvidersToday, 1),
        Whole("visits_this_month", 1, 1000, claim => claim.VisitsThisMonth, Set.VisitsThisMonth, 1),
    ];

    /// <summary>What is stated of the member.</summary>
    public static ImmutableArray<Field<Claim>> OfMember { get; } =
    [
        Id("member.id", claim => claim.Member.Id, (claim, text) => Set.Id(claim.Member, text)),
        Word("scheme", claim => claim.Member.Scheme, (claim, word) => Set.Scheme(claim.Member, word)),
        new ValueField<Claim, DateOnly>(
            "born",
            Copy,
            FieldForms.Day,
            claim => claim.Member.Born,
            (claim, day) => Set.Born(claim.Member, day)
        )
        {
            Fact = FactForms.Date("born", (in asked) => asked.Claim.Member.Born, FirstBirth, Claims.Fact.LastDate),
        },
        Whole("age", 0, 150, claim => claim.Member.Age, (claim, years) => Set.Age(claim.Member, years)),
        Word("sex", claim => claim.Member.Sex, (claim, word) => Set.Sex(claim.Member, word)),
        YesNo("retired", claim => claim.Member.Retired, (claim, yes) => Set.Retired(claim.Member, yes)),
        Word("poverty", claim => claim.Member.Poverty, (claim, word) => Set.Poverty(claim.Member, word), Poverty.None),
        Word("enrolment", claim => claim.Member.Enrolment, (claim, word) => Set.Enrolment(claim.Member, word), Enrolment.InForce),
        YesNo("duplicate_enrolment", claim => claim.Member.DuplicateEnrolment, (claim, yes) => Set.DuplicateEnrolment(claim.Member, yes)),
    ];

    /// <summary>What is stated of the provider.</summary>
    public static ImmutableArray<Field<Claim>> OfProvider { get; } =
    [
        Id("provider.id", claim => claim.Provider.Id, (claim, text) => Set.Id(claim.Provider, text), ""),
        Word("hospital.level", claim => claim.Provider.Level, (claim, word) => Set.Level(claim.Provider, word)),
        Word("hospital.tier", claim => claim.Provider.Tier, (claim, word) => Set.Tier(claim.Provider, word)),
        Word(
            "hospital.ownership",
            claim => claim.Provider.Ownership,
            (claim, word) => Set.Ownership(claim.Provider, word),
            Ownership.Public
        ),
        Word(
            "provider.agreement",
            claim => claim.Provider.Agreement,
            (claim, word) => Set.Agreement(claim.Provider, word),
            Agreement.InForce
        ),
        YesNo("provider.designated", claim => claim.Provider.Designated, (claim, yes) => Set.Designated(claim.Provider, yes)),
        YesNo("provider.permitted", claim => claim.Provider.Permitted, (claim, yes) => Set.Permitted(claim.Provider, yes), "yes"),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Field<Claim>> All { get; } = [.. OfClaim, .. OfMember, .. OfProvider];

    /// <summary>Those that follow from the claims before, where a claim does not state them.</summary>
    public static ImmutableArray<Field<Claim>> Linked { get; } = [.. All.Where(stated => LinkedFactNames.All.Contains(stated.Key))];

    /// <summary>What a policy may ask of them, in their order.</summary>
    public static ImmutableArray<Fact> AskedFacts { get; } = [.. All.Select(stated => stated.Fact).OfType<Fact>()];

    /// <summary>The field of a key.</summary>
    public static Field<Claim> Of(string key) => All.First(stated => stated.Key == key);

    /// <summary>The claim with all its days as much later as its discharge is then; the day of birth stays.</summary>
    public static Claim MovedTo(DateOnly discharged, Claim claim)
    {
        var days = discharged.DayNumber - claim.Discharged.DayNumber;
        var moved = All.Aggregate(claim, (one, field) => field.Moved(one, days));
        return moved with
        {
            Items = [.. moved.Items.Select(item => ItemFields.All.Aggregate(item, (one, field) => field.Moved(one, days)))],
        };
    }

    private static Claim Copy(Claim claim) => claim with { Member = claim.Member with { }, Provider = claim.Provider with { } };

    private static DayField<Claim> Day(string key, Func<Claim, DateOnly?> of, Action<Claim, DateOnly?> set) => new(key, Copy, of, set);

    private static ValueField<Claim, T> Value<T>(string key, FieldForm<T> form, Func<Claim, T?> of, Action<Claim, T?> set)
        where T : struct => new(key, Copy, form, of, set);

    /// <summary>A text, which a policy may ask where it has a word for nothing stated.</summary>
    private static TextField<Claim> Text(string key, Func<Claim, string?> of, Action<Claim, string> set, string? otherwise = null) =>
        new(key, Copy, of, set) { Fact = otherwise is null ? null : FactForms.Open(key, (in asked) => of(asked.Claim) ?? otherwise) };

    /// <summary>The number of the claim, the member or the provider.</summary>
    private static TextField<Claim> Id(string key, Func<Claim, string?> of, Action<Claim, string> set, string? otherwise = null) =>
        new(key, Copy, of, set)
        {
            Fact = otherwise is null ? null : FactForms.Open(key, (in asked) => of(asked.Claim) ?? otherwise),
            Reads = node => node.PlainId(),
        };

    private static ValueField<Claim, T> Word<T>(string key, Func<Claim, T?> of, Action<Claim, T?> set, T? otherwise = null)
        where T : struct, Enum => new(key, Copy, FieldForms.Word<T>(), of, set) { Fact = FactForms.Words(key, of, otherwise) };

    private static ValueField<Claim, bool> YesNo(string key, Func<Claim, bool?> of, Action<Claim, bool?> set, string otherwise = "no") =>
        new(key, Copy, FieldForms.YesNo, of, set)
        {
            Fact = FactForms.YesNo(key, (in asked) => of(asked.Claim)) with { Default = otherwise },
        };

    /// <summary>A whole number, which a policy may ask where it has a number for nothing stated.</summary>
    private static ValueField<Claim, int> Whole(
        string key,
        int least,
        int most,
        Func<Claim, int?> of,
        Action<Claim, int?> set,
        int? otherwise = null
    ) =>
        new(key, Copy, FieldForms.Whole(least, most), of, set)
        {
            Fact = otherwise is { } number ? FactForms.Number(key, (in asked) => of(asked.Claim) ?? number, least, most) : null,
        };
}
