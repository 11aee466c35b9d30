using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Skeletons;

/// <summary>The claims of which cases of a skeleton are made, and the amounts at which something changes.</summary>
/// <param name="answers">The answers, all of them.</param>
/// <param name="rulebook">The rulebook made of them.</param>
internal sealed class SkeletonClaims(CityAnswers answers, Rulebook rulebook)
{
    /// <summary>The largest bill that is looked at, in cents.</summary>
    private const long MostCents = 1_000_000_000_00;

    /// <summary>Days after the begin of a benefit year on which cases have their claims.</summary>
    private const int FirstVisit = 60,
        BetweenVisits = 30;

    public static Money Cent { get; } = Money.FromCents(1);

    /// <summary>The first day of the rulebook.</summary>
    public DateOnly From => rulebook.From;

    public CityAnswers Answers => answers;

    /// <summary>A day within the first benefit year that begins under the rulebook.</summary>
    /// <param name="nth">Which of the member's claims it is, from 0: each is some weeks after the one before.</param>
    public DateOnly Day(int nth = 0)
    {
        var start = rulebook.Compiled.Index.Year.Start(Period.Year, From);
        return (start < From ? start.AddYears(1) : start).AddDays(FirstVisit + (nth * BetweenVisits));
    }

    /// <summary>A claim of one item of class A.</summary>
    public Claim Of(string scheme, Setting setting, string level, Money amount, string poverty = "none") =>
        new()
        {
            Discharged = Day(),
            Setting = setting,
            Member = new()
            {
                Scheme = scheme == "employee" ? Scheme.Employee : Scheme.Resident,
                Poverty = poverty == "none" ? null : Enum.GetValues<Poverty>().Single(word => EnumWords.Of(word) == poverty),
            },
            Provider = new() { Level = Enum.GetValues<HospitalLevel>().Single(word => EnumWords.Of(word) == level) },
            Items = [new() { Class = CatalogueClass.A, Amount = amount }],
        };

    public Claim Stay(string scheme, string level, Money amount, string poverty = "none") =>
        Of(scheme, Setting.Inpatient, level, amount, poverty);

    /// <summary>The least amount of a claim's item for which something holds that holds of every larger one too; null where it holds of
    /// none.</summary>
    public Money? Least(Claim claim, Func<Settlement, bool> holds)
    {
        if (!HoldsAt(MostCents))
            return null;
        long not = 0,
            most = MostCents;
        while (most - not > 1)
        {
            var middle = not + ((most - not) / 2);
            (not, most) = HoldsAt(middle) ? (not, middle) : (middle, most);
        }

        return Money.FromCents(most);

        bool HoldsAt(long cents) => holds(rulebook.Settle(With(claim, Money.FromCents(cents))));
    }

    /// <summary>The same claim with another amount.</summary>
    public static Claim With(Claim claim, Money amount) => claim with { Items = [claim.Items[0] with { Amount = amount }] };
}
