using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Mutants;

[JsonConverter(typeof(JsonFormConverter<MutantOptions>))]
public sealed partial record MutantOptions : IJsonForm<MutantOptions>
{
    static JsonForm<MutantOptions> IJsonForm<MutantOptions>.Form { get; } = new NoJson<MutantOptions>("Make them in the program.");
}

[JsonConverter(typeof(JsonFormConverter<MutantProgress>))]
public sealed partial record MutantProgress : IJsonForm<MutantProgress>
{
    static JsonForm<MutantProgress> IJsonForm<MutantProgress>.Form { get; } = new NoJson<MutantProgress>("Tell its two numbers.");
}

[JsonConverter(typeof(JsonFormConverter<MutantReport>))]
public sealed partial record MutantReport : IJsonForm<MutantReport>
{
    static JsonForm<MutantReport> IJsonForm<MutantReport>.Form { get; } = new NoJson<MutantReport>("Tell its scores and survivors.");
}

[JsonConverter(typeof(JsonFormConverter<MutantScore>))]
public sealed partial record MutantScore : IJsonForm<MutantScore>
{
    static JsonForm<MutantScore> IJsonForm<MutantScore>.Form { get; } = new NoJson<MutantScore>("Tell its counts.");
}

[JsonConverter(typeof(JsonFormConverter<Survivor>))]
public sealed partial record Survivor : IJsonForm<Survivor>
{
    static JsonForm<Survivor> IJsonForm<Survivor>.Form { get; } = new NoJson<Survivor>("Tell its place, its change and its case.");
}
