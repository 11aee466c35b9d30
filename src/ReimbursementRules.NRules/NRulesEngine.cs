using NRules;
using ReimbursementRules.Rulebooks;

namespace ReimbursementRules.NRules;

/// <summary>Chooses the rows of policy tables with NRules: every row is a rule of its own, compiled into a Rete network.</summary>
/// <remarks>
/// <para><c>Rulebook.Load(folder, new NRulesEngine())</c> is all that it takes. Every claim settles as with the built-in engine, to the letter.</para>
/// <para>A rule is named after its table and the place of its row, such as <c>basic.share.table 2-basic.yaml:23</c>, with <c>otherwise</c> after it for
/// the row of all other cases. Its description is the legal reference, empty where there is none; its tag is the table.</para>
/// <para>A rulebook asks its engine once for each combination of facts and remembers the answer: rules fire at the first claim of a kind. It is
/// asked each time only where there are too many combinations to remember.</para>
/// </remarks>
/// <param name="compiled">Called with each network as soon as it is compiled, at most twice a rulebook: for the tables that ask of a claim, and for
/// those that ask of its items. Subscribe here to what NRules tells of rules that fire, or take its schema.</param>
public sealed class NRulesEngine(Action<ISessionFactory>? compiled = null) : IRuleEngine
{
    /// <inheritdoc/>
    public IRuleMatcher Compile(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Tables.IsEmpty)
            return new NothingToMatch();
        var sessions = new RuleCompiler().Compile(rules.Tables.SelectMany(RowRule.All));
        compiled?.Invoke(sessions);
        return new SessionMatcher(sessions);
    }

    /// <summary>A session for each question: NRules wants one network for the life of a program, and a session for each set of facts that stands alone.</summary>
    private sealed class SessionMatcher(ISessionFactory sessions) : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows)
        {
            var question = new Question(facts, rows.Length);
            var session = sessions.CreateSession();
            session.Insert(question);
            session.Fire();
            question.Rows.CopyTo(rows);
        }
    }

    private sealed class NothingToMatch : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows)
        {
        }
    }
}
