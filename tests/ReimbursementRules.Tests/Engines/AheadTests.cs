using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NRules.RuleModel;
using ReimbursementRules.Checks;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tests.Engines;

/// <summary>What needs code made at run time says so to a program that is trimmed or compiled ahead of time, and names the call to use
/// instead.</summary>
public sealed class AheadTests
{
    public static TheoryData<string> NotAhead => [.. Members.Keys];

    private static Dictionary<string, MemberInfo> Members { get; } =
        new(StringComparer.Ordinal)
        {
            ["load"] = typeof(Rulebook).GetMethod(nameof(Rulebook.Load), [typeof(string)])!,
            ["check"] = typeof(RulebookCheck).GetMethod(nameof(RulebookCheck.Run), [typeof(string)])!,
            ["rules"] = typeof(Rulebook).GetMethod(nameof(Rulebook.WithRules), [typeof(IEnumerable<IRuleDefinition>)])!,
            ["engine"] = typeof(NRulesEngine),
        };

    [Theory]
    [MemberData(nameof(NotAhead))]
    public void Member_ThatNeedsNRules_NamesTheCallToUse(string member)
    {
        Members[member].GetCustomAttribute<RequiresDynamicCodeAttribute>()!.Message.ShouldContain("new GridEngine()");
        Members[member].GetCustomAttribute<RequiresUnreferencedCodeAttribute>()!.Message.ShouldContain("new GridEngine()");
    }

    [Fact]
    public void Load_WithAnEngine_IsForAnyProgram() =>
        typeof(Rulebook)
            .GetMethod(nameof(Rulebook.Load), [typeof(string), typeof(IRuleEngine)])!
            .GetCustomAttributes<RequiresDynamicCodeAttribute>()
            .ShouldBeEmpty();
}
