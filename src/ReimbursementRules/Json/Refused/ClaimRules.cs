using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.ClaimRules;

[JsonConverter(typeof(JsonFormConverter<BilledItem>))]
public sealed partial class BilledItem : IJsonForm<BilledItem>
{
    static JsonForm<BilledItem> IJsonForm<BilledItem>.Form { get; } = new NoJson<BilledItem>("It is a fact of rules; write its claim.");
}

[JsonConverter(typeof(JsonFormConverter<CurrentClaim>))]
public sealed partial class CurrentClaim : IJsonForm<CurrentClaim>
{
    static JsonForm<CurrentClaim> IJsonForm<CurrentClaim>.Form { get; } =
        new NoJson<CurrentClaim>("It is a fact of rules; write its claim.");
}

[JsonConverter(typeof(JsonFormConverter<EarlierClaim>))]
public sealed partial class EarlierClaim : IJsonForm<EarlierClaim>
{
    static JsonForm<EarlierClaim> IJsonForm<EarlierClaim>.Form { get; } =
        new NoJson<EarlierClaim>("It is a fact of rules; write its claim.");
}

[JsonConverter(typeof(JsonFormConverter<RuleFinding>))]
public sealed partial record RuleFinding : IJsonForm<RuleFinding>
{
    static JsonForm<RuleFinding> IJsonForm<RuleFinding>.Form { get; } = new NoJson<RuleFinding>("Write the Finding of the settlement.");
}
