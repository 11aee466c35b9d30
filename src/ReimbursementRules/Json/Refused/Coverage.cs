using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Coverage;

[JsonConverter(typeof(JsonFormConverter<CoverageReport>))]
public sealed partial record CoverageReport : IJsonForm<CoverageReport>
{
    static JsonForm<CoverageReport> IJsonForm<CoverageReport>.Form { get; } =
        new NoJson<CoverageReport>("Tell its count and the missing points, or write it with CoberturaReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<FileCoverage>))]
public sealed partial record FileCoverage : IJsonForm<FileCoverage>
{
    static JsonForm<FileCoverage> IJsonForm<FileCoverage>.Form { get; } = new NoJson<FileCoverage>("Tell its file and count.");
}

[JsonConverter(typeof(JsonFormConverter<CoveragePoint>))]
public sealed partial record CoveragePoint : IJsonForm<CoveragePoint>
{
    static JsonForm<CoveragePoint> IJsonForm<CoveragePoint>.Form { get; } =
        new NoJson<CoveragePoint>("Tell its place, what it is of, and the places of its cases.");
}

[JsonConverter(typeof(JsonFormConverter<CoverageCount>))]
public readonly partial record struct CoverageCount : IJsonForm<CoverageCount>
{
    static JsonForm<CoverageCount> IJsonForm<CoverageCount>.Form { get; } = new NoJson<CoverageCount>("Tell its two numbers.");
}

[JsonConverter(typeof(JsonFormConverter<SharedCoverage>))]
public sealed partial record SharedCoverage : IJsonForm<SharedCoverage>
{
    static JsonForm<SharedCoverage> IJsonForm<SharedCoverage>.Form { get; } =
        new NoJson<SharedCoverage>("Tell its folder, its count and the missing points.");
}
