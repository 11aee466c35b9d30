using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReimbursementRules.Claims;

/// <summary>What is known of a member's claims so far, by the day of discharge, and what the next claim follows. A number that a claim
/// states itself carries on: the claims after it count from there.</summary>
internal sealed class ClaimLinks
{
    /// <summary>The most that a claim may state, and so the most that is counted, included.</summary>
    public const int Most = 1000;

    private readonly Dictionary<string, SortedSet<int>> _discharges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _services = new(StringComparer.Ordinal);
    private readonly HashSet<string> _providers = new(StringComparer.Ordinal);
    private DateOnly _day;

    /// <summary>The providers of the day that a claim counted beside those that are known; below zero where it counted fewer.</summary>
    private int _otherProviders;
    private int _visits;

    /// <summary>The claim with what it does not state itself; from now on it is one of those before.</summary>
    public Claim Next(Claim claim)
    {
        claim = Stated(claim);
        Begin(claim.Discharged);
        int? providers = claim.ProvidersToday ?? (claim.Provider.Id.Length > 0 ? ProvidersWith(claim.Provider.Id) : null);
        int? visits = claim.VisitsThisMonth ?? (claim.Setting != Setting.Premium ? Math.Min(_visits + 1, Most) : null);
        int? days = claim.DaysSinceDischarge ?? (claim.Disease is { } disease ? SinceDischarge(disease, AdmittedOn(claim)) : null);
        var linked = claim with
        {
            DaysSinceDischarge = days,
            ProvidersToday = providers,
            VisitsThisMonth = visits,
            Linked = LinkedFacts.Of(
                claim.DaysSinceDischarge is null ? days : null,
                claim.ProvidersToday is null ? providers : null,
                claim.VisitsThisMonth is null ? visits : null
            ),
            Items = claim.Items.Any(item => item.Code.Length > 0) ? [.. claim.Items.Select(item => Next(item, claim))] : claim.Items,
        };
        Remember(linked);
        return linked;
    }

    /// <summary>Whether two claims are given the same by those before them.</summary>
    public static bool Same(Claim one, Claim other) =>
        one.Linked == other.Linked
        && one.Items.Length == other.Items.Length
        && one.Items.Zip(other.Items).All(pair => pair.First.LinkedDays == pair.Second.LinkedDays);

    /// <summary>The claim without what was once filled in and has not been changed since.</summary>
    public static Claim Stated(Claim claim)
    {
        if (HasLinkedDays(claim.Items))
            claim = claim with { Items = [.. claim.Items.Select(Stated)] };
        return claim.Linked is not { } filled
            ? claim
            : claim with
            {
                DaysSinceDischarge = claim.DaysSinceDischarge == filled.DaysSinceDischarge ? null : claim.DaysSinceDischarge,
                ProvidersToday = claim.ProvidersToday == filled.ProvidersToday ? null : claim.ProvidersToday,
                VisitsThisMonth = claim.VisitsThisMonth == filled.VisitsThisMonth ? null : claim.VisitsThisMonth,
                Linked = null,
            };
    }

    private static bool HasLinkedDays(ImmutableArray<FeeItem> items)
    {
        foreach (var item in items)
            if (item.LinkedDays is not null)
                return true;
        return false;
    }

    /// <summary>The item without what was once filled in and has not been changed since.</summary>
    public static FeeItem Stated(FeeItem item) =>
        item.LinkedDays is null ? item
        : item.LinkedDays == item.DaysSinceSame ? item with { DaysSinceSame = null, LinkedDays = null }
        : item with { LinkedDays = null };

    private void Begin(DateOnly day)
    {
        if (day != _day)
        {
            _providers.Clear();
            _otherProviders = 0;
        }

        if (day.Year != _day.Year || day.Month != _day.Month)
            _visits = 0;
        _day = day;
    }

    private int ProvidersWith(string id) => Math.Min(_otherProviders + _providers.Count + (_providers.Contains(id) ? 0 : 1), Most);

    private FeeItem Next(FeeItem item, Claim of) =>
        item.Code.Length == 0 || item.DaysSinceSame is not null ? item
        : Nearest(item.Code, item.Date ?? of.Discharged) is { } days ? item with { DaysSinceSame = days, LinkedDays = days }
        : item;

    private void Remember(Claim claim)
    {
        if (claim.Provider.Id.Length > 0)
            _providers.Add(claim.Provider.Id);
        if (claim.ProvidersToday is { } providers)
            _otherProviders = Math.Clamp(providers, 1, Most) - _providers.Count;
        if (claim is { VisitsThisMonth: { } visits, Setting: not Setting.Premium })
            _visits = Math.Clamp(visits, 1, Most);
        if (claim.Disease is { } disease)
        {
            if (claim.Setting == Setting.Inpatient)
                Add(_discharges, disease, claim.Discharged.DayNumber);
            if (claim.DaysSinceDischarge is { } days and >= 0 and < KnownFacts.Never)
                Add(_discharges, disease, AdmittedOn(claim).DayNumber - days);
        }

        foreach (var item in claim.Items)
            if (item.Code.Length > 0)
                Add(_services, item.Code, (item.Date ?? claim.Discharged).DayNumber);
    }

    private static void Add(Dictionary<string, SortedSet<int>> days, string name, int day) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(days, name, out _) ??= []).Add(day);

    private static DateOnly AdmittedOn(Claim claim) => claim.Admitted ?? claim.Discharged;

    /// <summary>The days from the last discharge to an admission; 0 where that stay lasted beyond it, null where there is none.</summary>
    private int? SinceDischarge(string disease, DateOnly admitted) =>
        _discharges.TryGetValue(disease, out var noted) ? Math.Clamp(admitted.DayNumber - noted.Max, 0, KnownFacts.Never) : null;

    /// <summary>The days between a service and the nearest one of the same code in a claim before, whichever was first; null where there is
    /// none.</summary>
    private int? Nearest(string code, DateOnly on)
    {
        if (!_services.TryGetValue(code, out var noted))
            return null;
        var day = on.DayNumber;
        var since = noted.Min <= day ? day - noted.GetViewBetween(noted.Min, day).Max : KnownFacts.Never;
        var until = noted.Max >= day ? noted.GetViewBetween(day, noted.Max).Min - day : KnownFacts.Never;
        return Math.Min(Math.Min(since, until), KnownFacts.Never);
    }
}

/// <summary>What the claims before gave a claim, where it did not state it itself; null for all that it did.</summary>
/// <param name="DaysSinceDischarge">The days since the last discharge.</param>
/// <param name="ProvidersToday">The providers of the day.</param>
/// <param name="VisitsThisMonth">The visits of the month.</param>
internal readonly record struct LinkedFacts(int? DaysSinceDischarge, int? ProvidersToday, int? VisitsThisMonth)
{
    /// <summary>What was given; null where nothing was.</summary>
    public static LinkedFacts? Of(int? daysSinceDischarge, int? providersToday, int? visitsThisMonth) =>
        new LinkedFacts(daysSinceDischarge, providersToday, visitsThisMonth) is var given && given == default ? null : given;
}
