using System.Collections.Immutable;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Registers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>A rulebook ready to settle claims: checked, its names bound, its tables indexed. Safe to share between threads.</summary>
internal sealed class CompiledRulebook
{
    private readonly IndexPolicy _index;
    private readonly Matching _ofClaim;
    private readonly ItemMatching _ofItem;
    private readonly AskedFact[] _askedOfClaim;
    private readonly Cutting _cutting;
    private readonly Layer[] _layers;

    /// <summary>The layers that stand in for another, those first that nothing in the list can stand in for: a layer that is itself
    /// replaced replaces none.</summary>
    private readonly Layer[] _standIns;
    private readonly int _admissions;
    private readonly DeskPlan _desk;
    private readonly Desk?[] _desks = new Desk?[16];
    private readonly Lazy<RuleList> _rules;
    private readonly Lazy<MissingFacts> _missing;

    public CompiledRulebook(
        IndexPolicy index,
        Legend legend,
        IReadOnlyList<AskedFact> asked,
        RuleSet ofClaim,
        RuleSet ofItem,
        IRuleEngine engine,
        IReadOnlyList<Gate> gates,
        Catalogue catalogue,
        IReadOnlyList<Layer> layers,
        int admissions
    )
    {
        _index = index;
        Legend = legend;
        legend.Stated = StatedItems.NamesOf(legend, layers);
        legend.Unmet = (layer, claim, before) => Unmet(layer, claim, before, ofClaim);
        Asked = [.. asked];
        AsksLinks = asked.Any(fact => KnownFacts.Linked.Contains(fact.Fact.Name));
        _askedOfClaim = [.. asked.Where(fact => !fact.Fact.IsOfItem)];
        _ofClaim = new(engine, ofClaim);
        _missing = new(() => new(Asked, RuleSets, Written!, gates, _layers!, legend.Layers));
        _ofItem = new(new(engine, ofItem), [.. asked.Where(fact => fact.Fact.IsOfItem)], ofItem.Tables.Length, _missing);
        Catalogue = catalogue;
        _cutting = new(gates, catalogue, legend, index.Calendar);
        _layers = [.. layers];
        _standIns = [.. layers.Where(layer => layer.InsteadOf is not null).OrderByDescending(layer => ChainBelow(layer, layers))];
        _admissions = admissions;
        _desk = new(
            legend,
            Asked.Length,
            ofClaim.Tables.Length,
            ofItem.Tables.Length,
            index.RoundEach,
            index.Year,
            index.DecidedBy,
            index.AgeOn
        );
        RuleSets = [ofClaim, ofItem];
        _rules = new(() => new(ofClaim, ofItem, Written!, asked, legend.Layers, index.Marked));
    }

    public IndexPolicy Index => _index;

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>What the files state.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The tables as the files write them.</summary>
    public required IReadOnlyList<WrittenTable> Written { get; init; }

    /// <summary>The tables that may lean the wrong way, and the rules that they are made of.</summary>
    public required LeaningTables Leanings { get; init; }

    /// <summary>The tables as an engine compiles them: those that ask of a claim, and those that ask of its items.</summary>
    public ImmutableArray<RuleSet> RuleSets { get; }

    /// <summary>The rows of the tables as rules.</summary>
    public RuleList Rules => _rules.Value;

    /// <summary>The personal accounts.</summary>
    public required Accounts Accounts { get; init; }

    /// <summary>Marks claims long after the last change; null for a rulebook as it stands on a single day.</summary>
    public OldValues? OldValues { get; init; }

    /// <summary>What may exclude a claim and is not asked; null where all of that is.</summary>
    public UnaskedFacts? Unasked { get; init; }

    /// <summary>The folder of the baseline, the rulebook with which targets compare this one; null where there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The layers in their turn.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    public Legend Legend { get; }
    public AskedFact[] Asked { get; }
    public BenefitYear Year => _index.Year;
    public DecidingDay DecidedBy => _index.DecidedBy;

