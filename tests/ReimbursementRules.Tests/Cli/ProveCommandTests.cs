using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What <c>compare --prove</c> says, and its exit codes.</summary>
public sealed class ProveCommandTests : IDisposable
{
    private readonly RulebookFolder _one = new();
    private readonly RulebookFolder _other = new();

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    /// <summary>Classes A, B and C, inpatient and not.</summary>
    [Fact]
    public void Equal_SaysOfWhichClaims()
    {
        var run = Compare();
        run.Code.ShouldBe(0);
        run.Error.ShouldBe("");
        run.Output.ShouldStartWith(
            """
            town = town?
            ============
            Equal: of every item from 0.00 to 1,000,000.00 all bear the same by both, in every case.

            """
        );
        run.Output.ShouldContain("This is about claims of one item");
        run.Output.ShouldContain("Histories are not proved");
    }

    [Fact]
    public void Different_TellsTheCaseAndTheSmallestClaim()
    {
        _other.Replace("2-basic.yaml", "75%", "76%");
        var run = Compare();
        run.Code.ShouldBe(3);
        run.Output.ShouldContain(
            """
            - item class: A; setting: inpatient
                700.00: Fund 75.00 → 76.00; Patient 625.00 → 624.00
            """
        );
        run.Output.ShouldEndWith(
            """
            {"discharged":"2020-01-01","setting":"inpatient","items":[{"class":"A","first_self_pay":"10%","amount":700.00}]}

            """
        );
        Compare("--lang", "zh").Output.ShouldContain("    700.00：基金 75.00 → 76.00；患者 625.00 → 624.00\n");
    }

    [Fact]
    public void Budget_ThatIsUsedUp_IsNoProof()
    {
        var run = Compare("--budget", "1");
        run.Code.ShouldBe(4);
        run.Output.ReplaceLineEndings(" ").ShouldContain("Cases compared: 1 of 6, where --budget stopped; --budget 6 looks at all;");
        Compare("--budget", "1", "--lang", "zh").Output.ShouldContain("--budget 6");
        Compare("--budget", "6").Code.ShouldBe(0);
    }

    [Fact]
    public void Change_ThatNoClaimShows_IsNoProof()
    {
        _other.Replace("1-catalogue.yaml", "ceiling: trim", "ceiling: hospital");
        var run = Compare();
        run.Code.ShouldBe(4);
        run.Output.ShouldNotContain("Equal:");
        run.Output.ShouldContain("- catalogue.ceiling (changed): trim → hospital\n");
        Compare("--lang", "zh").Code.ShouldBe(4);
    }

    [Theory]
    [InlineData("--claims", "claims.jsonl", "--prove makes its claims itself")]
    [InlineData("--budget", "0", "--budget and --up-to are above 0.")]
    [InlineData("--up-to", "0", "--budget and --up-to are above 0.")]
    public void Misuse_IsTold(string option, string value, string says)
    {
        var run = Compare(option, value);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(says);
    }

    [Theory]
    [InlineData("--budget", "1e3")]
    [InlineData("--up-to", "x")]
    public void Number_ThatCannotBeRead_IsMisuse(string option, string value)
    {
        var run = Compare(option, value);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(value);
        CliRun.Of("prove", _one.Path, option, value).Code.ShouldBe(2);
    }

    [Fact]
    public void Budget_WithoutProve_IsMisuse() => CliRun.Of("compare", _one.Path, _other.Path, "--budget", "1").Code.ShouldBe(2);

    private CliRun Compare(params string[] more) => CliRun.Of(["compare", _one.Path, _other.Path, "--prove", .. more]);
}
