using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests;

/// <summary>Rows that say the same may overlap: the first of them applies.</summary>
public sealed class OverlapTests
{
    private const string OldAndPoor =
        "{ when: { age: { from: 60 } }, value: 80%, note: old }, { when: { poverty: extremely_poor }, value: 80%, note: poor }, "
        + "{ otherwise: true, value: 50% }";

    private static readonly int[] Ages = [17, 18, 59, 60];
    private static readonly HospitalLevel[] Levels = [HospitalLevel.One, HospitalLevel.Two, HospitalLevel.Three, HospitalLevel.Unrated];
    private static readonly Poverty[] Kinds = [Poverty.None, Poverty.ExtremelyPoor, Poverty.LowIncome];

    [Theory]
    [InlineData(59, Poverty.None, 50)]
    [InlineData(59, Poverty.ExtremelyPoor, 80)]
    [InlineData(60, Poverty.None, 80)]
    [InlineData(60, Poverty.ExtremelyPoor, 80)]
    public void Overlap_OfOneValue_IsSettledByIt(int age, Poverty poverty, int paid) =>
        Both(Rows(OldAndPoor), Stay(age, poverty)).Fund().ShouldBe(paid);

    [Theory]
    [InlineData(59, Poverty.ExtremelyPoor, "poor")]
    [InlineData(60, Poverty.None, "old")]
    [InlineData(60, Poverty.ExtremelyPoor, "old")]
    public void Overlap_OfOneValue_TheFirstRowApplies(int age, Poverty poverty, string note) =>
        Both(Rows(OldAndPoor), Stay(age, poverty)).Steps.Single(step => step.Kind == StepKind.Band).Source.Note!.En.ShouldBe(note);

    [Theory]
    [InlineData("80.0%")]
    [InlineData("[ { above: 0, rate: 80% } ]")]
    public void Overlap_OfOneValueWrittenOtherwise_IsOfOneValue(string value) =>
        Both(Rows(OldAndPoor.Replace("80%, note: poor", $"{value}, note: poor", StringComparison.Ordinal)), Stay(60, Poverty.ExtremelyPoor))
            .Fund()
            .ShouldBe(80);

    [Theory]
    [InlineData(59, Poverty.ExtremelyPoor, 80)]
    [InlineData(60, Poverty.ExtremelyPoor, 80)]
    [InlineData(60, Poverty.LowIncome, 80)]
    public void Overlap_OfARowWithAlternatives_IsCutFromEach(int age, Poverty poverty, int paid) =>
        Both(
                Rows(
                    "{ when: { age: { from: 60 } }, value: 80% }, "
                        + "{ when: { any: [ { poverty: low_income, hospital.level: two }, { poverty: extremely_poor } ] }, value: 80% }, "
                        + "{ otherwise: true, value: 50% }"
                ),
                Stay(age, poverty)
            )
            .Fund()
            .ShouldBe(paid);

