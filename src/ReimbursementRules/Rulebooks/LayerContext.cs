using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Rulebooks;

/// <summary>The names that a rulebook gives away while it is compiled: parts, steps and running sums.</summary>
internal sealed class Names
{
    /// <summary>The running sum that every rulebook keeps: the admissions of a benefit year.</summary>
    public const string Admissions = "admissions";

    public List<string> Parts { get; } = [.. Legend.CutParts];
    public List<StepName> Steps { get; } = [];
    public List<HistorySlot> Slots { get; } = [];

    public int Slot(string what, Period per, bool countsTimes)
    {
        Slots.Add(new(what, per, countsTimes));
        return Slots.Count - 1;
    }
}

/// <summary>What a step needs while it is compiled.</summary>
internal sealed class LayerContext(LayerPolicy layer, int index, Scope scope, TableRegistry tables, IndexPolicy policy, Names names)
{
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

    /// <summary>The running sum of a step; -1 where its period is one claim or item and so nothing runs on.</summary>
    public int AddSlot(string id, Period per) => per is Period.Claim or Period.Item ? -1 : names.Slot($"{layer.Id}.{id}", per, countsTimes: false);

    /// <summary>The place in the legend of a step that has no table.</summary>
    public int AddRow(StepPolicy step) => tables.AddRow(new(step.Node.Place, "") { Note = step.Node.Optional("note")?.Text() });

    /// <summary>A dated table of a step.</summary>
    public Table<T> Table<T>(StepPolicy step, string key, T repealed, Func<Node, T> read, params string[] valueKeys) =>
        tables.Add($"{layer.Id}.{step.Id}.{key}", TableReader.Read(step.Node[key], valueKeys), scope, repealed, read);

    /// <summary>An amount, or an amount computed from a parameter: <c>{ parameter: …, times: …, at_least: …, at_most: … }</c>.</summary>
    public Amount Amount(Node node)
    {
        if (!node.IsMapping)
            return new(node.Money().Cents);
        node.OnlyKeys("parameter", "times", "at_least", "at_most");
        var name = node["parameter"];
        if (!policy.Parameters.TryGetValue(name.Text(), out var parameter))
        {
            var hint = Spelling.Hint(name.Raw, policy.Parameters.Keys);
            name.Wrong("parameter.unknown", $"'{name.Raw}' is not a parameter of index.yaml.{hint.En}", $"index.yaml 中没有参数“{name.Raw}”。{hint.Zh}");
        }
        else if (parameter.Count > 0 && parameter[0].From > scope.From)
            name.Wrong("value.late", $"the parameter '{name.Raw}' has no value before {IsoDay.Show(parameter[0].From)}, but it is needed from {IsoDay.Show(scope.From)}. Add the value in force on that day.", $"参数“{name.Raw}”在 {IsoDay.Show(parameter[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} 起需要。请补上当日有效的值。");
        var least = node.Optional("at_least")?.Money().Cents ?? 0;
        var most = node.Optional("at_most")?.Money().Cents ?? long.MaxValue;
        if (least > most)
            node.Wrong("amount.bounds", "'at_least' is above 'at_most'.", "“at_least”大于“at_most”。");
        return new(0, Parameter: parameter ?? [], Times: Times(node.Optional("times")), AtLeast: Math.Min(least, most), AtMost: most);
    }

    /// <summary>As <see cref="Amount"/>, or the word <c>none</c>.</summary>
    public Amount AmountOrNone(Node node) => node is { IsScalar: true, Raw: "none" } ? Rulebooks.Amount.None : Amount(node);

    private static decimal Times(Node? times) =>
        times is null ? 1m
        : times.Raw.EndsWith('%') ? new decimal(times.Rate().Millionths) / Rate.WholeMillionths
        : times.Number();
}
