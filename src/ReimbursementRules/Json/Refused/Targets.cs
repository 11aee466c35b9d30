using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Targets;

[JsonConverter(typeof(JsonFormConverter<Figures>))]
public sealed partial class Figures : IJsonForm<Figures>
{
    static JsonForm<Figures> IJsonForm<Figures>.Form { get; } = new NoJson<Figures>("Hand over the file, and read it with Figures.Load.");
}

[JsonConverter(typeof(JsonFormConverter<ClaimTargetGroup>))]
public sealed partial record ClaimTargetGroup : IJsonForm<ClaimTargetGroup>
{
    static JsonForm<ClaimTargetGroup> IJsonForm<ClaimTargetGroup>.Form { get; } =
        new NoJson<ClaimTargetGroup>("Tell its provider and measures.");
}

[JsonConverter(typeof(JsonFormConverter<ClaimTargetResult>))]
public sealed partial record ClaimTargetResult : IJsonForm<ClaimTargetResult>
{
    static JsonForm<ClaimTargetResult> IJsonForm<ClaimTargetResult>.Form { get; } =
        new NoJson<ClaimTargetResult>("Tell its id and status.");
}

[JsonConverter(typeof(JsonFormConverter<Measured>))]
public sealed partial record Measured : IJsonForm<Measured>
{
    static JsonForm<Measured> IJsonForm<Measured>.Form { get; } = new NoJson<Measured>("Tell its value, which is a text.");
}

[JsonConverter(typeof(JsonFormConverter<PullingClaim>))]
public sealed partial record PullingClaim : IJsonForm<PullingClaim>
{
    static JsonForm<PullingClaim> IJsonForm<PullingClaim>.Form { get; } = new NoJson<PullingClaim>("Tell its id and place.");
}

[JsonConverter(typeof(JsonFormConverter<TargetResult>))]
public sealed partial record TargetResult : IJsonForm<TargetResult>
{
    static JsonForm<TargetResult> IJsonForm<TargetResult>.Form { get; } = new NoJson<TargetResult>("Tell its id, status and misses.");
}

[JsonConverter(typeof(JsonFormConverter<TargetMargin>))]
public sealed partial record TargetMargin : IJsonForm<TargetMargin>
{
    static JsonForm<TargetMargin> IJsonForm<TargetMargin>.Form { get; } =
        new NoJson<TargetMargin>("Tell its by, unit and case; a certificate has it, by CertificateReport.Write.");
}
