using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Laws;

[JsonConverter(typeof(JsonFormConverter<Law>))]
public sealed partial class Law : IJsonForm<Law>
{
    static JsonForm<Law> IJsonForm<Law>.Form { get; } = new NoJson<Law>("Tell its id and sentence.");
}

[JsonConverter(typeof(JsonFormConverter<LawOutcome>))]
public sealed partial record LawOutcome : IJsonForm<LawOutcome>
{
    static JsonForm<LawOutcome> IJsonForm<LawOutcome>.Form { get; } = new NoJson<LawOutcome>("Tell its claims, and what broke.");
}

[JsonConverter(typeof(JsonFormConverter<BrokenLaw>))]
public sealed partial record BrokenLaw : IJsonForm<BrokenLaw>
{
    static JsonForm<BrokenLaw> IJsonForm<BrokenLaw>.Form { get; } = new NoJson<BrokenLaw>("Tell its claim, and what broke.");
}

[JsonConverter(typeof(JsonFormConverter<TriedRulebook>))]
public sealed partial class TriedRulebook : IJsonForm<TriedRulebook>
{
    static JsonForm<TriedRulebook> IJsonForm<TriedRulebook>.Form { get; } =
        new NoJson<TriedRulebook>("Hand over the rulebook's folder, and load it.");
}
