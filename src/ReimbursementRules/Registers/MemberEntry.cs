using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>What a register states of a member.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Facts">The facts, the day of birth and the sex among them.</param>
/// <param name="Enrolments">The schemes, that which goes first on the same days first.</param>
internal sealed record MemberEntry(FilePlace Place, IReadOnlyList<DatedFact> Facts, IReadOnlyList<EnrolmentPolicy> Enrolments)
{
    /// <summary>The scheme of a day without enrolment: that which ended last, else that which comes next.</summary>
    public Scheme? Nearest(DateOnly day) =>
        (
            Enrolments.Where(one => one.Days.Until <= day).MaxBy(one => one.Days.Until)
            ?? Enrolments.Where(one => one.Days.From > day).MinBy(one => one.Days.From)
        )?.Scheme;
}
