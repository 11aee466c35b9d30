using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>No step of any kind, and nothing within one, takes a key that it does not know.</summary>
public sealed class StepKeyTests
{
    private static readonly string Amount = $"amount: {StepText.Dated("value: 600")}";
    private static readonly string Rate = $"rate: {StepText.Dated("value: 75%")}";
    private static readonly string Table = $"table: {StepText.Dated("value: 75%")}";

    public static TheoryData<string> Steps =>
        new(
            $"{{ id: d, kind: deductible, per: claim, {Amount}, surplus: 1 }}",
            $"{{ id: d, kind: deductible, per: claim, {Amount}, taken_from: {{ parts: [in_scope], surplus: 1 }} }}",
            $"{{ id: s, kind: tiers, edges: after_deductible, {Table}, surplus: 1 }}",
            OfTiers("{ rate: 75%, add: 1%, each: age, at_most: 90%, surplus: 1 }"),
            OfTiers("[ { above: 0, rate: 75%, surplus: 1 } ]"),
            $"{{ id: s, kind: tiers, edges: after_deductible, {Table}, adjust: [ {{ part: lost, table: {StepText.Dated("times: 90%")}, "
                + "surplus: 1 } ] }",
            $"{{ id: c, kind: cap, of: payment, per: claim, {Amount}, surplus: 1 }}",
            $"{{ id: q, kind: quota, pays_on: limit, {Amount}, {Rate}, excess: {{ patient: 100% }}, surplus: 1 }}",
            $"{{ id: q, kind: quota, pays_on: limit, {Amount}, {Rate}, excess: {{ patient: 100%, surplus: 1 }} }}",
            $"{{ id: t, kind: top_up, of: bill, to: {StepText.Dated("value: 75%")}, surplus: 1 }}",
            "{ id: a, kind: account, surplus: 1 }"
        );

    [Theory]
    [MemberData(nameof(Steps))]
    public void Key_ThatAStepDoesNotKnow_IsRefused(string step)
    {
        Codes(step.Replace(", surplus: 1", "", StringComparison.Ordinal)).ShouldNotContain("key.unknown");
        Codes(step).ShouldContain("key.unknown");
    }

    /// <summary>A note may stand in each.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void Note_OfAStep_IsKnown(string step) =>
        Codes(step.Replace(", surplus: 1", "", StringComparison.Ordinal)[..^2] + ", note: { en: a, zh: b } }")
            .ShouldNotContain("key.unknown");

    /// <summary>A kind of no letters is told once, and not as a word that is unknown too.</summary>
    [Fact]
    public void Kind_OfNoLetters_IsToldOnce() => Codes("{ id: s, kind: '' }").ShouldNotContain("step.kind");

    private static string OfTiers(string value) =>
        $"{{ id: s, kind: tiers, edges: after_deductible, table: {StepText.Dated($"value: {value}")} }}";

    private static List<string> Codes(string step)
    {
        try
        {
            Town.Of(Town.Basic(step));
            return [];
        }
        catch (PolicyException e)
        {
            return [.. e.Problems.Select(problem => problem.Code)];
        }
    }
}
