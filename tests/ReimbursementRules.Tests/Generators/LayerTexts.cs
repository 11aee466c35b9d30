namespace ReimbursementRules.Tests.Generators;

/// <summary>Random layers, each of which may work on the parts that those before it left.</summary>
/// <param name="dice">Its choices.</param>
/// <param name="beside">The choices of which share of a part counts, and where parts are named together.</param>
internal sealed class LayerTexts(Dice dice, Dice beside)
{
    /// <summary>The cap on what is paid for some items.</summary>
    public const string SomePayment = "some_payment";

    private static readonly string[] Ids = ["basic", "large", "illness", "aid", "net", "last"];

    private readonly List<string> _parts = ["out_of_scope", "over_ceiling", "first_self_pay", "in_scope"];
    private readonly List<string> _before = [];
    private readonly List<string> _together = [];
    private bool _isOriginal;
    private bool _renames;

    /// <summary>True where some layer must look at single items, so that a line cut in two may settle otherwise.</summary>
    public bool LooksAtItems { get; private set; }

    public IReadOnlyList<string> Write() => [.. Ids.Take(dice.Between(1, Ids.Length)).Select(Layer)];

    private string Layer(string id)
    {
        var (applies, factOfClaim) = Applies();
        var (items, factOfItem) = Items();
        string[] not = [factOfClaim, factOfItem];
        var quota = dice.Chance(20);
        var account = !quota && dice.Chance(25);
        var lines = new List<string>
        {
            $"id: {id}",
            $"title: {{ en: {id}, zh: {id} }}",
            $"payer: {(account ? "purse" : dice.Of("fund", "aid", "society"))}",
            $"base: {Base()}",
        };
        if (dice.Chance(15))
            lines.Add("rest: unchanged");
        _renames = !account && lines[3].Contains("in_scope", StringComparison.Ordinal) && lines[^1] != "rest: unchanged";
        if (dice.Chance(10))
            lines.Add("from: 2020-03-01");
        if (dice.Chance(10))
            lines.Add("until: 2021-04-01");
        if (dice.Chance(20))
            lines.Add($"decided_by: {dice.Of("discharge", "admission", "filing")}");
        if (applies.Length > 0)
            lines.Add($"applies: {applies}");
        if (items.Length > 0)
            lines.Add($"items: {items}");
        if (_before.Count > 0 && dice.Chance(20))
            lines.Add($"instead_of: {dice.Of(_before.ToArray())}");
        if (dice.Chance(20))
            lines.Add(
                $"at_most: {{ times: {dice.Between(1, 3)}, per: "
                    + $"{dice.Of("day", "month", "quarter", "year")}{dice.Of("", ", each: disease")}"
                    + $"{dice.Of("", ", unless: { emergency: yes }")} }}"
            );
        lines.Add("steps:");
        lines.AddRange(
            (
                quota ? Quota(id, not)
                : account ? Account(id, not)
                : dice.Chance(12) ? TopUp(id, not)
                : Tiers(id, not)
            ).Select(step => $"  - {{ {step} }}")
        );
        _before.Add(id);
        if (_renames)
            _together.Add($"{id}.stays");
        return string.Join('\n', lines) + "\n";
    }

    private string Base()
    {
        var parts =
            _before.Count == 0 ? dice.Of(["in_scope"], ["in_scope", "first_self_pay"], ["in_scope"], _parts.ToArray())
            : dice.Chance(15) ? ["in_scope"]
            : dice.Some(_parts, 4);
        if (parts.All(part => part.Contains('.', StringComparison.Ordinal)) && _together.Count > 0 && beside.Chance(30))
            parts = [beside.Of(_together.ToArray())];
        string[] named =
        [
            .. parts.Select(part => beside.Chance(10) ? $"{{ part: {part}, times: {beside.Of("50%", "33.3333%", "0.0001%")} }}" : part),
        ];
        var list = named.Length == 1 ? named[0] : $"[ {string.Join(", ", named)} ]";
        var counted = parts.Select(part => part.Contains('.', StringComparison.Ordinal)).Distinct().Count() == 1;
        _isOriginal = counted && dice.Chance(25);
        return _isOriginal ? $"{{ parts: [ {string.Join(", ", named)} ], as: {dice.Of("original", "original", "held")} }}" : list;
    }

