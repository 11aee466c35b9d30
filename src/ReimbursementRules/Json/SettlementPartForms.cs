using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Values;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Settlements;

[JsonConverter(typeof(JsonFormConverter<PayerAmount>))]
public sealed partial record PayerAmount : IJsonForm<PayerAmount>
{
    private static readonly JsonKey<PayerAmount, string> PayerKey = new("payer", Text, one => one.Payer);
    private static readonly JsonKey<PayerAmount, BilingualText> TitleKey = new("title", BilingualText.JsonForm.AsValue, one => one.Title);
    private static readonly JsonKey<PayerAmount, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);

    internal static readonly RecordForm<PayerAmount> JsonForm = new(
        "payer",
        [PayerKey, TitleKey, AmountKey],
        node => new(PayerKey.In(node) ?? "", TitleKey.In(node), AmountKey.In(node))
    );

    static JsonForm<PayerAmount> IJsonForm<PayerAmount>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<PartAmount>))]
public sealed partial record PartAmount : IJsonForm<PartAmount>
{
    private static readonly JsonKey<PartAmount, string> NameKey = new("name", Text, one => one.Name);
    private static readonly JsonKey<PartAmount, Money> AtFirstKey = new("at_first", JsonValueForms.Money, one => one.AtFirst);
    private static readonly JsonKey<PartAmount, Money> AccountKey = new("account", JsonValueForms.Money, one => one.Account);
    private static readonly JsonKey<PartAmount, Money> CashKey = new("cash", JsonValueForms.Money, one => one.Cash);
    private static readonly JsonKey<PartAmount, Money> HospitalKey = new("hospital", JsonValueForms.Money, one => one.Hospital);
    private static readonly JsonKey<PartAmount, ImmutableArray<PayerAmount>> PayersKey = new(
        "payers",
        List(PayerAmount.JsonForm.AsValue),
        one => one.Payers
    );

    internal static readonly RecordForm<PartAmount> JsonForm = new(
        "part",
        [NameKey, AtFirstKey, AccountKey, CashKey, HospitalKey, PayersKey],
        node =>
            new(
                NameKey.In(node) ?? "",
                AtFirstKey.In(node),
                AccountKey.In(node),
                CashKey.In(node),
                HospitalKey.In(node),
                ListIn(PayersKey, node)
            )
    );

    static JsonForm<PartAmount> IJsonForm<PartAmount>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<ItemSettlement>))]
public readonly partial record struct ItemSettlement : IJsonForm<ItemSettlement>
{
    private static readonly JsonKey<ItemSettlement, FeeItem> ItemKey = new(
        "item",
        ClaimForms.OfItem.AsValue(ClaimReader.Item),
        one => one.Item
    );
    private static readonly JsonKey<ItemSettlement, Money> FeeKey = new("fee", JsonValueForms.Money, one => one.Fee);
    private static readonly JsonKey<ItemSettlement, Money> OutOfScopeKey = new("out_of_scope", JsonValueForms.Money, one => one.OutOfScope);
    private static readonly JsonKey<ItemSettlement, Money> OverCeilingKey = new(
        "over_ceiling",
        JsonValueForms.Money,
        one => one.OverCeiling
    );
    private static readonly JsonKey<ItemSettlement, Money> FirstSelfPayKey = new(
        "first_self_pay",
        JsonValueForms.Money,
        one => one.FirstSelfPay
    );
    private static readonly JsonKey<ItemSettlement, Money> InScopeKey = new("in_scope", JsonValueForms.Money, one => one.InScope);
    private static readonly JsonKey<ItemSettlement, Money> RefusedKey = new("refused", JsonValueForms.Money, one => one.Refused);
    private static readonly JsonKey<ItemSettlement, Money> AccountKey = new("account", JsonValueForms.Money, one => one.Account);
    private static readonly JsonKey<ItemSettlement, Money> CashKey = new("cash", JsonValueForms.Money, one => one.Cash);
    private static readonly JsonKey<ItemSettlement, Money> HospitalKey = new("hospital", JsonValueForms.Money, one => one.Hospital);
    private static readonly JsonKey<ItemSettlement, ImmutableArray<PayerAmount>> PayersKey = new(
        "payers",
        List(PayerAmount.JsonForm.AsValue),
        one => one.Payers
    );
    private static readonly JsonKey<ItemSettlement, PolicySource> SourceKey = new(
        "source",
        PolicySource.JsonForm.AsValue,
        one => one.Source
    );

    internal static readonly RecordForm<ItemSettlement> JsonForm = new(
        "item",
        [
            ItemKey,
            FeeKey,
            OutOfScopeKey,
            OverCeilingKey,
            FirstSelfPayKey,
            InScopeKey,
            RefusedKey,
            AccountKey,
            CashKey,
            HospitalKey,
            PayersKey,
            SourceKey,
        ],
        node =>
            new(
                new StatedItem(
                    ItemKey.In(node),
                    FeeKey.In(node),
                    [OutOfScopeKey.In(node), OverCeilingKey.In(node), FirstSelfPayKey.In(node), InScopeKey.In(node), RefusedKey.In(node)],
                    AccountKey.In(node),
                    CashKey.In(node),
                    HospitalKey.In(node),
                    ListIn(PayersKey, node),
                    SourceKey.In(node)
                ),
                0
            )
    );

    static JsonForm<ItemSettlement> IJsonForm<ItemSettlement>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<TraceMove>))]
