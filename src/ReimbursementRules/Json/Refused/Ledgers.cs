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
