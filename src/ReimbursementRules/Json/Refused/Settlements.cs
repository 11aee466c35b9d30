using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Settlements;

[JsonConverter(typeof(JsonFormConverter<RealisedClaim>))]
public sealed partial class RealisedClaim : IJsonForm<RealisedClaim>
{
    static JsonForm<RealisedClaim> IJsonForm<RealisedClaim>.Form { get; } =
        new NoJson<RealisedClaim>("Write the settlement with JsonReport, and read its lines with RealisedClaim.ReadLines.");
}
