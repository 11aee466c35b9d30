using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Cases;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests;

/// <summary>A case and a history in Chinese say what the same in English say.</summary>
public sealed class ChineseCaseTests
{
    private const string Case = """
        - 用例: 住院一次
          算式: (1000 - 600) x 75% = 300
          未签字: 是
          累计记录: [ { 是什么: admissions, 周期: 每年, 从哪天起: 2020-01-01, 次数: 0 } ]
          单据: { 出院日期: 2020-10-08, 就医类型: 住院, 费用明细: [ { 目录类别: 甲, 金额: 1_000 } ] }
          应当得出:
            基金: 300
            患者: 700
            现金: 700
            医疗机构: 0
            状态: 已结算
            实际补偿比: 30%
            部分: { 全自费: 0 }
            费用明细: [ { 基金: 300, 个人负担: 700, 政策范围内: 1_000 } ]

        """;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Case_InChinese_Passes()
    {
        using var folder = new RulebookFolder();
        var result = Results(folder.Load(), Case).Single();
        result.Mismatches.ShouldBeEmpty();
        result.IsUnsigned.ShouldBeTrue();
    }

    [Theory]
    [InlineData("基金: 300\n", "基金: 301\n", "2020.cases.yaml:7:9: expected 基金 301.00, was 300.00.")]
    [InlineData("状态: 已结算", "状态: 拒付", "2020.cases.yaml:11:9: expected status refused, was settled.")]
    [InlineData(
        "患者: 700\n",
        "患者: 700\n    Fund: 300\n",
        "2020.cases.yaml:9:5: the key 'Fund' (fund) stands here a second time. Keep one of them."
    )]
    [InlineData("基金: 300\n", "基金会: 300\n", "2020.cases.yaml:7:5: '基金会' cannot be expected here. Did you mean '基金' (fund)?")]
    [InlineData("患者: 700\n", "患者: 700\n    patient: 700\n", null)]
    public void Case_InChinese_IsHeldToTheCent(string old, string now, string? told)
    {
        using var folder = new RulebookFolder();
        Case.ShouldContain(old);
        var text = Case.Replace(old, now, StringComparison.Ordinal);
        if (told is null)
            Problems(text).ShouldBe(["2020.cases.yaml:8:5: the key '患者' (patient) stands here a second time. Keep one of them."]);
        else
            Results(folder.Load(), text).Single().Mismatches.Select(one => one.In(Language.English)).ShouldBe([told]);
    }

    [Theory]
    [InlineData("算式:", "算法:", "2020.cases.yaml:2:3: the key '算法' is not known here. Did you mean '算式' (why)?")]
    [InlineData(
        "用例: 住院一次",
        "用例: 住院一次\n  case: A stay",
        "2020.cases.yaml:1:3: the key '用例' (case) stands here a second time. Keep one of them."
    )]
    [InlineData(
        "周期: 每年",
        "周期: 每周",
        "2020.cases.yaml:4:34: '每周' is no word of 周期 (per). Known: 日 (day), 住院期 (stay), 月 (month), 季度 (quarter), 待遇年度 (year)."
    )]
    [InlineData("次数: 0", "回数: 0", "2020.cases.yaml:4:56: the key '回数' is not known here. Did you mean '次数' (times)?")]
    public void Case_MistakeInChinese_NamesTheKey(string old, string now, string told)
    {
        Case.ShouldContain(old);
        Problems(Case.Replace(old, now, StringComparison.Ordinal)).ShouldContain(told);
    }

    [Fact]
    public void Payers_OfOneTitle_AreToldApartByTheirIds()
    {
        using var folder = new RulebookFolder();
        var book = folder.Replace("index.yaml", "zh: 救助", "zh: 基金").Load();
        Results(book, Case)
            .Single()
            .Mismatches.Select(one => one.In(Language.Chinese))
            .ShouldBe([
                "2020.cases.yaml:7:5: “基金”可能是fund或aid。请写其中之一。",
                "2020.cases.yaml:14:15: “基金”可能是fund或aid。请写其中之一。",
            ]);
    }

    [Fact]
    public void Payer_WithTheTitleOfAKey_IsToldFromIt()
    {
        using var folder = new RulebookFolder();
        var book = folder.Replace("index.yaml", "zh: 救助", "zh: 患者").Load();
        Results(book, Case)
            .Single()
            .Mismatches.Select(one => one.In(Language.English))
            .ShouldBe(["2020.cases.yaml:8:5: '患者' may be patient or aid. Write one of these."]);
    }

    [Fact]
    public void Case_InChinese_IsTakenByItsSchema()
    {
        var schema = Schemas.PolicySchemaTests.Read(ReimbursementRules.Schemas.PolicySchema.Files())[
            ReimbursementRules.Schemas.PolicySchema.Of("2020.cases.yaml")!
        ];
        Schemas.EditorView.Wrong(schema, Case).ShouldBeEmpty();
        Schemas.EditorView.Wrong(schema, "- case: A stay\n  claims: []\n").ShouldNotBeEmpty("a key that is needed is asked for");
    }

