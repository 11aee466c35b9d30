using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Checklists;

[JsonConverter(typeof(JsonFormConverter<Checklist>))]
public sealed partial class Checklist : IJsonForm<Checklist>
{
    static JsonForm<Checklist> IJsonForm<Checklist>.Form { get; } =
        new NoJson<Checklist>("It belongs to its rulebook, which is loaded from a folder.");
}

[JsonConverter(typeof(JsonFormConverter<Unmet>))]
public sealed partial record Unmet : IJsonForm<Unmet>
{
    static JsonForm<Unmet> IJsonForm<Unmet>.Form { get; } = new NoJson<Unmet>("Tell its id and message.");
}
