using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Curves;

[JsonConverter(typeof(JsonFormConverter<VariedAmount>))]
public sealed partial record VariedAmount : IJsonForm<VariedAmount>
{
    static JsonForm<VariedAmount> IJsonForm<VariedAmount>.Form { get; } =
        new NoJson<VariedAmount>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CurveBearer>))]
public sealed partial record CurveBearer : IJsonForm<CurveBearer>
{
    static JsonForm<CurveBearer> IJsonForm<CurveBearer>.Form { get; } =
        new NoJson<CurveBearer>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CurveLine>))]
public sealed partial record CurveLine : IJsonForm<CurveLine>
{
    static JsonForm<CurveLine> IJsonForm<CurveLine>.Form { get; } = new NoJson<CurveLine>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CurveSegment>))]
public sealed partial record CurveSegment : IJsonForm<CurveSegment>
{
    static JsonForm<CurveSegment> IJsonForm<CurveSegment>.Form { get; } =
        new NoJson<CurveSegment>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CurveCause>))]
public sealed partial record CurveCause : IJsonForm<CurveCause>
{
    static JsonForm<CurveCause> IJsonForm<CurveCause>.Form { get; } = new NoJson<CurveCause>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CurveBreak>))]
public sealed partial record CurveBreak : IJsonForm<CurveBreak>
{
    static JsonForm<CurveBreak> IJsonForm<CurveBreak>.Form { get; } = new NoJson<CurveBreak>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<NamedCurve>))]
public sealed partial record NamedCurve : IJsonForm<NamedCurve>
{
    static JsonForm<NamedCurve> IJsonForm<NamedCurve>.Form { get; } = new NoJson<NamedCurve>("Write the curve with CurveCsvReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<Curve>))]
public sealed partial class Curve : IJsonForm<Curve>
{
    static JsonForm<Curve> IJsonForm<Curve>.Form { get; } = new NoJson<Curve>("Write the curve with CurveCsvReport.Write.");
}
