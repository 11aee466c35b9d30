using System.Runtime.InteropServices;

namespace ReimbursementRules.Claims;

/// <summary>What is known of a member's claims so far, by the day of discharge, and what the next claim follows.</summary>
internal sealed class ClaimLinks
{
    private readonly Dictionary<string, SortedSet<int>> _discharges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _services = new(StringComparer.Ordinal);
    private readonly HashSet<string> _providers = new(StringComparer.Ordinal);
    private DateOnly _day;
    private int _visits;

    /// <summary>The claim with what it does not state itself; from now on it is one of those before.</summary>
    public Claim Next(Claim claim)
    {
        Begin(claim.Discharged);
        if (claim.Provider.Id.Length > 0)
            _providers.Add(claim.Provider.Id);
        if (claim.Setting != Setting.Premium)
            _visits++;
        var linked = claim with
        {
            DaysSinceDischarge =
                claim.DaysSinceDischarge
                ?? (claim.Disease is { } disease ? Since(_discharges, disease, claim.Admitted ?? claim.Discharged) : null),
            ProvidersToday = claim.ProvidersToday ?? (claim.Provider.Id.Length > 0 ? _providers.Count : null),
            VisitsThisMonth = claim.VisitsThisMonth ?? (claim.Setting != Setting.Premium ? _visits : null),
            Items = claim.Items.Any(item => item.Code.Length > 0) ? [.. claim.Items.Select(item => Next(item, claim))] : claim.Items,
        };
        Remember(claim);
        return linked;
    }

    private void Begin(DateOnly day)
    {
        if (day != _day)
            _providers.Clear();
        if (day.Year != _day.Year || day.Month != _day.Month)
            _visits = 0;
        _day = day;
    }

    private FeeItem Next(FeeItem item, Claim of) =>
        item.Code.Length == 0 || item.DaysSinceSame is not null
            ? item
            : item with
            {
                DaysSinceSame = Since(_services, item.Code, item.Date ?? of.Discharged),
            };

    private void Remember(Claim claim)
    {
        if (claim is { Setting: Setting.Inpatient, Disease: { } disease })
            Add(_discharges, disease, claim.Discharged);
        foreach (var item in claim.Items)
            if (item.Code.Length > 0)
                Add(_services, item.Code, item.Date ?? claim.Discharged);
    }

    private static void Add(Dictionary<string, SortedSet<int>> days, string name, DateOnly day) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(days, name, out _) ??= []).Add(day.DayNumber);

    /// <summary>The days from the last day noted under the name, not after this one; null where there is none.</summary>
    private static int? Since(Dictionary<string, SortedSet<int>> days, string name, DateOnly day) =>
        days.TryGetValue(name, out var noted) && noted.Min <= day.DayNumber
            ? Math.Min(day.DayNumber - noted.GetViewBetween(0, day.DayNumber).Max, KnownFacts.Never)
            : null;
}
