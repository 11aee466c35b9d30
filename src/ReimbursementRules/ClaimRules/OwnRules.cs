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

    /// <exception cref="ArgumentException">Two rules have one name.</exception>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule.</exception>
    public OwnRules(ImmutableArray<IRuleDefinition> rules)
    {
        Rules = rules;
        var twice = rules
            .GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"'{same.Key}'")
            .ToList();
        if (twice.Count > 0)
            throw new ArgumentException(
                $"Several rules are named {string.Join(", ", twice)}. A settlement names the rule of a finding: give each a "
                    + "name of its own.",
                nameof(rules)
            );
        _network = new RuleCompiler().Compile(rules);
    }

    /// <summary>The rules, as they were handed in.</summary>
    public ImmutableArray<IRuleDefinition> Rules { get; }

    public IOwnRulesAtWork Begin(Claim claim, IReadOnlyCollection<Claim> earlier)
    {
        var session = _network.CreateSession();
        session.Insert(new CurrentClaim(claim));
        session.InsertAll(earlier.Select(before => new EarlierClaim(before)));
        session.InsertAll(earlier.SelectMany(before => Items(before, isCurrent: false)).Concat(Items(claim, isCurrent: true)));
        return new AtWork(session, claim.Items.Length);
    }

    private static IEnumerable<BilledItem> Items(Claim claim, bool isCurrent) =>
        claim.Items.Select((_, index) => new BilledItem(claim, index, isCurrent));

    private sealed class AtWork(ISession session, int items) : IOwnRulesAtWork
    {
        private readonly HashSet<RuleFinding> _told = [];

        public IReadOnlyList<RuleFinding> Before() => Fire();

        public IReadOnlyList<RuleFinding> After(Settlement settlement)
        {
            session.Insert(settlement);
            var found = Fire();
            return found.FirstOrDefault(finding => finding.Verdict != Verdict.Flag) is { } late
                ? throw new InvalidOperationException(
                    $"Rule '{late.Rule}' leaves '{late.Id}' to {late.Verdict} a claim that is settled already. Flag it, or "
                        + "match the claim without its settlement."
                )
                : found;
        }

        /// <summary>What is found now and was not before. Rules fire in any order, so what they leave is put in an order of its
        /// own.</summary>
        private List<RuleFinding> Fire()
        {
            if (session.Fire(MostFirings) == MostFirings)
                throw new InvalidOperationException(
                    $"The rules fired {MostFirings} times for one claim. A rule that changes what it matches fires again: let "
                        + "it leave a finding and change nothing."
                );
            var found = session.Query<RuleFinding>().AsEnumerable().Where(_told.Add).ToList();
            if (found.Find(finding => finding.Item >= items) is { } beside)
                throw new InvalidOperationException(
                    $"Rule '{beside.Rule}' leaves '{beside.Id}' for item {beside.Item + 1}, but the claim has {items}. Name "
                        + "an item that the rule matched."
                );
            return
            [
                .. found
                    .OrderBy(finding => finding.Rule, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Item ?? -1)
                    .ThenBy(finding => finding.Verdict)
                    .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Message.En, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Message.Zh, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Reference, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Liable, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Due),
            ];
        }
    }
}
