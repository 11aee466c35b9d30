using System.Collections.Frozen;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>What a register states of a provider.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="Agreements">The days of its agreements.</param>
/// <param name="Suspended">The days on which an agreement is suspended.</param>
/// <param name="Designations">The diseases for which it is designated; null where the register does not say.</param>
/// <param name="Departments">The departments that it may run; null where the register does not say.</param>
internal sealed record ProviderEntry(
    FilePlace Place,
    IReadOnlyList<DatedFact> Facts,
    IReadOnlyList<DayRange> Agreements,
    IReadOnlyList<DayRange> Suspended,
    IReadOnlyList<Designation>? Designations,
    FrozenSet<string>? Departments
)
{
    public Agreement AgreementOn(DateOnly day) =>
        !Agreements.Any(days => days.Contains(day)) ? Agreement.None
        : Suspended.Any(days => days.Contains(day)) ? Agreement.Suspended
        : Agreement.InForce;
}

/// <summary>Diseases for which a provider is designated on some days; a list has its words from a day on, earliest first.</summary>
internal sealed record Designation(DayRange Days, IReadOnlyList<(DateOnly From, FrozenSet<string> Diseases)> Versions)
{
    public bool Covers(string? disease, DateOnly day) =>
        disease is not null
        && Days.Contains(day)
        && Versions.LastOrDefault(version => version.From <= day).Diseases?.Contains(disease) is true;
}