    /// <summary>A row for all other cases within a row, and one outside that says the same.</summary>
    [Theory]
    [InlineData(HospitalLevel.One, 17, 90)]
    [InlineData(HospitalLevel.One, 60, 85)]
    [InlineData(HospitalLevel.Two, 60, 85)]
    [InlineData(HospitalLevel.Two, 59, 50)]
    public void Overlap_WithTheOtherCasesOfARow_IsOfOneValue(HospitalLevel level, int age, int paid) =>
        Both(
                Rows(
                    "{ when: { hospital.level: one }, rows: [ { when: { age: { below: 18 } }, value: 90% }, "
                        + "{ otherwise: true, value: 85% } ] }, "
                        + "{ when: { age: { from: 60 } }, value: 85% }, { otherwise: true, value: 50% }"
                ),
                Stay(age, Poverty.None) with
                {
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData(
        "{ when: { age: { from: 60 } }, value: 80% }, { when: { poverty: extremely_poor }, value: 80.01% }, "
            + "{ otherwise: true, value: 50% }",
        "table.overlap",
        "both apply to { age: "
    )]
    [InlineData(
        "{ when: { age: { from: 60 } }, value: 80% }, { when: { age: { from: 61 } }, value: 80% }, { otherwise: true, value: 50% }",
        "table.unreachable",
        "this row never applies"
    )]
    [InlineData(
        "{ when: { age: { from: 60 } }, value: 80% }, { when: { age: { below: 60 } }, value: 80% }, "
            + "{ when: { poverty: low_income }, value: 80% }",
        "table.unreachable",
        "this row never applies"
    )]
    [InlineData(
        "{ when: { age: { from: 60 } }, value: 80% }, "
            + "{ when: { any: [ { age: { from: 70 } }, { poverty: extremely_poor } ] }, value: 80% }, { otherwise: true, value: 50% }",
        "any.idle",
        "this alternative adds nothing"
    )]
    public void Overlap_Mistaken_IsTold(string rows, string code, string says)
    {
        var problem = Should.Throw<PolicyException>(() => Rows(rows)(new GridEngine())).Problems.Single();
        (problem.Code, problem.Place.File).ShouldBe((code, "2-layer.yaml"));
        problem.Message.En.ShouldContain(says);
    }

    /// <summary>Where each row has a sum of its own, it matters which of two applies though both say the same.</summary>
    [Theory]
    [InlineData("together", null)]
    [InlineData("apart", "table.overlap")]
    public void Overlap_WhereRowsCountApart_IsTold(string counts, string? code)
    {
        var cap =
            "{ id: cap, kind: cap, of: payment, per: year, counts: "
            + counts
            + ", amount: { 2020-01-01: { reference: Town order, rows: [ { when: { disease: flu }, value: 100 }, "
            + "{ when: { hospital.level: one }, value: 100 }, { otherwise: true, value: 200 } ] } } }";
        Problems(Of(Town.Basic(StepText.Tiers("50%"), cap))).ShouldBe(code is null ? [] : [code]);
    }

    /// <summary>The items of a row are cut into bands together: one rate may overlap, bands may not.</summary>
    [Theory]
    [InlineData("60%", "after_deductible", null)]
    [InlineData("[ { above: 0, rate: 60% }, { above: 100, rate: 70% } ]", "after_deductible", "table.overlap")]
    public void Overlap_OfBandsByItem_IsTold(string value, string edges, string? code) =>
        Problems(
                Of(
                    Town.Basic(
                        StepText.TiersOf(
                            $"rows: [ {{ when: {{ item.kind: drug }}, value: {value} }}, "
                                + $"{{ when: {{ item.essential: yes }}, value: {value} }}, "
                                + "{ otherwise: true, value: 50% } ]",
                            edges: edges
                        )
                    )
                )
            )
            .ShouldBe(code is null ? [] : [code]);

    /// <summary>And so are the items of a row that changes rates in bands; of rows of the claim as a whole there is but one.</summary>
    [Theory]
    [InlineData("item.kind: drug", "item.essential: yes", "table.overlap")]
    [InlineData("age: { from: 60 }", "poverty: low_income", null)]
    public void Overlap_OfChangesOfBands_IsToldOfItemsAlone(string one, string other, string? code) =>
        Problems(
                Of(
                    Town.Basic(
                        "{ id: share, kind: tiers, edges: after_deductible, "
                            + $"table: {StepText.Dated("value: [ { above: 0, rate: 60% }, { above: 100, rate: 70% } ]")}, adjust: [ "
                            + StepText.Dated(
                                $"rows: [ {{ when: {{ {one} }}, add: 5% }}, {{ when: {{ {other} }}, add: 5% }}, "
                                    + "{ otherwise: true, add: 0% } ]"
                            )
                            + " ] }"
                    )
                )
            )
            .ShouldBe(code is null ? [] : [code]);

    /// <summary>Such a table settles as the one with every cut written out, by both engines.</summary>
    [Fact]
    public void Overlap_OfAnyRows_SettlesAsTheCutWrittenOut()
    {
        var overlaps = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var dice = new Dice(seed);
            var rows = Enumerable.Range(0, 12).Select(_ => new Row(dice)).ToList();
            var taken = new Dictionary<(HospitalLevel, Poverty, int), int>();
            var (overlapping, cut) = (new List<string>(), new List<string>());
            foreach (var row in rows)
            {
                var all = row.Cases().ToList();
                List<(HospitalLevel Level, Poverty Poverty, int Age)> own = [.. all.Where(one => !taken.ContainsKey(one))];
                if (own.Count == 0)
                    continue;
                overlaps += all.Count - own.Count;
                foreach (var point in own)
                    taken.Add(point, row.Value);
                overlapping.Add($"{{ when: {{ {row.When} }}, value: {row.Value}% }}");
                cut.Add($"{{ when: {{ any: [ {string.Join(", ", own.Select(Written))} ] }}, value: {row.Value}% }}");
            }

            const string Otherwise = "{ otherwise: true, value: 50% }";
            var (asOverlapping, asCut) = (
                Rows(string.Join(", ", overlapping.Append(Otherwise))),
                Rows(string.Join(", ", cut.Append(Otherwise)))
            );
            var (grid, rete, written) = (asOverlapping(new GridEngine()), asOverlapping(new NRulesEngine()), asCut(new GridEngine()));
            foreach (var (level, poverty, age) in Row.All())
            {
                var claim = Stay(age, poverty) with { Provider = new() { Level = level } };
                var settlement = grid.Settle(claim);
                SettlementText.Of(rete.Settle(claim)).ShouldBe(SettlementText.Of(settlement));
                settlement.Fund().ShouldBe(taken.GetValueOrDefault((level, poverty, age), 50));
                written.Settle(claim).Fund().ShouldBe(settlement.Fund());
            }
        }

        overlaps.ShouldBeGreaterThan(500);
    }