public sealed partial record TraceMove : IJsonForm<TraceMove>
{
    private static readonly JsonKey<TraceMove, string> PartKey = new("part", Text, one => one.Part);
    private static readonly JsonKey<TraceMove, string> ToKey = new("to", Text, one => one.To);
    private static readonly JsonKey<TraceMove, bool> KeptKey = new("kept", YesNo, one => one.IsKept);
    private static readonly JsonKey<TraceMove, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);

    internal static readonly RecordForm<TraceMove> JsonForm = new(
        "move",
        [PartKey, ToKey, KeptKey, AmountKey],
        node => new(PartKey.In(node) ?? "", ToKey.In(node) ?? "", KeptKey.In(node), AmountKey.In(node))
    );

    static JsonForm<TraceMove> IJsonForm<TraceMove>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<TraceStep>))]
public sealed partial record TraceStep : IJsonForm<TraceStep>
{
    private static readonly JsonKey<TraceStep, string> LayerKey = new("layer", Text, one => one.Layer);
    private static readonly JsonKey<TraceStep, BilingualText> TitleKey = new(
        "title",
        BilingualText.JsonForm.AsValue,
        one => one.LayerTitle
    );
    private static readonly JsonKey<TraceStep, string> StepKey = new("step", Text, one => one.Step);
    private static readonly JsonKey<TraceStep, StepKind> KindKey = new("kind", Word<StepKind>(), one => one.Kind);
    private static readonly JsonKey<TraceStep, Money> BaseKey = new("base", JsonValueForms.Money, one => one.Base);
    private static readonly OptionalKey<TraceStep, Rate> RateKey = new("rate", JsonValueForms.ComputedRate, one => one.Rate);
    private static readonly OptionalKey<TraceStep, Rate> RateBeforeKey = new(
        "rate_before",
        JsonValueForms.ComputedRate,
        one => one.RateBefore
    );
    private static readonly JsonKey<TraceStep, int> DaysKey = new("days", Int, one => one.Days);
    private static readonly JsonKey<TraceStep, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);
    private static readonly OptionalKey<TraceStep, Money> DueKey = new("due", JsonValueForms.Money, one => one.Due);
    private static readonly OptionalKey<TraceStep, Money> RestKey = new("rest", JsonValueForms.Money, one => one.Rest);
    private static readonly JsonKey<TraceStep, Money> LimitKey = new("limit", JsonValueForms.Money, one => one.Limit);
    private static readonly OptionalKey<TraceStep, Money> UpperKey = new("upper", JsonValueForms.Money, one => one.Upper);
    private static readonly JsonKey<TraceStep, Period> PerKey = new("per", Word<Period>(), one => one.Per);
    private static readonly JsonKey<TraceStep, Money> BeforeKey = new("before", JsonValueForms.Money, one => one.Before);
    private static readonly JsonKey<TraceStep, ImmutableArray<TraceMove>> MovesKey = new(
        "moves",
        List(TraceMove.JsonForm.AsValue),
        one => one.Moves
    );
    private static readonly JsonKey<TraceStep, PolicySource> SourceKey = new("source", PolicySource.JsonForm.AsValue, one => one.Source);
    private static readonly OptionalRecordKey<TraceStep, string> PartKey = new("part", Text, one => one.Part);
    private static readonly OptionalRecordKey<TraceStep, PolicySource> StandardKey = new(
        "standard",
        PolicySource.JsonForm.AsValue,
        one => one.StandardSource
    );

    internal static readonly RecordForm<TraceStep> JsonForm = new(
        "step",
        [
            LayerKey,
            TitleKey,
            StepKey,
            KindKey,
            BaseKey,
            RateKey,
            RateBeforeKey,
            DaysKey,
            AmountKey,
            DueKey,
            RestKey,
            LimitKey,
            UpperKey,
            PerKey,
            BeforeKey,
            MovesKey,
            SourceKey,
            StandardKey,
            PartKey,
        ],
        node =>
            new(
                LayerKey.In(node) ?? "",
                TitleKey.In(node),
                StepKey.In(node) ?? "",
                KindKey.In(node),
                BaseKey.In(node),
                AmountKey.In(node),
                SourceKey.In(node)
            )
            {
                Rate = RateKey.In(node),
                RateBefore = RateBeforeKey.In(node),
                Days = DaysKey.In(node),
                Due = DueKey.In(node),
                Rest = RestKey.In(node),
                Limit = LimitKey.In(node),
                Upper = UpperKey.In(node),
                Per = PerKey.In(node),
                Before = BeforeKey.In(node),
                Moves = ListIn(MovesKey, node),
                StandardSource = StandardKey.In(node),
                Part = PartKey.In(node),
            }
    );

    static JsonForm<TraceStep> IJsonForm<TraceStep>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<Finding>))]
