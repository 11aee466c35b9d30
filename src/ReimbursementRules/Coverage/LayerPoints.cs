using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The points of one layer: whether it applies, which rows its tables choose, and how its steps come out.</summary>
internal sealed class LayerPoints
{
    private readonly PointBook _book;
    private readonly Layer _layer;
    private readonly LayerPolicy _policy;
    private readonly WayPoints _applies;
    private readonly DaySpanPoints _days;
    private readonly TablePoints[] _tables;
    private readonly (Table<bool> Table, WayPoints Ways, bool IsOfItem)[] _conditions;
    private readonly DatedPoints[] _listsOfConditions;
    private readonly DatedPoints[] _listsOfItems;
    private readonly Dictionary<int, StepPoints> _steps = [];
    private readonly Dictionary<string, int> _tiers;

    public LayerPoints(CompiledRulebook rulebook, int index, PointBook book, NamedPoints names)
    {
        _book = book;
        _layer = rulebook.Layers[index];
        _policy = rulebook.Policy.Layers[index];
        _applies = new(book, _policy.Places.Id, CoverageKind.Layer, "layer", _policy.Id, Ways(rulebook.Policy));
        _days = new(
            book,
            _policy.Id,
            new(_layer.From, _layer.Until),
            _layer.From > rulebook.Index.From,
            (_policy.Places.From, _policy.Places.Until)
        );
        var written = rulebook.Written.Where(table => table.Name.IsOfLayer(_policy.Id)).ToList();
        _tables = [.. written.Where(table => !table.IsOfConditions).Select(table => new TablePoints(table, Asking.OfClaims, book, names))];
        _conditions = [.. written.Where(IsAsked).Select(Conditions)];
        _listsOfConditions = [.. names.Lists(_policy.Applies, Asking.OfClaims)];
        _listsOfItems = [.. names.Lists(_policy.Items, Asking.OfClaims)];
        _tiers = _layer
            .Steps.Zip(_policy.Steps)
            .Where(step => step.Second.Form is TiersPolicy)
            .ToDictionary(step => step.Second.Id, step => (int)step.First.Index, StringComparer.Ordinal);
        foreach (var (step, stated) in _layer.Steps.Zip(_policy.Steps))
            if (StepPoints.Of(stated, $"{_policy.Id}.{stated.Id}", book) is { } points)
                _steps.Add(step.Index, points);
        foreach (var (step, stated) in _layer.Steps.Zip(_policy.Steps))
            if (step is DeductibleStep { Ceiling.Index: var at } && stated.Form is DeductiblePolicy { Ceiling: { } ceiling })
                _steps.Add(at, StepPoints.OfCeiling(ceiling, $"{_policy.Id}.{stated.Id}", book));
    }

    /// <summary>The claim on the desk is settled.</summary>
    public void Settled(Desk desk, SkipReason? skip)
    {
        var day = desk.Day(_layer.DecidedBy);
        var meetsConditions = _layer.Applies is null || desk.Row(_layer.Applies) == 0;
        if (skip is { } reason)
        {
            _applies.Reach(_book, Word(reason));
            if (reason == SkipReason.NotInForce && meetsConditions)
                _days.Outside(day);
            if (reason == SkipReason.NoStandard)
                WithoutStandard(desk, day);
            return;
        }

        AskItems(desk);
        if (!Works(desk))
            return;
        _applies.Reach(_book, "applies");
        _days.Within(day);
        foreach (var list in _listsOfConditions)
            list.Reach(_book, day, Asking.OfClaims);
        foreach (var (table, ways, isOfItem) in _conditions)
            if (!isOfItem)
                ways.ReachIf(_book, desk.Row(table) == 0);
        foreach (var table in _tables)
            if (!table.Written.IsOfItem)
                Choose(table, desk.ClaimRow(table.Written.Index), desk, desk.Day(table.Written.DecidedBy));
        for (var item = 0; item < desk.Claim.Items.Length; item++)
            if (desk.Bill.Cuts[item].Gate < 0 && Holds(desk, item))
                Settled(desk, item, day);
    }

    /// <summary>Reads a line of the trace that a step of the layer made.</summary>
    public void Line(in TraceLine line, Desk desk)
    {
        if (line.Kind == StepKind.Band)
            foreach (var table in _tables)
                if (table.Has(line.Row) && table.Written.Rows[line.Row - table.Written.First].Value is Bands bands)
                    Band(table[line.Row - table.Written.First], bands, line.Limit, desk);
        if (!_steps.TryGetValue(line.Step, out var step))
            return;
        var isAbove = false;
        foreach (ref readonly var other in desk.Bill.Lines)
            isAbove |= other.Step == line.Step && other.Kind == StepKind.QuotaExcess;
        step.Reach(line, isAbove, _book);
    }

    /// <summary>Which items the layer takes, also where it finds nothing to work on.</summary>
    private void AskItems(Desk desk)
    {
        foreach (var (table, ways, _) in _conditions)
            for (var item = 0; item < desk.Claim.Items.Length && table == _layer.Items; item++)
                if (desk.Bill.Cuts[item].Gate < 0 && Holds(desk, item))
                    ways.ReachIf(_book, desk.Row(table, item) == 0);
    }

    private void Settled(Desk desk, int item, DateOnly ofClaim)
    {
        var takes = _layer.Takes(desk, item);
        var day = _layer.DecidedBy == DecidingDay.Service ? desk.Claim.Items[item].Date ?? ofClaim : ofClaim;
        foreach (var (table, ways, isOfItem) in _conditions)
            if (isOfItem && takes && table != _layer.Items)
                ways.ReachIf(_book, desk.Row(table, item) == 0);
        if (!takes)
            return;
        foreach (var list in _listsOfItems)
            list.Reach(_book, day, Asking.OfClaims);
        foreach (var table in _tables)
            if (table.Written.IsOfItem)
                Choose(table, desk.ItemRow(table.Written.Index, item), desk, IsByService(table) ? day : desk.Day(table.Written.DecidedBy));
    }

