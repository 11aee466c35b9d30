using System.Collections.Frozen;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>What the parts, payers and running sums of a settlement are called in words.</summary>
internal sealed class PartWords(Settlement settlement)
{
    private static readonly BilingualText FirstShare = new("first self-pay", "先行自付");
    private static readonly BilingualText Admissions = new("Admissions", "住院次数");

    private readonly Dictionary<string, StepKind> _kinds = settlement
        .Steps.Where(step => step.Kind != StepKind.Stated && !Explains(step.Kind))
        .DistinctBy(step => $"{step.Layer}.{step.Step}")
        .ToDictionary(step => $"{step.Layer}.{step.Step}", step => step.Kind, StringComparer.Ordinal);

    /// <summary>The ids of steps that say their kind and nothing more.</summary>
    private static readonly FrozenSet<string> PlainIds = FrozenSet.ToFrozenSet(
        ["deductible", "share", "cap", "quota", "account", "top_up"],
        StringComparer.Ordinal
    );

    /// <summary>The personal accounts; null where the rulebook has none, and the patient then pays in cash alone.</summary>
    public BilingualText? Account => settlement.Legend.AccountTitle;

    /// <summary>A part: what the catalogue cut, or what a layer left under a step's name.</summary>
    public BilingualText Part(string name) =>
        name switch
        {
            "out_of_scope" => new("Out of scope", "全自费"),
            "over_ceiling" => new("Over ceiling", "超限价"),
            "first_self_pay" => new("First self-pay", "乙类先行自付"),
            "in_scope" => new("In scope", "政策范围内"),
            "refused" => new("Refused", "拒付"),
            _ => OfLayer(name, Step),
        };

    /// <summary>What is left of a part that steps took amounts from.</summary>
    public BilingualText PartLeft(PartAmount part)
    {
        var title = Part(part.Name);
        return part.AtFirst == part.Amount || part.Amount == Money.Zero ? title : new(title.En + Words.Rest.En, title.Zh + Words.Rest.Zh);
    }

    /// <summary>A running sum of the history.</summary>
    public BilingualText Used(string what) => what == "admissions" ? Admissions : OfLayer(what, UsedStep);

    public BilingualText Payer(string id) => settlement.Legend.Payers.FirstOrDefault(payer => payer.Id == id)?.Title ?? new(id, id);

    private BilingualText OfLayer(string name, Func<string, string, BilingualText> stepWord)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (id, step) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        var title = settlement.Legend.Layers.FirstOrDefault(layer => layer.Id == id)?.Title ?? new(id, id);
        if (step.Length == 0)
            return title;
        var word = stepWord(name, step);
        return new($"{title.En}: {word.En}", $"{title.Zh}·{word.Zh}");
    }

    /// <summary>A step of the trace: its title; without one its kind where its id says no more, and else its id.</summary>
    public BilingualText Step(TraceStep step) =>
        TitleOf($"{step.Layer}.{step.Step}")
        ?? (
            step is { Kind: StepKind.RateChange, Layer: Legend.Catalogue, Step: "first_self_pay" } ? FirstShare
            : step.Kind is StepKind.Refusal or StepKind.OverCeiling or StepKind.Weighted or StepKind.Stated || PlainIds.Contains(step.Step)
                ? Terms.Of(step.Kind)
            : new(step.Step, step.Step)
        );

    private BilingualText? TitleOf(string name) => settlement.Legend.StepTitles.GetValueOrDefault(name);

    private BilingualText Step(string name, string step) =>
        TitleOf(name) is { } title ? title
        : _kinds.TryGetValue(name, out var kind) ? Left(kind, step)
        : step is "excess" ? new("excess over the standard", "超标准部分")
        : step is "saving" ? new("saving below the standard", "低于标准的结余")
        : step is "deductible" ? Left(StepKind.Deductible, step)
        : step is "share" ? Left(StepKind.Band, step)
        : step is "cap" ? Left(StepKind.CapOnPayment, step)
        : new(step, step);

    private BilingualText UsedStep(string name, string step) =>
        TitleOf(name) is { } title ? title
        : _kinds.TryGetValue(name, out var kind) ? Counted(kind, step)
        : step is "share" ? Counted(StepKind.Band, step)
        : step is "cap" ? Counted(StepKind.CapOnPayment, step)
        : Step(name, step);

    /// <summary>Whether a line only says what the next line of its step goes by.</summary>
    internal static bool Explains(StepKind kind) =>
        kind is StepKind.RateChange or StepKind.BedDays or StepKind.Tolerance or StepKind.Weighted
        || kind is StepKind.AmountChange or StepKind.AmountShare or StepKind.DeductibleCeiling
        || ComputedWords.Tells(kind);

    /// <summary>What a step leaves with the patient; the step's own name where its lines leave nothing.</summary>
    internal static BilingualText Left(StepKind kind, string step) =>
        kind switch
        {
            StepKind.Deductible => new("deductible", "起付线"),
            StepKind.Band or StepKind.TopUp => new("share", "自付段"),
            StepKind.CapOnCost => new("cost above the cap", "超限费用"),
            StepKind.CapOnPayment => new("payment above the cap", "超封顶线"),
            StepKind.QuotaShare or StepKind.QuotaSaving or StepKind.QuotaExcess or StepKind.Account => new(step, step),
            StepKind.OverCeiling or StepKind.Refusal or StepKind.Stated => new(step, step),
            _ when Explains(kind) => new(step, step),
            _ => throw UnknownKind.Of(kind),
        };

    /// <summary>What the running sum of a step counts.</summary>
    internal static BilingualText Counted(StepKind kind, string step) =>
        kind switch
        {
            StepKind.Band => new("cost in the bands", "已计入分段的费用"),
            StepKind.CapOnCost => new("cost under the cap", "限额内费用"),
            StepKind.CapOnPayment => new("payment under the cap", "封顶线内支付"),
            _ => Left(kind, step),
        };
}
