using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Spaces;

[JsonConverter(typeof(JsonFormConverter<ClaimSpace>))]
public sealed partial class ClaimSpace : IJsonForm<ClaimSpace>
{
    static JsonForm<ClaimSpace> IJsonForm<ClaimSpace>.Form { get; } = new NoJson<ClaimSpace>("Write the claims that it makes.");
}

[JsonConverter(typeof(JsonFormConverter<ClaimChoice>))]
public sealed partial class ClaimChoice : IJsonForm<ClaimChoice>
{
    static JsonForm<ClaimChoice> IJsonForm<ClaimChoice>.Form { get; } =
        new NoJson<ClaimChoice>("It belongs to its ClaimSpace, which is made of a rulebook.");
}
