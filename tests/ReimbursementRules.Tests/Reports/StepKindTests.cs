using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>Every kind of line of the trace is told for what it is: a new one is a failure here, and never told as another.</summary>
public sealed class StepKindTests
{
    private static readonly IReadOnlyList<TraceStep> Trials =
    [
        .. Enumerable
            .Range(0, RandomRulebooks.Count)
            .SelectMany(seed => new Trial(seed, RandomClaims.Sample(seed)).Settled())
            .Append(
                Town.Of(Town.Basic(StepText.Tiers("75%")))
                    .Settle(TestClaim.Stay(new FeeItem { Settled = "basic.share", Amount = Money.Yuan(100) }))
            )
            .SelectMany(settlement => settlement.Steps),
    ];

    public static TheoryData<StepKind> Kinds => [.. Enum.GetValues<StepKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Say_EachKind_HasASentenceOfItsOwnInBothLanguages(StepKind kind)
    {
        var said = StepWords.Say(Step(kind), null);
        said.En.ShouldEndWith(".");
        said.Zh.ShouldEndWith("。");
        Enum.GetValues<StepKind>().Where(other => other != kind).Select(other => StepWords.Say(Step(other), null)).ShouldNotContain(said);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Part_EachKind_HasAWordInBothLanguages(StepKind kind)
    {
        foreach (var word in new[] { PartWords.Left(kind, "step"), PartWords.Counted(kind, "step") })
            (word.En.Length > 0 && word.Zh.Length > 0).ShouldBeTrue();
    }

    /// <summary>Each kind comes about in some random settlement; a kind that takes a rate has one there, and the others none.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Trace_EachKind_ComesAboutWithItsNumbers(StepKind kind)
    {
        var steps = Trials.Where(step => step.Kind == kind).ToList();
        steps.ShouldNotBeEmpty();
        steps.Select(step => step.Rate is not null).Distinct().Count().ShouldBe(1);
        steps.ShouldAllBe(step => (step.StandardSource != null) == (kind == StepKind.QuotaShare));
        steps.ShouldAllBe(step => (step.RateBefore != null) == (kind == StepKind.RateChange));
        steps.ShouldAllBe(step => (step.Rest != null) == (kind == StepKind.QuotaExcess));
        steps.ShouldAllBe(step => (step.Days > 0) == (kind == StepKind.BedDays));
        steps.ShouldAllBe(step => step.Step.Length > 0 && step.Layer.Length > 0);
    }

    [Fact]
    public void Say_AKindThatIsNotKnown_IsAFailure()
    {
        Fails(() => StepWords.Say(Step((StepKind)99), null));
        Fails(() => PartWords.Left((StepKind)99, "step"));
        Fails(() => PartWords.Counted((StepKind)99, "step"));

        static void Fails(Func<object> told) =>
            Should.Throw<System.Diagnostics.UnreachableException>(told).Message.ShouldBe("StepKind.99 is not known here.");
    }

    private static TraceStep Step(StepKind kind) =>
        new("layer", new("Layer", "层"), "step", kind, Money.Yuan(800), Money.Yuan(400), new(new("a.yaml", 1, 1), ""))
        {
            LayerTitle = new("The message.", "说明。"),
            Rate = Rate.Percent(50),
            RateBefore = Rate.Percent(60),
            Limit = Money.Yuan(1_000),
            Days = 2,
            Rest = Money.Yuan(400),
            Moves = [],
        };
}
