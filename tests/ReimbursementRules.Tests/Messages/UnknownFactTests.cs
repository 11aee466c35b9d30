using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>A fact that nobody knows: told once, with the place to declare it; one that is nearly a known one wherever it stands.</summary>
public sealed class UnknownFactTests
{
    [Theory]
    [InlineData("zodiac", 1)]
    [InlineData("seting", 2)]
    public void Fact_ThatNobodyKnows_IsToldOnceUnlessItIsNearlyKnown(string fact, int times)
    {
        using var folder = new RulebookFolder();
        var rows = $"[{{ when: {{ {fact}: one }}, value: 600 }}, {{ when: {{ {fact}: {{ not: one }} }}, value: 700 }}]";
        var row = $"{{ rows: {rows}, reference: \"Town order 2\" }}";
        var problems = Should
            .Throw<PolicyException>(folder.Replace("2-basic.yaml", "{ value: 600, reference: \"Town order 2\" }", row).Load)
            .Problems.Where(problem => problem.Code == "fact.unknown")
            .ToList();
        problems.Count.ShouldBe(times);
        problems[0].Text.En.Contains("declare it under 'facts' of index.yaml", StringComparison.Ordinal).ShouldBe(times == 1);
        problems[0].Text.Zh.Contains("请在 index.yaml 的“facts”中定义", StringComparison.Ordinal).ShouldBe(times == 1);
    }
}
