using System.Text.Json.Serialization;

namespace ReimbursementRules.Json;

[JsonConverter(typeof(JsonFormConverter<Replay>))]
public sealed partial record Replay : IJsonForm<Replay>
{
    static JsonForm<Replay> IJsonForm<Replay>.Form { get; } = new NoJson<Replay>("Tell its differences, which are problems.");
}
