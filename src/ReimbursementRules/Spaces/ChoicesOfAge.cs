using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>What is chosen of a member's age and birth, of which a claim states one.</summary>
internal sealed class ChoicesOfAge(CompiledRulebook book)
{
    /// <summary>Ages at and around each edge; then members who reach it on the day on which it counts, and a day later.</summary>
    public ClaimChoice Age(AskedFact asked)
    {
        var ages = NumberValues.Of(asked, [40, 0, 80, .. NumbersOfAmounts.Of(book, asked.Fact)]);
        int[] births = [.. asked.CutAt.Where(cut => cut is >= 1 and < DayBounds.MostYearsOfLife).Select(cut => (int)cut)];
        var (on, after) = book.Index.AgeOn switch
        {
            AgeOn.BenefitYear => ("the first day of the year", "the second day of the year"),
            AgeOn.Admission => ("the day of admission", "the day after admission"),
            AgeOn.Discharge => ("the day of discharge", "the day after discharge"),
            _ => throw UnknownKind.Of(book.Index.AgeOn),
        };
        string[] values =
        [
            .. ages.Select(age => Digits.Show(age)),
            .. births.SelectMany(age => (string[])[$"{Digits.Show(age)} on {on}", $"{Digits.Show(age)} on {after}"]),
        ];
        return new("age", false, values, Take) { DependsOn = ["day", "day_is", "stay", "member.id"] };

        void Take(ClaimDraft draft, int at)
        {
            if (draft.Known.Member is { Born: not null } or { Age: not null })
                return;
            var member = draft.Claim.Member;
            draft.Claim = draft.Claim with
            {
                Member =
                    at < ages.Count
                        ? member with
                        {
                            Age = ages[at],
                        }
                        : member with
                        {
                            Born = draft.AgeDay.AddYears(-births[(at - ages.Count) / 2]).AddDays((at - ages.Count) % 2),
                        },
            };
        }
    }

    /// <summary>Births at each edge and the day before it, and where ages are asked too, of members who reach them on the day on which
    /// they count, and a day later. A birth that cannot be of the claim is the nearest that can.</summary>
    public ClaimChoice Born(AskedFact asked)
    {
        var days = NumberValues.OfDates(asked);
        int[] births =
        [
            .. Array
                .Find(book.Asked, one => one.Fact.Name == "age")
                ?.CutAt.Where(cut => cut is >= 1 and < DayBounds.MostYearsOfLife)
                .Select(cut => (int)cut)
                ?? [],
        ];
        string[] values =
        [
            .. days.Select(IsoDay.Show),
            .. births.SelectMany(age => (string[])[$"{Digits.Show(age)} on the day that counts", $"{Digits.Show(age)} on the day after"]),
        ];
        return new("born", false, values, Take) { DependsOn = ["day", "day_is", "stay", "member.id"] };

        void Take(ClaimDraft draft, int at)
        {
            if (draft.Known.Member is { Born: not null } or { Age: not null })
                return;
            var day = at < days.Count ? days[at] : draft.AgeDay.AddYears(-births[(at - days.Count) / 2]).AddDays((at - days.Count) % 2);
            var first = draft.Claim.Discharged.AddYears(-DayBounds.MostYearsOfLife);
            draft.Claim = draft.Claim with
            {
                Member = draft.Claim.Member with
                {
                    Born =
                        day < first ? first
                        : day > draft.Claim.Discharged ? draft.Claim.Discharged
                        : day,
                },
            };
        }
    }
}
