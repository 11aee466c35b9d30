using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Mutants;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cases;

/// <summary>Cases as a table, beside the file that they test.</summary>
public sealed class CaseSheetTests
{
    internal const string Sheet = """
        case,why,discharged,setting,item.class,item.amount,expect.fund,expect.patient,expect.parts.basic.share,expect.item.patient
        A stay,"(1000 - 600) x 75%, rounded",2020-10-08,inpatient,A,1_000,300,700,100,
        Two items,(1600 - 600) x 75% = 750; the item of class C is out of scope,2020-10-08,inpatient,A,1_600,750,950.00,250,850
        ,,,,C,100,,,,100

        """;

    [Theory]
    [InlineData(Sheet)]
    [InlineData(
        "用例,算式,出院日期,就医类型,目录类别,金额,应当得出.基金,应当得出.患者,应当得出.部分.basic.share,应当得出.item.患者\r\n"
            + "一次住院,x,2020-10-08,住院,甲类,1_000,300,700,100,\r\n"
            + "两项,x,2020-10-08,住院,甲类,1_600,750,950.00,250,850\r\n"
            + ",,,,丙类,100,,,,100\r\n"
    )]
    public void Rows_AreCases(string sheet)
    {
        var report = Checked(sheet);
        Told(report).ShouldBeEmpty();
        report.Cases.Select(one => one.Place.ToString()).ShouldBe(["2-basic.cases.csv:2:1", "2-basic.cases.csv:3:1"]);
        report.WithoutCases.ShouldBe(["1-catalogue.yaml"]);
    }

    /// <summary>A list has semicolons between its words; nothing is written as [].</summary>
    [Theory]
    [InlineData("expect.findings", "[]")]
    [InlineData("expect.steps.basic.share", "300.00")]
    [InlineData("expect.bases.basic.share", "400")]
    [InlineData("expect.history.admissions", "1")]
    [InlineData("expect.year.fund", "300")]
    [InlineData("expect.fund + aid", "300")]
    [InlineData("expect.fund / bill", "30%")]
    [InlineData("应当得出.步骤.basic.deductible", "600")]
    [InlineData("expect.status", "settled")]
    public void Column_OfWhatIsExpected_IsCompared(string column, string cell)
    {
        Told(Checked(One(column, cell))).ShouldBeEmpty();
        var wrong = cell switch
        {
            "[]" => "large",
            "settled" => "held",
            "30%" => "31%",
            _ => cell + "1",
        };
        Told(Checked(One(column, wrong.Replace("300.001", "301", StringComparison.Ordinal))))
            .ShouldHaveSingleItem()
            .ShouldStartWith("2-basic.cases.csv:2:7: expected ");
    }

    /// <summary>Two rows of one name are one case, and the second says something else of it.</summary>
    [Fact]
    public void Rows_OfOneName_AreOneCase() =>
        Told(Checked(Sheet.Replace("Two items", "A stay", StringComparison.Ordinal)))
            .ShouldContain(told => told.StartsWith("2-basic.cases.csv:3:2: '(1600", StringComparison.Ordinal));

    /// <summary>What cases reach and notice is told of those in a table as of others.</summary>
    [Fact]
    public void CoverageAndMutants_CountRows()
    {
        using var folder = new RulebookFolder();
        folder.With("2-basic.cases.csv", Sheet);
        RulebookCoverage
            .Run(folder.Path, new GridEngine())
            .Points.SelectMany(point => point.Cases)
            .Select(place => place.File)
            .Distinct()
            .ShouldBe(["2-basic.cases.csv"]);
        MutantCheck.Run(folder.Path, new()).Total.Killed.ShouldBeGreaterThan(0);
    }

    private static string One(string column, string cell) =>
        $"case,why,discharged,setting,item.class,item.amount,{column},expect.patient\n"
        + $"A stay,x,2020-10-08,inpatient,A,1_000,{cell},700\n";

    private static CheckReport Checked(string sheet)
    {
        using var folder = new RulebookFolder();
        return RulebookCheck.Run(folder.With("2-basic.cases.csv", sheet).Path);
    }

    private static IReadOnlyList<string> Told(CheckReport report) =>
        [.. report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).Select(problem => problem.ToString())];
}
