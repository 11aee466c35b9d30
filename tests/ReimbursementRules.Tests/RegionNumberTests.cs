using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Facts of a region that are whole numbers.</summary>
public sealed class RegionNumberTests
{
    [Theory]
    [InlineData("0", 50)]
    [InlineData("5", 50)]
    [InlineData("6", 80)]
    [InlineData("1_000_000", 80)]
    public void Number_OfAClaim_IsAskedInRanges(string months, int paid) =>
        Rulebook("months: number", "months").Settle(Stay(months)).Fund().ShouldBe(paid);

    [Theory]
    [InlineData("{ kind: number, default: 6 }", 80)]
    [InlineData("{ kind: number, default: 5 }", 50)]
    public void Number_WithADefault_MayBeLeftOut(string fact, int paid) =>
        Rulebook($"months: {fact}", "months").Settle(TestClaim.Stay(100)).Fund().ShouldBe(paid);

    [Theory]
    [InlineData("number")]
    [InlineData("{ kind: number }")]
    public void Number_WithoutADefault_MustBeStated(string fact) =>
        Should
            .Throw<InputException>(() => Rulebook($"months: {fact}", "months").Settle(TestClaim.Stay(100)))
            .Problems.Single()
            .Code.ShouldBe("fact.missing");

    [Fact]
    public void Number_OfAnItem_IsAskedOfEach()
    {
        var rulebook = Rulebook("item.months: { kind: number, default: 0 }", "item.months");
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(100), TestClaim.A(100) with { Attributes = TestClaim.Attributes(("months", "6")) })
        );
        settlement.Fund().ShouldBe(130m);
    }

    private static Claim Stay(string months) => TestClaim.Stay(100) with { Attributes = TestClaim.Attributes(("months", months)) };

    private static Rulebook Rulebook(string fact, string name) =>
        Town.With(
            folder => folder.Replace("index.yaml", "payers:", $"facts: {{ {fact} }}\npayers:"),
            Town.Basic(
                StepText.TiersOf(
                    $"rows: [ {{ when: {{ {name}: {{ below: 6 }} }}, value: 50% }}, {{ when: {{ {name}: {{ from: 6 }} }}, value: 80% }} ]"
                )
            )
        );
}
