using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Binds the amounts of one layer, or of what has no layers, to parameters, payment standards, parts and facts.</summary>
internal sealed class AmountBinder(Scope scope, IndexPolicy policy, Names names, LayerPolicy? layer, ProblemLog problems)
{
    /// <summary>The fact of a claim that is a number, and which is asked from now on; null where there is no claim.</summary>
    public Func<Word, Fact?>? NumberFact { get; init; }

    /// <summary>Binds amounts that belong to no layer, such as those of contracts and contributions.</summary>
    public static AmountBinder WithoutLayers(Scope scope, IndexPolicy policy, ProblemLog problems) =>
        new(scope, policy, new() { LayerIds = new HashSet<string>(StringComparer.Ordinal) }, null, problems);

    public Amount Bind(AmountPolicy stated)
    {
        if (stated.IsNone)
            return Amount.None;
        if (stated.PerDay.Count > 0)
            return new BedDays([.. stated.PerDay.Select(phase => phase.Above)], [.. stated.PerDay.Select(phase => phase.Cents)]);
        if (stated.IsFixed)
            return new FixedAmount(stated.Cents);
        if (NumberFact is null && stated.OfClaim is { } ofClaim)
        {
            problems.Wrong(
                ofClaim,
                "amount.needs_claim",
                $"this amount must be known without a claim, and '{ofClaim.Text}' is of a claim. Write the amount itself, or compute it of "
                    + "a 'parameter'.",
                $"此处的金额应不看单据即可确定，而“{ofClaim.Text}”来自单据。请直接写金额，或由参数（parameter）计算。"
            );
            return FixedAmount.Zero;
        }

        var multiple = new Multiple(stated.Times, stated.AtLeast, stated.AtMost) { RoundTo = stated.RoundTo };
        var growth = stated.Growth is { } grows ? Growth(grows) : null;
        return stated.Parameter is { } parameter && growth is null
            ? new ParameterAmount(Parameter(parameter), multiple)
            : new ComputedAmount(Base(stated), multiple, growth);
    }

    private AmountBase Base(AmountPolicy stated) =>
        stated.Standard is { } standard ? new StandardBase(StandardOf(standard))
        : stated.Parameter is { } parameter ? new ParameterBase(Parameter(parameter))
        : stated.Of is { } parts ? new PartsBase(Parts(parts))
        : stated.Fact is { } fact && NumberFact?.Invoke(fact) is { } number ? new FactBase(number)
        : stated.Bill is not null ? new BillBase()
        : new StatedBase(stated.Cents);

    private AmountGrowth? Growth(AmountGrowthPolicy grows) =>
        NumberFact?.Invoke(grows.Each) is { } each
            ? new(each, grows.Cents, grows.Millionths, grows.IsLess, grows.After, grows.Every)
            : null;

    /// <summary>Parts as they were at first. What the layer itself leaves is named when it has paid, and no amount before.</summary>
    private BaseParts Parts(BasePolicy of)
    {
        foreach (var own in of.Parts.Where(IsOwn))
            problems.Wrong(
                own.Name,
                "amount.own_part",
                $"'{own.Text}' is left by this layer itself, and not known before it has paid. Name parts of the bill or of earlier "
                    + "layers.",
                $"“{own.Text}”由本层留下，支付之前尚不确定。请写费用的部分或此前各层的部分。"
            );
        return names.PartsAtFirst(of.Parts, of.Place, problems);
    }

    private bool IsOwn(PartPolicy part) =>
        layer is not null && (part.Text == layer.Id || part.Text.StartsWith($"{layer.Id}.", StringComparison.Ordinal));

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