    private static bool IsByService(TablePoints table) => table.Written.DecidedBy == DecidingDay.Service;

    private void Choose(TablePoints table, int row, Desk desk, DateOnly day)
    {
        if (!IsTaken(table.Written, row, desk))
            return;
        table[row].Reach(_book, day);
        var value = table.Written.Rows[row].Value;
        if (value is ComputedAmount amount)
            table[row].Compute(_book, amount.For(desk, day), amount.Multiple.AtLeast, amount.Multiple.AtMost);
        for (var phase = 0; phase < table[row].Bands.Length && value is BedDays; phase++)
            if (((BedDays)value).InPhase(desk.Claim, phase) > 0)
                _book.Reach(table[row].Bands[phase]);
    }

    /// <summary>Whether a rate, or a change of it, was taken of anything: not where the steps before left nothing. Rows of other steps are
    /// taken wherever the layer works.</summary>
    private bool IsTaken(WrittenTable table, int row, Desk desk)
    {
        if (table.Name.Step is not { } name || !_tiers.TryGetValue(name, out var step))
            return true;
        foreach (ref readonly var line in desk.Bill.Lines)
            if (line.Kind == StepKind.Band && line.Step == step && (table.Name.Key != "table" || line.Row == table.First + row))
                return true;
        return false;
    }

    private void Band(RowPoints row, Bands bands, long above, Desk desk)
    {
        var band = Array.IndexOf(bands.Above, above);
        if (row.Bands.Length > 0)
            _book.Reach(row.Bands[band]);
        if (bands.Growth is { } growth)
            row.Compute(_book, bands.RateOf(band, desk).Millionths, -1, growth.AtMost);
    }

    /// <summary>A quota that has no standard for a claim keeps the layer away: the row that says so is reached.</summary>
    private void WithoutStandard(Desk desk, DateOnly day)
    {
        foreach (var table in _tables)
            if (
                !table.Written.IsOfItem
                && desk.ClaimRow(table.Written.Index) is >= 0 and var row
                && table.Written.Rows[row].Value is Amount { IsNone: true }
            )
                table[row].Reach(_book, day);
    }

    /// <summary>Whether an item has anything of the parts that the layer works on; of parts that layers leave, any item may.</summary>
    private bool Holds(Desk desk, int item) =>
        _layer.MayAsk(desk.Stated?.Of(item))
        && Array.Exists(
            _layer.Base,
            part => part >= Legend.CutParts.Length || desk.Bill.Cuts[item].Of(part, desk.Claim.Items[item].Amount.Cents) > 0
        );

    /// <summary>Whether the layer found anything to work on: a step says so.</summary>
    private bool Works(Desk desk)
    {
        foreach (ref readonly var line in desk.Bill.Lines)
            if (line.IsOfLayer && desk.Bill.Legend.Steps[line.Step].Layer == _layer.Index)
                return true;
        return false;
    }

    private IEnumerable<string> Ways(Policy policy)
    {
        yield return "applies";
        if (_policy.Applies.Count > 0)
            yield return "conditions";
        if (policy.Layers.Any(other => other.InsteadOf?.Text == _policy.Id))
            yield return "replaced";
        if (_policy.AtMost is not null)
            yield return "used_up";
        if (_policy.Steps.Any(MayHaveNoStandard))
            yield return "no_standard";
    }

    private static bool MayHaveNoStandard(StepPolicy step) =>
        step.Form switch
        {
            QuotaPolicy quota => quota.Amount.Entries.Any(entry => entry.Value.IsRepealed || entry.Value.Rows.Any(row => row.Value.IsNone)),
            DeductiblePolicy deductible => OfStandard(deductible.Amount)
                || (deductible.Ceiling is { } ceiling && OfStandard(ceiling.Amount)),
            CapPolicy cap => OfStandard(cap.Amount),
            _ => false,
        };

    private static bool OfStandard(DatedTablePolicy<AmountPolicy> amounts) =>
        amounts.Entries.Any(entry => !entry.Value.IsRepealed && entry.Value.Rows.Any(row => row.Value.Standard is not null));

    /// <summary>Conditions that are asked of a claim or item to which the layer applies; its own decide that and are told there.</summary>
    private static bool IsAsked(WrittenTable table) => table.IsOfConditions && table.Name is not { Step: null, Key: "applies" };

    private (Table<bool>, WayPoints, bool) Conditions(WrittenTable table) =>
        (
            table.Name is { Step: null, Key: "items" } ? _layer.Items! : new(table.IsOfItem, table.Index, [true, false], []),
            WayPoints.OfConditions(_book, Place(table), table.Name.ToString()),
            table.IsOfItem
        );

    private FilePlace Place(WrittenTable table) =>
        table.Name switch
        {
            { Step: null, Key: "items" } => _policy.Places.Items,
            { Step: null, Key: "unless" } => _policy.Places.AtMost,
            _ => table.Rows[0].Source.Place,
        };

    private static string Word(SkipReason reason) =>
        reason switch
        {
            SkipReason.Conditions => "conditions",
            SkipReason.Replaced => "replaced",
            SkipReason.UsedUp => "used_up",
            SkipReason.NoStandard => "no_standard",
            SkipReason.NotInForce => "not_in_force",
            SkipReason.Refused => "refused",
            SkipReason.Stated => "stated",
            _ => throw UnknownKind.Of(reason),
        };
}