    private (string When, string Fact) Applies() =>
        dice.Below(10) switch
        {
            0 => ("{ setting: [inpatient, outpatient, day_surgery] }", "setting"),
            1 => ("{ disease: { in: chronic } }", "disease"),
            2 => ("{ age: { from: 18 } }", "age"),
            3 => ("{ bill: { from: 500.01 } }", "bill"),
            _ => ("", ""),
        };

    private (string When, string Fact) Items()
    {
        var (when, fact) = dice.Below(16) switch
        {
            0 => ("{ item.kind: [drug, examination] }", "item.kind"),
            1 => ("{ item.essential: yes }", "item.essential"),
            2 => ("{ item.amount: { from: 100.01 } }", "item.amount"),
            _ => ("", ""),
        };
        LooksAtItems |= when.Length > 0;
        return (when, fact);
    }

    private List<string> Tiers(string id, IReadOnlyList<string> not)
    {
        var steps = new List<string>();
        if (dice.Chance(60))
            steps.Add(Deductible(id, not));
        if (dice.Chance(25))
            steps.Add(Cap(id, "cost_cap", "cost", not));
        if (!_isOriginal && beside.Chance(10))
            steps.Add(CapOfItems(id, "cost"));
        var byItem = !_isOriginal && dice.Chance(20);
        LooksAtItems |= byItem;
        var per = byItem || dice.Chance(60) ? "" : $", per: {dice.Of("claim", "month", "year", "day")}";
        var edges = byItem ? "after_deductible" : dice.Of("after_deductible", "on_base");
        var table = TableText.Dated(dice, ValueText.Bands, not, byItem);
        steps.Add($"id: share, kind: tiers, edges: {edges}{per}{Counts(per, table)}, table: {table}{Adjust(id, not, byItem)}");
        _parts.Add($"{id}.share");
        if (dice.Chance(50))
        {
            if (!_isOriginal && beside.Chance(25))
                steps.Add(CapOfItems(id, "payment"));
            steps.Add(Cap(id, "cap", "payment", not, dice.Of("", "", ", cuts: cost")));
        }

        if (dice.Chance(15))
            steps.Add(Cap(id, "day_cap", "payment", not, dice.Of("", ", cuts: cost")));
        return steps;
    }

    private string Adjust(string id, IReadOnlyList<string> not, bool byItem)
    {
        if (!dice.Chance(30))
            return "";
        var changes = TableText.Changes(dice, not, byItem);
        if (!_renames || dice.Chance(50))
            return $", adjust: [ {changes} ]";
        _parts.Add($"{id}.lost");
        return $", adjust: [ {changes}, {{ part: lost, table: {TableText.Changes(dice, not, byItem)} }} ]";
    }

    private List<string> TopUp(string id, IReadOnlyList<string> not)
    {
        var steps = new List<string>();
        if (dice.Chance(20))
            steps.Add(Deductible(id, not));
        var less = dice.Chance(30) ? $", less: {dice.Of(_parts.ToArray())}" : "";
        var counts = dice.Chance(30) ? ", counts: [fund, aid]" : "";
        steps.Add(
            $"id: raise, kind: top_up, of: {dice.Of("bill", "in_scope", "[in_scope, out_of_scope]")}{less}{counts}, to: "
                + $"{TableText.Dated(dice, ValueText.Rate, not)}"
        );
        _parts.Add($"{id}.raise");
        if (dice.Chance(30))
            steps.Add(Cap(id, "cap", "payment", not));
        return steps;
    }

    private List<string> Quota(string id, IReadOnlyList<string> not)
    {
        var steps = new List<string>();
        if (dice.Chance(20))
            steps.Add(Deductible(id, not));
        var form = dice.Of("quota", "rest_of_quota", "limit");
        var saving = form == "limit" ? "" : $", saving: {dice.Of("hospital", "fund")}";
        var excess = dice.Of("hospital: 100%", "patient: 100%", "hospital: 50%, patient: 50%", "hospital: 33.3333%, patient: 66.6667%");
        steps.Add(
            $"id: quota, kind: quota, pays_on: {form}, excess: {{ {excess} }}{saving}, "
                + $"amount: {TableText.Dated(dice, ValueText.Standard, not)}{AdjustAmount(not)}"
                + (dice.Chance(30) ? $", tolerance: {TableText.Dated(dice, ValueText.Rate, not)}" : "")
                + $", rate: {TableText.Dated(dice, ValueText.Rate, not)}"
        );
        _parts.AddRange([$"{id}.share", $"{id}.excess"]);
        if (dice.Chance(40))
            steps.Add(Cap(id, "cap", "payment", not));
        return steps;
    }

