using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Contracts;

[JsonConverter(typeof(JsonFormConverter<ProviderContract>))]
public sealed partial class ProviderContract : IJsonForm<ProviderContract>
{
    static JsonForm<ProviderContract> IJsonForm<ProviderContract>.Form { get; } =
        new NoJson<ProviderContract>("It belongs to its rulebook, which is loaded from a folder.");
}

[JsonConverter(typeof(JsonFormConverter<ContractSettlement>))]
public sealed partial class ContractSettlement : IJsonForm<ContractSettlement>
{
    static JsonForm<ContractSettlement> IJsonForm<ContractSettlement>.Form { get; } =
        new NoJson<ContractSettlement>("Write the ProviderYear and settle it again, or write a sheet with ContractReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ContractLine>))]
public sealed partial record ContractLine : IJsonForm<ContractLine>
{
    static JsonForm<ContractLine> IJsonForm<ContractLine>.Form { get; } =
        new NoJson<ContractLine>("Write the ProviderYear and settle it again, or write a sheet with ContractReport.Write.");
}
