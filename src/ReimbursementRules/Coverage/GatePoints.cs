using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Coverage;

/// <summary>The points of one gate: it finds something, or lets pass, and the days on which it begins and ends.</summary>
internal sealed class GatePoints
{
    private readonly CompiledRulebook _rulebook;
    private readonly PointBook _book;
    private readonly GatePolicy _gate;
    private readonly WrittenTable _table;
    private readonly DecidingDay _decidedBy;
    private readonly WayPoints _ways;
    private readonly DaySpanPoints _days;
    private readonly DatedPoints[] _lists;

    public GatePoints(CompiledRulebook rulebook, GatePolicy gate, PointBook book, NamedPoints names)
    {
        (_rulebook, _book, _gate) = (rulebook, book, gate);
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
            Asked(desk, -1, desk.ClaimRow(_table.Index) == 0, desk.Day(_decidedBy));
        else
            for (var item = 0; item < desk.Claim.Items.Length; item++)
                if (desk.Stated?.Of(item) is null)
                    Asked(desk, item, desk.ItemRow(_table.Index, item) == 0, DayOf(desk, item));
    }

    private void Asked(Desk desk, int item, bool isHit, DateOnly day)
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
        else if (WouldBeHit(desk, item))
            _days.Outside(day);
    }

    /// <summary>Whether all conditions hold but for the days of the gate.</summary>
    private bool WouldBeHit(Desk desk, int item)
    {
        var rules = _rulebook.RuleSets[_table.IsOfItem ? 1 : 0];
        return rules
            .Tables[_table.Index]
            .Rows.Any(row =>
                !row.IsOtherwise
                && row.Conditions.All(condition =>
                    Combinations.IsDay(rules.Facts[condition.Fact]) || condition.Codes.Contains(CodeOf(desk, item, condition.Fact))
                )
            );
    }

    private int CodeOf(Desk desk, int item, int fact) =>
        _rulebook.Asked[fact] is { Fact.IsOfItem: true } asked
            ? asked.CodeOf(new Asked(desk.Claim, item, 0, desk.AgeDay))
            : desk.Codes[fact];

    private DateOnly DayOf(Desk desk, int item) =>
        _decidedBy == DecidingDay.Service ? desk.Claim.Items[item].Date ?? desk.Claim.Discharged : desk.Day(_decidedBy);
}
