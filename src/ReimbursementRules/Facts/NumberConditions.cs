using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Reads the conditions on facts that are numbers or amounts.</summary>
internal static class NumberConditions
{
    public static bool AreOf(Fact fact) => fact.Kind is FactKind.Number or FactKind.Amount;

    /// <summary>The ranges whose ends a condition tells apart.</summary>
    public static IEnumerable<NumberRange> Ranges(Fact fact, ConditionPolicy condition, ProblemLog problems) =>
        condition.Range is { } range
            ? [Range(fact, range, problems)]
            : condition.Words.Select(word => NumberRange.Only(Read(fact, word, problems)));

    /// <summary>The codes of the numbers that a condition names; null after a problem.</summary>
    public static List<int>? Codes(AskedFact asked, ConditionPolicy condition, ProblemLog problems)
    {
        if (condition.Range is { } form)
        {
            if (!EndsAsItsFact(asked.Fact, form, problems))
                return null;
            if (Range(asked.Fact, form, problems) is { IsEmpty: false } range)
                return IsPossible(asked.Fact, range, form.Place, problems) ? [.. asked.CodesOf(range)] : null;
            if (asked.Fact.IsDate)
                problems.Add(
                    form.Place,
                    "range.empty",
                    "no day lies in this range: 'before' is not after 'from'.",
                    "该范围内没有日期：“before”应晚于“from”。"
                );
            else
                problems.Add(
                    form.Place,
                    "range.empty",
                    "no number lies in this range: 'below' is not above 'from'.",
                    "该范围内没有数：“below”应大于“from”。"
                );
            return null;
        }

        foreach (var list in condition.Lists)
            if (asked.Fact.IsDate)
                problems.Wrong(
                    list,
                    "range.expected",
                    $"'{asked.Fact.Name}' is a date: write a range such as {{ before: 2001-01-01 }}.",
                    $"{ClaimNames.Quoted(asked.Fact)}是日期：请写范围，如 {{ before: 2001-01-01 }}。"
                );
            else
                problems.Wrong(
                    list,
                    "range.expected",
                    $"'{asked.Fact.Name}' is a number: write a range such as {{ from: 18, below: 60 }}.",
                    $"{ClaimNames.Quoted(asked.Fact)}是数值：请写范围，如 {{ from: 18, below: 60 }}。"
                );
        return condition.Lists.Count > 0 ? null : [.. condition.Words.SelectMany(word => CodesOf(asked, word, problems))];
    }

    private static ImmutableArray<int> CodesOf(AskedFact asked, Word word, ProblemLog problems)
    {
        var range = NumberRange.Only(Read(asked.Fact, word, problems));
        return IsPossible(asked.Fact, range, word.Place, problems) ? asked.CodesOf(range) : [];
    }

    /// <summary>Notes the end of a range that is not written as the fact asks: <c>before</c> of dates, <c>below</c> of all else.</summary>
    private static bool EndsAsItsFact(Fact fact, NumberForm form, ProblemLog problems)
    {
        if (form.Below is not { } end || form.IsBefore == fact.IsDate)
            return true;
        if (fact.IsDate)
            problems.Add(
                end.Place,
                "range.before",
                $"'{fact.Name}' is a date, and days are before another: write 'before: {end.Text}' in place of 'below'.",
                $"{ClaimNames.Quoted(fact)}是日期，应写“之前”：请把“below”改为“before: {end.Text}”。"
            );
        else
            problems.Add(
                end.Place,
                "range.before",
                $"'{fact.Name}' is not a date, and numbers are below another: write 'below: {end.Text}' in place of 'before'.",
                $"{ClaimNames.Quoted(fact)}不是日期，数值应写“不满”：请把“before”改为“below: {end.Text}”。"
            );
        return false;
    }

    /// <summary>Notes a range in which no claim's number can lie.</summary>
    private static bool IsPossible(Fact fact, NumberRange range, FilePlace place, ProblemLog problems)
    {
        var (least, most) = fact.Domain;
        if (!(range.From > most) && !(range.Below <= least))
            return true;
        problems.Add(
            place,
            "range.never",
            $"no claim has '{fact.Name}' in this range: it lies from {Show(least)} to {Show(most)}. Correct the range, or leave the "
                + "condition out.",
            $"没有单据的{ClaimNames.Quoted(fact)}会落在该范围内：其取值为 {Show(least)} 至 {Show(most)}。请更正范围，或删去该条件。"
        );
        return false;

        string Show(long number) =>
            fact.Kind == FactKind.Amount ? Money.FromCents(number).ToReadable()
            : fact.IsDate ? fact.Show(number)
            : number.ToString("#,##0", CultureInfo.InvariantCulture);
    }

    private static NumberRange Range(Fact fact, NumberForm form, ProblemLog problems) =>
        new(form.From is null ? null : Read(fact, form.From, problems), form.Below is null ? null : Read(fact, form.Below, problems));

    private static long Read(Fact fact, Word word, ProblemLog problems) =>
        fact.Kind == FactKind.Amount ? word.Money(problems).Cents
        : fact.IsDate ? Day(fact, word, problems)
        : word.Whole(problems);

    /// <summary>A day; after a problem one that a claim can have, so that the range is not told too.</summary>
    private static long Day(Fact fact, Word word, ProblemLog problems) =>
        word.Day(problems) is var day && day == default ? fact.Domain.Least + 1 : day.DayNumber;
}
