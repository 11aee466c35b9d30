using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>An amount as it stands: fixed, none at all, computed from a parameter or a payment standard, or one for each day in
/// hospital.</summary>
/// <param name="Cents">The fixed amount in cents.</param>
internal sealed record AmountPolicy(long Cents)
{
    private static readonly KeyTable ComputedKeys = new(
        May("parameter", ValueForms.Declared(NameKind.Parameter), "参数：由哪个参数算出", "the parameter of which it is computed"),
        May(
            "standard",
            ValueForms.Offered(NameKind.Quota),
            "付费标准：由前面哪个定额步骤的标准算出",
            "the quota of whose standard it is computed"
        ),
        May("times", ValueForms.Either(ValueForms.Number, ValueForms.Rate), "倍数：乘几倍，或百分之几", "how often, or which share of it"),
        May("at_least", ValueForms.Money, "不低于", "the least that is computed"),
        May("at_most", ValueForms.Money, "不高于", "the most that is computed")
    );

    private static readonly KeyTable DayKeys = new(
        Need("per_day", DaysForm, "每床日的金额，可分阶段", "for each day in hospital, or for phases of the stay")
    );

    private static readonly KeyTable PhaseKeys = new(
        Need("above", ValueForms.Whole(0, 36_500), "超过多少天起", "after how many days it begins"),
        Need("value", ValueForms.Money, "值：每天的金额", "the amount of a day")
    );

    public static AmountPolicy None { get; } = new(0) { IsNone = true };

    /// <summary>Whether there is no such amount.</summary>
    public bool IsNone { get; init; }

    /// <summary>The parameter from which it is computed; null for none.</summary>
    public Word? Parameter { get; init; }

    /// <summary>The quota step whose payment standard it is computed from; null for none.</summary>
    public Word? Standard { get; init; }

    /// <summary>How often the parameter or standard is taken.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>The least that is computed, in cents.</summary>
    public long AtLeast { get; init; }

    /// <summary>The most that is computed, in cents.</summary>
    public long AtMost { get; init; } = long.MaxValue;

    /// <summary>The amounts for each day in hospital; empty where it is no such amount.</summary>
    public IReadOnlyList<PhasePolicy> PerDay { get; init; } = [];

    /// <summary>An amount, or one computed from a parameter or a payment standard: <c>{ parameter: …, times: …, at_least: …, at_most: …
    /// }</c>.</summary>
    public static AmountPolicy Read(Node node)
    {
        if (!node.IsMapping)
            return new(node.Money().Cents);
        node.OnlyKeys(ComputedKeys);
        var least = node.Optional("at_least")?.Money().Cents ?? 0;
        var most = node.Optional("at_most")?.Money().Cents ?? long.MaxValue;
        if (least > most)
            node.Wrong("amount.bounds", "'at_least' is above 'at_most'.", "“at_least”大于“at_most”。");
        var standard = node.Optional("standard");
        if (standard is not null)
            node.Optional("parameter")
                ?.Wrong(
                    "amount.both",
                    "an amount is computed from a 'parameter' or from a 'standard', not both.",
                    "金额由“parameter”或“standard”之一计算，不能两者并用。"
                );
        return new(0)
        {
            Parameter = standard is null ? node["parameter"].Word() : null,
            Standard = standard?.Word(),
            Times = ReadTimes(node.Optional("times")),
            AtLeast = Math.Min(least, most),
            AtMost = most,
        };
    }

    /// <summary>The form of <see cref="Read"/>.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        draft.Shared(
            "amount",
            () => ValueForms.AnyOf(ValueForms.Money(draft), ValueForms.OneOf(ComputedKeys.Schema(draft), "parameter", "standard"))
        );

    /// <summary>The form of <see cref="ReadOrNone"/>.</summary>
    public static JsonObject OrNone(SchemaDraft draft) => ValueForms.AnyOf(Form(draft), NoAmount(draft));

    /// <summary>The form of <see cref="ReadStandard"/>.</summary>
    public static JsonObject StandardForm(SchemaDraft draft) => ValueForms.AnyOf(Form(draft), NoAmount(draft), DayKeys.Schema(draft));

    private static JsonObject NoAmount(SchemaDraft draft) => ValueForms.Words(("none", "不设", "none"))(draft);

    private static JsonObject DaysForm(SchemaDraft draft) =>
        ValueForms.AnyOf(ValueForms.Money(draft), ValueForms.List(PhaseKeys.Schema, 1)(draft));

    /// <summary>As <see cref="Read"/>, or the word <c>none</c>.</summary>
    public static AmountPolicy ReadOrNone(Node node) => node is { IsScalar: true, Raw: "none" } ? None : Read(node);

    /// <summary>As <see cref="ReadOrNone"/>, or <c>{ per_day: 300 }</c>, or one for each phase of the stay.</summary>
    public static AmountPolicy ReadStandard(Node node)
    {
        if (!node.IsMapping || node.Optional("per_day") is not { } days)
            return ReadOrNone(node);
        node.OnlyKeys(DayKeys);
        return new(0) { PerDay = ReadPhases(days) };
    }

    private static List<PhasePolicy> ReadPhases(Node node)
    {
        if (!node.IsSequence)
            return [new(0, node.Money().Cents)];
        if (node.Elements.Count == 0)
            node.Wrong(
                "phases.empty",
                "expected at least one phase, such as { above: 0, value: 300 }.",
                "至少应有一个阶段，如 { above: 0, value: 300 }。"
            );
        var phases = new List<PhasePolicy>();
        foreach (var phase in node.Elements)
        {
            phase.OnlyKeys(PhaseKeys);
            var edge = phase["above"].Whole(0, 36_500);
            if (phases.Count == 0 && edge != 0)
                phase["above"]
                    .Wrong(
                        "phases.start",
                        "the first phase begins above 0 days. Write { above: 0, value: … } first.",
                        "第一阶段应从 0 日开始。请先写 { above: 0, value: … }。"
                    );
            if (phases.Count > 0 && edge <= phases[^1].Above)
                phase["above"]
                    .Wrong(
                        "phases.order",
                        "the phases must rise: this one does not begin after the one before it.",
                        "各阶段应递增：本阶段的起点不晚于前一阶段。"
                    );
            phases.Add(new(edge, phase["value"].Money().Cents));
        }

        return phases;
    }

    private static decimal ReadTimes(Node? times) =>
        times is null ? 1m
        : times.Raw.EndsWith('%') ? new decimal(times.Rate().Millionths) / Rate.WholeMillionths
        : times.Number();
}

/// <summary>An amount for each day of a stay after some days.</summary>
/// <param name="Above">After how many days it begins.</param>
/// <param name="Cents">The amount in cents.</param>
internal sealed record PhasePolicy(int Above, long Cents);
