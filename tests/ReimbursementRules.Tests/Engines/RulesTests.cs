using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Engines;

/// <summary>The rows of tables as rules: their names and conditions, and which of them applied to a claim.</summary>
public sealed class RulesTests
{
    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Fact]
    public void Rules_OfATown_AreItsRows()
    {
        using var folder = new RulebookFolder();
        folder
            .Load()
            .Rules.Select(rule => $"{rule.Name} | {rule.Conditions} | {rule.Conditions.Zh} | {rule.Source.Reference} | {rule.IsOfItem}")
            .ShouldBe([
                "catalogue 1-catalogue.yaml:7 | day of discharge: from 2020-01-01, item class: A | 出院日：2020-01-01 起，"
                    + "目录类别：甲类 | Town order 1 | True",
                "catalogue 1-catalogue.yaml:8 | day of discharge: from 2020-01-01, item class: B | 出院日：2020-01-01 起，"
                    + "目录类别：乙类 | Town order 1 | True",
                "catalogue 1-catalogue.yaml:9 | day of discharge: from 2020-01-01, item class: C | 出院日：2020-01-01 起，"
                    + "目录类别：丙类 | Town order 1 | True",
                "basic.applies 2-basic.yaml:1 | setting: inpatient | 就医类型：住院 |  | False",
                "basic.deductible.amount 2-basic.yaml:11 | day of discharge: from 2020-01-01 | 出院日：2020-01-01 起 | Town "
                    + "order 2 | False",
                "basic.share.table 2-basic.yaml:16 | day of discharge: from 2020-01-01 | 出院日：2020-01-01 起 | Town order 3 | False",
            ]);
    }

    [Theory]
    [InlineData("location: in_area", "place of care: in the area", "就医地：区内")]
    [InlineData(
        "location: { not: [in_area] }",
        "place of care: out of the county / out of the city / out of the province",
        "就医地：县外、市外、省外"
    )]
    [InlineData("poverty: { not: [none] }", "poverty: not none", "困难类别：除无外")]
    [InlineData("disease: [flu, cold]", "disease: flu / cold", "病种：flu、cold")]
    [InlineData("disease: { not: [flu] }", "disease: not flu", "病种：除flu外")]
    [InlineData("age: { from: 18 }", "age: from 18", "年龄：18 起")]
    [InlineData("age: { below: 60 }", "age: below 60", "年龄：不满 60")]
    [InlineData("age: { from: 18, below: 60 }", "age: from 18, below 60", "年龄：18 起，不满 60")]
    [InlineData("age: 18", "age: 18", "年龄：18")]
    [InlineData("bill: { from: 1000 }", "bill: from 1,000.00", "费用总额：1,000.00 起")]
    [InlineData("grade: high", "grade: high", "grade：high")]
    [InlineData("grade: yes", "grade: yes", "grade：yes")]
    [InlineData("emergency: yes", "emergency: yes", "是否急诊：是")]
    public void Conditions_OfEachForm_AreSaidInBothLanguages(string when, string en, string zh)
    {
        using var folder = new RulebookFolder();
        folder.With("index.yaml", RulebookFolder.Index + "facts: { grade: [low, high, yes] }\n");
        folder.With(
            "0-gates.yaml",
            $"gates: [{{ id: gate, when: {{ {when} }}, then: flag, reference: Order 1, message: {{ en: Gate., zh: 关口。 }} }}]"
        );
        folder.Load().Rules.Single(rule => rule.Table == "gates.gate").Conditions.ShouldBe(new BilingualText(en, zh));
    }

    /// <summary>A list that changes is told for each of its periods.</summary>
    [Fact]
    public void Conditions_OnAListThatChanges_AreSaidForEachPeriod()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "index.yaml",
            RulebookFolder.Index
                + "lists: { mild: { 2020-01-01: { add: [flu], reference: N1 }, 2021-01-01: { add: [flu, cold], reference: N2 } } }\n"
        );
        folder.With(
            "0-gates.yaml",
            "gates: [{ id: gate, when: { disease: { in: mild } }, then: flag, reference: Order 1, message: { en: Gate., zh: 关口。 } }]"
        );
        folder
            .Load()
            .Rules.Single(rule => rule.Table == "gates.gate")
            .Conditions.ShouldBe(
                new BilingualText(
                    "day of discharge: below 2021-01-01, disease: flu; or day of discharge: from 2021-01-01, disease: flu / cold",
                    "出院日：2021-01-01 之前，病种：flu；或出院日：2021-01-01 起，病种：flu、cold"
                )
            );
    }

    [Fact]
    public void Observed_RememberedAnswer_TellsTheSameRulesAsTheFirst()
    {
        var (fired, told) = (new List<string>(), new List<FiredRule>());
        var engine = new NRulesEngine(network => network.Events.RuleFiredEvent += (_, e) => fired.Add(e.Rule.Name));
        using var folder = new RulebookFolder();
        var rulebook = Rulebook.Load(folder.Path, engine).Observed(told.Add);
        var claim = TestClaim.Stay(TestClaim.A(1_000), TestClaim.C(50));
        rulebook.Settle(claim);
        var first = told.Select(rule => rule.Rule.Name).ToList();
        first.Order(StringComparer.Ordinal).ShouldBe(fired.Order(StringComparer.Ordinal));
        told.Select(rule => rule.Item).ShouldBe([null, null, null, 0, 1]);
        (fired.Count, told.Count).ShouldBe((5, 5));
        rulebook.Settle(claim);
        fired.Count.ShouldBe(5, "NRules is asked once");
        told.Skip(5).Select(rule => rule.Rule.Name).ShouldBe(first);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Observed_ByEitherEngine_TellsTheSameRules(string folder)
    {
        var path = Repository.In("rules", folder);
        var (grid, rules) = (new List<string>(), new List<string>());
        var byGrid = Rulebook.Load(path, new GridEngine()).Observed(fired => grid.Add($"{fired.Rule.Name} {fired.Item}"));
        var byRules = Rulebook.Load(path).Observed(fired => rules.Add($"{fired.Rule.Name} {fired.Item}"));
        foreach (var year in MemberYearArbitrary.For(byGrid).Generator.Sample(10, new Rnd((ulong)folder.Length), 50))
        {
            byGrid.SettleAll(year.Claims, new() { MaxParallelism = 1 }).ShouldAllBe(result => result.Settlement != null);
            byRules.SettleAll(year.Claims, new() { MaxParallelism = 1 }).ShouldAllBe(result => result.Settlement != null);
        }

        rules.ShouldBe(grid);
        byRules.Rules.Select(rule => rule.Conditions.Zh).ShouldAllBe(words => words.Length > 0);
    }

    [Fact]
    public void Observed_WhatThrows_ComesOutAndLeavesTheRulebookAsItWas()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        var watched = rulebook.Observed(_ => throw new InvalidDataException("full"));
        Should.Throw<InvalidDataException>(() => watched.Settle(TestClaim.Stay(18_000)));
        SettlementText
            .Of(rulebook.Settle(TestClaim.Stay(18_000)))
            .ShouldBe(SettlementText.Of(folder.Load().Settle(TestClaim.Stay(18_000))));
    }

    [Theory]
    [InlineData(
        Setting.Inpatient,
        "catalogue 1-catalogue.yaml:7, basic.applies 2-basic.yaml:1, basic.deductible.amount "
            + "2-basic.yaml:11, basic.share.table 2-basic.yaml:16"
    )]
    [InlineData(Setting.Outpatient, "catalogue 1-catalogue.yaml:7")]
    public void Observed_LayerThatDoesNotApply_IsNotTold(Setting setting, string rules)
    {
        using var folder = new RulebookFolder();
        Told(folder, TestClaim.Stay(18_000) with { Setting = setting }).Order().ShouldBe(rules.Split(", ").Order());
    }

    [Theory]
    [InlineData("when: { setting: inpatient }", "gates.gate 0-gates.yaml:2")]
    [InlineData(
        "item: { item.class: A }",
        "basic.applies 2-basic.yaml:1, basic.deductible.amount 2-basic.yaml:11, basic.share.table 2-basic.yaml:16, "
            + "catalogue 1-catalogue.yaml:9, gates.gate 0-gates.yaml:2"
    )]
    public void Observed_WhatIsRefused_TellsItsGateAlone(string gate, string rules)
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            $"gates:\n  - {{ id: gate, {gate}, then: refuse, reference: Order 1, message: {{ en: Gate., zh: 关口。 }} }}"
        );
        Told(folder, TestClaim.Stay(TestClaim.A(18_000), TestClaim.C(50))).Order().ShouldBe(rules.Split(", ").Order());
    }

    [Fact]
    public void Observed_ItemsThatTheLayerDoesNotTake_AreNotTold()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "2-basic.yaml",
            RulebookFolder
                .Basic.Replace("base: in_scope", "items: { item.kind: drug }\nbase: in_scope", StringComparison.Ordinal)
                .Replace(
                    "{ value: 75%, reference: \"Town order 3\" }",
                    "{ reference: Order 3, rows: [{ when: { item.class: A }, value: 75% }, { otherwise: yes, value: 70% }] }",
                    StringComparison.Ordinal
                )
        );
        var told = Told(folder, TestClaim.Stay(TestClaim.A(100) with { Kind = ItemKind.Drug }, TestClaim.A(900)));
        told.Count(rule => rule.StartsWith("basic.share.table", StringComparison.Ordinal)).ShouldBe(1);
        told.Count(rule => rule.StartsWith("catalogue", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static List<string> Told(RulebookFolder folder, Claim claim)
    {
        var told = new List<string>();
        folder.Load().Observed(fired => told.Add(fired.Rule.Name)).Settle(claim);
        return told;
    }

    [Fact]
    public void Observed_Twice_TellsBoth()
    {
        var (one, other) = (0, 0);
        using var folder = new RulebookFolder();
        folder.Load().Observed(_ => one++).Observed(_ => other++).AsOn(new(2020, 1, 1)).Settle(TestClaim.Stay(18_000));
        (one, other).ShouldBe((4, 4));
    }

    [Fact]
    public void Networks_OfATown_HaveItsRules()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load();
        rulebook
            .Networks()
            .SelectMany(network => network.Nodes)
            .SelectMany(node => node.Rules)
            .Select(rule => rule.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(rulebook.Rules.Select(rule => rule.Name).Order(StringComparer.Ordinal));
    }
}
