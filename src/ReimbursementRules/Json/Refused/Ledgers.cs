using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Ledgers;

[JsonConverter(typeof(JsonFormConverter<Recoveries>))]
public sealed partial class Recoveries : IJsonForm<Recoveries>
{
    static JsonForm<Recoveries> IJsonForm<Recoveries>.Form { get; } = new NoJson<Recoveries>("Write its entries.");
}

[JsonConverter(typeof(JsonFormConverter<Receivables>))]
public sealed partial class Receivables : IJsonForm<Receivables>
{
    static JsonForm<Receivables> IJsonForm<Receivables>.Form { get; } =
        new NoJson<Receivables>("Write its postings and the ledgers that it was posted from.");
}

[JsonConverter(typeof(JsonFormConverter<MemberLedger>))]
public sealed partial class MemberLedger : IJsonForm<MemberLedger>
{
    static JsonForm<MemberLedger> IJsonForm<MemberLedger>.Form { get; } = new NoJson<MemberLedger>("x");
}

[JsonConverter(typeof(JsonFormConverter<LedgerLine>))]
public sealed partial record LedgerLine : IJsonForm<LedgerLine>
{
    static JsonForm<LedgerLine> IJsonForm<LedgerLine>.Form { get; } = new NoJson<LedgerLine>("x");
}

[JsonConverter(typeof(JsonFormConverter<HeldClaim>))]
public sealed partial record HeldClaim : IJsonForm<HeldClaim>
{
    static JsonForm<HeldClaim> IJsonForm<HeldClaim>.Form { get; } = new NoJson<HeldClaim>("x");
}
