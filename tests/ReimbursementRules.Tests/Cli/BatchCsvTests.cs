using System.Text.Json;

namespace ReimbursementRules.Tests.Cli;

public sealed class BatchCsvTests : IDisposable
{
    private const string Header = "id,member.id,discharged,setting,item.class,item.amount,item.first_self_pay,item.name\n";

    private readonly BatchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_RowsOfItems_SettleAsTheSameClaimsInJsonLines()
    {
        var csv = _folder.Run(
            Header
                + """"
                a1,A,2020-03-01,inpatient,A,500,,
                a2,A,2020-02-01,inpatient,A,400,,"Ward, ""quiet"""
                a2,,,,C,80.5,,
                b2,B,2020-01-01,inpatient,B,900,10%,靶向药

                """",
            "--format",
            "csv"
        );
        var json = _folder.Run(
            """
            {"id":"a1","member.id":"A","discharged":"2020-03-01","setting":"inpatient","items":[{"class":"A","amount":500}]}
            {"id":"a2","member.id":"A","discharged":"2020-02-01","setting":"inpatient","items":[{"class":"A","amount":400,"name":"Ward, \"quiet\""},{"class":"C","amount":80.5}]}

            {"id":"b2","member.id":"B","discharged":"2020-01-01","setting":"inpatient","items":[{"class":"B","amount":900,"first_self_pay":"10%","name":"靶向药"}]}
            """
        );
        json.Code.ShouldBe(0);
        csv.Code.ShouldBe(0, csv.Error);
        WithoutLines(csv.Output).ShouldBe(WithoutLines(json.Output));
    }

    /// <summary>Rows without end of one claim: the claim is refused at the first row too many, and the next one goes on.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Csv_MoreRowsThanAClaimMayHave_NamesTheFirstTooMany(bool sorted)
    {
        var rows = string.Concat(Enumerable.Repeat("a1,,,,A,1,,\n", 100_010));
        var run = _folder.Run(
            $"{Header}a1,A,2020-03-01,inpatient,A,500,,\n{rows}b2,B,2020-01-01,inpatient,A,900,,\n",
            ["--format", "csv", .. sorted ? (string[])["--sort"] : []]
        );
        run.Code.ShouldBe(1);
        run.Output.Count('\n').ShouldBe(1);
        Problems(run.Error).ShouldBe(["2:1 claim.items"]);
        run.Error.ShouldContain("with line 100002 the claim has more than 100000 fee items, the most that are settled. Split it.");
    }

    [Fact]
    public void Csv_File_IsKnownByItsName() =>
        _folder
            .Run("", "--in", _folder.With("claims.csv", Header + "a1,A,2020-03-01,inpatient,A,500,,\n"), "--out", _folder.In("out.jsonl"))
            .Code.ShouldBe(0);

    [Fact]
    public void Csv_Attributes_AreTheRulebooksOwnFacts()
    {
        var run = _folder.Run(
            "discharged,setting,attributes.risk,item.class,item.amount,item.attributes.rare\n2020-03-01,inpatient,high,A,500,yes\n",
            "--format",
            "csv"
        );
        Problems(run.Error).ShouldBe(["2:1 attribute.unknown", "2:1 attribute.unknown"], "the town declares none");
    }

    [Theory]
    [InlineData("a1,A,2020-03-01,inpatient,D,500,,", "2:5 word.unknown")]
    [InlineData("a1,A,2020-03-01,inpatient,A,,,", "2:1 key.missing")]
    [InlineData("a1,A,2020-03-01,inpatient,A,500,,\na1,B,,,A,500,,", "3:2 csv.differs")]
    [InlineData("a1,A,2020-03-01,inpatient,A,500,,\na1,,,,A,500,", "3:1 csv.cells")]
    [InlineData("a1,A,2020-03-01,inpatient,A,500,,\n,,,,A,\"500,,", "3:1 csv.quote")]
    [InlineData("a1,A,2020-03-01,inpatient,A,500,,bed \"12\"", "2:1 csv.quote")]
    [InlineData("a1,A\na1,A,2020-03-01,inpatient,A,500,,", "2:1 csv.cells")]
    [InlineData("a1,A\n,,,,A,500,,", "2:1 csv.cells")]
    [InlineData(",A,2020-03-01,inpatient,A,500,,", "2:1 csv.id")]
    [InlineData(",A,2020-03-01,inpatient,A,500,,\n,A,2020-03-01,inpatient,A,700,,", "2:1 csv.id")]
    [InlineData("a1,A,2020-03-01,inpatient,A,500,,\"bed\" 12", "2:1 csv.quote")]
    public void Csv_BrokenClaim_IsReportedWithItsCellAndTheRestGoesOn(string rows, string problem)
    {
        var run = _folder.Run($"{Header}{rows}\nz,Z,2020-03-01,inpatient,A,900,,\n", "--format", "csv");
        run.Code.ShouldBe(1);
        Problems(run.Error).ShouldBe([problem]);
        run.Output.ShouldContain("\"id\":\"z\"");
        run.Output.Count(letter => letter == '\n').ShouldBe(1);
    }

    /// <summary>Spreadsheets leave rows of nothing but commas behind the last one.</summary>
    [Fact]
    public void Csv_RowsOfCommasAlone_AreBlankLines()
    {
        var rows = "a1,A,2020-03-01,inpatient,A,900,,\n";
        var plain = _folder.Run($"{Header}{rows}", "--format", "csv");
        _folder.Run($"{Header}{rows},,,,,,,\n,,,\n", "--format", "csv").ShouldBe(plain);
        plain.Code.ShouldBe(0);
    }

    /// <summary>A file in which one id stands in every row is refused without holding its rows.</summary>
    [Fact]
    public void Csv_MoreRowsThanAClaimMayHave_AreRefusedAsOneClaim()
    {
        var rows = string.Concat(Enumerable.Repeat("a1,A,2020-03-01,inpatient,A,1,,\n", 150_000));
        var run = _folder.Run($"{Header}{rows}z,Z,2020-03-01,inpatient,A,900,,\n", "--format", "csv");
        run.Code.ShouldBe(1);
        Problems(run.Error).ShouldBe(["2:1 claim.items"]);
        run.Output.ShouldContain("\"id\":\"z\"");
    }

    [Theory]
    [InlineData("id,discharge,item.amount", "stdin:1:2: the key 'discharge' is not known here. Did you mean 'discharged'?\n")]
    [InlineData("id,id,item.amount", "stdin:1:2: the key 'id' stands here a second time. Keep one of them.\n")]
    public void Csv_HeaderThatIsNotKnown_EndsAtOnce(string header, string message)
    {
        var run = _folder.Run($"{header}\na,b,c\n", "--format", "csv");
        run.ShouldBe(new(1, "", message));
    }

    private static IEnumerable<string> Problems(string lines) =>
        from line in lines.TrimEnd('\n').Split('\n')
        from problem in JsonDocument.Parse(line).RootElement.GetProperty("problems").EnumerateArray()
        select $"{problem.GetProperty("line")}:{problem.GetProperty("column")} {problem.GetProperty("code").GetString()}";

    private static string WithoutLines(string output) =>
        string.Join(
            '\n',
            output.Split('\n').Select(line => line.Length == 0 ? "" : line[line.IndexOf("\"rulebook\"", StringComparison.Ordinal)..])
        );
}
