using ReimbursementRules.Cases;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Episodes;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cases;

/// <summary>What every claim of a case file states unless it says otherwise.</summary>
public sealed class DefaultsTests
{
    private const string File = """
        defaults:
          claim: { discharged: 2020-10-08, setting: inpatient, age: 40, attributes: { plan: one, months: 80 } }
          item: { class: A, kind: drug }
        cases:
          - case: A stay
            why: (1000 - 600) x 75% = 300
            claim: { items: [{ amount: 1_000 }] }
            expect: { fund: 300 }

        """;

    [Fact]
    public void Claim_OfAFileWithDefaults_IsAsIfItStatedThem() =>
        Read("{ items: [{ amount: 1_000 }] }")
            .ShouldBe("2020-10-08 Inpatient 40 - months=80 plan=one: A Drug 1,000.00", "every claim and item states what the defaults say");

    [Theory]
    [InlineData("{ setting: outpatient, items: [{ amount: 1 }] }", "2020-10-08 Outpatient 40 - months=80 plan=one: A Drug 1.00")]
    [InlineData("{ born: 1980-01-01, items: [{ amount: 1 }] }", "2020-10-08 Inpatient  1980-01-01 months=80 plan=one: A Drug 1.00")]
    [InlineData("{ age: 7, items: [{ amount: 1 }] }", "2020-10-08 Inpatient 7 - months=80 plan=one: A Drug 1.00")]
    [InlineData("{ attributes: { plan: two }, items: [{ amount: 1 }] }", "2020-10-08 Inpatient 40 - months=80 plan=two: A Drug 1.00")]
    [InlineData(
        "{ items: [{ amount: 1, class: C }, { amount: 2, kind: service }] }",
        "2020-10-08 Inpatient 40 - months=80 plan=one: C Drug 1.00, A Service 2.00"
    )]
    [InlineData(
        "{ 就医类型: 门诊, 费用明细: [{ 金额: 1, 目录类别: 丙类 }] }",
        "2020-10-08 Outpatient 40 - months=80 plan=one: C Drug 1.00"
    )]
    public void Claim_ThatSaysOtherwise_IsAsItSays(string claim, string read) => Read(claim).ShouldBe(read);

    [Fact]
    public void Defaults_InChinese_AreTheSame()
    {
        const string text = """
            默认值:
              单据: { 出院日期: 2020-10-08, 就医类型: 住院, 年龄: 40, attributes: { plan: one, months: 80 } }
              明细: { 目录类别: 甲类, kind: drug }
            全部用例:
              - 用例: 住院
                算式: (1000 - 600) x 75% = 300
                单据: { setting: outpatient, items: [{ amount: 1_000 }] }
                应当得出: { fund: 300 }
              - 用例: 又一次
                算式: (1000 - 600) x 75% = 300
                单据: { items: [{ amount: 1_000 }] }
                应当得出: { fund: 300 }

            """;
        Told(Claims(text))
            .ShouldBe([
                "2020-10-08 Outpatient 40 - months=80 plan=one: A Drug 1,000.00",
                "2020-10-08 Inpatient 40 - months=80 plan=one: A Drug 1,000.00",
            ]);
    }

    /// <summary>Wherever a case of any kind has claims, they take the defaults.</summary>
    [Theory]
    [InlineData("claims: [{ claim: { items: [{ amount: 1 }] } }, { claim: { items: [{ amount: 2 }] }, expect: { fund: 0 } }]", 2)]
    [InlineData("assemble: [{ items: [{ amount: 1 }] }, { items: [{ amount: 2 }] }]\n    expect: [{ fund: 0 }]", 2)]
    [InlineData("target: x\n    claims: [{ items: [{ amount: 1 }] }]\n    expect: { status: met }", 1)]
    public void Claims_OfCasesOfAnyKind_TakeDefaults(string claims, int count)
    {
        var read = Told(
            Claims(File.Replace("claim: { items: [{ amount: 1_000 }] }\n    expect: { fund: 300 }", claims, StringComparison.Ordinal))
        );
        read.Count.ShouldBe(count);
        read.ShouldAllBe(one => one.StartsWith("2020-10-08 Inpatient 40 - months=80 plan=one: A Drug", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("settle")]
    [InlineData("correct")]
    public void Claims_OfALedger_TakeDefaults(string operation)
    {
        var problems = new ProblemLog();
        var text = File.Replace(
            "claim: { items: [{ amount: 1_000 }] }\n    expect: { fund: 300 }",
            $"ledger: [{{ {operation}: {{ id: A, items: [{{ amount: 1 }}] }} }}]",
            StringComparison.Ordinal
        );
        var ledger = CaseKinds.ReadText("2-basic.cases.yaml", text, problems).ShouldHaveSingleItem().ShouldBeOfType<LedgerCase>();
        problems.ShouldBeEmpty();
        ledger.Operations.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2020, 10, 8));
    }

