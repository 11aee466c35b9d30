using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a case file can state wrongly, and how a case that fails says so.</summary>
public sealed class CaseMessageTests
{
    internal const string Cases = """
        - case: A stay
          why: (1000 - 600) x 75% = 300
          claim: { discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_000 } ] }
          expect: { fund: 300, patient: 700 }
        - case: Two stays
          why: each pays its own deductible
          claims:
            - claim: { discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_000 } ] }
              expect: { fund: 300 }
            - claim: { discharged: 2020-10-09, setting: inpatient, items: [ { class: A, amount: 1_000 } ] }
              expect: { fund: 300.00 }

        """;

    public static TheoryData<string, string, string, string> FileMistakes =>
        new()
        {
            {
                "case.twice",
                "Two stays",
                "A stay",
                "2-basic.cases.yaml:5:9: two cases of this file are named 'A stay'. Give each a sentence of its own."
            },
            {
                "case.twice",
                "Two stays",
                "{ en: A stay, zh: 两次住院 }",
                "2-basic.cases.yaml:5:9: two cases of this file are named 'A stay'. Give each a sentence of its own."
            },
            {
                "case.twice",
                "A stay",
                "{ en: One stay, zh: Two stays }",
                "2-basic.cases.yaml:5:9: two cases of this file are named 'Two stays'. Give each a sentence of its own."
            },
            {
                "text.languages",
                "case: Two stays",
                "case: [Two, stays]",
                "2-basic.cases.yaml:5:9: expected a text, or a text by its language, such as { zh: 基本医疗保险 } or "
                    + "{ en: Basic insurance, zh: 基本医疗保险 }, found a list."
            },
            {
                "case.both",
                "  claims:",
                "  expect: { fund: 1 }\n  claims:",
                "2-basic.cases.yaml:7:11: a case has either 'claim' and 'expect', or 'claims', or 'ledger'."
            },
            {
                "case.empty",
                "  claims:\n    - claim: { discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_000 } "
                    + "] }\n      expect: { fund: 300 }\n    - claim: { discharged: 2020-10-09, setting: inpatient, items: [ { "
                    + "class: A, amount: 1_000 } ] }\n      expect: { fund: 300.00 }",
                "  claims: []",
                "2-basic.cases.yaml:7:11: a case has at least one claim, such as - { claim: …, expect: … }."
            },
            {
                "expect.empty",
                "{ fund: 300, patient: 700 }",
                "{}",
                "2-basic.cases.yaml:4:11: a case expects at least one amount, such as patient: 6_950.00."
            },
            { "key.missing", "  expect: { fund: 300, patient: 700 }\n", "", "2-basic.cases.yaml:1:3: 'expect' is missing here. Add it." },
            { "key.missing", "  why: each pays its own deductible\n", "", "2-basic.cases.yaml:5:3: 'why' is missing here. Add it." },
            {
                "value.blank",
                "why: each pays its own deductible",
                "why:",
                "2-basic.cases.yaml:6:7: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "key.unknown",
                "why: each",
                "because: each",
                "2-basic.cases.yaml:6:3: the key 'because' is not known here. Known: case, why, unsigned, history, claim, "
                    + "expect, claims, solve, assemble, checklist, applicant, ledger, contract, year, contribution, contributor, "
                    + "contributors, target, provider, figures.\n2-basic.cases.yaml:5:3: 'why' is missing here. Add it."
            },
            {
                "default.idle",
                "- case: A stay",
                "defaults: { item: { class: B } }\ncases:\n- case: A stay",
                "2-basic.cases.yaml:1:21: no claim of this file takes 'class' from here: each states its own. Leave it out."
            },
            {
                "solve.range",
                ", amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                " } ] }\n  solve: { for: { fund: 300 }, from: 2, to: 1 }\n  expect: { solved: 1_000 }",
                "2-basic.cases.yaml:4:38: 'from' is above 'to'."
            },
            {
                "solve.item",
                ", amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                ", amount: 1 } ] }\n  solve: { for: { fund: 300 }, item: 2 }\n  expect: { solved: 1_000 }",
                "2-basic.cases.yaml:4:38: the claim has no item 2; its items are 1 to 1."
            },
            {
                "solve.amount",
                ", amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                ", amount: 1 } ] }\n  solve: { for: { fund: 300 } }\n  expect: { solved: 1_000 }",
                "2-basic.cases.yaml:3:85: this is the amount that 'solve' looks for. Leave it out."
            },
            {
                "solve.for",
                ", amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                " } ] }\n  solve: { for: { fund: 300, patient: 700 } }\n  expect: { solved: 1_000 }",
                "2-basic.cases.yaml:4:17: expected one thing here that must come out, such as fund: 4_650.00 or fund / bill: 80%."
            },
            {
                "solve.none",
                ", amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                " } ] }\n  solve: { for: { fund: 300 } }\n  expect: { solved: none, fund: 0 }",
                "2-basic.cases.yaml:5:11: where no amount gives it there is no settlement of which more could be expected. Leave the "
                    + "rest out."
            },
            {
                "word.unknown",
                "why: each",
                "unsigned: maybe\n  why: each",
                "2-basic.cases.yaml:6:13: 'maybe' cannot stand here. Known: true, false."
            },
            {
                "word.unknown",
                "2020-10-09, setting: inpatient",
                "2020-10-09, setting: inpatent",
                "2-basic.cases.yaml:10:49: 'inpatent' cannot stand here. Did you mean 'inpatient'?"
            },
        };

    public static TheoryData<string, string, string, string> Mismatches =>
        new()
        {
            { "case.mismatch", "fund: 300,", "fund: 299.99,", "2-basic.cases.yaml:4:19: expected fund 299.99, was 300.00." },
            { "case.mismatch", "fund: 300.00", "fund: 400", "2-basic.cases.yaml:11:23: claim 2: expected fund 400.00, was 300.00." },
            { "case.mismatch", "fund: 300,", "fund: 300, hospital: -5,", "2-basic.cases.yaml:4:34: expected hospital -5.00, was 0.00." },
            { "case.mismatch", "fund: 300,", "fund: 300, bill: 2_000,", "2-basic.cases.yaml:4:30: expected bill 2,000.00, was 1,000.00." },
            { "case.mismatch", "fund: 300,", "fund: 300, status: held,", "2-basic.cases.yaml:4:32: expected status held, was settled." },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, findings: [large],",
                "2-basic.cases.yaml:4:34: expected findings large, was nothing."
            },
            {
                "list.expected",
                "fund: 300,",
                "fund: 300, findings: none,",
                "2-basic.cases.yaml:4:34: expected a list such as [a, b], found 'none'."
            },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, parts: { basic.share: 99 },",
                "2-basic.cases.yaml:4:46: expected basic.share 99.00, was 100.00."
            },
            {
                "expect.unknown",
                "fund: 300,",
                "fund: 300, parts: { basic.shares: 100 },",
                "2-basic.cases.yaml:4:33: 'basic.shares' cannot be expected here. Did you mean 'basic.share'?"
            },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, history: { admissions: 2 },",
                "2-basic.cases.yaml:4:47: expected admissions 2, was 1."
            },
            {
                "expect.unknown",
                "fund: 300,",
                "fund: 300, history: { admission: 0 },",
                "2-basic.cases.yaml:4:35: 'admission' cannot be expected here. Did you mean 'admissions'?"
            },
            { "case.mismatch", "fund: 300,", "fund: 300, items: [],", "2-basic.cases.yaml:4:31: expected items 0, was 1." },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, items: [ { fund: 1 } ],",
                "2-basic.cases.yaml:4:41: expected fund 1.00, was 300.00."
            },
            {
                "expect.unknown",
                "fund: 300,",
                "fund: 300, items: [ { funds: 1 } ],",
                "2-basic.cases.yaml:4:35: 'funds' cannot be expected here. Did you mean 'fund'?"
            },
            { "expect.unknown", "fund: 300,", "fnd: 300,", "2-basic.cases.yaml:4:13: 'fnd' cannot be expected here. Did you mean 'fund'?" },
            {
                "amount.form",
                "fund: 300,",
                "fund: 75%,",
                "2-basic.cases.yaml:4:19: '75%' is not an amount. Write yuan without a unit, such as 1_200.50 or -600.00."
            },
            {
                "value.blank",
                "fund: 300,",
                "fund: ,",
                "2-basic.cases.yaml:4:19: a value is missing here. Write one, or leave the whole line out."
            },
            { "value.expected", "fund: 300,", "fund: [300],", "2-basic.cases.yaml:4:19: expected a single value, found a list." },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, steps: { basic.share: 299.99 },",
                "2-basic.cases.yaml:4:46: expected basic.share 299.99, was 300.00."
            },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, steps: { basic.share: [300, 1_000] },",
                "2-basic.cases.yaml:4:46: expected basic.share 300.00; 1,000.00, was 300.00."
            },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, steps: { basic.deductible: [] },",
                "2-basic.cases.yaml:4:51: expected basic.deductible nothing, was 600.00."
            },
            {
                "expect.unknown",
                "fund: 300,",
                "fund: 300, steps: { basic.shares: 300 },",
                "2-basic.cases.yaml:4:33: 'basic.shares' cannot be expected here. Did you mean 'basic.share'?"
            },
            {
                "amount.form",
                "fund: 300,",
                "fund: 300, steps: { basic.share: [75%] },",
                "2-basic.cases.yaml:4:47: '75%' is not an amount. Write yuan without a unit, such as 1_200.50 or -600.00."
            },
            {
                "value.expected",
                "fund: 300,",
                "fund: 300, steps: { basic.share: { a: 1 } },",
                "2-basic.cases.yaml:4:46: expected a single value, found 'key: value' lines."
            },
            {
                "mapping.expected",
                "fund: 300,",
                "fund: 300, steps: [300],",
                "2-basic.cases.yaml:4:31: expected lines of the form 'key: value', found a list."
            },
            {
                "case.mismatch",
                "fund: 300,",
                "fund: 300, actual_ratio: 30.01%,",
                "2-basic.cases.yaml:4:38: expected actual_ratio 30.01%, was 30.00%."
            },
            {
                "rate.form",
                "fund: 300,",
                "fund: 300, actual_ratio: 0.3,",
                "2-basic.cases.yaml:4:38: '0.3' is not a ratio to 0.01%. Write a percentage, such as 73.62%."
            },
            {
                "rate.form",
                "fund: 300,",
                "fund: 300, actual_ratio: 30.001%,",
                "2-basic.cases.yaml:4:38: '30.001%' is not a ratio to 0.01%. Write a percentage, such as 73.62%."
            },
            {
                "rate.form",
                "fund: 300,",
                "fund: 300, actual_ratio: 9_999_999_999_999_999_999_999_999_999%,",
                "2-basic.cases.yaml:4:38: '9_999_999_999_999_999_999_999_999_999%' is not a ratio to 0.01%. Write a "
                    + "percentage, such as 73.62%."
            },
            {
                "value.blank",
                "fund: 300,",
                "fund: 300, actual_ratio: ,",
                "2-basic.cases.yaml:4:38: a value is missing here. Write one, or leave the whole line out."
            },
            {
                "case.mismatch",
                "fund: 300,",
                "invalid: [claim.days], fund: 300,",
                "2-basic.cases.yaml:4:22: expected invalid claim.days, was a valid claim."
            },
            {
                "case.mismatch",
                "2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_000 } ] }\n  expect: { fund: 300, patient: 700 }",
                "2020-10-08, items: [ { class: A, amount: 1_000 } ] }\n  expect: { invalid: [claim.days] }",
                "2-basic.cases.yaml:4:22: expected invalid claim.days, was fact.missing."
            },
            {
                "fact.missing",
                "2020-10-09, setting: inpatient,",
                "2020-10-09,",
                "2-basic.cases.yaml:10:14: 'setting' is missing; 2-basic.yaml:4 asks for it. Known: inpatient, outpatient, "
                    + "special_outpatient, chronic_outpatient, two_diseases, emergency_room, day_surgery, pharmacy, home_care, "
                    + "family_doctor, premium."
            },
        };

    [Theory]
    [MemberData(nameof(FileMistakes))]
    public void CaseFile_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message) =>
        Checked(old, now).Problems.ShouldRead(code, message);

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message)
    {
        var report = Checked(old, now);
        report.Passed.ShouldBeFalse();
        report.Cases.SelectMany(one => one.Mismatches).ToList().ShouldRead(code, message);
    }

    [Fact]
    public void Case_AsItStands_Passes() => Checked("fund", "fund").Passed.ShouldBeTrue();

    private static CheckReport Checked(string old, string now)
    {
        using var folder = new RulebookFolder();
        return RulebookCheck.Run(folder.With("2-basic.cases.yaml", Cases).Replace("2-basic.cases.yaml", old, now).Path);
    }
}
