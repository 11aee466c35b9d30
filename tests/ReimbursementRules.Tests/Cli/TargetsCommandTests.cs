using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The command that holds settled claims against targets, on the sample of the README.</summary>
public sealed class TargetsCommandTests : IDisposable
{
    private readonly string _settled = Path.Combine(Directory.CreateTempSubdirectory("targets-").FullName, "settled.jsonl");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_settled)!, recursive: true);

    [Fact]
    public void Targets_OfTheSample_AreShownWithTheClaimsToLookAt()
    {
        Settle("--full");
        var run = CliRun.Of("targets", CliRun.District, _settled, "--figures", Sample("figures.yaml"));
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(1);
        run.Output.ShouldBe(
            """
            met        The fund spends at most 5% more in the region than last year [District plan 2020: spending in the region (S75) [targets.yaml:57]]
              101.8667% = 30,560 / 30,000, at most 105% asked
            met        Costs of a public hospital grow by at most 10% [District plan 2020: growth of costs (S78) [targets.yaml:68]]
              city-hospital: 107.1429% = 30,000 / 28,000, at most 110% asked
              county-hospital: 107.1429% = 15,000 / 14,000, at most 110% asked
              province-hospital: 103.4483% = 60,000 / 58,000, at most 110% asked
              township-centre: 105.2632% = 2,000 / 1,900, at most 110% asked
            met        The district hospital refers at least 5% of its stays down [District plan 2020: care consortium (S79) [targets.yaml:76]]
              50% = 1 / 2, at least 5% asked
            missed     Essential medicines at level three: 30% of the varieties or 20% of the amount [District plan 2020: essential medicines (S82) [targets.yaml:85]]
              city-hospital: 50% = 1 / 2, at least 30% asked
              city-hospital: 6.6667% = 200 / 3,000, at least 20% asked, missed by 13.3333%
              province-hospital: 0% = 0 / 1, at least 30% asked, missed by 30%
                claim S5 (settled.jsonl:5:1): 0.3 from the bound
              province-hospital: 0% = 0 / 5,000, at least 20% asked, missed by 20%
                claim S5 (settled.jsonl:5:1): 1,000 from the bound
            met        Essential medicines at level two: 50% of the varieties or 45% of the amount [District plan 2020: essential medicines (S82) [targets.yaml:98]]
              county-hospital: 33.3333% = 1 / 3, at least 50% asked, missed by 16.6667%
              county-hospital: 46% = 920 / 2,000, at least 45% asked
            met        Essential medicines in primary care: 70% of the varieties or 50% of the amount [District plan 2020: essential medicines (S82) [targets.yaml:111]]
              township-centre: 66.6667% = 2 / 3, at least 70% asked, missed by 3.3333%
              township-centre: 81.8182% = 450 / 550, at least 50% asked
            met        The district hospital refers no larger share of its stays up than last year [District plan 2020: care consortium (S79) [targets.yaml:124]]
              50% = 1 / 2, at most 60% + 0% asked
            targets: 6 met, 1 missed, 0 not asked here

            """
        );
    }

    [Fact]
    public void Targets_InChinese_SayTheSame()
    {
        Settle("--full");
        var run = CliRun.Of("targets", CliRun.District, _settled, "--lang", "zh");
        run.Output.ShouldStartWith(
            "不适用  医保基金区域内支出同比增幅控制在 5% 以内 [某区2020年方案：区域内支出（S75） [targets.yaml:57]]\n"
        );
        run.Output.ShouldEndWith("目标：达到 2，未达到 1，不适用 4\n");
    }

    [Fact]
    public void Targets_WithoutItems_SaysWhatToWrite()
    {
        Settle();
        var run = CliRun.Of("targets", CliRun.District, _settled);
        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(
            "settled.jsonl:1:1: the target 'essential_two' asks about items, and the line has none. Write the settlements "
                + "with 'batch --full'.\n"
        );
    }

    [Fact]
    public void Targets_OfAFileThatIsNotThere_Fails()
    {
        var run = CliRun.Of("targets", CliRun.District, _settled);
        run.Code.ShouldBe(1);
        run.Error.ShouldNotBeEmpty();
    }

    private static string Sample(string file) => Repository.In("samples", "Analyst", "district-year", file);

    private void Settle(params string[] more) =>
        CliRun.Of(["batch", CliRun.District, "--in", Sample("claims.jsonl"), "--out", _settled, .. more]).Code.ShouldBe(0);
}
