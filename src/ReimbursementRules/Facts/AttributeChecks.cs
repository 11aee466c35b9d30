using System.Collections.Immutable;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>What is stated of a region's own facts must be what the region declares.</summary>
internal static class AttributeChecks
{
    /// <summary>Notes every attribute that the rulebook does not declare, or that is not one of its words.</summary>
    public static void Check(ImmutableDictionary<string, string> attributes, string prefix, IndexPolicy index, Spot at, ProblemLog problems)
    {
        if (attributes.Count == 0)
            return;
        var known = index.Attributes(isOfItem: prefix.Length > 0);
        foreach (var (name, word) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (!known.TryGetValue(name, out var fact))
            {
                var hint =
                    Ascii.IsValid(name) || problems.IsFull
                        ? problems.Hint(name, known.Keys, key => ClaimNames.OfAttribute(known[key]))
                        : OwnTitles.Hint(name, known.Select(one => KeyValuePair.Create(one.Key, TitleOf(one.Key, one.Value))));
                problems.Wrong(
                    at.Of($"attributes.{name}"),
                    "attribute.unknown",
                    $"'{name}' is not a fact that {index.Id} declares.{hint.En}",
                    $"{index.Id} 没有声明事实“{name}”。{hint.Zh}"
                );
            }
            else if (fact.IsDate)
            {
                if (!(IsoDay.TryParse(word) is { } day && day >= Fact.FirstDate && day <= Fact.LastDate))
                    WrongDay(name, word, fact, at, problems);
            }
            else if (fact.Kind == FactKind.Number)
            {
                if (!Digits.TryParseWhole(word, out var number) || number > Fact.LargestNumber)
                    problems.Wrong(
                        at.Of($"attributes.{name}"),
                        "attribute.number",
                        $"'{word}' is not a number that '{name}' can have. Write a whole number from 0 to {Fact.LargestNumber}.",
                        $"“{word}”不能作{ChineseName.Quoted(name, ClaimNames.OfAttribute(fact))}的数值。请写 0 至 {Fact.LargestNumber} 的整数。"
                    );
            }
            else if (!fact.Has(word))
            {
                var hint =
                    Ascii.IsValid(word) || problems.IsFull
                        ? problems.Hint(word, fact.Words, ClaimNames.WordsOf(fact))
                        : OwnTitles.Hint(word, fact.Words.Select(one => KeyValuePair.Create(one, fact.WordTitle(one))));
                problems.Wrong(
                    at.Of($"attributes.{name}"),
                    "attribute.word",
                    $"'{word}' is not a word of '{name}'.{hint.En}",
                    $"“{word}”不是{ChineseName.Quoted(name, ClaimNames.OfAttribute(fact))}的取值。{hint.Zh}"
                );
            }
    }

    private static void WrongDay(string name, string word, Fact fact, Spot at, ProblemLog problems)
    {
        var (first, last) = (IsoDay.Show(Fact.FirstDate), IsoDay.Show(Fact.LastDate));
        var way =
            IsoDay.TryParse(word) is null && DayForms.Of(word).Day is { } meant
                ? new BilingualText($"Write {meant}.", $"请写 {meant}。")
                : new($"Write year-month-day, from {first} to {last}.", $"请写 年-月-日，从 {first} 至 {last}。");
        problems.Wrong(
            at.Of($"attributes.{name}"),
            "attribute.date",
            $"'{word}' is not a date that '{name}' can have. {way.En}",
            $"“{word}”不能作{ChineseName.Quoted(name, ClaimNames.OfAttribute(fact))}的日期。{way.Zh}"
        );
    }

    private static BilingualText TitleOf(string name, Fact fact) => fact.Titled?.Title ?? new(name, name);
}
