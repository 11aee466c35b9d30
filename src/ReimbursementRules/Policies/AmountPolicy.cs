using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>An amount as it stands: fixed, none at all, computed of something, or one for each day in hospital.</summary>
/// <param name="Cents">The fixed amount in cents, or that from which it grows.</param>
internal sealed record AmountPolicy(long Cents)
{
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

    /// <summary>Where it is computed of the whole bill; null where it is not.</summary>
    public Word? Bill { get; init; }

    /// <summary>The parts, as they were at first, of which it is computed; null for none.</summary>
    public BasePolicy? Of { get; init; }

    /// <summary>The number of the claim, in yuan, of which it is computed; null for none.</summary>
    public Word? Fact { get; init; }

    /// <summary>How it grows with a number of the claim; null where it does not.</summary>
    public AmountGrowthPolicy? Growth { get; init; }

    /// <summary>The unit to which it is rounded once it is computed, in cents.</summary>
    public long RoundTo { get; init; } = 1;

    /// <summary>Whether it is stated as it is, and nothing computed.</summary>
    public bool IsFixed =>
        this is { IsNone: false, Parameter: null, Standard: null, Bill: null, Of: null, Fact: null, Growth: null, PerDay.Count: 0 };

    /// <summary>What of it only a claim tells; null where it is known without one.</summary>
    public Word? OfClaim => Bill ?? (Of is { Parts: [var first, ..] } ? first.Name : null) ?? Fact ?? Growth?.Each;

    /// <summary>How often that of which it is computed is taken.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>The least that is computed, in cents.</summary>
    public long AtLeast { get; init; }

    /// <summary>The most that is computed, in cents.</summary>
    public long AtMost { get; init; } = long.MaxValue;

    /// <summary>The amounts for each day in hospital; empty where it is no such amount.</summary>
    public IReadOnlyList<PhasePolicy> PerDay { get; init; } = [];

    /// <summary>An amount, or one that is computed: <c>{ parameter: …, times: …, at_least: …, at_most: … }</c>.</summary>
    public static AmountPolicy Read(Node node) => node.IsMapping ? AmountReader.Read(node) : new(node.Money().Cents);

    /// <summary>The form of <see cref="Read"/>.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        draft.Shared("amount", () => ValueForms.AnyOf(ValueForms.Money(draft), AmountReader.Schema(draft)));

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
}

/// <summary>An amount for each day of a stay after some days.</summary>
/// <param name="Above">After how many days it begins.</param>
/// <param name="Cents">The amount in cents.</param>
internal sealed record PhasePolicy(int Above, long Cents);
