using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers;

/// <summary>What a step needs while it is compiled.</summary>
internal sealed class LayerContext(
    LayerPolicy layer,
    int index,
    Scope scope,
    TableRegistry tables,
    IndexPolicy policy,
    Names names,
    bool renames
)
{
    private readonly AmountReader _amounts = new(scope, policy, names, layer);

    /// <summary>Whether what the layer leaves takes the steps' names.</summary>
    public bool Renames => renames;

    /// <summary>The step's place in the legend.</summary>
    public int AddStep(string id, Period per)
    {
        names.Steps.Add(new(index, id, per));
        return names.Steps.Count - 1;
    }

    /// <summary>A part that the layer leaves with the patient, such as <c>basic.deductible</c>.</summary>
    public int AddPart(string id)
    {
        var name = $"{layer.Id}.{id}";
        if (names.Parts.IndexOf(name) is >= 0 and var known)
            return known;
        names.Parts.Add(name);
        return names.Parts.Count - 1;
    }

    /// <summary>Whether a step of the layer has this name.</summary>
    public bool HasStep(string id) => layer.Steps.Any(step => step.Id == id);

    /// <summary>The running sum of a step: its own, or one that it shares; -1 where its period is one claim or item and so nothing runs
    /// on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="per">Its period.</param>
    /// <param name="counts">What it counts; steps that share a sum must count the same.</param>
    public int AddSlot(StepPolicy step, Period per, string counts)
    {
        if (step.Node.Optional("shared") is { } shared)
            return SharedSlot(shared, per, counts);
        return per is Period.Claim or Period.Item ? -1 : names.Slot($"{layer.Id}.{step.Id}", per, countsTimes: false);
    }

    /// <summary>Notes that a step has a payment standard, which later amounts may be computed from.</summary>
    public void AddStandard(string id, int step) => names.Standards.TryAdd($"{layer.Id}.{id}", step);

    /// <summary>Whether each item takes the values of its own day of service, so that nothing is the same for the claim as a
    /// whole.</summary>
    public bool IsByService => scope.DecidedBy == DecidingDay.Service;

    /// <summary>Notes that a step which is one for the claim asks what differs from item to item, with the way out that fits.</summary>
    /// <param name="at">The step, or its key.</param>
    /// <param name="code">The code.</param>
    /// <param name="byItem">What to do where a row asks facts of items.</param>
    /// <param name="byService">What to do where each item has its own day.</param>
    public void WrongByItem(Node at, string code, BilingualText byItem, BilingualText byService)
    {
        var said = IsByService ? byService : byItem;
        at.Wrong(code, said.En, said.Zh);
    }

    /// <summary>The fact of a claim that is a number, and which is asked from now on.</summary>
    public Fact? NumberFact(Node name) => tables.NumberFact(name);

    /// <summary>The payer of a name.</summary>
    public int Payer(Node node) => policy.Payer(node);

    /// <summary>All funds of the rulebook; the personal account is none.</summary>
    public int[] AllFunds() => [.. Enumerable.Range(1, policy.Payers.Count).Where(payer => !policy.Payers[payer - 1].IsAccount)];

    /// <summary>The parts of these names.</summary>
    public int[] Parts(IEnumerable<Node> nodes) => names.PartsOf(nodes);

    /// <summary>The parts of these names, which count as they were at first.</summary>
    public int[] PartsAtFirst(Node nodes) => names.PartsAtFirst(LayerReader.PartNames(nodes), nodes);

    /// <summary>Which items fulfil conditions.</summary>
    public Table<bool> Items(string name, Node conditions) =>
        tables.Add(
            $"{layer.Id}.{name}",
            tables.OfItem(TableReader.Conditions(conditions)),
            new PolicySource(conditions.Place, ""),
            scope.From,
            scope.DecidedBy
        );

    /// <summary>The place in the legend of a step that has no table.</summary>
    public int AddRow(StepPolicy step) => tables.AddRow(new(step.Node.Place, "") { Note = step.Node.Optional("note")?.Text() });

    /// <summary>A dated table of a step.</summary>
    public Table<T> Table<T>(StepPolicy step, string key, T repealed, Func<Node, T> read, params string[] valueKeys) =>
        tables.Add($"{layer.Id}.{step.Id}.{key}", TableReader.Read(step.Node[key], valueKeys), scope, repealed, read);

    /// <summary>A dated table of a step that stands in a list.</summary>
    public Table<T> Table<T>(StepPolicy step, string name, Node history, T repealed, Func<Node, T> read, params string[] valueKeys) =>
        tables.Add($"{layer.Id}.{step.Id}.{name}", TableReader.Read(history, valueKeys), scope, repealed, read);

    /// <summary>Notes that a table says who gets more and who less.</summary>
    /// <param name="table">The table.</param>
    /// <param name="paysLess">Whether the first value pays less than the second; null where that cannot be said.</param>
    /// <param name="differs">Whether two values differ, where they are not simply equal.</param>
    public void Leans<T>(Table<T> table, Func<T, T, bool>? paysLess, Func<T, T, bool>? differs = null) =>
        tables.Leanings.Add(Leaning.Of(table, paysLess, differs));

    /// <summary>An amount, or one that is computed.</summary>
    public Amount Amount(Node node) => _amounts.Read(node);

    /// <summary>As <see cref="Amount"/>, or the word <c>none</c>.</summary>
    public Amount AmountOrNone(Node node) => _amounts.ReadOrNone(node);

    /// <summary>A payment standard: as <see cref="AmountOrNone"/>, or an amount for each day in hospital.</summary>
    public Amount Standard(Node node) => _amounts.ReadStandard(node);

    private int SharedSlot(Node shared, Period per, string counts)
    {
        var name = shared.Id();
        if (per is Period.Claim or Period.Item)
            shared.Wrong(
                "shared.per",
                "a shared sum runs over a day, a month or a year. Write such a 'per', or leave 'shared' out.",
                "共用累计须按日、月或年度计算。请写相应的“per”，或删去“shared”。"
            );
        if (name == Names.Admissions || names.LayerIds.Contains(name) || name.Contains('.', StringComparison.Ordinal))
            shared.Wrong(
                "shared.name",
                $"'{name}' cannot be the name of a shared sum: a history uses it for something else. Choose another.",
                $"“{name}”不能作共用累计的名称：累计另有用途。请换名称。"
            );
        if (!names.Shared.TryGetValue(name, out var sum))
            names.Shared.Add(name, sum = new(names.Slot(name, per, countsTimes: false, isShared: true), counts, per, []));
        else if (sum.Per != per || sum.Counts != counts)
            shared.Wrong(
                "shared.other",
                $"the steps that share '{name}' must be of one kind and one period; the one on line "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} of {sum.NamedAt[0].Place.File} differs.",
                $"共用“{name}”的步骤须种类相同、周期相同；{sum.NamedAt[0].Place.File} 第 "
                    + $"{sum.NamedAt[0].Place.Line.ToString(CultureInfo.InvariantCulture)} 行不同。"
            );
        else if (sum.NamedAt.Exists(other => other.Place.File == shared.Place.File))
            shared.Wrong(
                "shared.twice",
                $"two steps of one layer share '{name}', so that an amount would count twice. Leave 'shared' out of one of them.",
                $"同一层有两个步骤共用“{name}”，金额会重复计算。请从其中之一删去“shared”。"
            );
        sum.NamedAt.Add(shared);
        return sum.Slot;
    }
}
