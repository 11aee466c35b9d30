using System.Collections.Frozen;
using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Registers;

/// <summary>The registers of a rulebook: what they state of the provider and the member of a claim, on the day of its discharge.</summary>
/// <param name="index">The index, for the benefit year.</param>
/// <param name="providers">The providers by number; null without such a register.</param>
/// <param name="members">The members by number; null without such a register.</param>
internal sealed class Register(
    IndexPolicy index,
    FrozenDictionary<string, ProviderEntry>? providers,
    FrozenDictionary<string, MemberEntry>? members
)
{
    /// <summary>The numbers of the providers; null without such a register.</summary>
    public IReadOnlyList<string>? Providers => Ids(providers);

    /// <summary>The numbers of the members; null without such a register.</summary>
    public IReadOnlyList<string>? Members => Ids(members);

    /// <summary>The diseases for which some provider is designated.</summary>
    public IReadOnlyList<string> Diseases => Distinct(Designations.SelectMany(one => one.Versions).SelectMany(one => one.Diseases));

    /// <summary>The departments that some provider may run.</summary>
    public IReadOnlyList<string> Departments => Distinct(ProviderEntries.SelectMany(one => one.Departments ?? []));

    /// <summary>The days on which something that is known begins or is over.</summary>
    public IEnumerable<DateOnly> Changes =>
        [
            .. ProviderEntries
                .SelectMany(one => one.Facts)
                .Concat(MemberEntries.SelectMany(one => one.Facts))
                .SelectMany(one => one.Words)
                .Select(word => word.From),
            .. ProviderEntries
                .SelectMany(one => one.Agreements.Concat(one.Suspended))
                .Concat(Designations.Select(one => one.Days))
                .Concat(MemberEntries.SelectMany(one => one.Enrolments).Select(one => one.Days))
                .SelectMany(days => (DateOnly?[])[days.From, days.Until])
                .OfType<DateOnly>(),
            .. Designations.SelectMany(one => one.Versions).Select(one => one.From),
            .. MemberEntries.SelectMany(one => one.Enrolments).Select(one => one.ArrearsFrom).OfType<DateOnly>(),
        ];

    private IEnumerable<ProviderEntry> ProviderEntries => providers is null ? [] : providers.Values;

    private IEnumerable<MemberEntry> MemberEntries => members is null ? [] : members.Values;

    private IEnumerable<Designation> Designations => ProviderEntries.SelectMany(one => one.Designations ?? []);

    private static IReadOnlyList<string>? Ids<T>(FrozenDictionary<string, T>? entries) => entries is null ? null : Distinct(entries.Keys);

    private static IReadOnlyList<string> Distinct(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The claim with what the registers state; a problem for each fact that the claim states otherwise.</summary>
    public Claim Fill(Claim claim, ProblemLog problems)
    {
        if (providers is not null && claim.Provider.Id is { Length: > 0 } provider)
            claim = providers.TryGetValue(provider, out var entry)
                ? OfProvider(new(claim, provider, entry.Place, problems), entry)
                : new Filling(claim, provider, new("providers.yaml", 0, 0), problems).Take(RegisteredFact.Agreement, "none").Claim;
        if (members is not null && claim.Member.Id is { Length: > 0 } member)
            claim = members.TryGetValue(member, out var entry)
                ? OfMember(new(claim, member, entry.Place, problems), entry)
                : new Filling(claim, member, new("members.yaml", 0, 0), problems).Take(RegisteredFact.Enrolment, "none").Claim;
        return claim;
    }

    private static Claim OfProvider(Filling filling, ProviderEntry entry)
    {
        var claim = filling.Claim;
        filling.Take(entry.Facts).Take(RegisteredFact.Agreement, EnumWords.Of(entry.AgreementOn(claim.Discharged)));
        if (entry.Designations is { } designations)
            filling.Take(RegisteredFact.Designated, YesNo(designations.Any(one => one.Covers(claim.Disease, claim.Discharged))));
        if (entry.Departments is { } departments)
            if (claim.Department is { } department)
                filling.Take(RegisteredFact.Permitted, YesNo(departments.Contains(department)));
            else
                filling.Missing("department");
        return filling.Claim;
    }

    private Claim OfMember(Filling filling, MemberEntry entry)
    {
        if (filling.Claim.Member.Age is { } age)
            filling.TakeAge(age, entry.Facts, AgeDays.Of(filling.Claim, index));
        else
            filling.Take(entry.Facts);
        var day = filling.Claim.Discharged;
        var enrolled = entry.Enrolments.Where(one => one.Days.Contains(day)).ToList();
        if (enrolled is [var first, ..])
            filling
                .Take(RegisteredFact.Scheme, EnumWords.Of(first.Scheme))
                .Take(
                    RegisteredFact.Enrolment,
                    EnumWords.Of(first.ArrearsFrom <= day && !first.IsDeferred ? Enrolment.Suspended : Enrolment.InForce)
                );
        else
            filling
                .Take(RegisteredFact.Enrolment, "none")
                .Guess(RegisteredFact.Scheme, entry.Nearest(day) is { } scheme ? EnumWords.Of(scheme) : null);
        return filling.Take(RegisteredFact.DuplicateEnrolment, YesNo(enrolled.Count > 1)).Claim;
    }

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
