using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Values;
using static ReimbursementRules.Json.JsonValueForms;

namespace ReimbursementRules.Ledgers;

[JsonConverter(typeof(JsonFormConverter<Receivable>))]
public sealed partial record Receivable : IJsonForm<Receivable>
{
    private static readonly JsonKey<Receivable, string> ProviderKey = new("provider", Id, one => one.Provider);
    private static readonly JsonKey<Receivable, string> MemberKey = new("member", Id, one => one.Member);
    private static readonly JsonKey<Receivable, string> AreaKey = new("area", Text, one => one.Area);
    private static readonly OptionalKey<Receivable, Scheme> SchemeKey = new("scheme", Word<Scheme>(), one => one.Scheme);
    private static readonly JsonKey<Receivable, string> FromKey = new("from", Text, one => one.From);
    private static readonly JsonKey<Receivable, string> PayerKey = new("payer", Text, one => one.Payer);

    internal static readonly RecordForm<Receivable> JsonForm = new(
        "receivable",
        [ProviderKey, MemberKey, AreaKey, SchemeKey, FromKey, PayerKey],
        node =>
            new(
                ProviderKey.In(node) ?? "",
                MemberKey.In(node) ?? "",
                AreaKey.In(node) ?? "",
                SchemeKey.In(node),
                FromKey.In(node) ?? "",
                PayerKey.In(node) ?? ""
            )
    );

    static JsonForm<Receivable> IJsonForm<Receivable>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<Posting>))]
public sealed partial record Posting : IJsonForm<Posting>
{
    private static readonly JsonKey<Posting, int> NumberKey = new("number", Int, one => one.Number);
    private static readonly JsonKey<Posting, DateOnly> DayKey = new("day", JsonValueForms.Day, one => one.Day);
    private static readonly JsonKey<Posting, Receivable> ReceivableKey = new(
        "receivable",
        Receivable.JsonForm.AsValue,
        one => one.Receivable
    );
    private static readonly JsonKey<Posting, PostingKind> KindKey = new("kind", Word<PostingKind>(), one => one.Kind);
    private static readonly JsonKey<Posting, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);
    private static readonly OptionalRecordKey<Posting, string> MemberKey = new("member", Id, one => one.Member is "" ? null : one.Member);
    private static readonly OptionalRecordKey<Posting, string> ClaimKey = new("claim", Id, one => one.ClaimId is "" ? null : one.ClaimId);
    private static readonly OptionalKey<Posting, int> ItemKey = new("item", Int, one => one.Item + 1);
    private static readonly OptionalRecordKey<Posting, string> ReasonKey = new("reason", Text, one => one.Reason is "" ? null : one.Reason);

    internal static readonly RecordForm<Posting> JsonForm = new(
        "posting",
        [NumberKey, DayKey, ReceivableKey, KindKey, AmountKey, MemberKey, ClaimKey, ItemKey, ReasonKey],
        node =>
            new(NumberKey.In(node), DayKey.In(node), ReceivableKey.In(node), KindKey.In(node), AmountKey.In(node))
            {
                Member = MemberKey.In(node) ?? "",
                ClaimId = ClaimKey.In(node) ?? "",
                Item = ItemKey.In(node) - 1,
                Reason = ReasonKey.In(node) ?? "",
            }
    );

    static JsonForm<Posting> IJsonForm<Posting>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<Balance>))]
public sealed partial record Balance : IJsonForm<Balance>
{
    private static readonly JsonKey<Balance, Receivable> ReceivableKey = new(
        "receivable",
        Receivable.JsonForm.AsValue,
        one => one.Receivable
    );
    private static readonly JsonKey<Balance, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);

    internal static readonly RecordForm<Balance> JsonForm = new(
        "balance",
        [ReceivableKey, AmountKey],
        node => new(ReceivableKey.In(node), AmountKey.In(node))
    );

    static JsonForm<Balance> IJsonForm<Balance>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<AgedBalance>))]
public sealed partial record AgedBalance : IJsonForm<AgedBalance>
{
    private static readonly JsonKey<AgedBalance, Receivable> ReceivableKey = new(
        "receivable",
        Receivable.JsonForm.AsValue,
        one => one.Receivable
    );
    private static readonly JsonKey<AgedBalance, Money> CurrentKey = new("current", JsonValueForms.Money, one => one.Current);
    private static readonly JsonKey<AgedBalance, Money> OverdueKey = new("overdue", JsonValueForms.Money, one => one.Overdue);
    private static readonly OptionalKey<AgedBalance, DateOnly> OldestKey = new("oldest", JsonValueForms.Day, one => one.Oldest);

    internal static readonly RecordForm<AgedBalance> JsonForm = new(
        "balance",
        [ReceivableKey, CurrentKey, OverdueKey, OldestKey],
        node => new(ReceivableKey.In(node), CurrentKey.In(node), OverdueKey.In(node), OldestKey.In(node))
    );

    static JsonForm<AgedBalance> IJsonForm<AgedBalance>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<DailyTotal>))]
