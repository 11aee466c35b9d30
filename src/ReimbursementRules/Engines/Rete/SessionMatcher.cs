using NRules;

namespace ReimbursementRules.Engines.Rete;

/// <summary>Asks NRules which rows apply. A session answers one question after another, because making a session takes longer than asking
/// it.</summary>
/// <remarks>No rule joins one question with another, so the questions of before change no answer. They stay in the session, because taking
/// one back visits every node of the network: a session that has answered its share is left, and a new one made.</remarks>
/// <param name="rules">The tables.</param>
/// <param name="compile">Compiles their network, when it is first asked.</param>
internal sealed class SessionMatcher(RuleSet rules, Func<RuleSet, ISessionFactory> compile) : IRuleMatcher
{
    /// <summary>The fewest questions that a session answers.</summary>
    private const int FewestQuestions = 64;

    private readonly Lazy<ISessionFactory> _network = new(() => compile(rules));
    private readonly OpenSession?[] _open = new OpenSession?[16];

    /// <summary>For each table, the row where none of its rules fires.</summary>
    private readonly int[] _atFirst = [.. rules.Tables.Select(table => table.IsOfConditions ? table.Rows.Length - 1 : -1)];

    /// <summary>Making a session takes time and room by the rules, keeping a question by the tables.</summary>
    private readonly int _mostQuestions = Math.Max(FewestQuestions, rules.Tables.Sum(table => table.Rows.Length) / rules.Tables.Length);

    public void Match(FactCodes facts, Span<int> rows)
    {
        ref var place = ref _open[Environment.CurrentManagedThreadId % _open.Length];
        var open = Interlocked.Exchange(ref place, null) ?? new(_network.Value.CreateSession(), _mostQuestions);
        var question = new Question(facts, _atFirst);
        open.Ask(question);
        question.Rows.CopyTo(rows);
        if (!open.IsDone)
            Volatile.Write(ref place, open);
    }

    /// <summary>A session, and how many questions it still answers.</summary>
    private sealed class OpenSession(ISession session, int questions)
    {
        private int _left = questions;

        public bool IsDone => _left <= 0;

        public void Ask(Question question)
        {
            _left--;
            session.Insert(question);
            session.Fire();
        }
    }
}
