using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Coverage;

/// <summary>The points of one gate: it finds something, or lets pass, and the days on which it begins and ends.</summary>
internal sealed class GatePoints
{
    private readonly PointBook _book;
    private readonly GatePolicy _gate;
    private readonly WrittenTable _table;
    private readonly DecidingDay _decidedBy;
    private readonly WayPoints _ways;
    private readonly DaySpanPoints _days;
    private readonly DatedPoints[] _lists;

    public GatePoints(CompiledRulebook rulebook, GatePolicy gate, PointBook book, NamedPoints names)
    {
        (_book, _gate) = (book, gate);
        var name = TableName.OfGate(gate.Id);
        _table = rulebook.Written.First(table => table.Name == name);
        _decidedBy = _table.DecidedBy;
        var place = gate.Source.Place;
        _ways = new(book, place, CoverageKind.Gate, "gate", name.ToString(), "finds", "passes");
        _days = new(book, name.ToString(), gate.Days, gate.Days.From > rulebook.Index.From, (place, place));
        _lists = [.. names.Lists(gate.When.Concat(gate.Item), Asking.OfClaims)];
    }

    /// <summary>The claim on the desk has been at the gate.</summary>
    public void Settled(Desk desk)
    {
        if (!_table.IsOfItem)
            Asked(desk.ClaimRow(_table.Index) == 0, desk.Day(_decidedBy));
        else
            for (var item = 0; item < desk.Claim.Items.Length; item++)
                Asked(
                    desk.ItemRow(_table.Index, item) == 0,
                    _decidedBy == DecidingDay.Service ? desk.Claim.Items[item].Date ?? desk.Claim.Discharged : desk.Day(_decidedBy)
                );
    }

    private void Asked(bool isHit, DateOnly day)
    {
        if (isHit)
        {
            _ways.Reach(_book, "finds");
            _days.Within(day);
            foreach (var list in _lists)
                list.Reach(_book, day, Asking.OfClaims);
        }
        else if (_gate.Days.Contains(day))
            _ways.Reach(_book, "passes");
        else
            _days.Outside(day);
    }
}