public sealed partial record Finding : IJsonForm<Finding>
{
    private static readonly JsonKey<Finding, string> IdKey = new("id", Text, one => one.Id);
    private static readonly JsonKey<Finding, Verdict> VerdictKey = new("verdict", Word<Verdict>(), one => one.Verdict);
    private static readonly JsonKey<Finding, BilingualText> MessageKey = new("message", BilingualText.JsonForm.AsValue, one => one.Message);
    private static readonly OptionalKey<Finding, int> ItemKey = new("item", Int, one => one.Item + 1);
    private static readonly OptionalKey<Finding, DateOnly> DueKey = new("due", JsonValueForms.Day, one => one.Due);
    private static readonly JsonKey<Finding, PolicySource> SourceKey = new("source", PolicySource.JsonForm.AsValue, one => one.Source);

    internal static readonly RecordForm<Finding> JsonForm = new(
        "finding",
        [IdKey, VerdictKey, MessageKey, ItemKey, DueKey, SourceKey],
        node =>
            new(IdKey.In(node) ?? "", VerdictKey.In(node), MessageKey.In(node), ItemKey.In(node) - 1, DueKey.In(node), SourceKey.In(node))
    );

    static JsonForm<Finding> IJsonForm<Finding>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<SkippedLayer>))]
public sealed partial record SkippedLayer : IJsonForm<SkippedLayer>
{
    private static readonly JsonKey<SkippedLayer, string> LayerKey = new("layer", Text, one => one.Layer);
    private static readonly JsonKey<SkippedLayer, BilingualText> TitleKey = new("title", BilingualText.JsonForm.AsValue, one => one.Title);
    private static readonly JsonKey<SkippedLayer, SkipReason> ReasonKey = new("reason", Word<SkipReason>(), one => one.Reason);
    private static readonly JsonKey<SkippedLayer, string> ConditionsKey = new("conditions", Text, one => one.Conditions);
    private static readonly OptionalRecordKey<SkippedLayer, BilingualText> UnmetKey = new(
        "unmet",
        BilingualText.JsonForm.AsValue,
        one => one.Unmet
    );

    internal static readonly RecordForm<SkippedLayer> JsonForm = new(
        "skipped",
        [LayerKey, TitleKey, ReasonKey, ConditionsKey, UnmetKey],
        node =>
            new(LayerKey.In(node) ?? "", TitleKey.In(node), ReasonKey.In(node), ConditionsKey.In(node) ?? "") { Unmet = UnmetKey.In(node) }
    );

    static JsonForm<SkippedLayer> IJsonForm<SkippedLayer>.Form => JsonForm;
}
