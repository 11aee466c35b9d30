using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A first share that an item states of its own is told where the catalogue takes another, never left out in silence.</summary>
public sealed class UnreadRateTests
{
    [Theory]
    [InlineData("A", "30%", true)]
    [InlineData("A", "0%", false)]
    [InlineData("B", "30%", false)]
    [InlineData("C", "100%", false)]
    [InlineData("C", "30%", true)]
    public void Rate_OfAnItem_IsTakenOrTold(string ofClass, string rate, bool isTold)
    {
        var found = Found("{ class: A, amount: 1 }", $"{{ class: {ofClass}, amount: 1_000, first_self_pay: {rate} }}");
        found
            .Select(finding => (finding.Id, finding.Verdict, finding.Message.En))
            .ShouldBe(
                isTold
                    ?
                    [
                        (
                            "not_asked",
                            Verdict.Flag,
                            "Items state 'first_self_pay' otherwise than the catalogue has it for them. The catalogue's is taken."
                        ),
                    ]
                    : []
            );
    }

    /// <summary>A balance where nothing pays from an account, and a share of another party that no step reads.</summary>
    [Theory]
    [InlineData("account_balance: 0.01", "'account_balance: 0.01'")]
    [InlineData("account_balance: { purse: 0.01 }", "'account_balance: { \"purse\": 0.01 }'")]
    [InlineData("account_balance: 0", null)]
    [InlineData("liable_share: 40%", "'liable_share: 40%'")]
    [InlineData("liable_share: 100%", "'liable_share: 100%'")]
    public void Amount_ThatNothingReads_IsTold(string stated, string? told)
    {
        using var town = new RulebookFolder();
        var claim = Claim.Parse($"discharged: 2020-10-08\nsetting: inpatient\n{stated}\nitems: [{{ class: A, amount: 1_000 }}]\n");
        var found = town.Load().Settle(claim).Findings;
        found.Select(finding => (finding.Id, finding.Verdict)).ShouldBe(told is null ? [] : [("not_asked", Verdict.Flag)]);
        if (told is not null)
            (found[0].Message.En, found[0].Message.Zh.Contains("未作规定", StringComparison.Ordinal)).ShouldBe(
                ($"The claim states {told}, and town does not ask it: the claim is settled like any other.", true)
            );
    }

    /// <summary>An account that no layer pays from reads no balance; one that a layer pays from does.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Balance_OfAnAccount_IsToldWhereNoLayerPaysFromIt(bool pays)
    {
        string[] layers = [Town.Basic(StepText.Tiers("50%")), Town.Layer("own", "purse", "basic.share", "", StepText.Account)];
        var book = Town.With(
            folder => folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Purse, zh: 账户 }, account: yes }\n  aid:"),
            layers[..(pays ? 2 : 1)]
        );
        book.Settle(TestClaim.Stay(100) with { AccountBalance = Money.Yuan(10) }).Findings.Length.ShouldBe(pays ? 0 : 1);
    }

    private static ImmutableArray<Finding> Found(params string[] items)
    {
        using var town = new RulebookFolder();
        var claim = Claim.Parse($"discharged: 2020-10-08\nsetting: inpatient\nitems: [ {string.Join(", ", items)} ]\n");
        return town.Load().Settle(claim).Findings;
    }
}
