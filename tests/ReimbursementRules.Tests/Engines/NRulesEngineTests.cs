using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Engines;

public sealed class NRulesEngineTests
{
    private static readonly ImmutableArray<RuleFact> Facts =
    [
        new("level", ["one", "two", "three", "unrated"]),
        new("retired", ["no", "yes"]),
    ];

    [Fact]
    public void Rule_ThatFires_HasTheNameThePlaceAndTheReferenceOfItsRow()
    {
        var fired = new List<string>();
        var engine = new NRulesEngine(sessions =>
            sessions.Events.RuleFiredEvent += (_, e) =>
                fired.Add($"{e.Rule.Name} | {e.Rule.Description} | {string.Join(", ", e.Rule.Tags)}")
        );
        using var folder = new RulebookFolder();
        var rulebook = Rulebook.Load(folder.Path, engine);
        rulebook.Settle(TestClaim.Stay(18_000));
        fired
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "basic.applies 2-basic.yaml:1 |  | basic.applies",
                "basic.deductible.amount 2-basic.yaml:11 | Town order 2 | basic.deductible.amount",
                "basic.share.table 2-basic.yaml:16 | Town order 3 | basic.share.table",
                "catalogue 1-catalogue.yaml:7 | Town order 1 | catalogue",
            ]);
        fired.Clear();
        rulebook.Settle(TestClaim.Stay(18_000) with { Setting = Setting.Pharmacy });
        fired.ShouldNotContain(
            rule => rule.StartsWith("basic.applies", StringComparison.Ordinal),
            "that conditions do not hold is no rule"
        );
    }

    [Fact]
    public void Rulebook_Compiled_HasOneRuleForEachRow()
    {
        var rules = new List<string>();
        var engine = new NRulesEngine(sessions =>
            rules.AddRange(
                sessions.GetSchema().Nodes.SelectMany(node => node.Rules).Distinct().Select(rule => $"{rule.Name} {rule.Description}")
            )
        );
        var sets = Compared.Of("provincial-ten-measures").Sets;
        foreach (var (set, _, _) in sets)
            Ask(engine.Compile(set), set);
        var rows =
            from set in sets
            from table in set.Set.Tables
            from row in table.Rows
            where !(table.IsOfConditions && row.IsOtherwise)
            select $"{table.Name} {row.Name}{(row.IsOtherwise ? " otherwise" : "")} {row.Reference}";
        rules.Order(StringComparer.Ordinal).ShouldBe(rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Match_ConditionsHold_ChoosesTheRow()
    {
        var table = Table(Row([Is(0, 0, 1)]), Row([Is(0, 2), Is(1, 0)]), Row([Is(0, 2), Is(1, 1)]), Row([Is(0, 3)]));
        All(table).ShouldBe([0, 0, 0, 0, 1, 2, 3, 3]);
    }

    [Fact]
    public void Match_WordsWithGapsBetween_AreToldApart() =>
        All(Table(Row([Is(0, 0, 1, 3)]), Row([Is(0, 2)]))).ShouldBe([0, 0, 0, 0, 1, 1, 0, 0]);

    [Fact]
    public void Match_Otherwise_AppliesWhereNoOtherRowDoes() =>
        All(Table(Otherwise([]), Row([Is(0, 1), Is(1, 1)]), Row([Is(0, 2)]))).ShouldBe([0, 0, 0, 1, 2, 2, 0, 0]);

    [Fact]
    public void Match_OtherwiseWithConditions_AppliesOnlyWhereTheyHold() =>
        All(Table(Row([Is(1, 0), Is(0, 0)]), Otherwise([Is(1, 0)]), Row([Is(1, 1), Is(0, 0, 1, 2)]), Otherwise([Is(1, 1)])))
            .ShouldBe([0, 2, 1, 2, 1, 2, 1, 3]);

    [Fact]
    public void Match_OtherwiseBesideARowForAll_NeverApplies() => All(Table(Row([]), Otherwise([]))).ShouldBe([0, 0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void Match_OtherwiseAlone_AlwaysApplies() => All(Table(Otherwise([]))).ShouldBe([0, 0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void Match_NotAsked_IsMinusOne() => All(Table(Row([Is(0, 1)]))).ShouldBe([-1, -1, 0, 0, -1, -1, -1, -1]);

    /// <summary>Only where no layer asks the table: a table whose rows overlap where it is asked is refused.</summary>
    [Fact]
    public void Match_RowsOverlap_ChoosesTheFirstLikeTheGrid() =>
        All(Table(Row([Is(0, 2, 3)]), Row([]), Row([Is(1, 1)]))).ShouldBe([1, 1, 1, 1, 0, 0, 0, 0]);

    [Fact]
    public void Match_NoTables_AsksNothing() => Should.NotThrow(() => new NRulesEngine().Compile(new(Facts, [])).Match(new([0, 0]), []));

    [Fact]
    public void Match_TenThousandWords_AreOneCondition()
    {
        var words = Enumerable.Range(0, 20_000).Select(i => $"disease {i}").ToImmutableArray();
        var table = Table(Row([new(0, [.. Enumerable.Range(0, 10_000).Select(i => i * 2)])]), Otherwise([]));
        var matcher = new NRulesEngine().Compile(new([new("disease", words)], [table]));
        Row(matcher, 0).ShouldBe(0);
        Row(matcher, 9_999).ShouldBe(1);
        Row(matcher, 19_998).ShouldBe(0);
    }

    [Fact]
    public void Load_BeforeAnyQuestion_CompilesNoNetwork()
    {
        var compiled = 0;
        using var folder = new RulebookFolder();
        var rulebook = Rulebook.Load(folder.Path, new NRulesEngine(_ => compiled++));
        compiled.ShouldBe(0);
        rulebook.Settle(TestClaim.Stay(18_000));
        rulebook.Settle(TestClaim.Stay(18_000) with { Setting = Setting.Pharmacy });
        compiled.ShouldBe(2, "one network for the claim, one for its items");
    }

    /// <summary>A session answers many questions, then another takes its place.</summary>
    [Fact]
    public void Match_MoreQuestionsThanASessionAnswers_ChoosesTheSame()
    {
        var matcher = new NRulesEngine().Compile(new(Facts, [Table(Row([Is(0, 0, 1)]), Row([Is(0, 2), Is(1, 0)]), Otherwise([]))]));
        for (var i = 0; i < 1_000; i++)
            Row(matcher, i % 4, i / 4 % 2)
                .ShouldBe(
                    (i % 4) switch
                    {
                        < 2 => 0,
                        2 when i / 4 % 2 == 0 => 1,
                        _ => 2,
                    }
                );
    }

    /// <summary>One row fewer than the most rules of a table, as many, and one more: there the table is one rule.</summary>
    [Theory]
    [InlineData(NRulesEngine.MostRules - 1, NRulesEngine.MostRules - 1)]
    [InlineData(NRulesEngine.MostRules, NRulesEngine.MostRules)]
    [InlineData(NRulesEngine.MostRules + 1, 1)]
    public void Match_LongTable_ChoosesTheRow(int rows, int rules)
    {
        var found = 0;
        var codes = new RuleFact("item.code", [.. Enumerable.Range(0, rows).Select(code => $"c{code}")]);
        var table = Table([.. Enumerable.Range(1, rows - 1).Select(code => Row([Is(0, code)])), Otherwise([])]);
        var engine = new NRulesEngine(sessions => found = sessions.GetSchema().Nodes.SelectMany(node => node.Rules).Distinct().Count());
        var matcher = engine.Compile(new([codes], [table]));
        Enumerable.Range(0, rows).Select(code => Row(matcher, code)).ShouldBe([rows - 1, .. Enumerable.Range(0, rows - 1)]);
        found.ShouldBe(rules);
    }

    [Fact]
    public void Match_ConditionWithoutWords_NeverHolds() => All(Table(Row([Is(0)]), Otherwise([]))).ShouldBe([1, 1, 1, 1, 1, 1, 1, 1]);

    [Fact]
    public void Match_FromManyThreads_ChoosesTheSame()
    {
        var table = Table(Row([Is(0, 0, 1)]), Row([Is(0, 2), Is(1, 0)]), Otherwise([]));
        var matcher = new NRulesEngine().Compile(new(Facts, [table]));
        Parallel.For(
            0,
            2_000,
            i =>
                Row(matcher, i % 4, i / 4 % 2)
                    .ShouldBe(
                        (i % 4) switch
                        {
                            < 2 => 0,
                            2 when i / 4 % 2 == 0 => 1,
                            _ => 2,
                        }
                    )
        );
    }

    [Fact]
    public void Settle_FromManyThreads_SaysTheSame()
    {
        var rulebook = Rulebook.Load(Repository.In("rules", "tiered-care-district"), new NRulesEngine());
        var byGrid = Rulebook.Load(Repository.In("rules", "tiered-care-district"), new GridEngine());
        Parallel.For(
            1,
            400,
            i => rulebook.Settle(TestClaim.Stay(i * 100m)).Patient.ShouldBe(byGrid.Settle(TestClaim.Stay(i * 100m)).Patient)
        );
    }

    private static void Ask(IRuleMatcher matcher, RuleSet set) => matcher.Match(new(new int[set.Facts.Length]), new int[set.Tables.Length]);

    private static int[] All(RuleTable table)
    {
        var matcher = new NRulesEngine().Compile(new(Facts, [table]));
        return [.. from level in Enumerable.Range(0, 4) from retired in Enumerable.Range(0, 2) select Row(matcher, level, retired)];
    }

    private static int Row(IRuleMatcher matcher, params int[] codes)
    {
        var rows = new int[1];
        matcher.Match(new(codes), rows);
        return rows[0];
    }

    private static RuleTable Table(params ImmutableArray<RuleRow> rows) => new("share", rows);

    private static RuleRow Row(ImmutableArray<RuleCondition> conditions) => new("a.yaml:1", "Order 1", conditions, IsOtherwise: false);

    private static RuleRow Otherwise(ImmutableArray<RuleCondition> conditions) => new("a.yaml:2", "Order 1", conditions, IsOtherwise: true);

    private static RuleCondition Is(int fact, params ImmutableArray<int> codes) => new(fact, codes);
}
