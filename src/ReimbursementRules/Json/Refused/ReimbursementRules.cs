using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules;

[JsonConverter(typeof(JsonFormConverter<Rulebook>))]
public sealed partial class Rulebook : IJsonForm<Rulebook>
{
    static JsonForm<Rulebook> IJsonForm<Rulebook>.Form { get; } =
        new NoJson<Rulebook>("Hand over its folder, and load it with Rulebook.Load.");
}

[JsonConverter(typeof(JsonFormConverter<PolicyFact>))]
public sealed partial record PolicyFact : IJsonForm<PolicyFact>
{
    static JsonForm<PolicyFact> IJsonForm<PolicyFact>.Form { get; } =
        new NoJson<PolicyFact>("It belongs to its rulebook: name it by its name.");
}

[JsonConverter(typeof(JsonFormConverter<PolicyRule>))]
public sealed partial record PolicyRule : IJsonForm<PolicyRule>
{
    static JsonForm<PolicyRule> IJsonForm<PolicyRule>.Form { get; } =
        new NoJson<PolicyRule>("It belongs to its rulebook: name it by its table and name.");
}

[JsonConverter(typeof(JsonFormConverter<FiredRule>))]
public sealed partial record FiredRule : IJsonForm<FiredRule>
{
    static JsonForm<FiredRule> IJsonForm<FiredRule>.Form { get; } =
        new NoJson<FiredRule>("Tell the name of its rule and the id of its claim.");
}