    private List<string> Account(string id, IReadOnlyList<string> not)
    {
        var steps = new List<string>();
        if (dice.Chance(25))
            steps.Add(Deductible(id, not));
        if (dice.Chance(25))
            steps.Add(Cap(id, "cost_cap", "cost", not));
        steps.Add("id: account, kind: account");
        if (dice.Chance(30))
            steps.Add(Cap(id, "cap", "payment", not));
        return steps;
    }

    private string Deductible(string id, IReadOnlyList<string> not)
    {
        var per = _isOriginal
            ? dice.Of("claim", "year", "month")
            : dice.Of("claim", "visit", "admission", "year", "year", "month", "day", "item");
        LooksAtItems |= per == "item";
        _parts.Add($"{id}.deductible");
        var amount = TableText.Dated(dice, ValueText.Amount, not, per == "item" && dice.Chance(50));
        var isOfClaim = per is "claim" or "visit" or "admission";
        return $"id: deductible, kind: deductible, per: {per}{OwnDay()}{Counts(per, amount)}, amount: {amount}{AdjustAmount(not)}"
            + (isOfClaim && dice.Chance(40) ? Ceiling(not) : "");
    }

    private string Ceiling(IReadOnlyList<string> not)
    {
        var amount = TableText.Dated(dice, ValueText.AmountOrNone, not);
        var per = dice.Of("year", "year", "month", "day");
        return $", at_most: {{ per: {per}{Counts(per, amount)}, amount: {amount} }}";
    }

    private string AdjustAmount(IReadOnlyList<string> not) => dice.Chance(25) ? $", adjust: [ {TableText.AmountChanges(dice, not)} ]" : "";

    private string Cap(string id, string name, string of, IReadOnlyList<string> not, string cuts = "")
    {
        _parts.Add($"{id}.{name}");
        var beyond = of == "payment" && cuts.Length == 0 && dice.Chance(20) ? ", beyond: hospital" : "";
        var per = dice.Of("claim", "day", "stay", "month", "quarter", "year", "year");
        var amount = TableText.Dated(dice, ValueText.AmountOrNone, not);
        return $"id: {name}, kind: cap, of: {of}{cuts}{beyond}, per: {per}{OwnDay()}{Counts(per, amount)}, "
            + $"amount: {amount}{AdjustAmount(not)}";
    }

    /// <summary>A cap of some items, before one of the layer.</summary>
    private string CapOfItems(string id, string of)
    {
        LooksAtItems = true;
        _parts.Add($"{id}.some_{of}");
        var items = beside.Of("item.origin: imported", "item.class: [A, B]", "item.amount: { from: 100.01 }");
        return $"id: some_{of}, kind: cap, of: {of}, per: {beside.Of("claim", "month", "year")}{OwnDay()}, items: {{ {items} }}, "
            + $"amount: {{ 2020-01-01: {{ value: {beside.Of("0", "50.01", "300")}, reference: Order 1 }} }}";
    }

    /// <summary>Perhaps another day than the layer's chooses the values of a step.</summary>
    private string OwnDay() => beside.Chance(15) ? $", decided_by: {beside.Of("discharge", "admission", "filing")}" : "";

    /// <summary>What adds up over a period, where the rows of a table may differ from claim to claim.</summary>
    private string Counts(string per, string table) =>
        table.Contains("rows:", StringComparison.Ordinal)
        && (
            per.EndsWith("day", StringComparison.Ordinal)
            || per.EndsWith("stay", StringComparison.Ordinal)
            || per.EndsWith("month", StringComparison.Ordinal)
            || per.EndsWith("quarter", StringComparison.Ordinal)
            || per.EndsWith("year", StringComparison.Ordinal)
        )
            ? dice.Of(", counts: together", ", counts: apart", ", counts: together, each: disease")
            : "";
}
