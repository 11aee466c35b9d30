using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A value holds from its first day until the day before the next one.</summary>
public sealed class DatedValueTests
{
    private const string Share =
        "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: Order 1 }, "
        + "2020-07-01: { value: 60%, reference: Order 2 } } }";

    [Theory]
    [Example("2020-01-01", 50)]
    [Example("2020-06-30", 50)]
    [Example("2020-07-01", 60)]
    [Example("2029-12-31", 60)]
    public void Value_OfADay_IsTheLatestBegun(string day, decimal fund) =>
        Town.Of(Town.Basic(Share)).Settle(TestClaim.Stay(100) with { Discharged = Day.Of(day) }).Fund().ShouldBe(fund);

    /// <summary>Admitted on the last day of June, discharged on 1 July, filed in August: each day chooses its own value.</summary>
    [Theory]
    [Example("discharge", "2020-06-30", "2020-07-01", 60)]
    [Example("discharge", "2020-06-29", "2020-06-30", 50)]
    [Example("admission", "2020-06-30", "2020-07-01", 50)]
    [Example("admission", "2020-07-01", "2020-07-01", 60)]
    [Example("filing", "2020-06-29", "2020-06-30", 60)]
    public void Value_OfALayer_IsChosenByTheDayThatItNames(string decidedBy, string admitted, string discharged, decimal fund)
    {
        var claim = TestClaim.Stay(100) with { Admitted = Day.Of(admitted), Discharged = Day.Of(discharged), Filed = new(2020, 8, 1) };
        Town.Of(Town.Layer("basic", "fund", "in_scope", $"decided_by: {decidedBy}", Share)).Settle(claim).Fund().ShouldBe(fund);
    }

    /// <summary>A drug is in class B's scope by the day on which it was given, though the stay ends in July: 100 × 10% + 100 × 20% first
    /// share.</summary>
    [Fact]
    public void Value_OfTheCatalogue_IsChosenByTheServiceOfEachItem()
    {
        var rulebook = Town.With(
            folder =>
                folder.With(
                    "1-catalogue.yaml",
                    "kind: catalogue\nceiling: trim\ndecided_by: service\ntable:\n  2020-01-01: { first_self_pay: 10%, "
                        + "reference: Order 1 }\n  2020-07-01: { first_self_pay: 20%, reference: Order 2 }\n"
                ),
            Town.Basic(StepText.Tiers("100%"))
        );
        FeeItem[] items = [TestClaim.A(100) with { Date = new(2020, 6, 30) }, TestClaim.A(100) with { Date = new(2020, 7, 1) }];
        var settlement = rulebook.Settle(TestClaim.Stay(items) with { Discharged = new(2020, 7, 2) });
        settlement.Items.Select(item => item.FirstSelfPay.InYuan).ShouldBe([10m, 20m]);
    }

    /// <summary>Tables are dated as a whole, so a new version may ask other facts.</summary>
    [Theory]
    [Example("2020-06-30", HospitalLevel.One, 50)]
    [Example("2020-06-30", HospitalLevel.Three, 50)]
    [Example("2020-07-01", HospitalLevel.One, 90)]
    [Example("2020-07-01", HospitalLevel.Three, 70)]
    public void Table_OfANewVersion_MayAskOtherFacts(string day, HospitalLevel level, decimal fund)
    {
        var share =
            "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 50%, reference: Order 1 }, "
            + "2020-07-01: { rows: [ { when: { hospital.level: one }, value: 90% }, { otherwise: true, value: 70% } ], "
            + "reference: Order 2 } } }";
        Town.Of(Town.Basic(share))
            .Settle(
                TestClaim.Stay(100) with
                {
                    Discharged = Day.Of(day),
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(fund);
    }
}
