using ReimbursementRules.Testing;
using Xunit;

namespace Policy.Tests;

/// <summary>Every rulebook below <c>rules</c>: its files, its cases, and the laws of settlements.</summary>
public sealed class PolicyTests
{
    private const string Rules = "rules";

    [Theory, Rulebooks(Rules)]
    public void Rulebook(TestedRulebook one) => one.AssertPasses();

    [Theory, RulebookCases(Rules)]
    public void Case(RulebookCase one) => one.AssertPasses();

    [Theory, Rulebooks(Rules)]
    public void Laws(TestedRulebook one) => SettlementLaws.AssertHold(one.Rulebook);

    /// <summary>Every row, value and way of a step has a case. Lower the share while you write.</summary>
    [Theory, Rulebooks(Rules)]
    public void Coverage(TestedRulebook one) => one.AssertReaches(95);

    /// <summary>The cases notice what could be wrong: a cent, a day, a row, a word.</summary>
    [Theory, Rulebooks(Rules)]
    public void Mutants(TestedRulebook one) => one.AssertNotices(90);

    /// <summary>What these policies claim beyond the laws of all settlements. Take out what yours does not.</summary>
    [Theory, Rulebooks(Rules)]
    public void ClaimedLaws(TestedRulebook one) =>
        SettlementLaws.AssertHold(one.Rulebook, [SettlementLaws.MoreFee, SettlementLaws.LowerLevel]);
}
