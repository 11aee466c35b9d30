using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>What the registers of providers and members say of a claim on its day.</summary>
public sealed class RegisterTests
{
    private const string Providers = """
        providers:
          H:
            facts: { hospital.level: { 2020-01-01: one, 2020-07-01: two }, hospital.tier: county, beds: { 2020-01-01: 80, 2020-07-01: 120 } }
            agreements: [{ from: 2020-02-01, until: 2020-11-01 }, { from: 2021-01-01 }]
            suspended: [{ from: 2020-05-01, until: 2020-06-01 }, { from: 2021-06-01 }]
            designated_for: [{ diseases: [flu], from: 2020-03-01, until: 2020-04-01 }, { in: grave, from: 2020-02-01 }]
          K:
            agreements: []
            departments: [surgery]

        """;

    private const string Members = """
        members:
          M:
            born: 1960-03-01
            sex: female
            facts: { poverty: { 2020-03-01: registered, 2020-09-01: none }, retired: yes }
            enrolments:
              - { scheme: resident, from: 2020-02-01, until: 2020-08-01, arrears_from: 2020-06-01 }
              - { scheme: employee, from: 2020-07-01, until: 2020-12-01, arrears_from: 2020-10-01, deferred: yes }
          N:
            enrolments: []
          E:
            enrolments:
              - { scheme: rural_cooperative, from: 2020-07-01, until: 2020-08-01 }
              - { scheme: resident, from: 2020-07-01, until: 2020-08-01 }
              - { scheme: resident, from: 2020-05-01, until: 2020-06-01 }
              - { scheme: employee, from: 2020-05-01, until: 2020-06-01 }

        """;

    [Theory]
    [InlineData("2020-01-31", Agreement.None)]
    [InlineData("2020-02-01", Agreement.InForce)]
    [InlineData("2020-04-30", Agreement.InForce)]
    [InlineData("2020-05-01", Agreement.Suspended)]
    [InlineData("2020-05-31", Agreement.Suspended)]
    [InlineData("2020-06-01", Agreement.InForce)]
    [InlineData("2020-10-31", Agreement.InForce)]
    [InlineData("2020-11-01", Agreement.None)]
    [InlineData("2021-05-31", Agreement.InForce)]
    [InlineData("2021-06-01", Agreement.Suspended)]
    [InlineData("2030-01-01", Agreement.Suspended)]
    public void Agreement_OfAProvider_IsThatOfTheDay(string day, Agreement agreement) => Provider(day, "H").Agreement.ShouldBe(agreement);

    [Fact]
    public void Provider_OfNoAgreementOrNotInTheRegister_HasNone()
    {
        Provider("2020-03-01", "L").Agreement.ShouldBe(Agreement.None);
        Filled(
            Claim("2020-03-01") with
            {
                Provider = new() { Id = "K" },
                Department = "surgery",
            }
        )
            .Provider.Agreement.ShouldBe(Agreement.None);
    }

    [Fact]
    public void Claim_WithoutNumbers_StatesItsFactsItself()
    {
        var filled = Filled(Claim("2020-03-01"));
        (filled.Provider, filled.Member).ShouldBe((new Provider(), new Member()));
    }

    [Theory]
    [InlineData("2020-06-30", HospitalLevel.One, "80")]
    [InlineData("2020-07-01", HospitalLevel.Two, "120")]
    public void Facts_OfAProvider_AreThoseOfTheDay(string day, HospitalLevel level, string beds)
    {
        var filled = Filled(Claim(day) with { Provider = new() { Id = "H" } });
        (filled.Provider.Level, filled.Provider.Tier, filled.Attributes["beds"]).ShouldBe((level, HospitalTier.County, beds));
    }

    /// <summary>A number is the same however it is written; one that differs is told as it was written.</summary>
    [Theory]
    [InlineData("80")]
    [InlineData("80.0")]
    [InlineData("080")]
    [InlineData("8_0")]
    public void Number_WrittenOtherwise_IsTheSame(string beds) =>
        Filled(
            Claim("2020-03-01") with
            {
                Provider = new() { Id = "H" },
                Attributes = TestClaim.Attributes(("beds", beds)),
            }
        )
            .Attributes["beds"]
            .ShouldBe("80");

    [Theory]
    [InlineData("81")]
    [InlineData("8")]
    public void Number_ThatDiffers_Contradicts(string beds) =>
        Problem(
                Claim("2020-03-01") with
                {
                    Provider = new() { Id = "H" },
                    Attributes = TestClaim.Attributes(("beds", beds)),
                }
            )
            .ShouldBe(
                $"claim: the claim states beds '{beds}', but providers.yaml:2 says '80' of 'H' on 2020-03-01. "
                    + "Correct one of them, or leave it out of the claim."
            );

    [Theory]
    [InlineData("flu", "2020-02-29", false)]
    [InlineData("flu", "2020-03-01", true)]
    [InlineData("flu", "2020-03-31", true)]
    [InlineData("flu", "2020-04-01", false)]
    [InlineData("uremia", "2020-01-31", false)]
    [InlineData("uremia", "2020-02-01", true)]
    [InlineData("uremia", "2020-05-31", true)]
    [InlineData("uremia", "2020-06-01", false)]
    [InlineData("stroke", "2020-05-31", false)]
    [InlineData("stroke", "2020-06-01", true)]
    [InlineData(null, "2020-03-01", false)]
    public void Designation_OfAProvider_IsForTheDiseasesOfTheDay(string? disease, string day, bool designated) =>
        Filled(
            Claim(day) with
            {
                Provider = new() { Id = "H" },
                Disease = disease,
            }
        )
            .Provider.Designated.ShouldBe(designated);

