using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Comparisons;

[JsonConverter(typeof(JsonFormConverter<AffectedCases>))]
public sealed partial record AffectedCases : IJsonForm<AffectedCases>
{
    static JsonForm<AffectedCases> IJsonForm<AffectedCases>.Form { get; } =
        new NoJson<AffectedCases>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<BearerEffect>))]
public sealed partial record BearerEffect : IJsonForm<BearerEffect>
{
    static JsonForm<BearerEffect> IJsonForm<BearerEffect>.Form { get; } =
        new NoJson<BearerEffect>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ClaimEffect>))]
public sealed partial record ClaimEffect : IJsonForm<ClaimEffect>
{
    static JsonForm<ClaimEffect> IJsonForm<ClaimEffect>.Form { get; } =
        new NoJson<ClaimEffect>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<EffectSum>))]
public sealed partial record EffectSum : IJsonForm<EffectSum>
{
    static JsonForm<EffectSum> IJsonForm<EffectSum>.Form { get; } =
        new NoJson<EffectSum>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<PolicyWords>))]
public sealed partial record PolicyWords : IJsonForm<PolicyWords>
{
    static JsonForm<PolicyWords> IJsonForm<PolicyWords>.Form { get; } =
        new NoJson<PolicyWords>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<RuleChange>))]
public sealed partial record RuleChange : IJsonForm<RuleChange>
{
    static JsonForm<RuleChange> IJsonForm<RuleChange>.Form { get; } =
        new NoJson<RuleChange>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<StatedValue>))]
public sealed partial record StatedValue : IJsonForm<StatedValue>
{
    static JsonForm<StatedValue> IJsonForm<StatedValue>.Form { get; } =
        new NoJson<StatedValue>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<UnsettledClaim>))]
public sealed partial record UnsettledClaim : IJsonForm<UnsettledClaim>
{
    static JsonForm<UnsettledClaim> IJsonForm<UnsettledClaim>.Form { get; } =
        new NoJson<UnsettledClaim>("Write the comparison with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ClaimsComparison>))]
public sealed partial class ClaimsComparison : IJsonForm<ClaimsComparison>
{
    static JsonForm<ClaimsComparison> IJsonForm<ClaimsComparison>.Form { get; } =
        new NoJson<ClaimsComparison>("Write it with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<RulebookComparison>))]
public sealed partial class RulebookComparison : IJsonForm<RulebookComparison>
{
    static JsonForm<RulebookComparison> IJsonForm<RulebookComparison>.Form { get; } =
        new NoJson<RulebookComparison>("Write it with ComparisonJsonReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<EqualityProof>))]
public sealed partial class EqualityProof : IJsonForm<EqualityProof>
{
    static JsonForm<EqualityProof> IJsonForm<EqualityProof>.Form { get; } =
        new NoJson<EqualityProof>("Write the proof with EqualityTextReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CounterExample>))]
public sealed partial record CounterExample : IJsonForm<CounterExample>
{
    static JsonForm<CounterExample> IJsonForm<CounterExample>.Form { get; } =
        new NoJson<CounterExample>("Write the proof with EqualityTextReport.Write.");
}
