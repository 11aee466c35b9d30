using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Days that nobody can mean: never set, or with a slip in the year. Each is told with its field.</summary>
internal static class DayBounds
{
    /// <summary>The earliest day that a claim can state, but for a birth.</summary>
    public static readonly DateOnly First = new(1950, 1, 1);

    /// <summary>The most years from a birth to the discharge, included.</summary>
    public const int MostYearsOfLife = 130;

    private const int MostDays = KnownFacts.MostDaysOfStay;

    /// <summary>The most years from the discharge to the filing or an approval, included.</summary>
    public const int MostYearsAfter = 10;

    /// <summary>Notes the days of a claim that are out of bounds; false where the discharge is, so that nothing can be held against
    /// it.</summary>
    public static bool Check(Claim claim, Spot at, ProblemLog problems)
    {
        if (IsBefore("discharged", claim.Discharged, "", "", at, problems))
            return false;
        if (claim.Admitted is { } admitted && !IsBefore("admitted", admitted, OrOut, OrOutZh, at, problems))
            CheckStay(admitted, claim.Discharged, at, problems);
        if (claim.StayBegan is { } began && !IsBefore("stay_began", began, OrOut, OrOutZh, at, problems))
        {
            CheckBegan(began, claim.Admitted ?? claim.Discharged, at, problems);
            CheckGoingOn(began, claim, at, problems);
        }

        if (claim.Filed is { } filed && !IsBefore("filed", filed, OrOut, OrOutZh, at, problems))
            CheckAfter("filed", filed, claim.Discharged, at, problems);
        if (claim.Approved is { } approved && !IsBefore("approved", approved, OrOut, OrOutZh, at, problems))
            CheckAfter("approved", approved, claim.Discharged, at, problems);
        if (claim.Member.Born is { } born)
            CheckBirth(born, claim.Discharged, at, problems);
        return true;
    }

    /// <summary>Notes the day of a service that is out of bounds.</summary>
    public static void CheckService(DateOnly day, Claim claim, int item, Spot at, ProblemLog problems)
    {
        if (Math.Abs(claim.Discharged.DayNumber - day.DayNumber) > MostDays)
            problems.Wrong(
                at.Of("date"),
                "item.date",
                $"{MissingFact.Item(item).En}: the service on {IsoDay.Show(day)} is more than {MostDays} days from the "
                    + $"discharge on {IsoDay.Show(claim.Discharged)}. Correct 'date'.",
                $"{MissingFact.Item(item).Zh}：服务日 {IsoDay.Show(day)} 与出院日 {IsoDay.Show(claim.Discharged)} 相差超过 {MostDays} 日。"
                    + $"请更正{ClaimNames.QuotedOfItem("date")}。"
            );
    }

    private const string OrOut = ", or leave it out",
        OrOutZh = "，或删去";

    private static bool IsBefore(string field, DateOnly day, string orOut, string orOutZh, Spot at, ProblemLog problems)
    {
        if (day >= First)
            return false;
        if (day == default)
            problems.Wrong(
                at.Of(field),
                "claim.days",
                $"'{field}' is 0001-01-01, the day of a value that was never set. State the day{orOut}.",
                $"{ClaimNames.Quoted(field)}为 0001-01-01，即未赋值的日期。请写明日期{orOutZh}。"
            );
        else
            problems.Wrong(
                at.Of(field),
                "claim.days",
                $"'{field}', {IsoDay.Show(day)}, is before {IsoDay.Show(First)}, the earliest day that a claim can state. Correct the "
                    + $"day{orOut}.",
                $"{ClaimNames.Quoted(field)}{IsoDay.Show(day)} 早于单据可写的最早日期 {IsoDay.Show(First)}。请更正日期{orOutZh}。"
            );
        return true;
    }

