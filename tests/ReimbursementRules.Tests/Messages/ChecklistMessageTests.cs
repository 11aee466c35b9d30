using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What <c>checklists.yaml</c>, its cases and applicants can say wrongly.</summary>
public sealed class ChecklistMessageTests
{
    internal const string Checklists = """
        checklists:
          - id: shops
            title: { en: Shops, zh: 药店 }
            criteria:
              - { id: area, asks: floor_area, needs: { from: 100 }, until: 2021-01-01, message: { en: Small, zh: 面积小 }, reference: x }
              - { id: goods, asks: goods, needs: { not: household }, when: { kind: [shop, chain] }, message: { en: Goods, zh: 日用品 }, reference: x }

        """;

    internal const string Cases = """
        - case: A shop that is too small
          why: 99.99 is below 100
          checklist: shops
          applicant: { on: 2020-10-08, floor_area: 99.99, kind: shop, goods: drugs }
          expect: { unmet: [area] }

        """;

    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            { "id.twice", "id: goods", "id: area", "checklists.yaml:6:15: two criteria are named 'area'. Give each a name of its own." },
            {
                "days.order",
                "from: 100 }, until",
                "from: 100 }, from: 2021-01-01, until",
                "checklists.yaml:5:86: 'until' is not after 'from'. It is the first day on which this no longer holds."
            },
            { "range.empty", "{ from: 100 }", "{}", "checklists.yaml:5:46: expected a range such as { from: 100 }, or words." },
            {
                "range.empty",
                "{ from: 100 }",
                "{ from: 100, below: 100 }",
                "checklists.yaml:5:46: no number lies in this range: 'below' is not above 'from'."
            },
            { "list.empty", "[shop, chain]", "[]", "checklists.yaml:6:76: a list has at least one word." },
            {
                "key.unknown",
                "{ from: 100 }",
                "{ in: sizes }",
                "checklists.yaml:5:48: the key 'in' is not known here. Known: not, from, below."
            },
            {
                "criterion.kind",
                "asks: goods",
                "asks: floor_area",
                "checklists.yaml:6:28: 'floor_area' is asked as a number here and as a word elsewhere, or the other way "
                    + "round. Give one of them another name."
            },
            {
                "criterion.on",
                "asks: goods",
                "asks: on",
                "checklists.yaml:6:28: 'on' is the day of the application and cannot be asked. Use 'from' and 'until', or another name."
            },
            {
                "number.form",
                "from: 100 }",
                "from: large }",
                "checklists.yaml:5:54: 'large' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            },
            {
                "key.missing",
                ", reference: x }\n      - { id: goods",
                " }\n      - { id: goods",
                "checklists.yaml:5:9: 'reference' is missing here. Add it."
            },
        };

    public static TheoryData<string, string, string, string> CaseMistakes =>
        new()
        {
            { "case.mismatch", "99.99,", "100,", "checklists.cases.yaml:5:20: expected unmet area, was nothing." },
            {
                "case.mismatch",
                "unmet: [area]",
                "invalid: [applicant.missing]",
                "checklists.cases.yaml:5:22: expected invalid applicant.missing, was a valid applicant."
            },
            {
                "expect.unknown",
                "unmet: [area]",
                "met: [area]",
                "checklists.cases.yaml:5:13: 'met' cannot be expected here. Known: unmet, invalid."
            },
            {
                "checklist.unknown",
                "checklist: shops",
                "checklist: shop",
                "checklists.cases.yaml:3:14: 'shop' is not a checklist of checklists.yaml. Did you mean 'shops'?"
            },
            {
                "applicant.missing",
                "floor_area: 99.99, ",
                "",
                "checklists.cases.yaml:4:14: 'floor_area' is missing; checklists.yaml:5 asks for it."
            },
            {
                "applicant.unknown",
                "goods: drugs",
                "goods: drugs, colour: red",
                "checklists.cases.yaml:4:14: no criterion of 'shops' asks 'colour'. Known: floor_area, goods, kind."
            },
            {
                "applicant.number",
                "99.99",
                "small",
                "checklists.cases.yaml:4:14: 'floor_area' is a number, found 'small'. Write it such as 99.99."
            },
            { "key.missing", "on: 2020-10-08, ", "", "checklists.cases.yaml:4:14: 'on' is missing here. Add it." },
            { "key.missing", "  checklist: shops\n", "", "checklists.cases.yaml:1:3: 'checklist' is missing here. Add it." },
            {
                "case.both",
                "  applicant:",
                "  history: []\n  applicant:",
                "checklists.cases.yaml:4:12: a case with 'applicant' has no claims."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Checklist_Mistake_SaysWhereAndWhatToWrite(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<PolicyException>(folder.With("checklists.yaml", Checklists).Replace("checklists.yaml", old, now).Load)
            .Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(CaseMistakes))]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame(string code, string old, string now, string message)
    {
        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(
            folder.With("checklists.yaml", Checklists).With("checklists.cases.yaml", Cases).Replace("checklists.cases.yaml", old, now).Path
        );
        report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).ToList().ShouldRead(code, message);
    }
}