    /// <summary>A wrong default is told once, where it stands, however many claims take it.</summary>
    [Fact]
    public void Default_ThatIsWrong_IsToldOnceWhereItStands()
    {
        const string more = "  - { case: Another, why: x, claim: { items: [{ amount: 1 }] }, expect: { fund: 0 } }\n";
        Problems(File.Replace("inpatient", "inpatent", StringComparison.Ordinal) + more)
            .ShouldBe(["2-basic.cases.yaml:2:45: 'inpatent' cannot stand here. Did you mean 'inpatient'?"]);
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                "claim: { items: [{ amount: 1_000 }] }",
                "claim: { setting: outpatient, items: [{ amount: 1_000 }] }",
                "2-basic.cases.yaml:2:36: no claim of this file takes 'setting' from here: each states its own. Leave it out."
            },
            {
                "claim: { items: [{ amount: 1_000 }] }",
                "claim: { attributes: { months: 80 }, items: [{ amount: 1_000 }] }",
                "2-basic.cases.yaml:2:90: no claim of this file takes 'months' from here: each states its own. Leave it out."
            },
            {
                "{ amount: 1_000 }",
                "{ amount: 1_000, kind: service }",
                "2-basic.cases.yaml:3:21: no claim of this file takes 'kind' from here: each states its own. Leave it out."
            },
            { "item: {", "items: {", "2-basic.cases.yaml:3:3: the key 'items' is not known here. Did you mean 'item'?" },
            {
                "cases:\n",
                "case:\n",
                "2-basic.cases.yaml:4:1: the key 'case' is not known here. Did you mean 'cases'?\n"
                    + "2-basic.cases.yaml:1:1: 'cases' is missing here. Add it."
            },
            {
                "item: { class: A, kind: drug }",
                "item: [A]",
                "2-basic.cases.yaml:3:9: expected lines of the form 'key: value', found a list."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Defaults_WithAMistake_SayWhere(string old, string now, string told)
    {
        File.ShouldContain(old);
        string.Join('\n', Problems(File.Replace(old, now, StringComparison.Ordinal))).ShouldBe(told);
    }

    [Fact]
    public void Idle_InChinese_IsTold()
    {
        var problems = new ProblemLog();
        CaseKinds.ReadText("x.cases.yaml", "默认值: { 单据: { 就医类型: 住院 } }\n全部用例: []\n", problems);
        problems.ShouldHaveSingleItem().Text.Zh.ShouldBe("本文件中没有单据采用这里的“就医类型”，各单据都另行写明。请删去。");
    }

    /// <summary>What fails is told where the case expects it, and what a claim lacks where the claim stands.</summary>
    [Fact]
    public void Case_ThatFails_IsToldAtItsOwnLine()
    {
        using var folder = new RulebookFolder();
        var plain = File.Replace(", attributes: { plan: one, months: 80 }", "", StringComparison.Ordinal);
        folder.With("2-basic.cases.yaml", plain.Replace("fund: 300", "fund: 301", StringComparison.Ordinal));
        RulebookCheck
            .Run(folder.Path)
            .Cases.ShouldHaveSingleItem()
            .Mismatches.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("2-basic.cases.yaml:8:21: expected fund 301.00, was 300.00.");
    }

    private static string Read(string claim)
    {
        const string takes = "  - { case: All, why: x, claim: { items: [{ amount: 1 }] }, expect: { fund: 0 } }\n";
        return Told(Claims(File.Replace("{ items: [{ amount: 1_000 }] }", claim, StringComparison.Ordinal) + takes))[0];
    }

    private static IReadOnlyList<Claim> Claims(string text)
    {
        var problems = new ProblemLog();
        var cases = CaseKinds.ReadText("2-basic.cases.yaml", text, problems);
        problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        return
        [
            .. cases.SelectMany(one =>
                one switch
                {
                    ClaimsCase claims => claims.Claims.Select(claim => claim.Claim),
                    AssembledCase claims => claims.Claims,
                    TargetCase target => target.Claims,
                    _ => [],
                }
            ),
        ];
    }

    private static List<string> Told(IReadOnlyList<Claim> claims) => [.. claims.Select(Told)];

    private static string Told(Claim claim)
    {
        var born = claim.Member.Born?.ToString("yyyy-MM-dd", null) ?? "-";
        var own = string.Join(
            ' ',
            claim.Attributes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")
        );
        var items = string.Join(", ", claim.Items.Select(item => $"{item.Class} {item.Kind} {item.Amount.ToReadable()}"));
        return $"{claim.Discharged:yyyy-MM-dd} {claim.Setting} {claim.Member.Age} {born} {own}: {items}";
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        var problems = new ProblemLog();
        CaseKinds.ReadText("2-basic.cases.yaml", text, problems);
        return [.. problems.Told().Select(problem => problem.ToString())];
    }
}
