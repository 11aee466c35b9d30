using System.Collections.Immutable;
using ReimbursementRules.Checklists;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Json;

/// <summary>Values of each type that stands in JSON: one that states everything, and one that states little.</summary>
internal static class JsonSamples
{
    private static readonly DateOnly On = new(2020, 10, 8);

    private static readonly FilePlace Place = new("2-basic.yaml", 16, 5);

    private static readonly PolicySource Source = new(Place, "Order “2”")
    {
        Href = "https://example.org/?a=1&b=2",
        Note = "<note>",
        IsExample = true,
    };

    private static readonly BilingualText Words = new("A 'text'", "“文本”");

    private static readonly Receivable Owed = new("H", "M", "in_area", Scheme.Employee, "fund", "large");

    private static readonly PayerAmount Paid = new("fund", Words, Money.FromCents(-1));

    private static readonly FeeItem Item = new()
    {
        Code = "X",
        Name = "某药 \"y\"",
        Amount = Money.Yuan(100.05m),
        Class = CatalogueClass.B,
        Kind = ItemKind.Drug,
        FirstSelfPay = Rate.Percent(12.3456m),
        Quantity = 2.50m,
        CeilingPrice = Money.Yuan(50),
        Date = new(2020, 10, 2),
        DaysOfSupply = 7,
        Essential = true,
        PurchasePrice = Money.Yuan(49.99m),
        DaysSinceSame = 14,
        MovedFrom = "",
        Attributes = TestClaim.Attributes(("imported", "no")),
    };

    private static readonly Member Person = new()
    {
        Id = "M-1",
        Scheme = Scheme.RuralCooperative,
        Born = new(1960, 1, 31),
        Age = 60,
        Sex = Sex.Female,
        Retired = true,
        Poverty = Poverty.ImpoverishedByIllness,
        Enrolment = Enrolment.Suspended,
        DuplicateEnrolment = false,
    };

    private static readonly Provider Hospital = new()
    {
        Id = "H-1",
        Level = HospitalLevel.Two,
        Tier = HospitalTier.County,
        Ownership = Ownership.Private,
        Agreement = Agreement.None,
        Designated = true,
        Permitted = false,
    };

    public static Claim Everything { get; } =
        new()
        {
            Id = "A",
            Discharged = On,
            Admitted = new(2020, 10, 1),
            Filed = new(2020, 10, 9),
            Setting = Setting.Inpatient,
            Location = Location.OutOfCity,
            Referral = Referral.Filed,
            Emergency = false,
            Channel = ClaimChannel.Manual,
            Cause = Cause.ThirdParty,
            Disease = "flu",
            Department = "surgery",
            Admission = 2,
            AccountBalance = Money.Yuan(12.3m),
            Approved = new(2020, 9, 30),
            Transferred = true,
            LiableShare = Rate.Percent(40),
            DaysSinceDischarge = 30,
            ProvidersToday = 2,
            VisitsThisMonth = 3,
            Member = Person,
            Provider = Hospital,
            Attributes = TestClaim.Attributes(("risk_group", "high"), ("waiting", "6")),
            Items = [Item, TestClaim.A(0.01m)],
        };

    private static readonly HistoryEntry Used = new("basic.deductible", "flu", Period.Month, new(2020, 10, 1), Money.Yuan(600), 0);

    private static readonly HistoryEntry Times = new("admissions", null, Period.Year, new(2020, 1, 1), Money.Zero, 2);

    private static readonly ProviderLine Line = new()
    {
        Facts = Everything,
        Cases = 3,
        Persons = 2,
        BedDays = 21,
        Actual = Money.Yuan(1234.56m),
        Bill = Money.Yuan(2000),
    };

