using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NRules.Diagnostics;
using NRules.RuleModel;
using ReimbursementRules.Checklists;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Engines;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules;

/// <summary>A folder of policy files, ready to settle claims. Immutable, and safe to share between threads.</summary>
public sealed partial class Rulebook
{
    private readonly RulebookPolicy _policy;
    private readonly ClaimParts _parts;
    private readonly CompiledRulebook _compiled;
    private readonly IRuleEngine _engine;
    private readonly IOwnRules? _own;
    private readonly Action<FiredRule>? _observer;

    private Rulebook(
        RulebookPolicy policy,
        ClaimParts parts,
        ImmutableArray<ProviderContract> contracts,
        ImmutableArray<ContributionPlan> contributions,
        IRuleEngine engine,
        IOwnRules? own,
        Action<FiredRule>? observer
    )
    {
        (_policy, _parts, _compiled) = (policy, parts, parts.Book!);
        (_engine, _own, _observer) = (engine, own, observer);
        Checklists = [.. policy.Checklists.Select(checklist => new Checklist(checklist))];
        Contracts = contracts;
        Contributions = contributions;
    }

    /// <summary>The rulebook's id, as its <c>index.yaml</c> states it.</summary>
    public string Id => _compiled.Legend.Rulebook;

    /// <summary>The rulebook's title.</summary>
    public BilingualText Title => _compiled.Legend.Title;

    /// <summary>The version that <c>index.yaml</c> states; empty where it states none.</summary>
    public string Version => _compiled.Legend.Version;

    /// <summary>Which text the rulebook is: the SHA-256 of all files that were read, with those that it builds on, in 64 hexadecimal
    /// digits. It depends neither on where the folder lies nor on line ends or a byte order mark; cases do not count.</summary>
    public string Fingerprint => _compiled.Legend.Fingerprint;

    /// <summary>The first day on which the rulebook settles claims, included.</summary>
    public DateOnly From => _compiled.Index.From;

    /// <summary>True where the rulebook says that its numbers are illustrative (<c>status: example</c>).</summary>
    public bool IsExample => _compiled.Index.IsExample;

    /// <summary>The ids of the payers, in the rulebook's order, without patient, personal account and hospital.</summary>
    public IReadOnlyList<string> Payers => [.. _compiled.Legend.Payers.Take(1.._compiled.Legend.FundsEnd).Select(payer => payer.Id)];

    /// <summary>The names of all parts that a bill may be cut into, such as <c>out_of_scope</c> and <c>basic.deductible</c>.</summary>
    public IReadOnlyList<string> Parts => _compiled.Legend.Parts;

    /// <summary>Which sums of a settlement a name means, in either language: <c>patient</c> 患者, <c>cash</c> 现金, <c>account</c> 个人账户,
    /// <c>hospital</c> 医院, a payer by its id or its title, a part by its name, such as <c>in_scope</c> 政策范围内.</summary>
    /// <param name="name">The name. Blanks around it, capitals and full-width letters make no difference to titles and Chinese
    /// names.</param>
    /// <returns>The sums as files write them: none where the name means nothing, several where it may mean each of them.</returns>
    public ImmutableArray<string> SumsCalled(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SumNames.Of(name, _compiled.Legend);
    }

    /// <summary>What applicants must be or have, in the order of <c>checklists.yaml</c>; none where the rulebook has no such
    /// file.</summary>
    public ImmutableArray<Checklist> Checklists { get; }

    /// <summary>What funds pay providers over a year, in the order of <c>contract.yaml</c>; none where the rulebook has no such
    /// file.</summary>
    public ImmutableArray<ProviderContract> Contracts { get; }

    /// <summary>What members and others pay in, in the order of <c>contributions.yaml</c>; none where the rulebook has no such
    /// file.</summary>
    public ImmutableArray<ContributionPlan> Contributions { get; }

    /// <summary>The rules that settle claims: each row of each table, with its name, reference, place and conditions in words, in the order
    /// of the
    /// files and lines.</summary>
    public ImmutableArray<PolicyRule> Rules => _compiled.Rules.All;

