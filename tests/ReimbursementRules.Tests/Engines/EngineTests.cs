using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Engines;

/// <summary>The seam between choosing rows and moving money: any engine that chooses the same rows settles the same.</summary>
public sealed class EngineTests
{
    [Fact]
    public void Settle_WithAnotherEngine_IsTheSame()
    {
        var folder = Path.Combine(Repository.Rules, "tiered-care-district");
        var (grid, scan) = (Rulebook.Load(folder, new GridEngine()), Rulebook.Load(folder, new LinearScan()));
        var random = new Random(11);
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 2_000; i++)
        {
            var claim = Any(random);
            var (one, other) = (grid.Settle(claim), scan.Settle(claim));
            Told(other).ShouldBe(Told(one));
            rows.UnionWith(one.Steps.Select(step => step.Source.ToString()));
        }

        rows.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Load_AnyEngine_IsHandedTablesInWhichOneRowHolds()
    {
        var engine = new LinearScan();
        Rulebook.Load(Path.Combine(Repository.Rules, "tiered-care-district"), engine);
        engine.Tables.ShouldContain("basic.deductible.amount");
        engine.Tables.ShouldContain("catalogue");
    }

    /// <summary>An engine may tell tables apart by their names.</summary>
    [Fact]
    public void Load_AnyRulebook_NamesEveryTableOfASetOnce()
    {
        var engine = new LinearScan();
        foreach (var folder in RulebookCheck.Folders(Repository.Rules))
            Rulebook.Load(folder, engine);
        engine.Twice.ShouldBeEmpty();
        engine.Tables.Count.ShouldBeGreaterThan(1_000);
    }

    private static string Told(Settlement settlement) =>
        string.Join('\n', settlement.Steps.Select(step => $"{step.Source} {step.Kind} {step.Base} {step.Amount}"))
        + string.Join('\n', settlement.Items.Select(item => $"{item.Source} {item.Patient} {item.Hospital}"))
        + $"{settlement.Patient} {settlement.Hospital} "
        + $"{string.Join(' ', settlement.Skipped.Select(skipped => $"{skipped.Layer} {skipped.Reason}"))}";

    private static Claim Any(Random random) =>
        new()
        {
            Discharged = new DateOnly(2020, 1, 1).AddDays(random.Next(2_000)),
            Setting = random.Next(5) == 0 ? Setting.Outpatient : Setting.Inpatient,
            Location = random.Next(5) == 4 ? null : (Location)random.Next(4),
            Provider = new() { Level = (HospitalLevel)random.Next(4) },
            Disease = random.GetItems<string?>([null, "appendicitis", "cholecystitis", "flu"], 1)[0],
            Items =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 5))
                    .Select(_ =>
                        random.Next(3) switch
                        {
                            0 => TestClaim.A(random.Next(1_000_000) / 100m),
                            1 => TestClaim.B(random.Next(1_000_000) / 100m, random.Next(101)),
                            _ => TestClaim.C(random.Next(1_000_000) / 100m),
                        }
                    ),
            ],
        };

    /// <summary>The plainest engine: reads the rows of every table from the first to the last.</summary>
    private sealed class LinearScan : IRuleEngine
    {
        public List<string> Tables { get; } = [];

        /// <summary>The names that two tables of one set share.</summary>
        public List<string> Twice { get; } = [];

        public IRuleMatcher Compile(RuleSet rules)
        {
            Tables.AddRange(rules.Tables.Select(table => table.Name));
            Twice.AddRange(rules.Tables.GroupBy(table => table.Name).Where(same => same.Count() > 1).Select(same => same.Key));
            return new Matcher(rules);
        }

        private sealed class Matcher(RuleSet rules) : IRuleMatcher
        {
            public void Match(FactCodes facts, Span<int> rows)
            {
                for (var table = 0; table < rules.Tables.Length; table++)
                    rows[table] = Row(rules.Tables[table], facts);
            }

            private static int Row(RuleTable table, FactCodes facts)
            {
                var otherwise = -1;
                for (var row = 0; row < table.Rows.Length; row++)
                    if (Holds(table.Rows[row], facts))
                        if (!table.Rows[row].IsOtherwise)
                            return row;
                        else
                            otherwise = row;
                return otherwise;
            }

            private static bool Holds(RuleRow row, FactCodes facts)
            {
                foreach (var condition in row.Conditions)
                    if (!condition.Codes.Contains(facts[condition.Fact]))
                        return false;
                return true;
            }
        }
    }
}
