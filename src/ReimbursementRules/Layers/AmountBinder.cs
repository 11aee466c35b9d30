using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Binds the amounts of one layer, or of what has no layers, to parameters and payment standards.</summary>
internal sealed class AmountBinder(Scope scope, IndexPolicy policy, Names names, LayerPolicy? layer, ProblemLog problems)
{
    /// <summary>Binds amounts that belong to no layer, such as those of contracts and contributions.</summary>
    public static AmountBinder WithoutLayers(Scope scope, IndexPolicy policy, ProblemLog problems) =>
        new(scope, policy, new() { LayerIds = new HashSet<string>(StringComparer.Ordinal) }, null, problems);

    public Amount Bind(AmountPolicy stated)
    {
        if (stated.IsNone)
            return Amount.None;
        if (stated.PerDay.Count > 0)
            return new BedDays([.. stated.PerDay.Select(phase => phase.Above)], [.. stated.PerDay.Select(phase => phase.Cents)]);
        var multiple = new Multiple(stated.Times, stated.AtLeast, stated.AtMost);
        return stated.Standard is { } standard ? new StandardAmount(StandardOf(standard), multiple)
            : stated.Parameter is { } parameter ? new ParameterAmount(Parameter(parameter), multiple)
            : new FixedAmount(stated.Cents);
    }

    /// <summary>An amount that is known without a claim. Without layers there is no standard; what names one is a problem.</summary>
    public DatedAmount BindDated(AmountPolicy stated) => Bind(stated) as DatedAmount ?? FixedAmount.Zero;

    private int StandardOf(Word standard)
    {
        if (layer?.InsteadOf is not null)
            problems.Wrong(
                standard,
                "standard.instead_of",
                "a layer that stands in for another cannot measure by a standard: where no quota was at work neither layer "
                    + "would pay. Write the amount itself.",
                "替代其他层的待遇层不能按付费标准计算金额：没有定额适用时两层都不会支付。请直接写金额。"
            );
        if (names.Standards.TryGetValue(standard.Text, out var step))
            return step;
        var hint = problems.Hint(standard.Text, names.Standards.Keys);
        problems.Wrong(
            standard,
            "standard.unknown",
            $"'{standard.Text}' is not a quota step of an earlier layer, written layer.step.{hint.En}",
            $"此前没有名为“{standard.Text}”的定额步骤（写法为 待遇层.步骤）。{hint.Zh}"
        );
        return -1;
    }

    private IReadOnlyList<Dated<decimal>> Parameter(Word name)
    {
        if (!policy.Parameters.TryGetValue(name.Text, out var parameter))
        {
            var hint = problems.Hint(name.Text, policy.Parameters.Keys);
            problems.Wrong(
                name,
                "parameter.unknown",
                $"'{name.Text}' is not a parameter of index.yaml.{hint.En}",
                $"index.yaml 中没有参数“{name.Text}”。{hint.Zh}"
            );
        }
        else if (parameter.Count > 0 && parameter[0].From > scope.From)
            problems.Wrong(
                name,
                "value.late",
                $"the parameter '{name.Text}' has no value before {IsoDay.Show(parameter[0].From)}, but it is needed from "
                    + $"{IsoDay.Show(scope.From)}. Add the value in force on that day.",
                $"参数“{name.Text}”在 {IsoDay.Show(parameter[0].From)} 之前没有值，但自 {IsoDay.Show(scope.From)} 起需要。"
                    + "请补上当日有效的值。"
            );
        return parameter ?? [];
    }
}
