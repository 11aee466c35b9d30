using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Per-disease payment: the payer pays its rate of a payment standard, whatever the bill (quota) or on the lesser of the two
/// (limit).</summary>
internal sealed class QuotaStep(
    int index,
    QuotaParts parts,
    QuotaForm form,
    bool hospitalSaves,
    int hospitalShare,
    AdjustedAmounts adjusted,
    Table<int?> rates,
    Table<int>? tolerances
) : Step(index)
{
    private readonly Table<Amount> _standards = adjusted.Table;

    private static readonly TableForm Standards = TableForm.Of("standards", AmountPolicy.StandardForm);

    private static readonly KeyTable ExcessKeys = new(
        May("hospital", ValueForms.Rate, "医院承担的比例", "the hospital's share"),
        May("patient", ValueForms.Rate, "患者承担的比例", "the patient's share")
    );

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        SharedKeys.TitleIfAny,
        KindOfStep.Key,
        Need(
            "pays_on",
            ValueForms.Words(
                ("quota", "按标准付", "the standard"),
                ("rest_of_quota", "付标准减去个人部分", "the standard less what the patient paid"),
                ("limit", "限额：按实际费用的比例付，不超过标准", "the bill, up to the standard")
            ),
            "怎么付",
            "what the payer pays on"
        ),
        Need("amount", Standards.Schema, "金额：付费标准，带日期", "the payment standards, by days"),
        AdjustedAmounts.Key,
        May("tolerance", TableForm.Rates.Schema, "上浮：标准可以上浮的比例", "by which share the standard may be passed"),
        Need("rate", TableForm.Rates.Schema, "比例：支付比例，带日期", "the rates, by days"),
        Need("excess", ValueForms.Mapping(ExcessKeys), "超标准：由谁承担", "who bears what is above the standard"),
        May(
            "saving",
            ValueForms.Words(("hospital", "归医院", "the hospital"), ("fund", "归基金", "the fund")),
            "结余：低于标准的归谁",
            "who has what is below the standard"
        ),
        SharedKeys.ReferenceIfAny,
        SharedKeys.Href,
        SharedKeys.Note,
    ]);

    public static KindOfStep Kind { get; } =
        KindOfStep.Of<QuotaPolicy>("quota", new("a payment standard", "定额、限额：与付费标准比较"), pays: true, Keys, Read, Compile);

    public static QuotaPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var form = node["pays_on"].OneOf(("quota", QuotaForm.Quota), ("rest_of_quota", QuotaForm.RestOfQuota), ("limit", QuotaForm.Limit));
        var saving = form == QuotaForm.Limit ? node.Optional("saving") : node["saving"];
        if (form == QuotaForm.Limit)
            saving?.Wrong(
                "quota.saving",
                "a limit leaves no saving: the payer pays on the bill. Leave 'saving' out.",
                "限额付费没有结余：按实际费用支付。请删去“saving”。"
            );
        return new(
            form,
            saving is not null && saving.OneOf("hospital", "fund") is "hospital",
            HospitalShare(node["excess"]),
            TableReader.Read(node["amount"], row => AmountPolicy.ReadStandard(row["value"]), Standards),
            TableReader.Read(node["rate"], row => row["value"].Rate().Millionths, TableForm.Rates),
            node.Optional("tolerance") is { } tolerance
                ? TableReader.Read(tolerance, row => row["value"].Rate().Millionths, TableForm.Rates)
                : null
        )
        {
            Adjust = AdjustedAmounts.Read(node),
        };
    }

    public static QuotaStep Compile(StepPolicy step, QuotaPolicy stated, LayerContext layer)
    {
        var adjusted = AdjustedAmounts.Compile(step, stated.Amount, stated.Adjust, layer, isLess: null);
        var standards = adjusted.Table;
        var rates = layer.Table(step, "rate", stated.Rate, (int?)null, rate => rate);
        layer.Leans(rates, (a, b) => (a ?? 0) < (b ?? 0), (a, b) => (a ?? 0) != (b ?? 0));
        var tolerances = stated.Tolerance is { } tolerance ? layer.Table(step, "tolerance", tolerance, 0) : null;
        if (standards.IsOfItem || rates.IsOfItem || tolerances is { IsOfItem: true })
            layer.WrongByItem(
                step.Place,
                "quota.item",
                new("a payment standard is for a case and cannot ask facts of items.", "付费标准针对病例，不能使用项目的事实。"),
                new(
                    "a payment standard is for a case, and 'decided_by: service' gives each item the values of its own day. Let another "
                        + "day decide this layer, such as 'decided_by: discharge'.",
                    "付费标准针对病例，而“decided_by: service”使每个项目按各自的日期取值。请改由其他日期决定本层，如“decided_by: discharge”。"
                )
            );
        var place = layer.AddStep(step.Id, Period.Claim);
        layer.AddStandard(step.Id, place);
        return new(
            place,
            new(layer.AddPart("share"), layer.AddPart("excess"), layer.AddPart("saving")),
            stated.Form,
            stated.HospitalSaves,
            stated.HospitalShare,
            adjusted,
            rates,
            tolerances
        );
    }

    /// <summary>What the payer pays on where the bill is below the standard.</summary>
    public QuotaForm Form => form;

    public override IEnumerable<long> Amounts => adjusted.Values;

    public override bool IsReady(Desk settling, Layer layer) => IsKnown(_standards, settling, layer);

    public override bool HasStandard(Desk settling) => !_standards.Values[settling.Row(_standards)].IsNone;

    public override Amount? AmountOf(int row) => AmountOf(_standards, row);

    public override bool ChangesAmounts => adjusted.HasChanges;

    public override void Run(LayerRun run)
    {
        var row = run.Desk.Row(_standards);
        var rateRow = run.Desk.Row(rates);
        var standard = Standard(run, row);
        run.Desk.SetStandard(Index, standard);
        var isRepealed = rates.Values[rateRow] is null;
        var rate = rates.Values[rateRow] ?? 0;
        var bill = run.Cost;
        var within = Math.Min(bill, standard);

        var due = Rounding.Portion(within, rate);
        var paid = Math.Min(due, run.Payable);
        var share = run.Desk.Bill.Add(
            new(Index, StepKind.QuotaShare, rates.Rows[rateRow], within, paid)
            {
                Rate = Rate.FromMillionths(rate),
                Limit = standard,
                StandardRow = _standards.Rows[row],
                Due = due,
            }
        );
        run.Pay(new(share, paid));
        run.Rest = (share, parts.Share);
        if (bill > standard)
        {
            var ofHospital = Rounding.Portion(bill - standard, hospitalShare);
            var borne = Math.Min(ofHospital, run.Payable);
            var kept = Math.Min(bill - standard - borne, run.Payable - borne);
            var excess = run.Desk.Bill.Add(
                new(Index, StepKind.QuotaExcess, _standards.Rows[row], bill - standard, borne)
                {
                    Rate = Rate.FromMillionths(hospitalShare),
                    Limit = standard,
                    Due = ofHospital,
                    Rest = kept,
                }
            );
            run.LeaveToHospital(excess, borne);
            run.CutCost(excess, parts.Excess, bill - standard - borne);
        }
        else if (hospitalSaves && !isRepealed && Saving(standard, bill, rate, due) is > 0 and var saved)
        {
            var saving = run.Desk.Bill.Add(
                new(Index, StepKind.QuotaSaving, _standards.Rows[row], standard - bill, saved) { Limit = standard }
            );
            run.Save(saving, parts.Saving, saved);
        }
    }

    /// <summary>The payment standard with its tolerance, explained where it is more than a fixed amount.</summary>
    private long Standard(LayerRun run, int row)
    {
        var amount = _standards.Values[row];
        var standard = adjusted.Of(run, row);
        run.Explain(amount, Index, _standards.Rows[row]);
        var bedDays = amount as BedDays;
        for (var phase = 0; phase < bedDays?.After.Length; phase++)
            if (bedDays.InPhase(run.Desk.Claim, phase) is > 0 and var days)
                run.Desk.Bill.Add(
                    new(Index, StepKind.BedDays, _standards.Rows[row], bedDays.Cents[phase], BedDays.Sum(bedDays.Cents[phase], days))
                    {
                        Days = days,
                    }
                );
        adjusted.ExplainChanges(run, Index, row);
        if (tolerances is null)
            return standard;
        var at = run.Desk.Row(tolerances);
        var more = Rounding.Portion(standard, tolerances.Values[at]);
        if (more > 0)
            run.Desk.Bill.Add(
                new(Index, StepKind.Tolerance, tolerances.Rows[at], standard, more) { Rate = Rate.FromMillionths(tolerances.Values[at]) }
            );
        return standard + more;
    }

    /// <summary>What the payer pays beyond its rate of the bill.</summary>
    private long Saving(long standard, long bill, int rate, long due) =>
        form == QuotaForm.Quota ? Rounding.Portion(standard, rate) - due : standard - bill;

    private static int HospitalShare(Node excess)
    {
        excess.OnlyKeys(ExcessKeys);
        var hospital = excess.Optional("hospital")?.Rate() ?? Rate.None;
        var patient = excess.Optional("patient")?.Rate() ?? Rate.None;
        if (excess.IsMapping && hospital.Millionths + patient.Millionths != Rate.WholeMillionths)
            excess.Wrong("quota.excess", "the shares of the excess must add up to 100%.", "超支分担比例之和应为 100%。");
        return hospital.Millionths;
    }
}

