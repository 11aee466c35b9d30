using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Checks;

[JsonConverter(typeof(JsonFormConverter<CheckReport>))]
public sealed partial record CheckReport : IJsonForm<CheckReport>
{
    static JsonForm<CheckReport> IJsonForm<CheckReport>.Form { get; } = new NoJson<CheckReport>("Tell its problems, cases and targets.");
}
