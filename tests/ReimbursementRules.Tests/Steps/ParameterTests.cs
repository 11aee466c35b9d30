using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Amounts computed from a parameter of the day, such as a local wage.</summary>
public sealed class ParameterTests
{
    /// <summary>10,805 in 2020, 12,000.55 from July.</summary>
    [Theory]
    [Example("{ parameter: wage }", 10_805, "12000.55")]
    [Example("{ parameter: wage, times: 10 }", 108_050, "120005.50")]
    [Example("{ parameter: wage, times: 2.5 }", "27012.50", "30001.38")] // 30001.375
    [Example("{ parameter: wage, times: 10% }", "1080.50", "1200.06")] // 1200.055
    [Example("{ parameter: wage, times: 10%, at_least: 1_100 }", 1_100, "1200.06")]
    [Example("{ parameter: wage, times: 10%, at_most: 1_100 }", "1080.50", 1_100)]
    [Example("{ parameter: wage, times: 0, at_least: 5, at_most: 5 }", 5, 5)]
    public void Amount_OfAParameter_IsThatOfTheDay(string amount, decimal june, decimal july)
    {
        var rulebook = Town.With(
            folder =>
                folder.With(
                    "index.yaml",
                    RulebookFolder.Index
                        + "parameters:\n  wage:\n    2020-01-01: { value: 10_805, reference: Order 1 }\n    2020-07-01: { "
                        + "value: 12_000.55, reference: Order 2 }\n"
                ),
            Town.Basic(StepText.Deductible("claim", amount), StepText.Tiers("100%"))
        );
        rulebook.Settle(TestClaim.Stay(500_000) with { Discharged = new(2020, 6, 30) }).Held("basic.deductible").ShouldBe(june);
        rulebook.Settle(TestClaim.Stay(500_000) with { Discharged = new(2020, 7, 1) }).Held("basic.deductible").ShouldBe(july);
    }
}