    /// <summary>Whether a table asks what follows from the member's claims before.</summary>
    public bool AsksLinks { get; }

    /// <summary>What is known of providers and members; null where the rulebook has no registers.</summary>
    public Register? Register { get; init; }

    /// <summary>Settles a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="history">What the member used before.</param>
    /// <param name="review">What a review of the claim found.</param>
    /// <param name="present">What else looks at the claim.</param>
    /// <exception cref="InputException">The claim or the history is not valid; nothing was settled.</exception>
    public Settlement Settle(Claim claim, History history, ReviewOutcome review, in Present present)
    {
        ref var place = ref _desks[Environment.CurrentManagedThreadId % _desks.Length];
        var desk = Interlocked.Exchange(ref place, null) ?? new(_desk);
        try
        {
            return Settle(claim, history, review, present, desk);
        }
        finally
        {
            desk.End();
            Volatile.Write(ref place, desk);
        }
    }

    private Settlement Settle(Claim claim, History history, ReviewOutcome review, in Present present, Desk desk)
    {
        var problems = desk.Problems;
        var used = UsedBefore.From(history, Legend, Year);
        var day = DecidingDays.Of(claim, DecidedBy);
        if (history.Origin is var origin && !ReferenceEquals(origin, HistoryOrigin.None))
        {
            HistoryChecks.CheckOwner(claim, origin, Legend.Rulebook, problems);
            HistoryChecks.CheckTurn(claim, origin, day > claim.Discharged ? day : claim.Discharged, problems);
        }

        if (used.HasMistakes && problems.IsEmpty)
            used.Tell(day, claim.FirstOfStay, origin, problems);
        claim = BalanceChecks.Named(OwnTitles.Read(claim, Index, problems), Legend, problems);
        claim = Register?.Fill(claim, problems) ?? claim;
        if (!ClaimChecks.Check(claim, this, problems))
            problems.ThrowForInput();
        desk.Begin(claim, used, review, StatedItems.Of(claim, Legend, _layers));
        Accounts.Open(desk);
        Match(desk);
        problems.ThrowForInput();

        var rules = present.OwnRules?.Invoke(claim);
        var status = _cutting.Cut(desk, rules?.Before() ?? []);
        problems.ThrowForInput();
        if (OldValues?.On(day) is { } old)
            desk.Found(old);
        Unasked?.Find(claim, desk.Findings);
        _cutting.TellUnread(desk, Index.Place);
        desk.TellNearMisses();
        var skips = new SkipReason?[_layers.Length];
        if (status == SettlementStatus.Refused)
            Array.Fill<SkipReason?>(skips, SkipReason.Refused);
        else
            RunLayers(desk, skips);
        Accounts.HandOn(desk);
        if (claim.Setting == Setting.Inpatient && status != SettlementStatus.Refused)
            UseAdmission(desk);
        if (used.HasMistakes)
            desk.Findings.AddRange(used.Left(day, claim.FirstOfStay, origin));
        var settlement = new Settlement(
            claim,
            desk.Bill.Close(),
            new(status, desk.Findings.Count == 0 ? [] : [.. desk.Findings], skips, history, desk.Used())
            {
                Day = day < claim.Discharged ? day : claim.Discharged,
                Reviewed = review == ReviewOutcome.Waiting ? null : review == ReviewOutcome.Passed,
            }
        );
        if (rules?.After(settlement) is { Count: > 0 } flags)
            settlement = settlement.With(flags.Select(flag => flag.Told));
        if (present.Observer is { } observer)
            Rules.Tell(desk, _layers, skips, observer);
        present.Watch?.Settled(desk, skips, status);
        return settlement;
    }

    /// <summary>The number of this admission is that of all admissions so far, whether it was stated or counted: the next one counts on
    /// from it.</summary>
    private void UseAdmission(Desk desk)
    {
        var before = (int)desk.Before(_admissions);
        desk.Use(_admissions, KnownFacts.AdmissionOf(desk.Claim, before) - before);
    }

