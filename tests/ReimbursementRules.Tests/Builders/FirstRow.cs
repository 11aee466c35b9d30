using ReimbursementRules.Engines;

namespace ReimbursementRules.Tests.Builders;

/// <summary>An engine that always takes the first row.</summary>
internal sealed class FirstRow : IRuleEngine
{
    public IRuleMatcher Compile(RuleSet rules) => new Matcher(new GridEngine().Compile(rules));

    private sealed class Matcher(IRuleMatcher grid) : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows)
        {
            grid.Match(facts, rows);
            for (var table = 0; table < rows.Length; table++)
                rows[table] = Math.Min(rows[table], 0);
        }
    }
}
