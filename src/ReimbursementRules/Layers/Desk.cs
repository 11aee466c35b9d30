using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>The desk on which one claim is settled: which rows apply to it, what was used before, and what it uses.</summary>
/// <remarks>A rulebook keeps desks and lends them out, one to a claim at a time, so that settling allocates little but its
/// result.</remarks>
internal sealed class Desk
{
    /// <summary>The running sum that counts admissions.</summary>
    private const int Admissions = 0;

    private readonly DeskPlan _plan;
    private readonly List<UsedAmount> _used = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _nearMisses = [];
    private readonly HistorySlot[] _slots;
    private readonly long[] _standards;
    private UsedBefore _history = null!;
    private int[] _claimRows = [];
    private int _claimAt;
    private int[] _itemRows = [];
    private int[] _itemAt = [];
    private readonly long[] _balances;

    public Desk(DeskPlan plan)
    {
        _plan = plan;
        Codes = new int[plan.Facts];
        _slots = [.. plan.Legend.Slots];
        _standards = new long[plan.Legend.Steps.Count];
        _balances = new long[plan.Legend.Payers.Count];
        RoundEach = plan.RoundEach;
        OwnClaimRows = new int[plan.ClaimTables];
        Bill = new(plan.Legend);
        Layer = new(this);
    }

    public Claim Claim { get; private set; } = null!;

    /// <summary>What the review of the claim found, where a gate holds it.</summary>
    public ReviewOutcome Review { get; private set; }

    /// <summary>What the items state of other settlements; null where they state nothing.</summary>
    public StatedItems? Stated { get; private set; }

    public OpenBill Bill { get; }

    /// <summary>The layer at work.</summary>
    public LayerRun Layer { get; }

    /// <summary>The first day of the claim's benefit year.</summary>
    public DateOnly YearStart { get; private set; }

    /// <summary>The day on which the member's age counts.</summary>
    public DateOnly AgeDay { get; private set; }

    /// <summary>The claim, as its facts are asked.</summary>
    public Asked OfClaim => new(Claim, -1, (int)Before(Admissions), AgeDay);

    public ProblemLog Problems { get; } = [];
    public List<Finding> Findings => _findings;
    public RoundingUnit RoundEach { get; }

    /// <summary>The answers to all facts, of the claim and of the item that is looked at.</summary>
    public int[] Codes { get; }

    /// <summary>Room for the rows of the claim, where the rulebook remembers none.</summary>
    public int[] OwnClaimRows { get; }

    /// <summary>Room for the rows of the items, where the rulebook remembers none.</summary>
    public int[] OwnItemRows { get; private set; } = [];

    public void Begin(Claim claim, UsedBefore history, ReviewOutcome review, StatedItems? stated = null)
    {
        Claim = claim;
        Stated = stated;
        Review = review;
        _history = history;
        YearStart = _plan.Year.Start(Period.Year, Day(_plan.DecidedBy));
        AgeDay = AgeDays.Of(claim, _plan.AgeOn, YearStart);
        Array.Fill(_standards, -1);
        if (_itemAt.Length < claim.Packed.Length)
        {
            _itemAt = new int[claim.Packed.Length];
            OwnItemRows = new int[claim.Packed.Length * _plan.ItemTables];
        }
    }

    /// <summary>Clears the desk for the next claim.</summary>
    public void End()
    {
        Claim = null!;
        Stated = null;
        _history = null!;
        _used.Clear();
        _findings.Clear();
        _nearMisses.Clear();
        Problems.Clear();
    }

    /// <summary>Takes the rows of the tables for the claim.</summary>
    public void TakeRows((int[] Rows, int At) rows) => (_claimRows, _claimAt) = rows;

    /// <summary>Takes the array that has the rows of the items.</summary>
    /// <returns>For each item, where in it its rows begin: to be filled in.</returns>
    public int[] ItemPlaces(int[] rows)
    {
        _itemRows = rows;
        return _itemAt;
    }

    /// <summary>The row of a table for the claim.</summary>
    public int Row<T>(Table<T> table) => _claimRows[_claimAt + table.Index];

    /// <summary>The row of a table for one item.</summary>
    public int Row<T>(Table<T> table, int item) =>
        table.IsOfItem ? _itemRows[_itemAt[item] + table.Index] : _claimRows[_claimAt + table.Index];