    /// <summary>Asks the claim and its items for every fact, and lets the engine choose the rows.</summary>
    private void Match(Desk desk)
    {
        var claim = desk.Claim;
        var codes = desk.Codes;
        var admissionsBefore = (int)desk.Before(_admissions);
        var question = new Asked(claim, -1, admissionsBefore, desk.AgeDay);
        OpenClaim? open = null;
        foreach (var fact in _askedOfClaim)
            if ((codes[fact.Index] = fact.CodeOf(question)) < 0)
                (open ??= new(_layers.Length)).Leave(desk, -1, fact, codes[fact.Index]);
            else if (codes[fact.Index] == 0 && fact.IsOpen)
                desk.NotNamed(fact, question);
        if (open is not null)
            _missing.Value.OfClaim(desk, open);
        if (desk.Problems.Count == 0)
            desk.TakeRows(_ofClaim.Rows(codes, desk.OwnClaimRows, 0));
        _ofItem.Match(desk, question, open);
    }

    /// <summary>How many layers stand below a layer in a chain of stand-ins. Whoever stands in for it has a longer chain.</summary>
    private static int ChainBelow(Layer layer, IReadOnlyList<Layer> layers)
    {
        var length = 0;
        for (var next = layer; next.InsteadOf is { } below; next = layers[below])
            length++;
        return length;
    }

    /// <summary>Which conditions of a layer a claim does not meet; null where it meets all.</summary>
    private BilingualText? Unmet(int layer, Claim claim, History before, RuleSet ofClaim)
    {
        if (Array.Find(_layers, one => one.Index == layer)?.Applies is not { } applies)
            return null;
        var yearStart = Year.Start(Period.Year, DecidingDays.Of(claim, DecidedBy));
        var admissions = before.Entries.FirstOrDefault(entry => entry.What == Names.Admissions && entry.Since == yearStart)?.Times ?? 0;
        return UnmetWords.Of(
            ofClaim.Tables[applies.Index].Rows.Where(row => !row.IsOtherwise),
            Asked,
            new Asked(claim, -1, admissions, AgeDays.Of(claim, _index))
        );
    }

    private void RunLayers(Desk desk, SkipReason?[] skips)
    {
        foreach (var layer in _layers)
            skips[layer.Index] = desk.Stated?.StandsFor(layer) == true ? SkipReason.Stated : layer.WhyNot(desk);
        foreach (var layer in _standIns)
            if (skips[layer.Index] is null)
                skips[layer.InsteadOf.GetValueOrDefault()] ??= SkipReason.Replaced;
        foreach (var layer in _layers)
            if (skips[layer.Index] is null && !layer.IsReady(desk))
                skips[layer.Index] = SkipReason.NoStandard;
            else if (skips[layer.Index] is null)
                layer.Run(desk);
        PaidBeyondBill.Tell(desk);
    }
}

/// <summary>What looks at a claim while it is settled.</summary>
/// <param name="OwnRules">Begins the rules of a program's own with the claim; null where there are none.</param>
/// <param name="Observer">Is told which rules of the policy apply; null where nobody asks.</param>
/// <param name="Watch">Looks at the desk once the claim is settled; null where nobody does.</param>
internal readonly record struct Present(Func<Claim, IOwnRulesAtWork>? OwnRules, Action<FiredRule>? Observer, ISettlingWatch? Watch);

/// <summary>Looks at claims that are settled, while everything still lies on the desk.</summary>
internal interface ISettlingWatch
{
    /// <param name="desk">The claim, settled.</param>
    /// <param name="skips">For each layer why it did not apply; null where it did.</param>
    /// <param name="status">What became of the claim as a whole.</param>
    void Settled(Desk desk, IReadOnlyList<SkipReason?> skips, SettlementStatus status);
}