    public static ImmutableArray<object> All { get; } =
    [
        Money.Zero,
        Money.Yuan(12.34m),
        Money.FromCents(-5),
        Money.Largest,
        Money.FromCents(long.MaxValue),
        Money.FromCents(long.MinValue),
        Rate.None,
        Rate.Whole,
        Rate.Percent(66.6667m),
        Words,
        new BilingualText("", ""),
        Place,
        Source,
        new PolicySource(new("claim", 0, 0), ""),
        new Problem(Place, "rate.form", Words),
        new Problem(Place, "rate.form", new("That is no rate. Write one.", "不是比例。请写比例。")) { Path = "items[0].first_self_pay" },
        new ProblemReport("urn:x", "Wrong", 422, "That is no rate.", [new("age", "rate.form", "That is no rate.", "Write one.")]),
        new ProblemReportError("", "rate.form", "That is no rate.", ""),
        Everything,
        TestClaim.Stay(20_000),
        new Claim { Discharged = On },
        Item,
        TestClaim.A(1),
        Person,
        new Member(),
        Hospital,
        new Provider(),
        new Applicant { On = On, Answers = TestClaim.Attributes(("score", "99.99"), ("licensed", "yes")) },
        History.Empty,
        History.Of([Used, Times]),
        Used,
        Times,
        Used with
        {
            Amount = Money.Yuan(-3),
        },
        new Contributor
        {
            On = On,
            Paid = new(2020, 12, 1),
            Member = Person with { Id = "", Enrolment = null },
            Amounts = ImmutableDictionary<string, Money>.Empty.Add("wage", Money.Yuan(5000.5m)),
            Days = ImmutableDictionary<string, DateOnly>.Empty.Add("born", On),
            Heads = 10_000_000_000,
            Account = new(Money.Yuan(380), 2),
            Attributes = TestClaim.Attributes(("kind", "student")),
        },
        new Contributor { On = On },
        new FamilyAccount(Money.Zero),
        Line,
        new ProviderLine { Facts = TestClaim.Stay() with { Discharged = new(2020, 3, 17) }, Actual = Money.Zero },
        new Denial(Money.Yuan(5), "breach") { Claim = "A" },
        new Denial(Money.Yuan(5), "breach"),
        new ProviderYear
        {
            Starts = new(2020, 1, 1),
            Provider = Hospital,
            Attributes = TestClaim.Attributes(("grade", "a")),
            Heads = 1_000_000_000_000,
            Persons = 12,
            Lines = [Line],
            Denied = [new(Money.Yuan(5), "breach")],
        },
        new ProviderYear { Starts = new(2020, 1, 1), Provider = new() },
        Owed,
        Owed with
        {
            Scheme = null,
            Provider = "",
        },
        new Posting(1, On, Owed, PostingKind.Denial, Money.Yuan(-5))
        {
            Member = "M",
            ClaimId = "A",
            Item = 0,
            Reason = "price",
        },
        new Posting(2, On, Owed, PostingKind.Payment, Money.Yuan(5)),
        new Balance(Owed, Money.Yuan(7)),
        new AgedBalance(Owed, Money.Yuan(7), Money.Yuan(1), On),
        new AgedBalance(Owed, Money.Yuan(7), Money.Zero, null),
        new DailyTotal(On, "clerk", Scheme.Resident, "fund", Money.Yuan(8)),
        new DailyTotal(On, null, null, "cash", Money.Yuan(8)),
        new Mismatch(MismatchKind.Duplicate, On, "A", "fund", Money.Yuan(1), Money.Yuan(2)) { Clerk = "c", Scheme = Scheme.Employee },
        new Mismatch(MismatchKind.MissingHere, null, "", "", Money.Yuan(1), Money.Yuan(2)),
        new StatedSettlement(On, "A", ImmutableDictionary<string, Money>.Empty.Add("fund", Money.Yuan(9.99m))),
        new Recovery(On, "fraud", Money.Yuan(1), Money.Yuan(2), "H"),
        new RecoveredByType("fraud", Money.Yuan(1), Money.Yuan(2)),
        Paid,
        new PartAmount("basic.share", Money.Yuan(5), Money.Yuan(1), Money.Yuan(2), Money.Yuan(-1), [Paid]),
        new Finding("gate", Verdict.Hold, Words, 0, On, Source),
        new Finding("gate", Verdict.Flag, Words, null, null, Source),
        new SkippedLayer("aid", Words, SkipReason.NoStandard, "setting: inpatient"),
        .. ReportSamples.Names.Select(ReportSamples.Of).SelectMany(Parts),
        .. ReportSamples.Names.Select(ReportSamples.Of),
        new LedgerLine(1, On, LineKind.Resettled, ReportSamples.Of("layered"), "A", ""),
        new HeldClaim(ReportSamples.Of("plain"), On),
        new HeldClaim(ReportSamples.Of("plain"), null),
    ];

    private static IEnumerable<object> Parts(Settlement settlement) =>
        [.. settlement.Steps, .. settlement.Steps.SelectMany(step => step.Moves), .. settlement.Items, .. settlement.Parts];
}
