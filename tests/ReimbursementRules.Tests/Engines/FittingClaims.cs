using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Engines;

/// <summary>Random claims made to fit a rulebook: they answer all that any rulebook asks, with the words that this one tells
/// apart.</summary>
internal sealed class FittingClaims(Rulebook rulebook, int seed)
{
    private static readonly DateOnly RandomFrom = new(2020, 1, 1);

    private readonly Dice _dice = new(seed);

    /// <summary>How many days later than the random claims the rulebook begins.</summary>
    private readonly int _later = Math.Max(0, rulebook.From.DayNumber - RandomFrom.DayNumber);

    /// <summary>For each of some members, the claims one after another.</summary>
    public IEnumerable<IReadOnlyList<Claim>> Members(int count) =>
        RandomClaims.Sequences.Sample(count, new Rnd((ulong)seed), 50).Select(claims => (IReadOnlyList<Claim>)[.. claims.Select(Fit)]);

    private Claim Fit(Claim claim) =>
        claim with
        {
            Discharged = claim.Discharged.AddDays(_later),
            Admitted = claim.Admitted?.AddDays(_later),
            Filed = claim.Filed?.AddDays(_later),
            Setting = _dice.Of(Setting.Inpatient, _dice.Of(Enum.GetValues<Setting>())),
            Referral = _dice.Of(Enum.GetValues<Referral>()),
            Disease = Word("disease"),
            Member = claim.Member with { Sex = _dice.Of(Enum.GetValues<Sex>()), Retired = _dice.Chance(30) },
            Provider = claim.Provider with
            {
                Tier = _dice.Of(Enum.GetValues<HospitalTier>()),
                Ownership = _dice.Of(Enum.GetValues<Ownership>()),
            },
            Attributes = Attributes(""),
            Items = [.. claim.Items.Select(Fit)],
        };

    private FeeItem Fit(FeeItem item) =>
        item with
        {
            Code = Word("item.code") ?? "",
            Date = item.Date?.AddDays(_later),
            Kind = _dice.Of(Enum.GetValues<ItemKind>()),
            Attributes = Attributes("item."),
        };

    private string? Word(string fact)
    {
        var known = rulebook.Compiled.Asked.Where(asked => asked.Fact.Name == fact).SelectMany(asked => asked.Labels());
        return _dice.Of([.. known, null]);
    }

    private ImmutableDictionary<string, string> Attributes(string prefix) =>
        TestClaim.Attributes([
            .. from fact in rulebook.Compiled.Index.Facts
            where fact.IsOfItem == (prefix.Length > 0)
            select (fact.Name[prefix.Length..], fact.Kind == FactKind.Number ? $"{_dice.Between(0, 24)}" : _dice.Of(fact.Words.ToArray())),
        ]);
}
