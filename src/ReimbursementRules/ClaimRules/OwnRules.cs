using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NRules;
using NRules.RuleModel;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.ClaimRules;

/// <summary>NRules rules of a program's own, compiled into one network; a session for each claim.</summary>
[RequiresDynamicCode(NRulesEngine.NotAhead)]
[RequiresUnreferencedCode(NRulesEngine.NotAhead)]
internal sealed class OwnRules : IOwnRules
{
    /// <summary>The most times that rules fire for one claim. More is a rule that sets itself off.</summary>
    private const int MostFirings = 100_000;

    private readonly ISessionFactory _network;

    /// <exception cref="ArgumentException">Two rules have one name, or one can never fire or asks for a service.</exception>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule.</exception>
    public OwnRules(ImmutableArray<IRuleDefinition> rules)
    {
        Rules = rules;
        RuleChecks.Check(rules);
        _network = new RuleCompiler().Compile(rules);
    }

    /// <summary>The rules, as they were handed in.</summary>
    public ImmutableArray<IRuleDefinition> Rules { get; }

    public IOwnRulesAtWork Begin(Claim claim, IReadOnlyCollection<Claim> earlier)
    {
        var work = new AtWork(_network.CreateSession(), claim);
        work.Insert([
            new CurrentClaim(claim),
            .. earlier.Select(before => new EarlierClaim(before)),
            .. earlier.SelectMany(before => Items(before, isCurrent: false)),
            .. Items(claim, isCurrent: true),
        ]);
        return work;
    }

    private static IEnumerable<BilledItem> Items(Claim claim, bool isCurrent) =>
        claim.Items.Select((_, index) => new BilledItem(claim, index, isCurrent));

    private sealed class AtWork : IOwnRulesAtWork
    {
        private readonly ISession _session;
        private readonly Claim _claim;
        private readonly HashSet<RuleFinding> _told = [];
        private string _atFault = "";

        public AtWork(ISession session, Claim claim)
        {
            (_session, _claim) = (session, claim);
            session.Events.LhsExpressionFailedEvent += (_, failed) => Blame(failed.Rules);
            session.Events.AgendaExpressionFailedEvent += (_, failed) => Blame([failed.Rule]);
            session.Events.RhsExpressionFailedEvent += (_, failed) => Blame([failed.Match.Rule]);
        }

        public void Insert(IEnumerable<object> facts) =>
            Guarded(() =>
            {
                _session.InsertAll(facts);
                return true;
            });

        public IReadOnlyList<RuleFinding> Before() => Fire();

        public IReadOnlyList<RuleFinding> After(Settlement settlement)
        {
            Insert([settlement]);
            var found = Fire();
            return found.Find(finding => finding.Verdict != Verdict.Flag) is { } late
                ? throw RuleProblems.AfterSettling(_claim, late)
                : found;
        }

        /// <summary>What is found now and was not before. Rules fire in any order, so what they leave is put in an order of its
        /// own.</summary>
        private List<RuleFinding> Fire()
        {
            if (Guarded(() => _session.Fire(MostFirings)) == MostFirings)
                throw RuleProblems.Endless(_claim, MostFirings);
            var found = _session.Query<RuleFinding>().AsEnumerable().Where(_told.Add).ToList();
            if (found.Find(finding => finding.Item >= _claim.Items.Length) is { } beside)
                throw RuleProblems.BesideItems(_claim, beside);
            return
            [
                .. found
                    .OrderBy(finding => finding.Rule, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Item ?? -1)
                    .ThenBy(finding => finding.Verdict)
                    .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Message.En, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Message.Zh, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Reference.En, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Reference.Zh, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Liable, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Due),
            ];
        }

        private T Guarded<T>(Func<T> work)
        {
            try
            {
                return work();
            }
            catch (RuleExecutionException e)
            {
                var (failed, cause) = (e, e.InnerException);
                for (; cause is RuleExecutionException inner; cause = inner.InnerException)
                    failed = inner;
                throw RuleProblems.Thrown(_claim, _atFault, failed is RuleRhsExpressionEvaluationException, cause ?? failed);
            }
        }

        /// <summary>The first that fails is at fault: it may fail in the midst of another's action.</summary>
        private void Blame(IEnumerable<IRuleDefinition> rules)
        {
            if (_atFault.Length == 0)
                _atFault = string.Join(", ", rules.Select(rule => $"'{rule.Name}'").Order(StringComparer.Ordinal));
        }
    }
}