    private static string Written((HospitalLevel Level, Poverty Poverty, int Age) one) =>
        $"{{ hospital.level: {Word(one.Level)}, poverty: {Word(one.Poverty)}, age: {one.Age} }}";

    private static string Word(HospitalLevel level) => level.ToString().ToLowerInvariant();

    private static string Word(Poverty poverty) =>
        poverty switch
        {
            Poverty.None => "none",
            Poverty.ExtremelyPoor => "extremely_poor",
            _ => "low_income",
        };

    private static IEnumerable<string> Problems(Func<IRuleEngine, Rulebook> load)
    {
        try
        {
            load(new GridEngine());
            return [];
        }
        catch (PolicyException e)
        {
            return e.Problems.Select(problem => problem.Code);
        }
    }

    private static Claim Stay(int age, Poverty poverty) =>
        TestClaim.Stay(100) with
        {
            Member = new() { Age = age, Poverty = poverty },
        };

    /// <summary>The settlement, which both engines find.</summary>
    private static Settlement Both(Func<IRuleEngine, Rulebook> load, Claim claim)
    {
        var settlement = load(new NRulesEngine()).Settle(claim);
        SettlementText.Of(load(new GridEngine()).Settle(claim)).ShouldBe(SettlementText.Of(settlement));
        return settlement;
    }

    private static Func<IRuleEngine, Rulebook> Rows(string rows) => Of(Town.Basic(StepText.TiersOf($"rows: [ {rows} ]")));

    private static Func<IRuleEngine, Rulebook> Of(string layer) => engine => Town.With(engine, _ => { }, layer);

    /// <summary>A row of some levels, but of no unrated hospital, which alone decide its value, and of some kinds
    /// of poverty and from some age on, or any.</summary>
    private sealed class Row
    {
        private readonly HospitalLevel[] _levels;
        private readonly Poverty[] _kinds;
        private readonly int[] _ages;

        public Row(Dice dice)
        {
            var isHigh = dice.Chance(50);
            HospitalLevel[] of = isHigh ? [HospitalLevel.Two, HospitalLevel.Three] : [HospitalLevel.One];
            Value = isHigh ? 70 : 80;
            _levels = Some(dice, of);
            _kinds = dice.Chance(40) ? Kinds : Some(dice, Kinds);
            _ages = dice.Chance(40) ? Ages : Ages[dice.Below(Ages.Length)..];
        }

        public int Value { get; }

        public string When =>
            string.Join(
                ", ",
                (string[])
                    [
                        $"hospital.level: [{string.Join(", ", _levels.Select(Word))}]",
                        .. _kinds.Length == Kinds.Length ? (string[])[] : [$"poverty: [{string.Join(", ", _kinds.Select(Word))}]"],
                        .. _ages.Length == Ages.Length ? (string[])[] : [$"age: {{ from: {_ages[0]}, below: {_ages[^1] + 1} }}"],
                    ]
            );

        public static IEnumerable<(HospitalLevel, Poverty, int)> All() =>
            from level in Levels
            from kind in Kinds
            from age in Ages
            select (level, kind, age);

        public IEnumerable<(HospitalLevel, Poverty, int)> Cases() =>
            from level in _levels
            from kind in _kinds
            from age in _ages
            select (level, kind, age);

        private static T[] Some<T>(Dice dice, T[] of) =>
            of.Where(_ => dice.Chance(60)).ToArray() is { Length: > 0 } some ? some : [dice.Of(of)];
    }
}
