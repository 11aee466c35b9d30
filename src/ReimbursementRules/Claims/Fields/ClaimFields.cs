using System.Collections.Immutable;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Everything that a claim states beside its items and its region's own facts: one line a field. Reading, writing, registers,
/// sheets, the days of a
/// claim and what a policy may ask follow from these lines.</summary>
internal static class ClaimFields
{
    /// <summary>What is stated of the claim itself.</summary>
    public static ImmutableArray<Field<Claim>> OfClaim { get; } =
    [
        Id("id", claim => claim.Id, (claim, text) => claim with { Id = text }),
        Day("discharged", claim => claim.Discharged, (claim, day) => claim with { Discharged = day }),
        Day("admitted", claim => claim.Admitted, (claim, day) => claim with { Admitted = day }),
        Day("filed", claim => claim.Filed, (claim, day) => claim with { Filed = day }),
        Word("setting", claim => claim.Setting, (claim, word) => claim with { Setting = word }),
        Word("location", claim => claim.Location, (claim, word) => claim with { Location = word }, Location.InArea),
        Word("referral", claim => claim.Referral, (claim, word) => claim with { Referral = word }, Referral.None),
        YesNo("emergency", claim => claim.Emergency, (claim, yes) => claim with { Emergency = yes }),
        Word("channel", claim => claim.Channel, (claim, word) => claim with { Channel = word }, ClaimChannel.RealTime),
        Word("cause", claim => claim.Cause, (claim, word) => claim with { Cause = word }, Cause.Illness),
        Text("disease", claim => claim.Disease, (claim, text) => claim with { Disease = text }, "none"),
        Text("department", claim => claim.Department, (claim, text) => claim with { Department = text }),
        Whole("admission", 1, 1000, claim => claim.Admission, (claim, number) => claim with { Admission = number }),
        Value(
            "account_balance",
            FieldForms.Amount,
            claim => claim.AccountBalance == Money.Zero ? null : claim.AccountBalance,
            (claim, sum) => claim with { AccountBalance = sum }
        ),
        Day("approved", claim => claim.Approved, (claim, day) => claim with { Approved = day }),
        YesNo("transferred", claim => claim.Transferred, (claim, yes) => claim with { Transferred = yes }),
        Value("liable_share", FieldForms.Rate, claim => claim.LiableShare, (claim, rate) => claim with { LiableShare = rate }),
        Whole(
            "days_since_discharge",
            0,
            KnownFacts.Never,
            claim => claim.DaysSinceDischarge,
            (claim, number) => claim with { DaysSinceDischarge = number },
            KnownFacts.Never
        ),
        Whole("providers_today", 1, 1000, claim => claim.ProvidersToday, (claim, number) => claim with { ProvidersToday = number }, 1),
        Whole("visits_this_month", 1, 1000, claim => claim.VisitsThisMonth, (claim, number) => claim with { VisitsThisMonth = number }, 1),
    ];

    /// <summary>What is stated of the member.</summary>
    public static ImmutableArray<Field<Claim>> OfMember { get; } =
    [
        Id("member.id", claim => claim.Member.Id, (claim, text) => claim with { Member = claim.Member with { Id = text } }),
        Word("scheme", claim => claim.Member.Scheme, (claim, word) => claim with { Member = claim.Member with { Scheme = word } }),
        Value("born", FieldForms.Day, claim => claim.Member.Born, (claim, day) => claim with { Member = claim.Member with { Born = day } }),
        Whole("age", 0, 150, claim => claim.Member.Age, (claim, years) => claim with { Member = claim.Member with { Age = years } }),
        Word("sex", claim => claim.Member.Sex, (claim, word) => claim with { Member = claim.Member with { Sex = word } }),
        YesNo("retired", claim => claim.Member.Retired, (claim, yes) => claim with { Member = claim.Member with { Retired = yes } }),
        Word(
            "poverty",
            claim => claim.Member.Poverty,
            (claim, word) => claim with { Member = claim.Member with { Poverty = word } },
            Poverty.None
        ),
        Word(
            "enrolment",
            claim => claim.Member.Enrolment,
            (claim, word) => claim with { Member = claim.Member with { Enrolment = word } },
            Enrolment.InForce
        ),
        YesNo(
            "duplicate_enrolment",
            claim => claim.Member.DuplicateEnrolment,
            (claim, yes) => claim with { Member = claim.Member with { DuplicateEnrolment = yes } }
        ),
    ];