    private static void CheckStay(DateOnly admitted, DateOnly discharged, Spot at, ProblemLog problems)
    {
        var days = discharged.DayNumber - admitted.DayNumber;
        if (days > MostDays)
            problems.Wrong(
                at.Of("admitted"),
                "claim.days",
                $"the stay from {IsoDay.Show(admitted)} to {IsoDay.Show(discharged)} lasts {days} days, at most {MostDays} are "
                    + "settled as one claim. Correct 'admitted', or split the stay.",
                $"从 {IsoDay.Show(admitted)} 至 {IsoDay.Show(discharged)} 住院 {days} 日，一张单据最多结算 {MostDays} 日。"
                    + $"请更正{ClaimNames.Quoted("admitted")}，或拆分住院。"
            );
    }

    private static void CheckBegan(DateOnly began, DateOnly admitted, Spot at, ProblemLog problems)
    {
        if (began > admitted)
            problems.Wrong(
                at.Of("stay_began"),
                "claim.days",
                $"the stay began on {IsoDay.Show(began)}, after the admission on {IsoDay.Show(admitted)}. Correct 'stay_began', "
                    + "or leave it out.",
                $"本次住院起始日 {IsoDay.Show(began)} 晚于入院日 {IsoDay.Show(admitted)}。请更正{ClaimNames.Quoted("stay_began")}，或删去。"
            );
        else if (admitted.DayNumber - began.DayNumber > MostDays)
            problems.Wrong(
                at.Of("stay_began"),
                "claim.days",
                $"the stay began on {IsoDay.Show(began)}, more than {MostDays} days before the admission on {IsoDay.Show(admitted)}. "
                    + "Correct 'stay_began'.",
                $"本次住院起始日 {IsoDay.Show(began)} 早于入院日 {IsoDay.Show(admitted)} 超过 {MostDays} 日。"
                    + $"请更正{ClaimNames.Quoted("stay_began")}。"
            );
    }

    /// <summary>Notes a stay that began before a day of admission that nobody states.</summary>
    private static void CheckGoingOn(DateOnly began, Claim claim, Spot at, ProblemLog problems)
    {
        if (began < claim.Discharged && claim.Admitted is null)
            problems.Wrong(
                at.Of("stay_began"),
                "claim.days",
                "'stay_began' is stated without 'admitted', so that nobody knows whether this claim goes on with a stay. State the day "
                    + "of this admission as 'admitted'; leave 'stay_began' out where the stay began with it.",
                $"写了{ClaimNames.Quoted("stay_began")}却没有{ClaimNames.Quoted("admitted")}，无从判断本单据是否接续此前的住院。"
                    + $"请用{ClaimNames.Quoted("admitted")}写明本次入院日；住院即自该日起的，请删去{ClaimNames.Quoted("stay_began")}。"
            );
    }

    private static void CheckAfter(string field, DateOnly day, DateOnly discharged, Spot at, ProblemLog problems)
    {
        if (discharged.Year + MostYearsAfter < DateOnly.MaxValue.Year && day > discharged.AddYears(MostYearsAfter))
            problems.Wrong(
                at.Of(field),
                "claim.days",
                $"'{field}', {IsoDay.Show(day)}, is more than {MostYearsAfter} years after the discharge on {IsoDay.Show(discharged)}. "
                    + $"Correct "
                    + "the day.",
                $"{ClaimNames.Quoted(field)}{IsoDay.Show(day)} 晚于出院日 {IsoDay.Show(discharged)} 超过 {MostYearsAfter} 年。请更正日期。"
            );
    }

    private static void CheckBirth(DateOnly born, DateOnly discharged, Spot at, ProblemLog problems)
    {
        if (born == default)
            problems.Wrong(
                at.Of("born"),
                "claim.age",
                "'born' is 0001-01-01, the day of a value that was never set. State the day, or leave it out.",
                $"{ClaimNames.Quoted("born")}为 0001-01-01，即未赋值的日期。请写明日期，或删去。"
            );
        else if (born < discharged.AddYears(-MostYearsOfLife))
            problems.Wrong(
                at.Of("born"),
                "claim.age",
                $"the birth on {IsoDay.Show(born)} is more than {MostYearsOfLife} years before the discharge on {IsoDay.Show(discharged)}. "
                    + "Correct 'born'.",
                $"出生日 {IsoDay.Show(born)} 早于出院日 {IsoDay.Show(discharged)} 超过 {MostYearsOfLife} 年。请更正{ClaimNames.Quoted("born")}。"
            );
    }
}
