using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>What is known of providers and members.</summary>
/// <param name="Providers">The register of providers; null where there is none.</param>
/// <param name="Members">The register of members; null where there is none.</param>
internal sealed record RegistersPolicy(IReadOnlyList<ProviderPolicy>? Providers, IReadOnlyList<MemberPolicy>? Members);

/// <summary>What a register states of a provider.</summary>
/// <param name="Id">The provider's number, where it stands.</param>
/// <param name="Facts">Words and numbers, each for all days or from a day on.</param>
/// <param name="Agreements">The days of its agreements.</param>
/// <param name="Suspended">The days on which an agreement is suspended.</param>
/// <param name="DesignatedFor">The diseases for which it is designated; null where the register does not say.</param>
/// <param name="Departments">The departments that it may run; null where the register does not say.</param>
internal sealed record ProviderPolicy(
    Word Id,
    IReadOnlyList<RegisteredFactPolicy> Facts,
    IReadOnlyList<DayRange> Agreements,
    IReadOnlyList<DayRange> Suspended,
    IReadOnlyList<DesignationPolicy>? DesignatedFor,
    IReadOnlyList<string>? Departments
);

/// <summary>Diseases, or a list of them, for which a provider is designated on some days.</summary>
internal sealed record DesignationPolicy(DayRange Days, IReadOnlyList<string> Diseases, Word? List);

/// <summary>What a register states of a member.</summary>
internal sealed record MemberPolicy(
    Word Id,
    DateOnly? Born,
    Sex? Sex,
    IReadOnlyList<RegisteredFactPolicy> Facts,
    IReadOnlyList<EnrolmentPolicy> Enrolments
);

/// <summary>A scheme in which a member is enrolled on some days.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Days">The days.</param>
/// <param name="ArrearsFrom">The first day in arrears; null for none.</param>
/// <param name="IsDeferred">True where the arrears suspend nothing.</param>
internal sealed record EnrolmentPolicy(Scheme Scheme, DayRange Days, DateOnly? ArrearsFrom, bool IsDeferred);

/// <summary>A fact of a register: its words from a day on, earliest first; one word for all days is from the first day that there
/// is.</summary>
internal sealed record RegisteredFactPolicy(Word Name, IReadOnlyList<(DateOnly From, Word Word)> Words);