/// <summary>What a step of kind <c>quota</c> states.</summary>
/// <param name="Form">What the payer pays on.</param>
/// <param name="HospitalSaves">Whether the hospital has what is saved.</param>
/// <param name="HospitalShare">The hospital's share of what is above the standard, in millionths.</param>
/// <param name="Amount">The payment standards.</param>
/// <param name="Rate">The rates in millionths.</param>
/// <param name="Tolerance">By what share in millionths the standards may be passed; null for nothing.</param>
internal sealed record QuotaPolicy(
    QuotaForm Form,
    bool HospitalSaves,
    int HospitalShare,
    DatedTablePolicy<AmountPolicy> Amount,
    DatedTablePolicy<int> Rate,
    DatedTablePolicy<int>? Tolerance
) : StepForm
{
    /// <summary>The changes of the standards, in their order.</summary>
    public required IReadOnlyList<DatedTablePolicy<AmountChange>> Adjust { get; init; }

    public override IReadOnlyList<string> Tables => ["amount", "adjust", "rate", "tolerance"];
}

/// <summary>What the payer pays on where the bill is below the standard.</summary>
internal enum QuotaForm
{
    /// <summary>Its rate of the standard; the patient pays the rest of the bill at that rate.</summary>
    Quota,

    /// <summary>The standard less the patient's share of the bill, so that the hospital receives the whole standard.</summary>
    RestOfQuota,

    /// <summary>Its rate of the bill.</summary>
    Limit,
}

/// <summary>The parts that a quota leaves: the patient's share within it, the patient's part of the excess, and the saving.</summary>
internal sealed record QuotaParts(int Share, int Excess, int Saving);
