using System.Text.Json;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.ClaimRules;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Settling that answers in place of throwing, and what a web program makes of it.</summary>
public sealed class TrySettleTests
{
    private static readonly Rulebook Book = Load();

    private static readonly Problem Two = new(
        new("claim", 0, 0),
        "claim.age",
        new("the claim's 'St. Mary. B' is old. Write it. Or not.", "单据的“圣。玛丽”已旧。请写。或不写。")
    );

    [Fact]
    public void TrySettle_ValidClaim_HasTheSettlement()
    {
        Book.TrySettle(TestClaim.Stay(1000), History.Empty, out var settlement, out var problems).ShouldBeTrue();
        settlement.ShouldNotBeNull().PaidBy("fund").ShouldBe(Money.Yuan(300));
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void TrySettle_NoValidClaim_HasTheProblems()
    {
        var claim = TestClaim.Stay(-1) with { Setting = null };
        Book.TrySettle(claim, History.Empty, out var settlement, out var problems).ShouldBeFalse();
        settlement.ShouldBeNull();
        problems.ShouldBe(Should.Throw<InputException>(() => Book.Settle(claim)).Problems);
    }

    [Fact]
    public void Validate_ObservedRulebook_TellsTheObserverNothing()
    {
        var told = 0;
        var observed = Book.Observed(_ => told++);
        observed.Validate(TestClaim.Stay(1000), History.Empty).ShouldBeEmpty();
        told.ShouldBe(0);
        observed.Settle(TestClaim.Stay(1000));
        told.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Validate_RuleOfTheProgramThatFails_IsTold() =>
        Book.WithRules([
                OwnRule.OfClaim("wrong", claim => claim.Claim.Items[9].Amount > Money.Zero, RuleFinding.Flag("x", OwnRule.Words, "x")),
            ])
            .Validate(TestClaim.Stay(1000), History.Empty)
            .ShouldHaveSingleItem()
            .Code.ShouldBe("rule.failed");

    /// <summary>Validate is empty for what Settle settles, and else says what Settle says.</summary>
    [Property]
    public void Validate_OfATrial_SaysWhatSettleSays(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        foreach (var claim in trial.Claims)
        {
            trial.Rulebook.Validate(claim, History.Empty).ShouldBeEmpty();
            var broken = claim with { Admission = 0, Items = [claim.Items[0] with { Amount = Money.FromCents(-1) }] };
            trial
                .Rulebook.Validate(broken, History.Empty)
                .ShouldBe(Should.Throw<InputException>(() => trial.Rulebook.Settle(broken)).Problems);
        }
    }

    [Fact]
    public void Problem_OfOneText_IsCutAfterItsFirstSentence()
    {
        (Two.Message.En, Two.Help.En).ShouldBe(("the claim's 'St. Mary. B' is old.", "Write it. Or not."));
        (Two.Message.Zh, Two.Help.Zh).ShouldBe(("单据的“圣。玛丽”已旧。", "请写。或不写。"));
        Two.ToString().ShouldBe("claim: the claim's 'St. Mary. B' is old. Write it. Or not.");
        Two.In(Language.Chinese).ShouldBe("claim: 单据的“圣。玛丽”已旧。请写。或不写。");
    }

    [Theory]
    [InlineData("one sentence.", "一句。")]
    [InlineData("First. Second.", "只有一句。")]
    [InlineData("only one. second in small letters.", "第一句。第二句。")]
    [InlineData("", "")]
    [InlineData("a number 1. ", "。")]
    public void Problem_OfOneSentenceInEitherLanguage_HasNoHelp(string en, string zh)
    {
        var problem = new Problem(Two.Place, "x", new(en, zh));
        (problem.Message, problem.Help, problem.Text).ShouldBe((new(en, zh), new("", ""), new(en, zh)));
    }

    [Fact]
    public void ProblemReport_InJson_HasTheMembersOfProblemDetails()
    {
        var report = ProblemReport.Of([Two with { Path = "age" }, Two with { Help = new("", "") }]);
        JsonSerializer
            .Serialize(report, ReimbursementJsonContext.Default.ProblemReport)
            .ShouldBe(
                """{"type":"urn:reimbursement-rules:input","title":"The input is not valid.","status":422,"""
                    + "\"detail\":\"the claim\\u0027s \\u0027St. Mary. B\\u0027 is old. Write it. Or not. 1 more.\",\"errors\":["
                    + "{\"path\":\"age\",\"code\":\"claim.age\",\"message\":\"the claim\\u0027s \\u0027St. Mary. B\\u0027 is old.\","
                    + "\"help\":\"Write it. Or not.\"},"
                    + "{\"path\":\"\",\"code\":\"claim.age\",\"message\":\"the claim\\u0027s \\u0027St. Mary. B\\u0027 is old.\","
                    + "\"help\":\"\"}]}"
            );
    }

    [Fact]
    public void ProblemReport_InChinese_IsChineseThroughout()
    {
        var report = ProblemReport.Of([Two, Two], Language.Chinese);
        (report.Title, report.Detail).ShouldBe(("提交的内容有误。", "单据的“圣。玛丽”已旧。请写。或不写。另有 1 处。"));
        report.Errors[0].ShouldBe(new("", "claim.age", "单据的“圣。玛丽”已旧。", "请写。或不写。"));
    }

    [Fact]
    public void ProblemReport_OfAnException_TellsPolicyFromInput()
    {
        using var folder = new RulebookFolder().Replace("2-basic.yaml", "75%", "many");
        var policy = ProblemReport.Of(Should.Throw<PolicyException>(folder.Load));
        (policy.Status, policy.Type).ShouldBe((500, "urn:reimbursement-rules:policy"));
        ProblemReport.Of(new InputException([Two])).ShouldSatisfyAllConditions(input => input.Status.ShouldBe(422));
        Should.Throw<ArgumentException>(() => ProblemReport.Of([])).Message.ShouldContain("There is no problem to report.");
    }

    private static Rulebook Load()
    {
        using var folder = new RulebookFolder();
        return folder.Load();
    }
}
