using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cases;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What a table of cases can state wrongly: each message names row and column.</summary>
public sealed class CaseSheetMessageTests
{
    public static TheoryData<string, string, string, string> Mistakes =>
        new()
        {
            {
                "csv.quote",
                "\"(1000 - 600) x 75%, rounded\"",
                "\"x",
                "2-basic.cases.csv:2:1: a quote is not closed before the comma or the end of the line, or stands within a cell. Put the "
                    + "cell in quotes, and write each quote in it twice."
            },
            { "csv.cells", "100,\nTwo", "100\nTwo", "2-basic.cases.csv:2:1: the line has 9 cells, the header has 10." },
            {
                "csv.differs",
                ",,,,C,100",
                ",,,outpatient,C,100",
                "2-basic.cases.csv:4:4: 'outpatient' differs from the first row of the case. Leave it blank, or write the same."
            },
            {
                "csv.column",
                "750,950.00,250,850\n,,,,C,100,,,,100",
                "750,950.00,250,\n,,,,C,100,,,,",
                "2-basic.cases.csv:1:10: no row has anything in the column 'expect.item.patient'. Fill it, or leave it out."
            },
            {
                "key.unknown",
                "setting,",
                "settings,",
                "2-basic.cases.csv:1:4: the key 'settings' is not known here. Did you mean 'setting'?"
            },
            {
                "key.twice",
                "expect.patient,",
                "expect.fund,",
                "2-basic.cases.csv:1:8: the key 'fund' stands here a second time. Keep one of them."
            },
            {
                "key.missing",
                "case,why",
                "id,why",
                "2-basic.cases.csv:2:1: 'case' is missing here. Add it.\n2-basic.cases.csv:3:1: 'case' is missing here. Add it."
            },
            {
                "word.unknown",
                "inpatient,A,1_000",
                "inpatent,A,1_000",
                "2-basic.cases.csv:2:4: 'inpatent' cannot stand here. Did you mean 'inpatient'?"
            },
            {
                "amount.form",
                "A,1_000",
                "A,x",
                "2-basic.cases.csv:2:6: 'x' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two decimals, "
                    + "never below zero."
            },
            { "case.mismatch", ",700,", ",701,", "2-basic.cases.csv:2:8: expected patient 701.00, was 700.00." },
            {
                "expect.unknown",
                "expect.fund",
                "expect.funds",
                "2-basic.cases.csv:1:7: 'funds' cannot be expected here. Did you mean 'fund'?"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Sheet_WithAMistake_SaysRowAndColumn(string code, string old, string now, string told)
    {
        CaseSheetTests.Sheet.ShouldContain(old);
        using var folder = new RulebookFolder();
        folder.With("2-basic.cases.csv", CaseSheetTests.Sheet.Replace(old, now, StringComparison.Ordinal));
        var report = RulebookCheck.Run(folder.Path);
        var problems = report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).ToList();
        problems.ShouldContain(problem => problem.Code == code);
        string.Join('\n', problems.Select(problem => problem.ToString()).Distinct())
            .Split('\n')[..told.Split('\n').Length]
            .ShouldBe(told.Split('\n'));
    }
}
