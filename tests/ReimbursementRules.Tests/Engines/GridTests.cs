using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Engines;

/// <summary>The grid against a plain enumeration of every combination.</summary>
public sealed class GridTests
{
    [Fact]
    public void Check_RandomTables_FindsEveryGapAndOverlap()
    {
        var random = new Random(42);
        var (gaps, overlaps, totals) = (0, 0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            var facts = Facts(random);
            var table = Table(random, facts);
            var within = random.Next(2) == 0 ? [] : Conditions(random, facts, 2);
            var (gap, pairs, reached) = Enumerated(table, facts, within);
            var findings = GridBuilder.Check(table, facts, within);
            (findings.Gap is not null).ShouldBe(gap, $"seed 42, table {i}");
            findings.Overlaps.Keys.ToHashSet().SetEquals(pairs).ShouldBeTrue($"seed 42, table {i}");
            findings.Reached.ShouldBe(reached, $"seed 42, table {i}");
            gaps += gap ? 1 : 0;
            overlaps += pairs.Count > 0 ? 1 : 0;
            totals += !gap && pairs.Count == 0 ? 1 : 0;
        }

        gaps.ShouldBeGreaterThan(200);
        overlaps.ShouldBeGreaterThan(200);
        totals.ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Build_TotalTables_FindsTheRowOfEveryCombination()
    {
        var random = new Random(43);
        for (var i = 0; i < 500; i++)
        {
            var facts = Facts(random);
            var rows = new List<RuleRow>();
            Split(random, facts, [.. facts.Select(fact => Enumerable.Range(0, fact.Words.Length).ToArray())], rows);
            var table = new RuleTable("t", [.. rows]);
            GridBuilder.Check(table, facts, []).Gap.ShouldBeNull();
            var grid = GridBuilder.Build(table, facts);
            foreach (var codes in Combinations(facts))
                grid.Row(new(codes)).ShouldBe(Hits(table, codes).Single());
        }
    }

    [Fact]
    public void Gap_Example_IsACombinationThatNoRowHas()
    {
        ImmutableArray<RuleFact> facts =
        [
            new("level", ["one", "two"]),
            new("age", ["{ below: 18 }", "{ from: 18, below: 60 }", "{ from: 60 }"]),
        ];
        var table = new RuleTable("t", [Row((0, [0])), Row((0, [1]), (1, [0, 2]))]);
        GridBuilder.Check(table, facts, []).Gap.ShouldBe("level: two, age: { from: 18, below: 60 }");
        GridBuilder.Check(table, facts, [new(0, [0])]).Gap.ShouldBeNull();
    }

    [Fact]
    public void Build_SameRowsLeft_SharesTheBlock()
    {
        var words = Enumerable.Range(0, 40).Select(i => $"w{i}").ToImmutableArray();
        ImmutableArray<RuleFact> facts = [.. Enumerable.Range(0, 12).Select(i => new RuleFact($"f{i}", words))];
        var table = new RuleTable(
            "t",
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(i => Row((i, [0])))
                    .Select(
                        (row, i) =>
                            row with
                            {
                                Conditions =
                                [
                                    .. Enumerable.Range(0, i).Select(j => new RuleCondition(j, [.. Enumerable.Range(1, 39)])),
                                    .. row.Conditions,
                                ],
                            }
                    ),
                new("o", "", [], true),
            ]
        );
        var grid = GridBuilder.Build(table, facts);
        grid.Row(new(new int[12])).ShouldBe(0);
        grid.Row(new(Enumerable.Repeat(5, 12).ToArray())).ShouldBe(12);
    }

    [Fact]
    public void Rulebook_With30000ItemCodes_ChoosesTheRowOfEach()
    {
        using var folder = new RulebookFolder();
        var rows = string.Join(
            '\n',
            Enumerable.Range(0, 30_000).Select(i => $"          - {{ when: {{ item.code: c{i} }}, value: {i % 100}% }}")
        );
        folder
            .Replace(
                "2-basic.yaml",
                "{ value: 75%, reference: \"Town order 3\" }",
                $"\n        reference: \"Town order 3\"\n        rows:\n{rows}\n          - {{ otherwise: true, value: 100% }}"
            )
            .Replace("2-basic.yaml", "value: 600", "value: 0");
        var rulebook = folder.Load();
        foreach (var (code, paid) in new[] { ("c0", "0.00"), ("c1", "1.00"), ("c29999", "99.00"), ("c30000", "100.00"), ("", "100.00") })
            rulebook.Settle(TestClaim.Stay(TestClaim.A(100) with { Code = code })).PaidBy("fund").ToString().ShouldBe(paid);
    }

    [Theory]
    [InlineData(0, "100.00")]
    [InlineData(17, "100.00")]
    [InlineData(18, "75.00")]
    [InlineData(59, "75.00")]
    [InlineData(60, "90.00")]
    [InlineData(150, "90.00")]
    public void Rulebook_WithRangesFromZero_IsCompleteAndChoosesTheInterval(int age, string paid)
    {
        using var folder = new RulebookFolder();
        folder
            .Replace(
                "2-basic.yaml",
                "{ value: 75%,",
                "{ rows: [ { when: { age: { from: 0, below: 18 } }, value: 100% }, { when: { age: { from: 18, below: 60 } }, "
                    + "value: 75% }, { when: { age: { from: 60 } }, value: 90% } ],"
            )
            .Replace("2-basic.yaml", "value: 600", "value: 0");
        folder.Load().Settle(TestClaim.Stay(100) with { Member = new() { Age = age } }).PaidBy("fund").ToString().ShouldBe(paid);
    }

