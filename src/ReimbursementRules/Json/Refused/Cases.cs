using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Cases;

[JsonConverter(typeof(JsonFormConverter<CaseResult>))]
public sealed partial record CaseResult : IJsonForm<CaseResult>
{
    static JsonForm<CaseResult> IJsonForm<CaseResult>.Form { get; } = new NoJson<CaseResult>("Tell its name and mismatches.");
}

[JsonConverter(typeof(JsonFormConverter<CheckReport>))]
public sealed partial record CheckReport : IJsonForm<CheckReport>
{
    static JsonForm<CheckReport> IJsonForm<CheckReport>.Form { get; } = new NoJson<CheckReport>("Tell its problems, cases and targets.");
}
