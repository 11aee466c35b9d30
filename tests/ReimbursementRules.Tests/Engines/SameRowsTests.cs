using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Engines;

/// <summary>Both engines choose the same row of every table, whatever is answered: also on the days and for the words that no random claim
/// brings.</summary>
public sealed class SameRowsTests
{
    private const int Questions = 100;

    [Fact]
    public void Match_AnyAnswers_ChoosesTheRowsOfTheGrid()
    {
        var dice = new Dice(20_261_121);
        var (rows, reached) = (0, 0);
        foreach (var (set, grid, rules) in Compared.All.SelectMany(rulebook => rulebook.Sets))
        {
            rows += set.Tables.Sum(table => table.Rows.Length);
            reached += Compare(set, grid, rules, dice).Distinct().Count(row => row.Row >= 0);
        }

        reached.ShouldBeGreaterThan(rows * 9 / 10, $"the questions are meant to reach nearly all of {rows} rows");
    }

    /// <summary>The row of all other cases is mostly the last, and of several rows the first stands: a rule that fires too often would not
    /// show in the rows.</summary>
    [Fact]
    public void Match_AnyAnswers_FiresARuleOfAllOtherCasesAlone()
    {
        var dice = new Dice(20_261_122);
        var fired = new List<(string Table, string Rule)>();
        var engine = new NRulesEngine(sessions =>
            sessions.Events.RuleFiredEvent += (_, e) => fired.Add((e.Rule.Tags.Single(), e.Rule.Name))
        );
        var otherwise = 0;
        foreach (var set in Compared.All.SelectMany(rulebook => rulebook.Sets).Select(sets => sets.Set))
        {
            var rules = engine.Compile(set);
            for (var question = 0; question < Questions; question++)
            {
                fired.Clear();
                rules.Match(new([.. set.Facts.Select(fact => dice.Below(fact.Words.Length))]), new int[set.Tables.Length]);
                var others = fired
                    .Where(rule => rule.Rule.EndsWith(" otherwise", StringComparison.Ordinal))
                    .Select(rule => rule.Table)
                    .ToList();
                fired.Count(rule => others.Contains(rule.Table)).ShouldBe(others.Count);
                otherwise += others.Count;
            }
        }

        otherwise.ShouldBeGreaterThan(1_000);
    }

    private static IEnumerable<(int Table, int Row)> Compare(RuleSet set, IRuleMatcher grid, IRuleMatcher rules, Dice dice)
    {
        for (var question = 0; question < Questions; question++)
        {
            int[] codes = [.. set.Facts.Select(fact => dice.Below(fact.Words.Length))];
            var (expected, chosen) = (new int[set.Tables.Length], new int[set.Tables.Length]);
            grid.Match(new(codes), expected);
            rules.Match(new(codes), chosen);
            chosen.ShouldBe(expected, Words(set, codes));
            foreach (var (table, row) in chosen.Index())
                yield return (table, row);
        }
    }

    private static string Words(RuleSet set, int[] codes) =>
        string.Join(", ", set.Facts.Select((fact, i) => $"{fact.Name}: {fact.Words[codes[i]]}"));
}