    [Theory]
    [InlineData("flu", "80.00")]
    [InlineData("cold", "75.00")]
    [InlineData("(any other)", "75.00")]
    [InlineData(null, "75.00")]
    public void Rulebook_AskingADisease_TakesAnyOtherWordAsOne(string? disease, string paid)
    {
        using var folder = new RulebookFolder();
        folder
            .Replace(
                "2-basic.yaml",
                "{ value: 75%,",
                "{ rows: [ { when: { disease: flu }, value: 80% }, { otherwise: true, value: 75% } ],"
            )
            .Replace("2-basic.yaml", "value: 600", "value: 0");
        folder.Load().Settle(TestClaim.Stay(100) with { Disease = disease }).PaidBy("fund").ToString().ShouldBe(paid);
    }

    private static ImmutableArray<RuleFact> Facts(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 5))
                .Select(i => new RuleFact($"f{i}", [.. Enumerable.Range(0, random.Next(1, 5)).Select(j => $"w{j}")])),
        ];

    private static RuleTable Table(Random random, ImmutableArray<RuleFact> facts)
    {
        var rows = Enumerable
            .Range(0, random.Next(1, 6))
            .Select(_ => new RuleRow("r", "", Conditions(random, facts, facts.Length), false))
            .ToList();
        if (random.Next(2) == 0)
            rows.Insert(random.Next(rows.Count + 1), new("o", "", [], true));
        return new("t", [.. rows]);
    }

    private static ImmutableArray<RuleCondition> Conditions(Random random, ImmutableArray<RuleFact> facts, int most) =>
        [
            .. Enumerable
                .Range(0, facts.Length)
                .Where(_ => random.Next(2) == 0)
                .Take(most)
                .Select(fact => new RuleCondition(fact, Codes(random, facts[fact].Words.Length))),
        ];

    private static ImmutableArray<int> Codes(Random random, int words)
    {
        var codes = Enumerable.Range(0, words).Where(_ => random.Next(2) == 0).ToImmutableArray();
        return codes.Length > 0 ? codes : [random.Next(words)];
    }

    /// <summary>Cuts a box of combinations in two until chance says that it is one row.</summary>
    private static void Split(Random random, ImmutableArray<RuleFact> facts, int[][] box, List<RuleRow> rows)
    {
        var fact = random.Next(facts.Length);
        if (box[fact].Length < 2 || random.Next(4) == 0)
        {
            rows.Add(new("r", "", [.. box.Select((codes, i) => new RuleCondition(i, [.. codes]))], false));
            return;
        }

        var cut = random.Next(1, box[fact].Length);
        Split(random, facts, [.. box.Select((codes, i) => i == fact ? codes[..cut] : codes)], rows);
        Split(random, facts, [.. box.Select((codes, i) => i == fact ? codes[cut..] : codes)], rows);
    }

    private static (bool Gap, HashSet<(int, int)> Overlaps, bool[] Reached) Enumerated(
        RuleTable table,
        ImmutableArray<RuleFact> facts,
        ImmutableArray<RuleCondition> within
    )
    {
        var (gap, overlaps, reached) = (false, new HashSet<(int, int)>(), new bool[table.Rows.Length]);
        foreach (var codes in Combinations(facts).Where(codes => Holds(within, codes)))
        {
            var hits = Hits(table, codes);
            gap |= hits.Count == 0;
            if (hits.Count > 1)
                overlaps.Add((hits[0], hits[1]));
            foreach (var row in hits)
                reached[row] = true;
        }

        return (gap, overlaps, reached);
    }

    private static List<int> Hits(RuleTable table, int[] codes)
    {
        var holding = Enumerable.Range(0, table.Rows.Length).Where(row => Holds(table.Rows[row].Conditions, codes)).ToList();
        var stated = holding.Where(row => !table.Rows[row].IsOtherwise).ToList();
        return stated.Count > 0 ? stated : holding;
    }

    private static bool Holds(ImmutableArray<RuleCondition> conditions, int[] codes) =>
        conditions.All(condition => condition.Codes.Contains(codes[condition.Fact]));

    private static IEnumerable<int[]> Combinations(ImmutableArray<RuleFact> facts) =>
        facts.Aggregate<RuleFact, IEnumerable<int[]>>(
            [
                [],
            ],
            (all, fact) => all.SelectMany(codes => Enumerable.Range(0, fact.Words.Length).Select(code => codes.Append(code).ToArray()))
        );

    private static RuleRow Row(params (int Fact, int[] Codes)[] conditions) =>
        new("r", "", [.. conditions.Select(c => new RuleCondition(c.Fact, [.. c.Codes]))], false);
}