    /// <summary>What is stated of the provider.</summary>
    public static ImmutableArray<Field<Claim>> OfProvider { get; } =
    [
        Id("provider.id", claim => claim.Provider.Id, (claim, text) => claim with { Provider = claim.Provider with { Id = text } }, ""),
        Word(
            "hospital.level",
            claim => claim.Provider.Level,
            (claim, word) => claim with { Provider = claim.Provider with { Level = word } }
        ),
        Word("hospital.tier", claim => claim.Provider.Tier, (claim, word) => claim with { Provider = claim.Provider with { Tier = word } }),
        Word(
            "hospital.ownership",
            claim => claim.Provider.Ownership,
            (claim, word) => claim with { Provider = claim.Provider with { Ownership = word } },
            Ownership.Public
        ),
        Word(
            "provider.agreement",
            claim => claim.Provider.Agreement,
            (claim, word) => claim with { Provider = claim.Provider with { Agreement = word } },
            Agreement.InForce
        ),
        YesNo(
            "provider.designated",
            claim => claim.Provider.Designated,
            (claim, yes) => claim with { Provider = claim.Provider with { Designated = yes } }
        ),
        YesNo(
            "provider.permitted",
            claim => claim.Provider.Permitted,
            (claim, yes) => claim with { Provider = claim.Provider with { Permitted = yes } },
            "yes"
        ),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Field<Claim>> All { get; } = [.. OfClaim, .. OfMember, .. OfProvider];

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

    private static DayField<Claim> Day(string key, Func<Claim, DateOnly?> of, Func<Claim, DateOnly, Claim> with) => new(key, of, with);

    private static ValueField<Claim, T> Value<T>(string key, FieldForm<T> form, Func<Claim, T?> of, Func<Claim, T, Claim> with)
        where T : struct => new(key, form, of, with);

    /// <summary>A text, which a policy may ask where it has a word for nothing stated.</summary>
    private static TextField<Claim> Text(string key, Func<Claim, string?> of, Func<Claim, string, Claim> with, string? otherwise = null) =>
        new(key, of, with) { Fact = otherwise is null ? null : FactForms.Open(key, (in asked) => of(asked.Claim) ?? otherwise) };

    /// <summary>The number of the claim, the member or the provider.</summary>
    private static TextField<Claim> Id(string key, Func<Claim, string?> of, Func<Claim, string, Claim> with, string? otherwise = null) =>
        new(key, of, with)
        {
            Fact = otherwise is null ? null : FactForms.Open(key, (in asked) => of(asked.Claim) ?? otherwise),
            Reads = node => node.PlainId(),
        };

    private static ValueField<Claim, T> Word<T>(string key, Func<Claim, T?> of, Func<Claim, T, Claim> with, T? otherwise = null)
        where T : struct, Enum => new(key, FieldForms.Word<T>(), of, with) { Fact = FactForms.Words(key, of, otherwise) };

    private static ValueField<Claim, bool> YesNo(
        string key,
        Func<Claim, bool?> of,
        Func<Claim, bool, Claim> with,
        string otherwise = "no"
    ) => new(key, FieldForms.YesNo, of, with) { Fact = FactForms.YesNo(key, (in asked) => of(asked.Claim)) with { Default = otherwise } };

    /// <summary>A whole number, which a policy may ask where it has a number for nothing stated.</summary>
    private static ValueField<Claim, int> Whole(
        string key,
        int least,
        int most,
        Func<Claim, int?> of,
        Func<Claim, int, Claim> with,
        int? otherwise = null
    ) =>
        new(key, FieldForms.Whole(least, most), of, with)
        {
            Fact = otherwise is { } number ? FactForms.Number(key, (in asked) => of(asked.Claim) ?? number, least, most) : null,
        };
}
