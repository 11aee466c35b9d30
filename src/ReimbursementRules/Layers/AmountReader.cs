using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Layers;

/// <summary>Reads the amounts of one layer, or of what has no layers.</summary>
internal sealed class AmountReader(Scope scope, IndexPolicy policy, Names names, LayerPolicy? layer)
{
    /// <summary>Reads amounts that belong to no layer, such as those of contracts and contributions.</summary>
    public static AmountReader WithoutLayers(Scope scope, IndexPolicy policy) =>
        new(scope, policy, new() { LayerIds = new HashSet<string>(StringComparer.Ordinal) }, null);

    /// <summary>An amount, or one computed from a parameter or a payment standard: <c>{ parameter: …, times: …, at_least: …, at_most: …
    /// }</c>.</summary>
    public Amount Read(Node node)
    {
        if (!node.IsMapping)
            return new FixedAmount(node.Money().Cents);
        node.OnlyKeys("parameter", "standard", "times", "at_least", "at_most");
        var least = node.Optional("at_least")?.Money().Cents ?? 0;
        var most = node.Optional("at_most")?.Money().Cents ?? long.MaxValue;
        if (least > most)
            node.Wrong("amount.bounds", "'at_least' is above 'at_most'.", "“at_least”大于“at_most”。");
        var multiple = new Multiple(Times(node.Optional("times")), Math.Min(least, most), most);
        return node.Optional("standard") is { } standard
            ? new StandardAmount(StandardOf(standard, node.Optional("parameter")), multiple)
            : new ParameterAmount(Parameter(node["parameter"]), multiple);
    }

    /// <summary>An amount, or one computed from a parameter. Without layers there is no standard; what names one is a problem.</summary>
    public DatedAmount ReadDated(Node node) => Read(node) as DatedAmount ?? FixedAmount.Zero;

    /// <summary>As <see cref="Read"/>, or the word <c>none</c>.</summary>
    public Amount ReadOrNone(Node node) => node is { IsScalar: true, Raw: "none" } ? Amount.None : Read(node);

    /// <summary>As <see cref="ReadOrNone"/>, or <c>{ per_day: 300 }</c>, or one for each phase of the stay.</summary>
    public Amount ReadStandard(Node node)
    {
        if (!node.IsMapping || node.Optional("per_day") is not { } days)
            return ReadOrNone(node);
        node.OnlyKeys("per_day");
        return PerDay(days);
    }

    private static BedDays PerDay(Node node)
    {
        if (!node.IsSequence)
            return new([0], [node.Money().Cents]);
        if (node.Elements.Count == 0)
            node.Wrong(
                "phases.empty",
                "expected at least one phase, such as { above: 0, value: 300 }.",
                "至少应有一个阶段，如 { above: 0, value: 300 }。"
            );
        var after = new List<int>();
        var cents = new List<long>();
        foreach (var phase in node.Elements)
        {
            phase.OnlyKeys("above", "value");
            var edge = phase["above"].Whole(0, 36_500);
            if (after.Count == 0 && edge != 0)
                phase["above"]
                    .Wrong(
                        "phases.start",
                        "the first phase begins above 0 days. Write { above: 0, value: … } first.",
                        "第一阶段应从 0 日开始。请先写 { above: 0, value: … }。"
                    );
            if (after.Count > 0 && edge <= after[^1])
                phase["above"]
                    .Wrong(
                        "phases.order",
                        "the phases must rise: this one does not begin after the one before it.",
                        "各阶段应递增：本阶段的起点不晚于前一阶段。"
                    );
            after.Add(edge);
            cents.Add(phase["value"].Money().Cents);
        }

        return new([.. after], [.. cents]);
    }

    private int StandardOf(Node standard, Node? parameter)
    {
        parameter?.Wrong(
            "amount.both",
            "an amount is computed from a 'parameter' or from a 'standard', not both.",
            "金额由“parameter”或“standard”之一计算，不能两者并用。"
        );
        if (layer?.InsteadOf is not null)
            standard.Wrong(
                "standard.instead_of",
                "a layer that stands in for another cannot measure by a standard: where no quota was at work neither layer "
                    + "would pay. Write the amount itself.",
                "替代其他层的待遇层不能按付费标准计算金额：没有定额适用时两层都不会支付。请直接写金额。"
            );
        if (names.Standards.TryGetValue(standard.Text(), out var step))
            return step;
        var hint = Spelling.Hint(standard.Raw, names.Standards.Keys);
        standard.Wrong(
            "standard.unknown",
            $"'{standard.Raw}' is not a quota step of an earlier layer, written layer.step.{hint.En}",
            $"此前没有名为“{standard.Raw}”的定额步骤（写法为 待遇层.步骤）。{hint.Zh}"
        );
        return -1;
    }

    private IReadOnlyList<Dated<decimal>> Parameter(Node name)
    {
        if (!policy.Parameters.TryGetValue(name.Text(), out var parameter))
        {
            var hint = Spelling.Hint(name.Raw, policy.Parameters.Keys);
            name.Wrong(
                "parameter.unknown",
                $"'{name.Raw}' is not a parameter of index.yaml.{hint.En}",
                $"index.yaml 中没有参数“{name.Raw}”。{hint.Zh}"
            );
        }
        else if (parameter.Count > 0 && parameter[0].From > scope.From)
            name.Wrong(
                "value.late",
                $"the parameter '{name.Raw}' has no value before {IsoDay.Show(parameter[0].From)}, but it is needed from "
                    + $"{IsoDay.Show(scope.From)}. Add the value in force on that day.",
                $"参数“{name.Raw}”在 {IsoDay.Show(parameter[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} 起需要。"
                    + "请补上当日有效的值。"
            );
        return parameter ?? [];
    }

    private static decimal Times(Node? times) =>
        times is null ? 1m
        : times.Raw.EndsWith('%') ? new decimal(times.Rate().Millionths) / Rate.WholeMillionths
        : times.Number();
}
