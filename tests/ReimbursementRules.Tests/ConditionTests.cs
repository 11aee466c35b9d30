using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Conditions that name what must not be.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData(HospitalLevel.One, 75)]
    [InlineData(HospitalLevel.Two, 60)]
    [InlineData(HospitalLevel.Three, 75)]
    [InlineData(HospitalLevel.Unrated, 75)]
    public void Not_OneWord_IsEveryOtherWord(HospitalLevel level, int paid) =>
        Rows("{ hospital.level: { not: two } }", "{ hospital.level: two }")
            .Settle(TestClaim.Stay(100) with { Provider = new() { Level = level } })
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData(HospitalLevel.One, 75)]
    [InlineData(HospitalLevel.Two, 60)]
    [InlineData(HospitalLevel.Three, 60)]
    public void Not_SeveralWords_IsNoneOfThem(HospitalLevel level, int paid) =>
        Rows("{ hospital.level: { not: [two, three] } }", "{ hospital.level: [two, three] }")
            .Settle(TestClaim.Stay(100) with { Provider = new() { Level = level } })
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData("flu", 60)]
    [InlineData("cold", 75)]
    [InlineData("nobody_named_it", 75)]
    [InlineData(null, 75)]
    public void Not_WordOfAnOpenFact_IsAlsoEveryWordThatNobodyNames(string? disease, int paid) =>
        Rows("{ disease: { not: flu } }", "{ disease: flu }").Settle(TestClaim.Stay(100) with { Disease = disease }).Fund().ShouldBe(paid);

    [Theory]
    [InlineData("flu", 60)]
    [InlineData("cold", 60)]
    [InlineData("other", 75)]
    public void NotIn_AList_IsNoneOfItsWords(string disease, int paid) =>
        Rows("{ disease: { not_in: light } }", "{ disease: { in: light } }")
            .Settle(TestClaim.Stay(100) with { Disease = disease })
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData("", 75)]
    [InlineData("x1", 60)]
    [InlineData("x2", 75)]
    public void Not_OfAnItem_IsDecidedItemByItem(string code, int paid) =>
        Rows("{ item.code: { not: x1 } }", "{ item.code: x1 }")
            .Settle(TestClaim.Stay(TestClaim.A(100) with { Code = code }))
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData(59, 75)]
    [InlineData(60, 60)]
    [InlineData(61, 75)]
    public void Not_ANumber_IsEveryOtherNumber(int age, int paid) =>
        Rows("{ age: { not: 60 } }", "{ age: 60 }").Settle(TestClaim.Stay(100) with { Member = new() { Age = age } }).Fund().ShouldBe(paid);

    [Fact]
    public void Not_BesideARowOfTheSameWord_Overlaps() =>
        Should
            .Throw<PolicyException>(() => Rows("{ hospital.level: { not: two } }", "{ hospital.level: [two, three] }"))
            .Problems.Single()
            .Code.ShouldBe("table.overlap");

    [Fact]
    public void Not_InTheConditionsOfALayer_IsShownWhereTheyAreNotMet()
    {
        var rulebook = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "applies: { setting: { not: [inpatient, day_surgery] }, disease: { not_in: [flu] } }",
                StepText.Tiers("50%")
            )
        );
        var skipped = rulebook.Settle(TestClaim.Stay(100)).Skipped.Single();
        (skipped.Reason, skipped.Conditions).ShouldBe(
            (SkipReason.Conditions, "setting: { not: inpatient / day_surgery }, disease: { not: flu }")
        );
    }

    /// <summary>A fund that pays 75% where the first conditions hold and 60% where the second do.</summary>
    private static Rulebook Rows(string first, string second) =>
        Town.With(
            folder => folder.Replace("index.yaml", "payers:", "lists: { light: [flu, cold] }\npayers:"),
            Town.Basic(StepText.TiersOf($"rows: [ {{ when: {first}, value: 75% }}, {{ when: {second}, value: 60% }} ]"))
        );
}
