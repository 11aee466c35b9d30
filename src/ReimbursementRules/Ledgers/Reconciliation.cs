using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>A settlement as the other side states it.</summary>
/// <param name="Day">The day of the posting.</param>
/// <param name="ClaimId">The claim's id.</param>
/// <param name="Pays">What each payer pays on that day, by its id; below zero for what was taken back. A payer that is left out pays
/// nothing.</param>
public sealed partial record StatedSettlement(DateOnly Day, string ClaimId, ImmutableDictionary<string, Money> Pays)
{
    /// <inheritdoc cref="StatedSettlement" path="/param[@name='ClaimId']/node()"/>
    public string ClaimId
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(ClaimId);

    /// <inheritdoc cref="StatedSettlement" path="/param[@name='Pays']/node()"/>
    public ImmutableDictionary<string, Money> Pays
    {
        get;
        init => field = Given.Named(value);
    } = Given.Named(Pays);
}

/// <summary>Compares the lines of ledgers with the settlements that the other side states, claim by claim and day by day.</summary>
public static class Reconciliation
{
    /// <summary>Names everything in which the two differ, by day, claim and payer; empty where they agree.</summary>
    /// <param name="lines">The lines of one or more ledgers. Those of a claim on one day count together; held ones do not count.</param>
    /// <param name="stated">What the other side states: one settlement for each claim and day.</param>
    public static ImmutableArray<Mismatch> Compare(IEnumerable<LedgerLine> lines, IEnumerable<StatedSettlement> stated)
    {
        var ours = Given
            .All(lines)
            .Where(line => !line.IsHeld)
            .GroupBy(line => (line.Posted, line.ClaimId))
            .ToDictionary(same => same.Key, same => same.ToList());
        var theirs = Given.All(stated).GroupBy(one => (one.Day, one.ClaimId)).ToDictionary(same => same.Key, same => same.ToList());
        return
        [
            .. ours
                .Keys.Union(theirs.Keys)
                .OrderBy(key => key.Item1)
                .ThenBy(key => key.Item2, StringComparer.Ordinal)
                .SelectMany(key => Compare(key, ours.GetValueOrDefault(key, []), theirs.GetValueOrDefault(key, []))),
        ];
    }

    private static IEnumerable<Mismatch> Compare((DateOnly Day, string ClaimId) key, List<LedgerLine> ours, List<StatedSettlement> theirs)
    {
        var (here, there) = (
            Here(ours),
            theirs.SelectMany(one => one.Pays).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
        );
        var (sum, statedSum) = (here.Values.Sum(), there.SelectMany(amounts => amounts).Sum());
        if (theirs.Count > 1 || ours.DistinctBy(line => line.Settlement.Claim.Member.Id).Skip(1).Any())
            return [Of(MismatchKind.Duplicate, "", sum, statedSum)];
        if (ours.Count == 0)
            return [Of(MismatchKind.MissingHere, "", sum, statedSum)];
        if (theirs.Count == 0)
            return IsNothing(ours, here.Values) ? [] : [Of(MismatchKind.MissingThere, "", sum, statedSum)];
        return here
            .Keys.Union(there.Select(amounts => amounts.Key), StringComparer.Ordinal)
            .Select(payer => Of(MismatchKind.Amount, payer, here.GetValueOrDefault(payer), there[payer].Sum()))
            .Where(mismatch => mismatch.Ours != mismatch.Theirs);

        Mismatch Of(MismatchKind kind, string payer, Money one, Money other) => new(kind, key.Day, key.ClaimId, payer, one, other);
    }

    /// <summary>What was settled and taken back on the same day need not be stated.</summary>
    private static bool IsNothing(List<LedgerLine> lines, IEnumerable<Money> pays) =>
        lines.Sum(line => line.Settlement.Bill) == Money.Zero && pays.All(amount => amount == Money.Zero);

    private static Dictionary<string, Money> Here(List<LedgerLine> lines) =>
        lines
            .SelectMany(line => line.Pays)
            .GroupBy(payer => payer.Payer, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(payer => payer.Amount), StringComparer.Ordinal);
}
