using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>A claim at the gates of a policy and before the rules of a program's own: everything that they find, and what is refused or
/// held of it.</summary>
internal sealed class AtTheGates(Desk settling, IReadOnlyList<Gate> gates, CalendarPolicy calendar)
{
    private readonly Legend _legend = settling.Bill.Legend;
    private readonly List<GateName> _own = [];
    private readonly List<Refusal> _refusals = [.. gates.Select(gate => new Refusal(gate.Index, gate.Liable))];
    private Refusal? _ofClaim;
    private Refusal?[]? _ofItems;
    private bool _isHeld;

    /// <summary>What became of the claim as a whole.</summary>
    public SettlementStatus Status =>
        _ofClaim is not null ? SettlementStatus.Refused
        : _isHeld ? SettlementStatus.Held
        : SettlementStatus.Settled;

    /// <summary>Whether anything is refused.</summary>
    public bool Refuses => _ofClaim is not null || _ofItems is not null;

    /// <summary>The names of the rulebook, and of the rules that refused something.</summary>
    // Stryker disable once Conditional : a legend with no more gates says the same
    public Legend Legend => _own.Count == 0 ? _legend : _legend.WithGates(_own);

    /// <summary>Why an item is refused; null where it is not. The first that refuses decides, and of the claim as a whole before its
    /// items. What was settled before is not refused any more.</summary>
    public Refusal? Of(int item) => settling.Stated?.Of(item) is not null ? null : _ofClaim ?? _ofItems?[item];

    /// <summary>The gates of the policy, in their order.</summary>
    public void Pass()
    {
        foreach (var gate in gates)
            if (gate.Hits.IsOfItem)
                PassItems(gate);
            else if (settling.Row(gate.Hits) == 0)
                Pass(Finding(gate, null, Due(gate, settling.Claim)), _refusals[gate.Index]);
    }

    /// <summary>What the rules of a program's own found, in its order.</summary>
    public void Pass(IEnumerable<RuleFinding> found)
    {
        foreach (var finding in found)
            if (finding.Verdict == Verdict.Flag)
                settling.Found(finding.Told);
            else
                Pass(finding.Told, Own(finding));
    }

    /// <summary>Moves what was refused from the patient to whoever is liable for it.</summary>
    public void PassToLiable(OpenBill bill)
    {
        var refusing = new HashSet<short>();
        foreach (var cut in bill.Cuts)
            refusing.Add(cut.Gate);
        foreach (var refusal in _refusals.Where(refusal => refusing.Contains(refusal.Index)))
        {
            var amounts = new long[bill.Items.Length];
            for (var item = 0; item < amounts.Length; item++)
                if (bill.Cuts[item].Gate == refusal.Index)
                    amounts[item] = bill.Items[item].Amount.Cents;
            var line = bill.Add(new((ushort)refusal.Index, StepKind.Refusal, 0, amounts.Sum(), amounts.Sum()));
            if (refusal.Liable is { } liable)
                bill.DoByItem(line, Legend.Refused, liable, MoveWay.Pay, amounts);
        }
    }

    private void PassItems(Gate gate)
    {
        for (var item = 0; item < settling.Claim.Items.Length; item++)
            if (settling.Stated?.Of(item) is null && settling.Row(gate.Hits, item) == 0)
                Pass(Finding(gate, item, null), _refusals[gate.Index]);
    }

    /// <summary>Notes a finding and what follows. Whoever is held and fails the review is refused.</summary>
    private void Pass(Finding finding, Refusal refusal)
    {
        var failed = finding.Verdict == Verdict.Hold && settling.Review == ReviewOutcome.Failed;
        settling.Found(failed ? finding with { Verdict = Verdict.Refuse, Due = null } : finding);
        _isHeld |= finding.Verdict == Verdict.Hold && settling.Review == ReviewOutcome.Waiting;
        if (!failed && finding.Verdict != Verdict.Refuse)
            return;
        if (finding.Item is { } item)
            (_ofItems ??= new Refusal?[settling.Claim.Items.Length])[item] ??= refusal;
        else
            _ofClaim ??= refusal;
    }

    private Refusal Own(RuleFinding finding)
    {
        var told = finding.Told;
        _refusals.Add(new((short)(_legend.Gates.Count + _own.Count), finding.LiableIn(_legend, settling.Claim, settling.Problems)));
        _own.Add(new(told.Id, told.Verdict, told.Message, told.Source));
        return _refusals[^1];
    }

    private Finding Finding(Gate gate, int? item, DateOnly? due)
    {
        var name = _legend.Gates[gate.Index];
        return new(name.Id, name.Verdict, name.Message, item, due, name.Source);
    }

    private DateOnly? Due(Gate gate, Claim claim)
    {
        if (gate.DueWorkingDays is not { } left)
            return null;
        var day = claim.Filed ?? claim.Discharged;
        while (left > 0)
        {
            day = day.AddDays(1);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (calendar.Workdays.Contains(day) || (!weekend && !calendar.Holidays.Contains(day)))
                left--;
        }

        return day;
    }
}

/// <summary>What refuses a claim or an item.</summary>
/// <param name="Index">Its place among the gates of the legend.</param>
/// <param name="Liable">Who bears what it refuses; null for the patient.</param>
internal sealed record Refusal(short Index, int? Liable);