    /// <summary>Every key of every kind of case, and of histories, has its name, and the name that editors show is one of them.</summary>
    [Fact]
    public void Keys_OfCases_HaveTheNamesThatEditorsShow() =>
        CaseKinds.Keys.Keys.Where(key => CaseTerms.OfCase.Called(Heading(key))?.Id != key.Name).Select(key => key.Name).ShouldBeEmpty();

    [Fact]
    public void Names_OfCases_StandInTheTablesOfResults()
    {
        foreach (var key in CaseTerms.OfEntry.All)
            CaseTerms.OfEntry.Called(Terms.OfResult(key.Id).Zh)?.Id.ShouldBe(key.Id);
        foreach (var key in CaseTerms.OfHistory.All)
            CaseTerms.OfHistory.Called(Terms.OfResult(key.Id).Zh)?.Id.ShouldBe(key.Id);
        foreach (var part in CaseTerms.OfParts.All)
            CaseTerms.OfParts.Called(Terms.OfResult(part.Id).Zh)?.Id.ShouldBe(part.Id);
    }

    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 60)]
    public void Case_Drawn_PassesInBothLanguages(SettledClaim drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        foreach (var inChinese in new[] { false, true })
        {
            var text = new JsonArray(drawn.Case(inChinese)).ToJsonString(Readable);
            var result = Results(drawn.Rulebook, text).Single();
            result.Mismatches.Select(one => one.In(Language.English)).ShouldBeEmpty(text);
        }
    }

    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 60)]
    public void History_Drawn_IsTheSameInChinese(SettledClaim drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        var history = drawn.Settlement.History;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, drawn.HistoryIn(isChinese: true).ToJsonString(Readable));
            JsonSerializer.Serialize(History.Load(path)).ShouldBe(JsonSerializer.Serialize(history));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A rulebook's own facts and their words may be named by their titles.</summary>
    [Property(Arbitrary = [typeof(Drawn)], MaxTest = 60)]
    public void Facts_OfARulebook_AreReadByTheirTitles(SettledClaim drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        foreach (var language in Enum.GetValues<Language>())
        {
            var titled = drawn.Claim with
            {
                Attributes = drawn.Titled(drawn.Claim.Attributes, false, language),
                Items = [.. drawn.Claim.Items.Select(item => item with { Attributes = drawn.Titled(item.Attributes, true, language) })],
            };
            JsonSerializer.Serialize(drawn.Rulebook.Settle(titled)).ShouldBe(JsonSerializer.Serialize(drawn.Settlement));
        }
    }

    [Theory]
    [InlineData("{ 风险组: 高风险 }", null)]
    [InlineData("{ Risk group: high }", null)]
    [InlineData("{ chosen: 是, 风险组: standard }", null)]
    [InlineData("{ 风险组: 高风险, risk_group: high }", "the key '风险组' (risk_group) stands here a second time. Keep one of them.")]
    [InlineData("{ 等级: 3 }", "'等级' may be grade or rank. Write one of these.")]
    [InlineData("{ 风险级: 高 }", "'风险级' is not a fact that town declares. Did you mean '风险组' (risk_group)?")]
    [InlineData("{ 天气: 晴 }", "'天气' is not a fact that town declares. Known: 风险组 (risk_group), chosen, 等级 (grade), 等级 (rank).")]
    [InlineData("{ risk_group: 无 }", "'无' is not a word of 'risk_group'. Known: 普通 (standard), 高风险 (high).")]
    public void Fact_OfARulebook_IsReadByItsTitleOrTold(string attributes, string? told)
    {
        using var folder = new RulebookFolder();
        var book = folder
            .Replace(
                "index.yaml",
                "payers:",
                """
                facts:
                  risk_group: { title: { en: Risk group, zh: 风险组 }, words: { standard: { en: usual, zh: 普通 }, high: { en: high, zh: 高风险 } } }
                  chosen: { words: [no, yes] }
                  grade: { title: { en: Grade, zh: 等级 }, kind: number }
                  rank: { title: { en: Rank, zh: 等级 }, kind: number }
                payers:
                """
            )
            .Load();
        var claim = Claim.Parse(
            $"出院日期: 2020-10-08\n就医类型: 住院\n费用明细: [ {{ 目录类别: 甲, 金额: 1_000 }} ]\n本地事实: {attributes}"
        );
        book.Validate(claim, History.Empty).Select(problem => problem.Text.En).ShouldBe(told is null ? [] : [told]);
    }

    private static string Heading(KeyForm key) => key.Says.Zh.Split('：', '，')[0];

    private static IEnumerable<CaseResult> Results(Rulebook rulebook, string text)
    {
        var problems = new ProblemLog();
        var cases = CaseKinds.ReadText("2020.cases.yaml", text, problems);
        problems.Select(problem => problem.In(Language.English)).ShouldBeEmpty();
        return cases.Select(one => CaseKinds.Run(rulebook, one, []));
    }

    private static IEnumerable<string> Problems(string text)
    {
        var problems = new ProblemLog();
        CaseKinds.ReadText("2020.cases.yaml", text, problems);
        return problems.Select(problem => problem.In(Language.English));
    }

    /// <summary>A claim as a rulebook settles it.</summary>
    public sealed record SettledClaim(Rulebook Rulebook, Claim Claim)
    {
        internal Settlement Settlement => field ??= Rulebook.Settle(Claim);

        /// <summary>The case that says so.</summary>
        internal JsonObject Case(bool inChinese)
        {
            var expected = new JsonObject();
            foreach (
                var (key, amount) in new[] { ("patient", Settlement.Patient), ("cash", Settlement.Cash), ("account", Settlement.Account) }
            )
                expected[Name(key, CaseTerms.OfExpected)] = amount.ToString();
            expected[Name("status", CaseTerms.OfExpected)] = inChinese
                ? Terms.Of(Settlement.Status).Zh
                : Settlement.Status.ToString().ToLowerInvariant();
            expected[Name("parts", CaseTerms.OfExpected)] = new JsonObject
            {
                [Name("out_of_scope", CaseTerms.OfParts)] = Settlement
                    .Parts.Where(part => part.Name == "out_of_scope")
                    .Aggregate(Money.Zero, (sum, part) => sum + part.Patient)
                    .ToString(),
            };
            foreach (var payer in Settlement.Payers)
                expected[inChinese ? Title(payer.Payer) : payer.Payer] = payer.Amount.ToString();
            return new()
            {
                [Name("case", CaseTerms.OfCase)] = "drawn",
                [Name("why", CaseTerms.OfCase)] = "as settled",
                [Name("claim", CaseTerms.OfCase)] = inChinese
                    ? ChineseClaimTests.Chinese(Claim)
                    : JsonNode.Parse(JsonSerializer.Serialize(Claim)),
                [Name("expect", CaseTerms.OfCase)] = expected,
            };

            string Name(string key, TermTable terms) => inChinese ? terms.Of(key)!.Zh : key;
        }

        internal JsonObject HistoryIn(bool isChinese)
        {
            var history = JsonNode.Parse(JsonSerializer.Serialize(Settlement.History))!;
            var told = history is JsonArray list ? new JsonObject { ["entries"] = list.DeepClone() } : history.AsObject();
            var named = new JsonObject();
            foreach (var (key, value) in told)
                named[isChinese ? CaseTerms.OfHistory.Of(key)!.Zh : key] =
                    key == "entries" ? new JsonArray([.. value!.AsArray().Select(entry => Entry(entry!.AsObject()))]) : value!.DeepClone();
            return named;

            JsonObject Entry(JsonObject entry)
            {
                var renamed = new JsonObject();
                foreach (var (key, value) in entry)
                    renamed[isChinese ? CaseTerms.OfEntry.Of(key)!.Zh : key] =
                        isChinese && key == "per" ? CaseTerms.OfPeriod.Of(value!.ToString())!.Zh : value!.DeepClone();
                return renamed;
            }
        }

        internal ImmutableDictionary<string, string> Titled(ImmutableDictionary<string, string> stated, bool isOfItem, Language language) =>
            stated.ToImmutableDictionary(
                pair => Fact(pair.Key, isOfItem).Titled?.Title?.In(language) ?? pair.Key,
                pair => Fact(pair.Key, isOfItem).WordTitle(pair.Value).In(language)
            );

        private Fact Fact(string name, bool isOfItem) => Rulebook.Compiled.Index.Attributes(isOfItem)[name];

        private string Title(string payer) => Settlement.Legend.Payers.Single(one => one.Id == payer).Title.Zh;

        /// <inheritdoc/>
        public override string ToString() => $"{Rulebook.Id}: {JsonSerializer.Serialize(Claim)}";
    }

    public static class Drawn
    {
        private static readonly (Rulebook Book, Arbitrary<Claim> Claims)[] Books =
        [
            .. new[] { "shenzhen", "tiered-care-district", "beijing-employee", "employee-basic" }
                .Select(name => Compared.Of(name).ByGrid)
                .Select(book => (book, ClaimArbitrary.For(book))),
        ];

        public static Arbitrary<SettledClaim> Claims() =>
            Arb.From(Gen.OneOf(Books.Select(book => book.Claims.Generator.Select(claim => new SettledClaim(book.Book, claim)))));
    }
}