    [Theory]
    [InlineData("surgery", true)]
    [InlineData("dentistry", false)]
    public void Department_OfAProvider_IsPermittedOrNot(string department, bool permitted) =>
        Filled(
            Claim("2020-03-01") with
            {
                Provider = new() { Id = "K" },
                Department = department,
            }
        )
            .Provider.Permitted.ShouldBe(permitted);

    [Fact]
    public void Department_ThatTheRegisterAsks_MustBeStated() =>
        Problem(Claim("2020-03-01") with { Provider = new() { Id = "K" } })
            .ShouldBe("claim: 'department' is missing; providers.yaml:7 asks for it.");

    [Theory]
    [InlineData("2020-01-31", Enrolment.None, Scheme.Resident, false)]
    [InlineData("2020-02-01", Enrolment.InForce, Scheme.Resident, false)]
    [InlineData("2020-05-31", Enrolment.InForce, Scheme.Resident, false)]
    [InlineData("2020-06-01", Enrolment.Suspended, Scheme.Resident, false)]
    [InlineData("2020-07-01", Enrolment.InForce, Scheme.Employee, true)]
    [InlineData("2020-07-31", Enrolment.InForce, Scheme.Employee, true)]
    [InlineData("2020-08-01", Enrolment.InForce, Scheme.Employee, false)]
    [InlineData("2020-10-01", Enrolment.InForce, Scheme.Employee, false)]
    [InlineData("2020-12-01", Enrolment.None, Scheme.Employee, false)]
    public void Enrolment_OfAMember_IsThatOfTheDay(string day, Enrolment enrolment, Scheme scheme, bool twice)
    {
        var member = Member(day, new() { Id = "M" });
        (member.Enrolment, member.Scheme, member.DuplicateEnrolment).ShouldBe((enrolment, scheme, twice));
    }

    /// <summary>Outside all enrolments: of those that ended last, or come next, on the same day, employee goes before resident, and that
    /// before the rural cooperative, wherever they stand in the file.</summary>
    [Theory]
    [InlineData("2020-04-30", Scheme.Employee)]
    [InlineData("2020-06-01", Scheme.Employee)]
    [InlineData("2020-08-01", Scheme.Resident)]
    public void Scheme_OutsideAllEnrolments_IsThatWhichGoesFirst(string day, Scheme scheme) =>
        Member(day, new() { Id = "E" }).Scheme.ShouldBe(scheme);

    [Fact]
    public void Member_WithoutEnrolmentOrNotInTheRegister_KeepsTheSchemeOfTheClaim()
    {
        foreach (var id in (string[])["N", "X"])
        {
            var member = Member("2020-03-01", new() { Id = id, Scheme = Scheme.Resident });
            (member.Enrolment, member.Scheme).ShouldBe((Enrolment.None, Scheme.Resident));
        }
    }

    [Theory]
    [InlineData("2020-02-29", null)]
    [InlineData("2020-03-01", Poverty.Registered)]
    [InlineData("2020-08-31", Poverty.Registered)]
    [InlineData("2020-09-01", Poverty.None)]
    public void Facts_OfAMember_AreThoseOfTheDay(string day, Poverty? poverty)
    {
        var member = Member(day, new() { Id = "M" });
        (member.Poverty, member.Retired, member.Sex, member.Born).ShouldBe((poverty, true, Sex.Female, Day.Of("1960-03-01")));
    }

    [Fact]
    public void Age_ThatFollowsFromTheBirth_Stands() => Member("2020-03-01", new() { Id = "M", Age = 59 }).Age.ShouldBe(59);

    [Fact]
    public void Claim_ThatAgreesWithTheRegister_IsValid() =>
        Filled(
            Claim("2020-03-01") with
            {
                Provider = new()
                {
                    Id = "H",
                    Level = HospitalLevel.One,
                    Agreement = Agreement.InForce,
                },
                Member = new() { Id = "M", Scheme = Scheme.Resident },
            }
        )
            .Provider.Level.ShouldBe(HospitalLevel.One);

    [Fact]
    public void Settlement_OfWhatARegisterFilled_SettlesTheSameAgain()
    {
        using var folder = Folder();
        var first = folder
            .Load()
            .Settle(
                Claim("2020-03-01") with
                {
                    Provider = new() { Id = "H" },
                    Member = new() { Id = "M" },
                }
            );
        folder.Load().Settle(first.Claim).Fund().ShouldBe(first.Fund());
    }

    private static Provider Provider(string day, string id) => Filled(Claim(day) with { Provider = new() { Id = id } }).Provider;

    private static Member Member(string day, Member member) => Filled(Claim(day) with { Member = member }).Member;

    private static Claim Claim(string day) => TestClaim.Stay(1000) with { Discharged = Day.Of(day), Provider = new() };

    private static Claim Filled(Claim claim)
    {
        using var folder = Folder();
        return folder.Load().Settle(claim).Claim;
    }

    private static string Problem(Claim claim) =>
        Should.Throw<InputException>(() => Filled(claim)).Problems.ShouldHaveSingleItem().ToString();

    private static RulebookFolder Folder() =>
        new RulebookFolder()
            .Replace(
                "index.yaml",
                "payers:",
                "facts: { beds: { kind: number, default: 0 } }\nlists: { grave: { 2020-02-01: { add: [uremia], reference: x "
                    + "}, 2020-06-01: { add: [stroke], reference: x } } }\npayers:"
            )
            .With("providers.yaml", Providers)
            .With("members.yaml", Members);
}
