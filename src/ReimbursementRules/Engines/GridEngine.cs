using ReimbursementRules.Engines.Grids;

namespace ReimbursementRules.Engines;

/// <summary>Chooses the rows of policy tables with nested arrays, a level for each fact: the twin that proves
/// <see cref="NRulesEngine"/>.</summary>
/// <remarks><c>Rulebook.Load(folder, new GridEngine())</c> is all that it takes. It needs no code made at run time, so a program that names
/// it can be trimmed and compiled ahead of time; and it loads and answers the first claim fastest. Every claim settles as with
/// NRules.</remarks>
public sealed class GridEngine : IRuleEngine
{
    /// <inheritdoc/>
    public IRuleMatcher Compile(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new GridMatcher([.. RuleSet.Checked(rules).Tables.Select(table => GridBuilder.Build(table, rules.Facts))]);
    }

    private sealed class GridMatcher(Grid[] grids) : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows)
        {
            try
            {
                for (var table = 0; table < grids.Length; table++)
                    rows[table] = grids[table].Row(facts);
            }
            catch (IndexOutOfRangeException e)
            {
                throw new ArgumentException(
                    "A fact has a code that is none of its words, or there are fewer rows than tables.",
                    nameof(facts),
                    e
                );
            }
        }
    }
}
