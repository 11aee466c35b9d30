using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Certificates;

[JsonConverter(typeof(JsonFormConverter<Certificate>))]
public sealed partial class Certificate : IJsonForm<Certificate>
{
    static JsonForm<Certificate> IJsonForm<Certificate>.Form { get; } =
        new NoJson<Certificate>("Write the certificate with CertificateReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<LawResult>))]
public sealed partial record LawResult : IJsonForm<LawResult>
{
    static JsonForm<LawResult> IJsonForm<LawResult>.Form { get; } =
        new NoJson<LawResult>("Write the certificate with CertificateReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<CertifiedCliff>))]
public sealed partial record CertifiedCliff : IJsonForm<CertifiedCliff>
{
    static JsonForm<CertifiedCliff> IJsonForm<CertifiedCliff>.Form { get; } =
        new NoJson<CertifiedCliff>("Write the certificate with CertificateReport.Write.");
}
