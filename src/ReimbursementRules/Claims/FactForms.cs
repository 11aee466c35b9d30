using System.Runtime.CompilerServices;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>Makes facts of each kind.</summary>
internal static class FactForms
{
    private static readonly string[] YesNoWords = ["no", "yes"];

    /// <summary>The words of an enum, by the index of each.</summary>
    public static Fact Words<T>(string name, Answer<int?> of, T? otherwise = null)
        where T : struct, Enum => new(name, FactKind.Words, EnumWords.All<T>(), otherwise is { } word ? EnumWords.Of(word) : null, of);

    /// <summary>The words of an enum, of what a claim states.</summary>
    public static Fact Words<T>(string name, Func<Claim, T?> of, T? otherwise)
        where T : struct, Enum => Words(name, (in asked) => of(asked.Claim) is { } word ? Unsafe.BitCast<T, int>(word) : null, otherwise);

    public static Fact YesNo(string name, Answer<bool?> of) =>
        new(name, FactKind.Words, YesNoWords, "no", (in asked) => of(asked) is { } yes ? (yes ? 1 : 0) : null);

    public static Fact Open(string name, Answer<string?> of) => new(name, FactKind.Open, [], null, TextOf: of);

    /// <summary>A number from the least to the most that a valid claim has, both included.</summary>
    public static Fact Number(string name, Answer<long?> of, long least, long most) =>
        new(name, FactKind.Number, [], null, NumberOf: of) { Domain = (least, most) };

    /// <summary>A day from the first to the last that a valid claim has, both included.</summary>
    public static Fact Date(string name, Answer<DateOnly?> of, DateOnly first, DateOnly last) =>
        new(name, FactKind.Number, [], null, NumberOf: (in asked) => of(asked)?.DayNumber)
        {
            IsDate = true,
            Domain = (first.DayNumber, last.DayNumber),
        };

    public static Fact Amount(string name, Answer<long?> of) =>
        new(name, FactKind.Amount, [], null, NumberOf: of) { Domain = (0, Money.Largest.Cents) };
}
