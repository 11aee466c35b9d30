using System.Diagnostics.CodeAnalysis;
using NRules;
using NRules.Diagnostics;
using ReimbursementRules.Engines.Rete;

namespace ReimbursementRules.Engines;

/// <summary>Chooses the rows of policy tables with NRules: every row is a rule of its own, compiled into a Rete network.</summary>
/// <remarks>
/// <para><c>Rulebook.Load(folder)</c> takes this engine. Every claim settles as with <see cref="GridEngine"/>, to the letter.</para>
/// <para>A rule is named after its table and the place of its row, such as <c>basic.share.table 2-basic.yaml:23</c>, with <c>otherwise</c>
/// after it for
/// the row of all other cases. Its description is the legal reference, empty where there is none; its tag is the table.</para>
/// <para>A network is compiled when it is first asked. A rulebook asks once for each combination of facts and remembers the answer, so
/// rules fire
/// at the first claim of a kind; <see cref="Rulebook.Observed"/> tells the rules of every claim.</para>
/// </remarks>
[RequiresDynamicCode(NotAhead)]
[RequiresUnreferencedCode(NotAhead)]
public sealed class NRulesEngine : IRuleEngine
{
    /// <summary>The most rows of a table that are rules of their own, included. A longer table, such as a list of prices, is one rule that
    /// looks its row up:
    /// NRules builds a network in time that grows with the square of its rules.</summary>
    internal const int MostRules = 1_000;

    internal const string NotAhead =
        "NRules makes code at run time. Use Rulebook.Load(folder, new GridEngine()), which settles every claim alike.";

    private readonly Action<ISessionFactory>? _compiled;

    /// <summary>An engine.</summary>
    /// <param name="compiled">Called with each network as soon as it is compiled: of a rulebook, for the tables that ask of a claim, and
    /// for those that
    /// ask of its items. Subscribe here to what NRules tells of rules that fire, or take its schema.</param>
    public NRulesEngine(Action<ISessionFactory>? compiled = null) => _compiled = compiled;

    /// <inheritdoc/>
    public IRuleMatcher Compile(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return RuleSet.Checked(rules).Tables.IsEmpty ? new NothingToMatch() : new SessionMatcher(rules, Network);
    }

    /// <summary>The network of a rule set, as every engine compiles it.</summary>
    internal static ReteGraph Graph(RuleSet rules) => Sessions(rules).GetSchema();

    private static ISessionFactory Sessions(RuleSet rules) =>
        new RuleCompiler { ExpressionCompiler = new PlainDelegates() }.Compile(new RowRules(rules).All());

    private ISessionFactory Network(RuleSet rules)
    {
        var sessions = Sessions(rules);
        _compiled?.Invoke(sessions);
        return sessions;
    }

    private sealed class NothingToMatch : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows) { }
    }
}
