
using ReimbursementRules.Engines;

namespace ReimbursementRules.Benchmarks;

/// <summary>What the NRules engine costs: in settling, where a rulebook remembers its answers, and where it is asked each time.</summary>
internal static class NRulesRows
{
    /// <summary>Few, because NRules opens a session for each claim and each of its items.</summary>
    private const int ClaimsAsked = 2_000;

    public static void Print(string folder, Job[] jobs, TextWriter output)
    {
        var rulebook = Rulebook.Load(folder, new NRulesEngine());
        Agreement.Demand(rulebook, jobs);
        Ratio.Row("Settle, NRules engine", job => rulebook.Settle(job.Claim, job.History), jobs, output);
        Ratio.Row("rows alone, built-in engine", Questions.To(new GridEngine(), folder).Ask, jobs[..ClaimsAsked], output);
        Ratio.Row($"rows alone, NRules engine ({ClaimsAsked} claims)", Questions.To(new NRulesEngine(), folder).Ask, jobs[..ClaimsAsked], output);
    }

    /// <summary>Asks an engine which rows apply, past the memory of the rulebook: once for a claim, once for each item.</summary>
    private sealed class Questions(IRuleEngine engine) : IRuleEngine
    {
        private readonly List<(IRuleMatcher Matcher, int[][] Codes, int[] Rows)> _sets = [];
        private int _next;

        public static Questions To(IRuleEngine engine, string folder)
        {
            var questions = new Questions(engine);
            Rulebook.Load(folder, questions);
            return questions;
        }

        public IRuleMatcher Compile(RuleSet rules)
        {
            var random = new Random(20_261_121);
            var codes = Enumerable.Range(0, 1_000).Select(_ => rules.Facts.Select(fact => random.Next(fact.Words.Length)).ToArray());
            var matcher = engine.Compile(rules);
            _sets.Add((matcher, [.. codes], new int[rules.Tables.Length]));
            return matcher;
        }

        public Questions Ask(Job job)
        {
            Ask(_sets[0]);
            foreach (var _ in job.Plain.Items)
                Ask(_sets[1]);
            return this;
        }

        private void Ask((IRuleMatcher Matcher, int[][] Codes, int[] Rows) set)
        {
            _next = (_next + 1) % set.Codes.Length;
            set.Matcher.Match(new(set.Codes[_next]), set.Rows);
        }
    }
}
