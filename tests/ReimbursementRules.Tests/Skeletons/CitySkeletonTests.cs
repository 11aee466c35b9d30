using ReimbursementRules.Claims;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Skeletons;

/// <summary>Of the answers of cities that differ a folder is made that loads, passes its cases, and pays what the answers say.</summary>
public sealed class CitySkeletonTests
{
    private static readonly (string, string)[] Minimal =
    [
        ("id", "minimal"),
        ("schemes", "employee"),
        ("employee.outpatient", "no"),
        ("employee.critical", "no"),
        ("aid", "no"),
        ("employee.inpatient.cap", "none"),
        ("employee.inpatient.deductible.one", "0"),
        ("employee.inpatient.deductible.two", "0"),
        ("employee.inpatient.deductible.three", "0"),
    ];

    private static readonly (string, string)[] OnlyResidents =
    [
        ("id", "residents"),
        ("title.zh", "湖滨市城乡居民医保"),
        ("title.en", "Lakeside: residents"),
        ("schemes", "居民"),
        ("from", "2024-07-01"),
        ("benefit_year", "09-01"),
        ("unrated", "二级"),
        ("resident.inpatient.again", "100%"),
        ("resident.inpatient.rate.three", "0 55%，20_000 60%、50_000 70％"),
        ("resident.outpatient.deductible", "0"),
        ("resident.outpatient.cap", "none"),
    ];

    private static readonly (string, string)[] OnlyEmployees =
    [
        ("id", "employees"),
        ("schemes", "employee"),
        ("employee.critical.cap", "200_000"),
        ("employee.critical.poor_more", "0%"),
        ("elsewhere.referred", "0%"),
        ("elsewhere.unreferred", "100%"),
        ("aid.rate.extremely_poor", "0%"),
        ("aid.cap", "none"),
    ];

    private static readonly (string, string)[] OddWords =
    [
        ("id", "o-d.d_9"),
        ("title.zh", "“奇怪”的城市：#1 \"引号\" \\ {甲} [乙]"),
        ("title.en", "null"),
        ("from", "2099-12-31"),
        ("benefit_year", "12-31"),
        ("schemes", "resident、employee"),
        ("class_b", "100%"),
        ("resident.inpatient.deductible.one", "0.01"),
        ("resident.inpatient.again", "33.3333%"),
        ("resident.inpatient.rate.one", "0%"),
        ("resident.inpatient.rate.two", "100%"),
        ("resident.inpatient.cap", "0"),
        ("employee.inpatient.cap", "100_000_000"),
        ("employee.critical.deductible", "0"),
        ("employee.critical.poor_deductible", "100_000_000"),
        ("employee.critical.rate", "0 0%, 0.01 100%"),
        ("aid.cap", "0.01"),
    ];

    public static TheoryData<string> Cities => ["minimal", "full", "residents", "employees", "odd"];

    [Theory]
    [MemberData(nameof(Cities))]
    public void Folder_OfACity_LoadsAndPassesItsCasesUnsigned(string city)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            using var folder = new SkeletonFolder(language, Of(city));

            var report = folder.Check();