public sealed partial record DailyTotal : IJsonForm<DailyTotal>
{
    private static readonly JsonKey<DailyTotal, DateOnly> DayKey = new("day", JsonValueForms.Day, one => one.Day);
    private static readonly OptionalRecordKey<DailyTotal, string> ClerkKey = new("clerk", Text, one => one.Clerk);
    private static readonly OptionalKey<DailyTotal, Scheme> SchemeKey = new("scheme", Word<Scheme>(), one => one.Scheme);
    private static readonly JsonKey<DailyTotal, string> PayerKey = new("payer", Text, one => one.Payer);
    private static readonly JsonKey<DailyTotal, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);

    internal static readonly RecordForm<DailyTotal> JsonForm = new(
        "total",
        [DayKey, ClerkKey, SchemeKey, PayerKey, AmountKey],
        node => new(DayKey.In(node), ClerkKey.In(node), SchemeKey.In(node), PayerKey.In(node) ?? "", AmountKey.In(node))
    );

    static JsonForm<DailyTotal> IJsonForm<DailyTotal>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<Mismatch>))]
public sealed partial record Mismatch : IJsonForm<Mismatch>
{
    private static readonly JsonKey<Mismatch, MismatchKind> KindKey = new("kind", Word<MismatchKind>(), one => one.Kind);
    private static readonly OptionalKey<Mismatch, DateOnly> DayKey = new("day", JsonValueForms.Day, one => one.Day);
    private static readonly JsonKey<Mismatch, string> ClaimKey = new("claim", Id, one => one.ClaimId);
    private static readonly JsonKey<Mismatch, string> PayerKey = new("payer", Text, one => one.Payer);
    private static readonly JsonKey<Mismatch, Money> OursKey = new("ours", JsonValueForms.Money, one => one.Ours);
    private static readonly JsonKey<Mismatch, Money> TheirsKey = new("theirs", JsonValueForms.Money, one => one.Theirs);
    private static readonly OptionalRecordKey<Mismatch, string> ClerkKey = new("clerk", Text, one => one.Clerk);
    private static readonly OptionalKey<Mismatch, Scheme> SchemeKey = new("scheme", Word<Scheme>(), one => one.Scheme);

    internal static readonly RecordForm<Mismatch> JsonForm = new(
        "mismatch",
        [KindKey, DayKey, ClaimKey, PayerKey, OursKey, TheirsKey, ClerkKey, SchemeKey],
        node =>
            new(KindKey.In(node), DayKey.In(node), ClaimKey.In(node) ?? "", PayerKey.In(node) ?? "", OursKey.In(node), TheirsKey.In(node))
            {
                Clerk = ClerkKey.In(node),
                Scheme = SchemeKey.In(node),
            }
    );

    static JsonForm<Mismatch> IJsonForm<Mismatch>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<StatedSettlement>))]
public sealed partial record StatedSettlement : IJsonForm<StatedSettlement>
{
    private static readonly JsonKey<StatedSettlement, DateOnly> DayKey = new("day", JsonValueForms.Day, one => one.Day);
    private static readonly JsonKey<StatedSettlement, string> ClaimKey = new("claim", Id, one => one.ClaimId);
    private static readonly JsonKey<StatedSettlement, ImmutableDictionary<string, Money>> PaysKey = new(
        "pays",
        Named(JsonValueForms.Money),
        one => one.Pays
    );

    internal static readonly RecordForm<StatedSettlement> JsonForm = new(
        "settlement",
        [DayKey, ClaimKey, PaysKey],
        node => new(DayKey.In(node), ClaimKey.In(node) ?? "", PaysKey.In(node) ?? ImmutableDictionary<string, Money>.Empty)
    );

    static JsonForm<StatedSettlement> IJsonForm<StatedSettlement>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<Recovery>))]
public sealed partial record Recovery : IJsonForm<Recovery>
{
    private static readonly JsonKey<Recovery, DateOnly> DayKey = new("day", JsonValueForms.Day, one => one.Day);
    private static readonly JsonKey<Recovery, string> TypeKey = new("type", Text, one => one.Type);
    private static readonly JsonKey<Recovery, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);
    private static readonly JsonKey<Recovery, Money> FineKey = new("fine", JsonValueForms.Money, one => one.Fine);
    private static readonly JsonKey<Recovery, string> FromKey = new("from", Text, one => one.From);

    internal static readonly RecordForm<Recovery> JsonForm = new(
        "recovery",
        [DayKey, TypeKey, AmountKey, FineKey, FromKey],
        node => new(DayKey.In(node), TypeKey.In(node) ?? "", AmountKey.In(node), FineKey.In(node), FromKey.In(node) ?? "")
    );

    static JsonForm<Recovery> IJsonForm<Recovery>.Form => JsonForm;
}

[JsonConverter(typeof(JsonFormConverter<RecoveredByType>))]
public sealed partial record RecoveredByType : IJsonForm<RecoveredByType>
{
    private static readonly JsonKey<RecoveredByType, string> TypeKey = new("type", Text, one => one.Type);
    private static readonly JsonKey<RecoveredByType, Money> AmountKey = new("amount", JsonValueForms.Money, one => one.Amount);
    private static readonly JsonKey<RecoveredByType, Money> FineKey = new("fine", JsonValueForms.Money, one => one.Fine);

    internal static readonly RecordForm<RecoveredByType> JsonForm = new(
        "recovered",
        [TypeKey, AmountKey, FineKey],
        node => new(TypeKey.In(node) ?? "", AmountKey.In(node), FineKey.In(node))
    );

    static JsonForm<RecoveredByType> IJsonForm<RecoveredByType>.Form => JsonForm;
}