    internal CompiledRulebook Compiled => _compiled;

    /// <summary>What tables and settled claims must satisfy.</summary>
    internal TargetBook Targets => _parts.Targets;

    /// <summary>Whether rules of a program's own look at each claim.</summary>
    internal bool HasOwnRules => _own is not null;

    /// <summary>Whether anything looks at what follows from the member's claims before.</summary>
    internal bool Links => _compiled.AsksLinks || HasOwnRules;

    /// <summary>Reads, checks and compiles the rulebook in a folder.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>; where that builds on another folder, its files are read too. The
    /// <c>*.cases.yaml</c> are not read here.</param>
    /// <remarks>The rows of tables are chosen by <see cref="NRulesEngine"/>.</remarks>
    /// <exception cref="PolicyException">The files are not a rulebook: every problem of every file is listed.</exception>
    [RequiresDynamicCode(NRulesEngine.NotAhead)]
    [RequiresUnreferencedCode(NRulesEngine.NotAhead)]
    public static Rulebook Load(string folder) => Load(folder, new NRulesEngine());

    /// <summary>As <see cref="Load(string)"/>, with another engine to choose the rows of tables.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="engine">Chooses which row of a table applies; every engine must choose the same.</param>
    /// <exception cref="PolicyException">The files are not a rulebook: every problem of every file is listed.</exception>
    public static Rulebook Load(string folder, IRuleEngine engine)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(engine);
        return Load(folder, engine, PolicyStore.Disk);
    }

    /// <summary>The rulebook as it stands on a day, for claims of any day: the values, lists, gates and layers of that day, as if they had
    /// always been in force.
    /// Claims keep their own days, so that months, years and ages stay what they are. Contracts and contributions stay dated.</summary>
    /// <param name="day">The day; not before <see cref="From"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rulebook is not in force on the day.</exception>
    public Rulebook AsOn(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, From);
        var problems = new ProblemLog();
        var policy = _policy with { Policy = OneDay.Of(_policy.Policy, day) };
        var parts = policy.Compile(_engine, problems);
        problems.ThrowForPolicy();
        return new(policy, parts, Contracts, Contributions, _engine, _own, _observer);
    }

    /// <summary>The same rulebook, the rows of whose tables another engine chooses; contracts and contributions keep theirs.</summary>
    /// <param name="engine">Chooses which row of a table applies; every engine must choose the same.</param>
    public Rulebook WithEngine(IRuleEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var problems = new ProblemLog();
        var parts = _policy.Compile(engine, problems);
        problems.ThrowForPolicy();
        return new(_policy, parts, Contracts, Contributions, engine, _own, _observer);
    }

    /// <summary>Puts those claims of a member together that are one case of illness, as <c>episodes.yaml</c> says, before they are
    /// settled.</summary>
    /// <param name="ofOneMember">Claims of one member, none of them settled yet, in any order.</param>
    /// <returns>The claims to settle, by the day that decides their benefit year, then by the day of discharge. A claim all of whose items
    /// moved is gone.</returns>
    /// <exception cref="InputException">The claims are of several members, or one does not state what the episodes ask.</exception>
    public ImmutableArray<Claim> Assemble(IEnumerable<Claim> ofOneMember)
    {
        var claims = Given.All(ofOneMember);
        MemberClaims.OfOneMember(claims);
        return
        [
            .. (_parts.Episodes?.Assemble(claims, Watch is null ? null : Watch.Assembled) ?? claims).ByDay(
                _compiled.DecidedBy,
                claim => claim
            ),
        ];
    }

    /// <summary>Settles a claim of a member who has used nothing in the benefit year.</summary>
    /// <exception cref="InputException">The claim is not valid: every problem is listed, and nothing was settled.</exception>
    public Settlement Settle(Claim claim) => Settle(claim, History.Empty);

    /// <summary>Settles a claim: cuts the bill into parts, and lets each layer that applies pay its part of what the patient
    /// holds.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member has used before: the history of the settlement before this one.</param>
    /// <remarks>A function of its arguments: no clock, no culture, no files, no state.</remarks>
    /// <exception cref="InputException">The claim or the history is not valid: every problem is listed, and nothing was
    /// settled.</exception>
    public Settlement Settle(Claim claim, History history)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(history);
        return Settle(claim, history, [], ReviewOutcome.Waiting);
    }

    /// <summary>As <see cref="Settle(Claim, History)"/>, with the member's claims before this one, from which follows what the claim does
    /// not
    /// state of them (<see cref="MemberClaims.Link"/>), and at which the rules of <see cref="WithRules"/> look.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member has used before.</param>
    /// <param name="earlier">The member's earlier claims, in any order, as far as a gate or a rule may look back: none comes after this
    /// one by the day that decides the benefit year, then by the discharge; where a gate asks what follows from the claims before, one
    /// with an earlier discharge counts as before in any case. What they used is in the history.</param>
    /// <exception cref="InputException">The claim or the history is not valid; or an earlier claim is of another member, comes after this
    /// one, or is this one; or a rule failed.</exception>
    public Settlement Settle(Claim claim, History history, IEnumerable<Claim> earlier)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(history);
        var before = Given.All(earlier);
        MemberClaims.Precede(claim, before);
        ClaimOrder.Precede(claim, before, _compiled.DecidedBy, _compiled.AsksLinks);
        return MemberFold.SettleLast(this, history, [.. before.ByDay(_compiled.DecidedBy, one => one)], claim);
    }

    /// <summary>The amounts of an item at which something is decided otherwise than a cent below: where a condition on the bill or on the
    /// amount of an item begins or ends, and just above its prices. Between two of them what anyone pays is continuous, but for
    /// rounding.</summary>
    /// <param name="claim">The claim; what the item costs in it does not matter.</param>
    /// <param name="item">The item's place, from 0.</param>
    /// <returns>The amounts above zero, ascending, each once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The claim has no such item.</exception>
    public IReadOnlyList<Money> EdgesOf(Claim claim, int item)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(item, claim.Items.Length);
        return AmountEdges.Of(_compiled, claim, item);
    }

    /// <summary>The same rulebook, which tells which rows of its policy's tables applied to each claim that it settles.</summary>
    /// <param name="observer">Called once the claim is settled: for each row that applied to it, by table, then for each that applied to an
    /// item. It is called on the thread that settles, so on several at once where claims are settled so; what it throws comes out of
    /// <c>Settle</c>.</param>
    /// <remarks>Told are the gates that found something, the catalogue's row of each item, and the rows that the tables of each applied
    /// layer chose, also where their step then moved nothing. Not told are layers that did not apply, items that a layer does not take, and
    /// of what is refused anything but its gates; nor rules of <see cref="WithRules"/>. A rulebook remembers which rows apply to a
    /// combination of facts and asks its engine only once; the observer is told each time.</remarks>
    public Rulebook Observed(Action<FiredRule> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return new(_policy, _parts, Contracts, Contributions, _engine, _own, _observer + observer);
    }

    /// <summary>The Rete networks that NRules compiles of the rules: of those that are asked of the claim as a whole, then of those asked
    /// of its items; without
    /// one where there are no such rules. NRules' <c>DgmlWriter</c> writes them.</summary>
    [RequiresDynamicCode(NRulesEngine.NotAhead)]
    [RequiresUnreferencedCode(NRulesEngine.NotAhead)]
    public IReadOnlyList<ReteGraph> Networks() => [.. _compiled.RuleSets.Where(rules => !rules.Tables.IsEmpty).Select(NRulesEngine.Graph)];

    /// <summary>The same rulebook, with NRules rules of a program's own that look at each claim beside its policy.</summary>
    /// <param name="rules">Fluent rules as an <c>NRules.Fluent</c> repository loads them, or rules made by builders. Each has a name of its
    /// own.</param>
    /// <remarks>
    /// <para>For each claim there is a session with a <see cref="CurrentClaim"/>, an <see cref="EarlierClaim"/> for each claim of the
    /// member before it, and a
    /// <see cref="BilledItem"/> for each item of all of them. Rules fire before any money moves, and what they leave with
    /// <see cref="RuleContext.Leave"/>
    /// refuses, holds or flags the claim as a gate does, after the policy's own gates. Then the <see cref="Settlement"/> is a fact too, and
    /// rules that match
    /// it may flag the claim.</para>
    /// <para>Streams and ledgers hand the earlier claims in themselves, in their own order. Findings stand by the name of their rule and by
    /// item, whatever the
    /// order in which rules fire: where two refuse the same, the first of them decides who is liable.</para>
    /// <para>A rule is a function of its facts: it changes none of them, and reads no clock and no state. Where one throws, or leaves what
    /// cannot be, the claim is not settled: <c>Settle</c> throws an <see cref="InputException"/> with what the rule threw inside, and a
    /// stream has the problem (<c>rule.failed</c>) in place of a settlement and goes on. Rules are called on several threads at once where
    /// claims are settled so.</para>
    /// <para>These rules are not among <see cref="Rules"/>, <see cref="Observed"/> and <see cref="Networks"/>, which are about the
    /// policy.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">Two rules have one name; or a rule matches a type that is never a fact, or asks for a service,
    /// and so could never fire.</exception>
    [RequiresDynamicCode(NRulesEngine.NotAhead)]
    [RequiresUnreferencedCode(NRulesEngine.NotAhead)]
    public Rulebook WithRules(IEnumerable<IRuleDefinition> rules)
    {
        return new(
            _policy,
            _parts,
            Contracts,
            Contributions,
            _engine,
            new OwnRules([.. (_own as OwnRules)?.Rules ?? [], .. Given.All(rules)]),
            _observer
        );
    }

    /// <summary>Holds the tables against the targets on tables, each with the case that is nearest to its bound, and the plans of
    /// contributions against their bounds.</summary>
    /// <returns>The result of each, in the order of the files; none where the rulebook has none.</returns>
    /// <exception cref="PolicyException">The base with which a target compares has problems.</exception>
    public IReadOnlyList<TargetResult> Measure() =>
        [.. TableTargetChecks.Of(_compiled, Targets.OfTables), .. BoundChecks.Of(Contributions)];

    /// <summary>Holds realised claims against the targets of <c>targets.yaml</c> that are <c>of: claims</c>. Exact: only what is shown is
    /// rounded.</summary>
    /// <param name="claims">The settled claims of a period. Claims that were refused as a whole do not count; a reversal takes back what it
    /// reverses.</param>
    /// <param name="figures">What the targets ask and claims do not say; with <see cref="Figures.None"/> such targets are not
    /// asked.</param>
    /// <returns>The result of each such target, in the order of the files; none where the rulebook has none.</returns>
    /// <exception cref="InputException">A claim was settled by another rulebook, or does not state what a target asks.</exception>
    /// <exception cref="InputException">A figure is missing, or no target asks it.</exception>
    public IReadOnlyList<ClaimTargetResult> Measure(IEnumerable<RealisedClaim> claims, Figures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var all = Given.All(claims);
        return Targets.OfClaims is { } claimTargets ? ClaimTargetChecks.Of(Id, claimTargets, all, figures) : [];
    }

    internal Settlement Settle(Claim claim, History history, IReadOnlyCollection<Claim> earlier, ReviewOutcome review) =>
        _compiled.Settle(claim, history, review, new(_own is null ? null : Begin(_own, earlier), _observer, Watch));

    /// <summary>On its own, so that nothing is allocated where there are no such rules.</summary>
    private static Func<Claim, IOwnRulesAtWork> Begin(IOwnRules own, IReadOnlyCollection<Claim> earlier) =>
        claim => own.Begin(claim, earlier);
}