            report.Problems.ShouldBeEmpty();
            report.Cases.SelectMany(one => one.Mismatches).Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
            report.Cases.ShouldNotBeEmpty();
            report.Cases.ShouldAllBe(one => one.IsUnsigned);
            report.WithoutCases.ShouldBeEmpty();
            report.Rulebook!.IsExample.ShouldBeTrue();
            if (city != "odd")
                report.Warnings.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("full")]
    [InlineData("residents")]
    [InlineData("employees")]
    public void Cases_OfACity_ReachEverything(string city)
    {
        using var folder = new SkeletonFolder(Of(city));
        var coverage = folder.Coverage();
        coverage.Points.Where(point => !point.IsReached).Select(point => $"{point.Place}: {point}").ShouldBeEmpty();
    }

    [Fact]
    public void Files_OfTheSameAnswers_AreTheSame() =>
        CitySkeleton.Files(SkeletonFolder.Full(), Language.Chinese).ShouldBe(CitySkeleton.Files(SkeletonFolder.Full(), Language.Chinese));

    /// <summary>(20,000 − 600) × 89% = 17,266; without any deductible 20,000 × 89% = 17,800.</summary>
    [Fact]
    public void Minimal_PaysTheRateOfTheLevel()
    {
        using var folder = new SkeletonFolder(Minimal);
        Directory
            .EnumerateFiles(folder.Path)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "0-gates.cases.yaml",
                "0-gates.yaml",
                "1-catalogue.cases.yaml",
                "1-catalogue.yaml",
                "2-employee-inpatient.cases.yaml",
                "2-employee-inpatient.yaml",
                "index.yaml",
            ]);
        var settlement = folder.Rulebook.Settle(Stay(Scheme.Employee, HospitalLevel.Two, 20_000));
        settlement.PaidBy("employee_fund").ShouldBe(Money.Yuan(17_800));
        settlement.Patient.ShouldBe(Money.Yuan(2_200));
    }

    /// <summary>A resident on the minimum allowance, 100,000 at level three, referred to another province, of which 10,000 of class B:
    /// 1,000 first share, 99,000 in scope; (99,000 − 1,000) × (65% − 10%) = 53,900, left 45,100; critical illness: 45,100 − 7,500 =
    /// 37,600 × (60% + 5%) = 24,440, left 20,660; aid 75% = 15,495, left 5,165 and the first share of 1,000.</summary>
    [Fact]
    public void Full_PaysFromEveryLayer()
    {
        using var folder = new SkeletonFolder();
        var claim = Stay(Scheme.Resident, HospitalLevel.Three, 90_000);
        var settlement = folder.Rulebook.Settle(
            claim with
            {
                Location = Location.OutOfProvince,
                Referral = Referral.Referred,
                Member = claim.Member with { Poverty = Poverty.MinimumAllowance },
                Items = claim.Items.Add(new() { Class = CatalogueClass.B, Amount = Money.Yuan(10_000) }),
            }
        );
        settlement.PaidBy("resident_fund").ShouldBe(Money.Yuan(53_900));
        settlement.PaidBy("critical_fund").ShouldBe(Money.Yuan(24_440));
        settlement.PaidBy("medical_aid").ShouldBe(Money.Yuan(15_495));
        settlement.PaidBy("employee_fund").ShouldBe(Money.Zero);
        settlement.Patient.ShouldBe(Money.Yuan(6_165));
    }

    /// <summary>Level three: 71,000 − 1,000 = 70,000: 20,000 × 55% + 30,000 × 60% + 20,000 × 70% = 43,000; the patient's 28,000 are
    /// 13,000 above 15,000: × 60% = 7,800. An unrated hospital is as level two: (1,600 − 600) × 75% = 750, the second time too. A visit
    /// of 1,000 at level one, without deductible and cap: 60% = 600.</summary>
    [Fact]
    public void Residents_HaveBandsByLevel()
    {
        using var folder = new SkeletonFolder(OnlyResidents);
        var rulebook = folder.Rulebook;
        rulebook.Title.ShouldBe(new("Lakeside: residents", "湖滨市城乡居民医保"));
        rulebook.Payers.ShouldBe(["resident_fund", "critical_fund", "medical_aid"]);
        var large = rulebook.Settle(Stay(Scheme.Resident, HospitalLevel.Three, 71_000));
        large.PaidBy("resident_fund").ShouldBe(Money.Yuan(43_000));
        large.PaidBy("critical_fund").ShouldBe(Money.Yuan(7_800));
        large.Patient.ShouldBe(Money.Yuan(20_200));
        var again = rulebook.Settle(Stay(Scheme.Resident, HospitalLevel.Unrated, 1_600), large.History);
        again.PaidBy("resident_fund").ShouldBe(Money.Yuan(750));
        var visit = Stay(Scheme.Resident, HospitalLevel.One, 1_000) with { Setting = Setting.Outpatient };
        rulebook.Settle(visit).PaidBy("resident_fund").ShouldBe(Money.Yuan(600));
        Should
            .Throw<InputException>(() => rulebook.Settle(visit with { Discharged = new(2024, 6, 30) }))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("claim.early");
    }

    /// <summary>Employees, the second stay at level one: 400 × 50% = 200; (10,200 − 200) × 92% = 9,200. Out of the city without a referral
    /// 100 points less: nothing. Visits: (600 − 500) × 80% = 80, then 100 × 80% = 80.</summary>
    [Fact]
    public void Employees_HaveHalfTheDeductibleAgain()
    {
        using var folder = new SkeletonFolder(OnlyEmployees);
        var rulebook = folder.Rulebook;
        rulebook.Payers.ShouldBe(["employee_fund", "large_fund", "medical_aid"]);
        var first = rulebook.Settle(Stay(Scheme.Employee, HospitalLevel.Three, 800));
        first.PaidBy("employee_fund").ShouldBe(Money.Zero);
        var stay = Stay(Scheme.Employee, HospitalLevel.One, 10_200);
        rulebook.Settle(stay, first.History).PaidBy("employee_fund").ShouldBe(Money.Yuan(9_200));
        rulebook.Settle(stay with { Location = Location.OutOfCity }).PaidBy("employee_fund").ShouldBe(Money.Zero);
        var visit = rulebook.Settle(Stay(Scheme.Employee, HospitalLevel.One, 600) with { Setting = Setting.Outpatient });
        visit.PaidBy("employee_fund").ShouldBe(Money.Yuan(80));
        rulebook
            .Settle(Stay(Scheme.Employee, HospitalLevel.One, 100) with { Setting = Setting.Outpatient }, visit.History)
            .PaidBy("employee_fund")
            .ShouldBe(Money.Yuan(80));
    }

    /// <summary>The titles come back as they were typed. A resident at level two: (10,600 − 600) × 100%, of which a cap of nothing is
    /// paid; an employee there: (1,100 − 600) × 89% = 445, left 655, of which all but a cent is paid as large costs: 654.99.</summary>
    [Fact]
    public void OddWords_AreKeptAndPaidAsStated()
    {
        using var folder = new SkeletonFolder(OddWords);
        var rulebook = folder.Rulebook;
        rulebook.Id.ShouldBe("o-d.d_9");
        rulebook.Title.ShouldBe(new("null", "“奇怪”的城市：#1 \"引号\" \\ {甲} [乙]"));
        var day = new DateOnly(2100, 1, 1);
        rulebook
            .Settle(Stay(Scheme.Resident, HospitalLevel.Two, 10_600) with { Discharged = day })
            .PaidBy("resident_fund")
            .ShouldBe(Money.Zero);
        var settlement = rulebook.Settle(Stay(Scheme.Employee, HospitalLevel.Two, 1_100) with { Discharged = day });
        settlement.PaidBy("employee_fund").ShouldBe(Money.Yuan(445));
        settlement.PaidBy("large_fund").ShouldBe(Money.Yuan(654.99m));
        settlement.Patient.ShouldBe(Money.Yuan(0.01m));
    }

    [Fact]
    public void EveryValue_OfASkeleton_HasAReferenceToFillInOrOneOfTheLaw()
    {
        using var folder = new SkeletonFolder();
        var references = folder.Rulebook.Rules.Select(rule => rule.Source.Reference).Where(one => !one.IsEmpty).Distinct().ToList();
        references.Count.ShouldBe(4);
        references.ShouldContain(
            new BilingualText("To be filled in: document, number, article, date", "（待填写：文件名称、文号、条款、日期）")
        );
        references.Count(one => one.Zh.Contains("社会保险法") && one.En.Contains("Social Insurance Law")).ShouldBe(3);
    }

    private static (string, string)[] Of(string city) =>
        city switch
        {
            "minimal" => Minimal,
            "residents" => OnlyResidents,
            "employees" => OnlyEmployees,
            "odd" => OddWords,
            _ => [],
        };

    private static Claims.Claim Stay(Scheme scheme, HospitalLevel level, decimal amount) =>
        new()
        {
            Discharged = new(2025, 10, 8),
            Setting = Setting.Inpatient,
            Member = new() { Scheme = scheme },
            Provider = new() { Level = level },
            Items = [new() { Class = CatalogueClass.A, Amount = Money.Yuan(amount) }],
        };
}
