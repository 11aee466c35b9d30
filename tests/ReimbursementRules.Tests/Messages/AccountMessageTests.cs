using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a layer that the personal account pays can say wrongly.</summary>
public sealed class AccountMessageTests
{
    private const string Own = """
        id: own
        title: { en: Account, zh: 账户 }
        payer: purse
        base: [basic.deductible, basic.share]
        steps:
          - id: account
            kind: account
            note: The rest is cash.

        """;

    private const string Tiers = """
        kind: tiers
            edges: after_deductible
            table: { 2020-01-01: { value: 50%, reference: x } }
        """;

    public static TheoryData<string, string, string, string> AccountMistakes =>
        new()
        {
            {
                "step.account",
                "payer: purse",
                "payer: fund",
                "3-own.yaml:7:11: 'fund' is not the personal account, which alone pays up to its balance. Name the account "
                    + "as payer, or write tiers or quota."
            },
            {
                "step.account",
                "kind: account",
                Tiers,
                "3-own.yaml:7:11: 'purse' is the personal account, which pays what is left up to its balance. Write 'kind: account'."
            },
            {
                "payer.unknown",
                "payer: purse",
                "payer: purs",
                "3-own.yaml:3:8: 'purs' is not a payer of index.yaml. Did you mean 'purse'?"
            },
            {
                "step.none",
                "kind: account\n",
                "kind: deductible\n    per: claim\n    amount: { 2020-01-01: { value: 5, reference: x } }\n",
                $"3-own.yaml:1:1: the layer has no step that pays. Add one of kind {Known.PayingKinds}."
            },
            {
                "step.order",
                "steps:\n",
                "steps:\n  - { id: first, kind: account }\n",
                "3-own.yaml:7:5: a layer has one step that pays. Put the second into a layer of its own."
            },
            {
                "step.order",
                "steps:\n",
                "steps:\n  - { id: first, kind: cap, of: payment, per: claim, amount: { 2020-01-01: { value: 5, reference: x } } }\n",
                $"3-own.yaml:6:5: this step cuts the payment and must stand after the step that pays ({Known.PayingKinds})."
            },
            {
                "key.unknown",
                "note:",
                "amount:",
                "3-own.yaml:8:5: the key 'amount' is not known here. Known: id, title, kind, reference, href, note."
            },
            {
                "value.blank",
                "note: The rest is cash.",
                "note:",
                "3-own.yaml:8:10: a value is missing here. Write one, or leave the whole line out."
            },
            { "base.refused", "basic.share", "refused", "3-own.yaml:4:26: what is refused cannot be paid by a layer." },
        };

    [Theory]
    [MemberData(nameof(AccountMistakes))]
    public void Account_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Purse, zh: 账户 }, account: yes }\n  aid:");
        Should
            .Throw<PolicyException>(folder.With("3-own.yaml", Own).Replace("3-own.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    [Theory]
    [InlineData("{ purse: 600 }", "13")]
    [InlineData("{ items: [{ purse: 600 }] }", "23")]
    public void Account_ExpectedByItsId_SaysUnderWhatName(string expect, string column)
    {
        using var folder = new RulebookFolder();
        folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Purse, zh: 账户 }, account: yes }\n  aid:");
        folder.With("3-own.yaml", Own);
        folder.With(
            "3-own.cases.yaml",
            "- case: The account pays\n  why: x\n  claim: { discharged: 2020-10-08, setting: inpatient, account_balance: 600, "
                + $"items: [{{ class: A, amount: 600 }}] }}\n  expect: {expect}\n"
        );
        RulebookCheck
            .Run(folder.Path)
            .Cases.Single()
            .Mismatches.ShouldRead(
                "expect.unknown",
                $"3-own.cases.yaml:4:{column}: 'purse' cannot be expected here: it is the personal account, whose payments are the "
                    + "patient's. Expect 'account'."
            );
    }
}
