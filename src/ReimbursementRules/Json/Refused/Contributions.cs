using System.Text.Json.Serialization;
using ReimbursementRules.Json;

namespace ReimbursementRules.Contributions;

[JsonConverter(typeof(JsonFormConverter<ContributionPlan>))]
public sealed partial class ContributionPlan : IJsonForm<ContributionPlan>
{
    static JsonForm<ContributionPlan> IJsonForm<ContributionPlan>.Form { get; } =
        new NoJson<ContributionPlan>("It belongs to its rulebook, which is loaded from a folder.");
}

[JsonConverter(typeof(JsonFormConverter<Contribution>))]
public sealed partial record Contribution : IJsonForm<Contribution>
{
    static JsonForm<Contribution> IJsonForm<Contribution>.Form { get; } =
        new NoJson<Contribution>("Write the Contributor and compute it again, or write a sheet with ContributionReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ContributionPart>))]
public sealed partial record ContributionPart : IJsonForm<ContributionPart>
{
    static JsonForm<ContributionPart> IJsonForm<ContributionPart>.Form { get; } =
        new NoJson<ContributionPart>("Write the Contributor and compute it again, or write a sheet with ContributionReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ContributionStep>))]
public sealed partial record ContributionStep : IJsonForm<ContributionStep>
{
    static JsonForm<ContributionStep> IJsonForm<ContributionStep>.Form { get; } =
        new NoJson<ContributionStep>("Write the Contributor and compute it again, or write a sheet with ContributionReport.Write.");
}

[JsonConverter(typeof(JsonFormConverter<ContributionFinding>))]
public sealed partial record ContributionFinding : IJsonForm<ContributionFinding>
{
    static JsonForm<ContributionFinding> IJsonForm<ContributionFinding>.Form { get; } =
        new NoJson<ContributionFinding>("Write the Contributor and compute it again, or write a sheet with ContributionReport.Write.");
}
