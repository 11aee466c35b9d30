using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Cases;

[JsonConverter(typeof(JsonFormConverter<CaseResult>))]
public sealed partial record CaseResult : IJsonForm<CaseResult>
{
    static JsonForm<CaseResult> IJsonForm<CaseResult>.Form { get; } = new NoJson<CaseResult>("Tell its name and mismatches.");
}
