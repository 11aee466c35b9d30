using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;

namespace ReimbursementRules.Checklists;

[JsonConverter(typeof(JsonFormConverter<Applicant>))]
public sealed partial record Applicant : IJsonForm<Applicant>
{
    static JsonForm<Applicant> IJsonForm<Applicant>.Form => ClaimForms.OfApplicant;
}
