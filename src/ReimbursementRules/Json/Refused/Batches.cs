using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Batches;

[JsonConverter(typeof(JsonFormConverter<BatchOptions>))]
public sealed partial record BatchOptions : IJsonForm<BatchOptions>
{
    static JsonForm<BatchOptions> IJsonForm<BatchOptions>.Form { get; } = new NoJson<BatchOptions>("Make them in the program.");
}
