using System.Text;
using ReimbursementRules.Cli.Batches;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Claims whose members stand apart are put together first, in memory and over files.</summary>
public sealed class SortedClaimsTests : IDisposable
{
    private static readonly string[] Claims =
    [
        Claim("b1", "B", "2020-02-01"),
        Claim("a1", "A", "2020-03-01"),
        Claim("x", "", "2020-03-01"),
        Claim("b2", "B", "2020-01-01"),
        "{ broken",
        Claim("a2", "A", "2020-01-01"),
        Claim("b1", "B", "2020-02-01"),
    ];

    private readonly BatchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(int.MaxValue)]
    public void Sorted_MembersApart_StandTogetherInTheirOwnOrder(int portion)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\n", Claims)));
        JsonLine.Sorted("in", input, portion).Select(claim => claim.Line).ShouldBe([3, 5, 2, 6, 1, 4, 7]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Sorted_RowsOfClaims_StayTogether(int portion)
    {
        using var input = new MemoryStream(
            "id,member.id,discharged,setting,item.class,item.amount\nb,B,2020-01-01,inpatient,A,1\nb,,,,A,2\n"u8
                .ToArray()
                .Concat("a,A,2020-01-01,inpatient,A,3\na,,,,A,4\na,,,,A,\"5\"\nb2,B,2020-01-01,inpatient,A,6\n"u8.ToArray())
                .ToArray()
        );
        CsvTable
            .Sorted("in", input, portion)
            .Select(claim => string.Join(" ", claim.Raw.Select(line => line.Number)))
            .ShouldBe(["4 5 6", "2 3", "7"]);
    }

    [Fact]
    public void Batch_Sort_SettlesAsTheSortedInput()
    {
        var apart = _folder.Run(string.Join("\n", Claims), "--sort");
        var together = _folder.Run(string.Join("\n", ((int[])[2, 4, 1, 5, 0, 3, 6]).Select(i => Claims[i])));
        WithoutLines(apart.Output).ShouldBe(WithoutLines(together.Output));
        apart.Code.ShouldBe(1);
        apart.Error.ShouldContain("claim.twice");
        _folder.Run(string.Join("\n", Claims)).Error.ShouldContain("batch.member_returns");
    }

    private static string Claim(string id, string member, string day) =>
        $$"""{"id":"{{id}}","member.id":"{{member}}","discharged":"{{day}}","setting":"inpatient","items":[{"class":"A","amount":500}]}""".Replace(
            "\"member.id\":\"\",",
            "",
            StringComparison.Ordinal
        );

    private static IEnumerable<string> WithoutLines(string output) =>
        output.Split('\n').Where(line => line.Length > 0).Select(line => line[line.IndexOf("\"rulebook\"", StringComparison.Ordinal)..]);
}
