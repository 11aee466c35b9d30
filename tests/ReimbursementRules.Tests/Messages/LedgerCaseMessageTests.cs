using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a ledger in a case file can state wrongly, and how a case that fails says so.</summary>
public sealed class LedgerCaseMessageTests
{
    internal const string Cases = """
        - case: A stay is settled and taken back
          why: (1000 - 600) x 75% = 300
          ledger:
            - settle: { id: A-1, discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_000 } ] }
              expect: { lines: 1, fund: 300, receivables: { fund: 300 } }
            - reverse: A-1
              expect: { lines: 2, changes: { fund: -300 } }

        """;

    public static TheoryData<string, string, string, string> FileMistakes =>
        new()
        {
            {
                "case.operation",
                "reverse: A-1",
                "on: 2020-10-09",
                "2-basic.cases.yaml:6:7: expected one operation here, such as settle: { id: A, … }, and beside it 'on', "
                    + "'clerk' or 'expect'."
            },
            {
                "case.operation",
                "reverse: A-1",
                "reverse: A-1\n      close: 2020-10-31",
                "2-basic.cases.yaml:6:7: expected one operation here, such as settle: { id: A, … }, and beside it 'on', "
                    + "'clerk' or 'expect'."
            },
            {
                "key.unknown",
                "reverse: A-1",
                "revers: A-1",
                "2-basic.cases.yaml:6:7: the key 'revers' is not known here. Did you mean 'reverse'?"
            },
            {
                "key.missing",
                "reverse: A-1",
                "review: { claim: A-1 }",
                "2-basic.cases.yaml:6:15: 'passed' is missing here. Add it. Known: yes, no."
            },
            {
                "amount.form",
                "reverse: A-1",
                "reconcile: [ { claim: A-1, day: 2020-10-08, pays: { fund: 75% } } ]",
                "2-basic.cases.yaml:6:65: '75%' is not an amount. Write yuan without a unit, such as 1_200.50 or -600.00."
            },
            {
                "number.range",
                "reverse: A-1",
                "deny: { claim: A-1, item: 0, amount: 1, reason: exam }",
                "2-basic.cases.yaml:6:33: '0' is out of range. Write a whole number from 1 to 100000."
            },
            {
                "expect.empty",
                "{ lines: 2, changes: { fund: -300 } }",
                "{}",
                "2-basic.cases.yaml:7:15: an operation expects at least one thing here, such as lines: 1; or leave 'expect' out."
            },
            {
                "case.both",
                "  ledger:",
                "  claims: []\n  ledger:",
                "2-basic.cases.yaml:5:5: a case has either 'claim' and 'expect', or 'claims', or 'ledger'.\n"
                    + "2-basic.cases.yaml:3:11: a case has at least one claim, such as - { claim: …, expect: … }."
            },
            {
                "case.empty",
                Cases,
                "- case: Nothing\n  why: nothing\n  ledger: []\n",
                "2-basic.cases.yaml:3:11: a ledger has at least one operation, such as - settle: { id: A, … }."
            },
        };

    public static TheoryData<string, string, string, string> Mismatches =>
        new()
        {
            { "case.mismatch", "lines: 1,", "lines: 2,", "2-basic.cases.yaml:5:24: operation 1: expected lines 2, was 1." },
            { "case.mismatch", "fund: 300,", "fund: 299.99,", "2-basic.cases.yaml:5:33: operation 1: expected fund 299.99, was 300.00." },
            {
                "case.mismatch",
                "receivables: { fund: 300 }",
                "receivables: { fund: 300.01 }",
                "2-basic.cases.yaml:5:59: operation 1: expected fund 300.01, was 300.00."
            },
            { "case.mismatch", "fund: -300", "fund: 300", "2-basic.cases.yaml:7:44: operation 2: expected fund 300.00, was -300.00." },
            {
                "ledger.day",
                "reverse: A-1\n      expect: { lines: 2, changes: { fund: -300 } }",
                "close: 9999-12-31\n    - reverse: A-1\n      expect: { lines: 1 }",
                "2-basic.cases.yaml:7:7: 2020-10-08 lies in the period closed through 9999-12-31. Post on a later day."
            },
            { "expect.unknown", "fund: -300", "fnd: 300", "2-basic.cases.yaml:7:38: 'fnd' cannot be expected here. Did you mean 'fund'?" },
            { "expect.unknown", "lines: 2", "line: 2", "2-basic.cases.yaml:7:17: 'line' cannot be expected here. Did you mean 'lines'?" },
            {
                "case.mismatch",
                "lines: 2",
                "refused: [ledger.closed]",
                "2-basic.cases.yaml:7:26: operation 2: expected refused ledger.closed, was a posted operation."
            },
            {
                "ledger.claim_unknown",
                "reverse: A-1",
                "reverse: A-2",
                "2-basic.cases.yaml:6:7: no claim 'A-2' stands in the ledger: it was never settled, or has been taken back. "
                    + "Did you mean 'A-1'?"
            },
            {
                "case.mismatch",
                "reverse: A-1\n      expect: { lines: 2, changes: { fund: -300 } }",
                "reconcile: []\n      expect: { mismatches: [missing_there A-1 299.99] }",
                "2-basic.cases.yaml:7:29: operation 2: expected mismatches missing_there A-1 299.99, was missing_there A-1 300.00."
            },
        };

    [Theory]
    [MemberData(nameof(FileMistakes))]
    public void LedgerCase_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message) =>
        Checked(old, now).Problems.ShouldRead(code, message);

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void LedgerCase_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message) =>
        Checked(old, now).Cases.SelectMany(one => one.Mismatches).ToList().ShouldRead(code, message);

    [Fact]
    public void LedgerCase_AsItStands_Passes() => Checked("fund", "fund").Passed.ShouldBeTrue();

    private static CheckReport Checked(string old, string now)
    {
        using var folder = new RulebookFolder();
        return RulebookCheck.Run(folder.With("2-basic.cases.yaml", Cases).Replace("2-basic.cases.yaml", old, now).Path);
    }
}