    /// <summary>The row of a table of claims by the table's place.</summary>
    public int ClaimRow(int table) => _claimRows[_claimAt + table];

    /// <summary>The row of a table of items by the table's place.</summary>
    public int ItemRow(int table, int item) => _itemRows[_itemAt[item] + table];

    public DateOnly Day(DecidingDay decidedBy) => DecidingDays.Of(Claim, decidedBy);

    /// <summary>What was used of a running sum before this claim, in the period that the claim's day lies in.</summary>
    /// <remarks>Of a sum that several steps share, also what earlier steps of this claim used.</remarks>
    public long Before(int slot, string? each = null)
    {
        var before = _history.IsEmpty ? 0 : _history.Of(slot, each, Since(slot));
        if (_slots[slot].IsShared)
            foreach (var used in _used)
                if (used.Slot == slot)
                    before += used.Value;
        return before;
    }

    /// <summary>The payment standard that a quota step set against this claim, in cents; -1 where it was not at work.</summary>
    public long Standard(int step) => _standards[step];

    /// <summary>Notes the payment standard of a quota step, in cents.</summary>
    public void SetStandard(int step, long standard) => _standards[step] = standard;

    /// <summary>What an account holds before this claim, in cents.</summary>
    public long Balance(int payer) => _balances[payer];

    /// <summary>Notes what an account holds before this claim, in cents.</summary>
    public void SetBalance(int payer, long balance) => _balances[payer] = balance;

    /// <summary>What the history has of a balance: the first day of the benefit year in which it last changed, and the amount in
    /// cents.</summary>
    public IEnumerable<(DateOnly Since, long Cents)> Balances(int slot) => _history.AllOf(slot);

    /// <summary>Adds to a running sum of a benefit year that need not be the claim's.</summary>
    public void Use(int slot, DateOnly since, long value)
    {
        if (value != 0)
            _used.Add(new(slot, null, since, value));
    }

    /// <summary>Adds to a running sum.</summary>
    public void Use(int slot, long value, string? each = null)
    {
        if (value != 0)
            _used.Add(new(slot, each, Since(slot), value));
    }

    public UsedAmount[] Used() => [.. _used];

    public void Found(Finding finding) => _findings.Add(finding);

    /// <summary>Takes down a word of the claim or an item that the policy does not name, where it is near to one that it does.</summary>
    public void NotNamed(AskedFact fact, in Asked asked)
    {
        if (fact.NearMiss(asked) is not var (stated, near))
            return;
        var name = asked.Index >= 0 ? fact.Fact.Name["item.".Length..] : fact.Fact.Name;
        _nearMisses.Add(
            new(
                "near_miss",
                Verdict.Flag,
                new(
                    $"'{stated}' is no {name} that the policy names, and is settled as any other. If '{near.Text}' is meant, correct it.",
                    $"政策没有名为“{stated}”的 {name}，按其他处理。如指“{near.Text}”，请更正。"
                ),
                asked.Index < 0 ? null : asked.Index,
                null,
                new(near.Place, "")
            )
        );
    }

    /// <summary>Tells what was taken down of words, after all else that was found.</summary>
    public void TellNearMisses()
    {
        if (_nearMisses.Count > 0)
            _findings.AddRange(_nearMisses);
    }

    private DateOnly Since(int slot) =>
        _slots[slot].Per == Period.Year ? YearStart
        : _slots[slot].Per == Period.Stay ? Claim.FirstOfStay
        : _plan.Year.Start(_slots[slot].Per, Day(_plan.DecidedBy));
}

/// <summary>What the desks of a rulebook have in common.</summary>
/// <param name="Legend">The names of the rulebook.</param>
/// <param name="Facts">How many facts are asked.</param>
/// <param name="ClaimTables">How many tables ask of the claim.</param>
/// <param name="ItemTables">How many tables ask of each item.</param>
/// <param name="RoundEach">Where half a cent is rounded.</param>
/// <param name="Year">The benefit year.</param>
/// <param name="DecidedBy">The day that decides it.</param>
/// <param name="AgeOn">The day on which ages count.</param>
internal sealed record DeskPlan(
    Legend Legend,
    int Facts,
    int ClaimTables,
    int ItemTables,
    RoundingUnit RoundEach,
    BenefitYear Year,
    DecidingDay DecidedBy,
    AgeOn AgeOn
);
